// Edges: where a name begins and ends, by word classes, capitals, the parse and the tables.
import type { SurfaceMatch } from "../../knowledge/index.ts";
import type { Sentence, Token } from "../annotation.ts";
import { honorific } from "../mentions/lexicon.ts";
import { type Name, wordsIn } from "./spans.ts";
import { FAITHS, INDICES, LEGAL_FORMS, NOBODY, PARTICLES, PLACE_ENDINGS } from "./tables.ts";

/** Penn tags that no name ends with, and that none begins with. */
const NO_END = new Set(["POS", "IN", "DT", "CC", ",", ":", "HYPH", "``", "''"]);
const NO_START = new Set(["POS", "IN", "CC", ",", ":", ".", "HYPH", "''"]);
const INITIALS = /^(?:\p{Lu}\.-?)+$|^(?!I$)\p{Lu}$/u;
const DOCTRINE = /.{3}ism$/;
const ARTICLED = /^(?:al|el|an|as|ash|ad|ar)-/;

const isUpper = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? "");
const isSmall = (token: Token | undefined): boolean => /^\p{Ll}/u.test(token?.text ?? "");

/** Takes marks, prepositions and forms of address off both ends; what has no letter is no name. */
export function trimMarks(tokens: readonly Token[], names: readonly Name[]): Name[] {
  return names
    .map(({ from, to, type }) => {
      while (to > from && NO_END.has(tokens[to - 1]!.xpos) && !isUpper(tokens[to - 1])) to--;
      while (to > from && NO_START.has(tokens[from]!.xpos) && !isUpper(tokens[from])) from++;
      while (type === "PERSON" && to - from > 1 && honorific(tokens[from]!.text) !== null) from++;
      return { from, to, type };
    })
    .filter((name) => /\p{L}|\p{N}{3}/u.test(wordsIn(tokens, name)) && !isNobody(tokens, name));
}

/** A stage direction of a transcript, a faith or doctrine, an index of an exchange, an address of the net or a file. */
function isNobody(tokens: readonly Token[], { from, to, type }: Name): boolean {
  const { text } = tokens[from]!;
  if (to - from > 1) return false;
  const word = text.toLowerCase();
  if (type !== "PERSON" && (DOCTRINE.test(word) || FAITHS.has(word))) return true;
  if (INDICES.has(word) && /^the$/i.test(tokens[from - 1]?.text ?? "")) return true;
  return NOBODY.has(word) || /^(?:https?:|www\.)|\.(?:pdf|docx?|html?|xlsx?|txt|jpe?g|png)$/i.test(text);
}

/**
 * Cuts common words off a name that has capitals (`south` `India`), but for particles and a closing `river` or `county`.
 * A name without any capital goes where the parser sees common words, unless the text is written without care for capitals.
 */
export function trimCommon(tokens: readonly Token[], sentences: readonly Sentence[], names: readonly Name[]): Name[] {
  const casual = isCasual(tokens, sentences);
  const isCommon = (at: number): boolean => {
    const { text } = tokens[at]!;
    return isSmall(tokens[at]) && !PARTICLES.has(text) && !ARTICLED.test(text);
  };
  return names.flatMap(({ from, to, type }) => {
    const own = tokens.slice(from, to);
    if (!own.some((t) => /[\p{Lu}\p{Lo}]/u.test(t.text))) {
      const kept = type === "NORP" || casual || !isSmall(own[0]) || own.some((t) => t.upos === "PROPN");
      return kept ? [{ from, to, type }] : [];
    }
    while (isCommon(from) && tokens[from + 1]!.text !== "-") from++;
    while (isCommon(to - 1) && !PLACE_ENDINGS.has(tokens[to - 1]!.text) && tokens[to - 2]!.text !== "-") to--;
    return [{ from, to, type }];
  });
}

/** Whether a text is written without care for capitals, as mails and posts are: a small “i”, or a tenth of its sentences begin small. */
function isCasual(tokens: readonly Token[], sentences: readonly Sentence[]): boolean {
  const starts = sentences.filter((s) => isSmall(tokens[s.from])).length;
  return 10 * starts > sentences.length || tokens.some((t) => t.text === "i" && t.upos === "PRON");
}

const WIDE: Readonly<Partial<Record<SurfaceMatch["kind"], string>>> = {
  state: "GPE",
  organisation: "ORG",
  capital: "GPE",
  region: "LOC",
  place: "GPE",
  treaty: "LAW",
  exercise: "EVENT",
};

/** Names that lie in a longer name of the tables become that name: `Bosnia` `Herzegovina` → `Bosnia and Herzegovina`. */
export function widen(tokens: readonly Token[], names: readonly Name[], surfaces: readonly SurfaceMatch[]): Name[] {
  const out: Name[] = [];
  let next = 0;
  for (const { from: start, to, kind } of surfaces) {
    const type = WIDE[kind];
    if (!type || to - start < 2) continue;
    while (next < names.length && names[next]!.to <= start) out.push(names[next++]!);
    const from = /^the$/i.test(tokens[start]!.text) ? start + 1 : start;
    let end = next;
    while (end < names.length && names[end]!.from < to) end++;
    const inside = names.slice(next, end);
    const whole = inside.length === 1 && inside[0]!.from === from && inside[0]!.to === to;
    if (inside.length === 0 || whole || inside.some((n) => n.from < from || n.to > to)) continue;
    out.push({ from, to, type });
    next = end;
  }
  return [...out, ...names.slice(next)];
}

/** Grows names over the initials before and the legal form after them, and joins two parts that the parse ties to one name. */
export function grow(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const out: Name[] = [];
  names.forEach(({ from, to, type }, i) => {
    const before = out.at(-1);
    const { sentence } = tokens[from]!;
    const isFree = (at: number): boolean =>
      at >= (before?.to ?? 0) && at < (names[i + 1]?.from ?? tokens.length) && tokens[at]?.sentence === sentence;
    if (type === "PERSON") while (isFree(from - 1) && INITIALS.test(tokens[from - 1]!.text) && tokens[from - 1]!.upos === "PROPN") from--;
    if (type === "ORG" || type === "PERSON") {
      const at = isFree(to) && tokens[to]!.text === "," ? to + 1 : to;
      if (isFree(at) && isUpper(tokens[at]) && LEGAL_FORMS.has(tokens[at]!.text.toLowerCase().replace(/\.$/, ""))) to = at + 1;
    }
    const tied =
      before?.to === from && before.type === type && tokens[from - 1]!.sentence === sentence && areTied(tokens, before, { from, to, type });
    if (tied) out[out.length - 1] = { from: before.from, to, type };
    else out.push({ from, to, type });
  });
  return out;
}

/** Whether a word of one name hangs on a word of the other as a further part of it. */
function areTied(tokens: readonly Token[], a: Name, b: Name): boolean {
  for (let i = a.from; i < b.to; i++) {
    const { head, deprel } = tokens[i]!;
    const other = i < a.to ? b : a;
    if (head >= other.from && head < other.to) return deprel === "flat" || deprel === "compound";
  }
  return false;
}
