// Who a phrase means on a day: office first, then the name, then the context, then a provisional actor.
import type { Base } from "./base.ts";
import { group, known, misspelt, organ, tailKnown } from "./collectives.ts";
import { keysOf, tokenise } from "./forms.ts";
import { nameThenOffice, office } from "./office-phrase.ts";
import { person } from "./person-phrase.ts";
import { profileOf } from "./profile.ts";
import { DETERMINERS, type Question, tail } from "./question.ts";
import type { Resolution } from "./types.ts";

const NOTHING: Resolution = { actor: null, by: "unknown", office: null, reason: "Nothing in the tables has this name.", problems: [] };
/** Longest phrase that is looked at, in tokens: longer ones are no names. */
const MAX_TOKENS = 40;

/** The answer to `phrase` on the day `on`, given the actors already met, most recent first. */
export function resolvePhrase(base: Base, phrase: string, on: string | null, context: readonly string[]): Resolution {
  const tokens = tokenise(phrase.replace(/\s+/g, " ").trim()).slice(0, MAX_TOKENS);
  let keys = keysOf(tokens);
  while (keys.keys.length > 1 && DETERMINERS.has(keys.keys[0]!)) keys = tail(keys, 1);
  while (keys.keys.length > 1 && (keys.keys.at(-1) === "'s" || keys.keys.at(-1) === "'"))
    keys = { ...keys, keys: keys.keys.slice(0, -1), pieces: keys.pieces.slice(0, -1) };
  if (keys.keys.length === 0) return NOTHING;
  const q: Question = { base, phrase: phrase.trim(), keys, on, context };
  const found = known(q) ?? organ(q) ?? office(q) ?? nameThenOffice(q) ?? person(q) ?? tailKnown(q) ?? group(q) ?? misspelt(q) ?? NOTHING;
  return { ...found, ...profileOf(base, keys, on, found) };
}
