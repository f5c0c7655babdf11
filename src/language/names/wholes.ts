// Wholes: names that the network cuts short, grown over the words that belong to them by the way names are built.
import type { Token } from "../annotation.ts";
import type { Name } from "./spans.ts";
import { BODY_ENDINGS, FORMERS, PLACE_HEADS, SHOP_ENDINGS } from "./tables.ts";

const PLACES = new Set(["GPE", "LOC", "FAC"]);
/** Most words between a name and the last word that makes it a body: `Two Rivers Cargo Handling Services`. */
const REACH = 3;

const isUpper = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? "");
const isProper = (token: Token | undefined): boolean => isUpper(token) && token!.upos === "PROPN";

/** `Gulf of` `Oman` → one place: the capitalised head noun and “of” before a name of a place. */
function headBefore(tokens: readonly Token[], { from, type }: Name): number {
  const head = tokens[from - 2];
  if (!PLACES.has(type) || tokens[from - 1]?.text !== "of" || head?.sentence !== tokens[from]!.sentence) return from;
  return isUpper(head) && PLACE_HEADS.has(head.text.toLowerCase()) ? from - 2 : from;
}

/** `Upper` `Silesia` → one place: a capitalised word before a place that only makes names of places. */
function formerBefore(tokens: readonly Token[], { from, type }: Name): number {
  const before = tokens[from - 1];
  if (!PLACES.has(type) || before?.sentence !== tokens[from]!.sentence) return from;
  return isUpper(before) && FORMERS.has(before.text.toLowerCase()) && !/^(?:new|old)$/i.test(before.text) ? from - 1 : from;
}

/** `Bay` → `Bay of Kotor`: the network saw the head noun alone; end of the place that it opens. */
function placeEnd(tokens: readonly Token[], { from, to, type }: Name, free: number): number {
  if (!PLACES.has(type) || to - from > 1 || !PLACE_HEADS.has(tokens[from]!.text.toLowerCase())) return to;
  const [of, word] = [tokens[to], tokens[to + 1]];
  return of?.text === "of" && to + 1 < free && isProper(word) && word!.sentence === of.sentence ? to + 2 : to;
}

/** End of a body's name whose last word the network left out: `Okoro` `Technologies`; `name.to` where there is none. */
function bodyEnd(tokens: readonly Token[], { from, to, type }: Name, free: number): number {
  if (type === "NORP" || type === "EVENT" || type === "LAW") return to;
  const { sentence } = tokens[from]!;
  const isPossessed = type !== "GPE" && /^['’]s$/.test(tokens[to]?.text ?? "");
  const first = isPossessed ? to + 1 : to;
  // `Minister Ada Store`: what follows a person with a title is the person's. A shop in the singular is a family name as well.
  const isPerson = type === "PERSON" && !isPossessed;
  if (/^[-–]$/.test(tokens[from - 1]?.text ?? "")) return to;
  if (isPerson && isProper(tokens[from - 1]) && tokens[from - 1]!.sentence === sentence) return to;
  for (let at = first; at < Math.min(free, first + REACH); at++) {
    if (tokens[at]!.sentence !== sentence || !isProper(tokens[at])) return to;
    const word = tokens[at]!.text.toLowerCase();
    const isShop = SHOP_ENDINGS.has(word) && (!isPerson || word.endsWith("s"));
    const closes = isShop || (!isPossessed && BODY_ENDINGS.has(word));
    if (closes && !isUpper(tokens[at + 1])) return at + 1;
  }
  return to;
}

/** The names with what belongs to them; none overlaps another. */
export function completeNames(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const out: Name[] = [];
  names.forEach((name, i) => {
    const begin = out.at(-1)?.to ?? 0;
    const of = headBefore(tokens, name);
    let from = of < name.from ? of : formerBefore(tokens, name);
    // A word that the network took for a name of its own is part of this one.
    if (from < begin && out.at(-1)!.from >= from) out.pop();
    else if (from < begin) from = name.from;
    const free = names[i + 1]?.from ?? tokens.length;
    const body = bodyEnd(tokens, name, free);
    if (body > name.to) out.push({ from, to: body, type: "ORG" });
    else out.push({ from, to: placeEnd(tokens, name, free), type: of < name.from ? "LOC" : name.type });
  });
  return out;
}
