// Occasions: battles, sieges and treaties that are named after a place, which the network tags as that place.
import type { Token } from "../annotation.ts";
import type { Name } from "./spans.ts";
import { EVENT_HEADS, LAW_HEADS } from "./tables.ts";

/** The type of the occasion that a capitalised head noun and “of” open at a token; null where none does. */
function occasionAt(tokens: readonly Token[], at: number): string | null {
  const [head, of] = [tokens[at], tokens[at + 1]];
  if (!head || !/^\p{Lu}/u.test(head.text) || of?.text !== "of" || of.sentence !== head.sentence) return null;
  const word = head.text.toLowerCase();
  return EVENT_HEADS.has(word) ? "EVENT" : LAW_HEADS.has(word) ? "LAW" : null;
}

/** `Battle of Verdun`, `Treaty of Westphalia`: one name from the head noun on, in place of the names inside. */
export function nameOccasions(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const out: Name[] = [];
  for (const name of names) {
    const own = occasionAt(tokens, name.from);
    const before = tokens[name.from - 2]?.sentence === tokens[name.from]!.sentence ? occasionAt(tokens, name.from - 2) : null;
    const from = own ? name.from : name.from - 2;
    const type = own ?? before;
    if (type) while (out.length > 0 && out.at(-1)!.to > from) out.pop();
    out.push(type && name.to > from + 2 ? { from, to: name.to, type } : name);
  }
  return out;
}
