// Ages: “aged 52”, “a 52-year-old”, “Lund, 52, said”. “52 years old” is a length of time, which the dates read.
import { readNumber } from "../tokens/numbers.ts";
import type { Amount, Source } from "./amounts.ts";

/** The oldest person on record reached 122. */
const OLDEST = 122;
/** A number between commas after a name is an age from here on: younger people are seldom named so, and small numbers count or list. */
const GROWN = 10;

export const AGE = "years of age";

/** An age that begins at `at`, before `end`; null where there is none. */
export function readAge({ tokens, words }: Source, at: number, start: number, end: number): Amount | null {
  const found = readNumber(tokens, at);
  if (found === null || found.next > end || !Number.isInteger(found.value) || found.value < 1 || found.value > OLDEST) return null;
  const { value, next, spelled } = found;
  const age = (to: number): Amount => ({ from: at, to, value, unit: AGE, number: next - 1, spelled, signed: false });
  if (words[next] === "-" && /^years?$/.test(words[next + 1] ?? "") && words[next + 2] === "-" && /^olds?$/.test(words[next + 3] ?? ""))
    return next + 4 <= end ? age(next + 4) : null;
  const before = at > start ? words[at - 1]! : "";
  if (before === "aged" || (before === "of" && words[at - 2] === "age")) return age(next);
  const named = at - 2 >= start && before === "," && words[next] === "," && tokens[at - 2]!.name.endsWith("-PERSON");
  return named && value >= GROWN && !spelled ? age(next) : null;
}
