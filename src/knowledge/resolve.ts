// Who a phrase means on a day: office first, then the name, then the context, then a provisional actor.
import type { Base } from "./base.ts";
import { group, known, misspelt, organ, tailKnown } from "./collectives.ts";
import { type Keys, keysOf, tokenise } from "./forms.ts";
import type { Traced } from "./memo.ts";
import { nameThenOffice, office } from "./office-phrase.ts";
import { person } from "./person-phrase.ts";
import { profileOf } from "./profile.ts";
import { DETERMINERS, type Question, tail } from "./question.ts";
import type { Resolution } from "./types.ts";

const NOTHING: Resolution = { actor: null, by: "unknown", office: null, reason: "Nothing in the tables has this name.", problems: [] };
/** Longest phrase that is looked at, in tokens: longer ones are no names. */
const MAX_TOKENS = 40;

/** A question that notices whether its context was looked at. */
class TracedQuestion implements Question {
  readonly base: Base;
  readonly phrase: string;
  readonly keys: Keys;
  readonly on: string | null;
  readonly #context: readonly string[];
  asked = false;

  constructor(base: Base, phrase: string, keys: Keys, on: string | null, context: readonly string[]) {
    this.base = base;
    this.phrase = phrase;
    this.keys = keys;
    this.on = on;
    this.#context = context;
  }

  get context(): readonly string[] {
    this.asked = true;
    return this.#context;
  }
}

/** The answer to `phrase` on the day `on`, given the actors already met, most recent first; and whether those had a say in it. */
export function resolvePhrase(base: Base, phrase: string, on: string | null, context: readonly string[]): Traced {
  const tokens = tokenise(phrase.trim());
  let keys = keysOf(tokens.length > MAX_TOKENS ? tokens.slice(0, MAX_TOKENS) : tokens);
  while (keys.keys.length > 1 && DETERMINERS.has(keys.keys[0]!)) keys = tail(keys, 1);
  while (keys.keys.length > 1 && (keys.keys.at(-1) === "'s" || keys.keys.at(-1) === "'"))
    keys = { ...keys, keys: keys.keys.slice(0, -1), pieces: keys.pieces.slice(0, -1) };
  if (keys.keys.length === 0) return { resolution: NOTHING, byContext: false };
  const q = new TracedQuestion(base, phrase.trim(), keys, on, context);
  const found = known(q) ?? organ(q) ?? office(q) ?? nameThenOffice(q) ?? person(q) ?? tailKnown(q) ?? group(q) ?? misspelt(q) ?? NOTHING;
  const { actor, by, office: stated, reason, problems } = found;
  const { state, sector } = profileOf(base, keys, on, found);
  return { resolution: { actor, by, office: stated, reason, problems, state, sector }, byContext: q.asked };
}
