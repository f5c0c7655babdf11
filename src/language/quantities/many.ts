// Many: round numbers in the plural (“thousands of soldiers”, “tens of millions of euros”) and words for a few of a kind (“a pair of frigates”).
import { type Amount, currencyAt, type Source } from "./amounts.ts";
import { partOf } from "./counts.ts";

/** What each word means at least: dozens are more than twelve. */
const ROUND: ReadonlyMap<string, number> = new Map([
  ["tens", 10],
  ["dozens", 12],
  ["scores", 20],
  ["hundreds", 100],
  ["thousands", 1e3],
  ["millions", 1e6],
  ["billions", 1e9],
  ["trillions", 1e12],
]);

const SOME: ReadonlyMap<string, number> = new Map([
  ["pair", 2],
  ["couple", 2],
  ["trio", 3],
  ["quartet", 4],
  ["quintet", 5],
]);

/** Words that begin one. */
export const MANY: ReadonlySet<string> = new Set([...ROUND.keys(), ...SOME.keys()]);

export interface Many {
  readonly amount: Amount;
  /** The noun counted; null where the amount is money. */
  readonly noun: number | null;
  readonly qualifier: "more-than" | "about" | null;
}

/** A round number or a few at `at`, before `end`, with what is counted behind “of”; null where nothing is. */
export function readMany({ tokens, words }: Source, at: number, end: number): Many | null {
  const few = SOME.get(words[at]!);
  let value = few ?? ROUND.get(words[at]!);
  if (value === undefined || (few !== undefined && !/^(?:a|an|another|the|second|first)$/.test(words[at - 1] ?? ""))) return null;
  let here = at + 1;
  if (few === undefined)
    for (let next = ROUND.get(words[here + 1] ?? ""); words[here] === "of" && next !== undefined; next = ROUND.get(words[here + 1] ?? "")) {
      value *= next;
      here += 2;
    }
  // “exam scores of pupils”, “the scores of both”: results.
  if (words[at] === "scores" && (/^(?:NN|JJ|PRP\$|POS)/.test(tokens[at - 1]?.xpos ?? "") || words[at - 1] === "the")) return null;
  if (words[here] !== "of" || here + 1 >= end) return null;
  const amount = { from: at, to: here, value, unit: null, number: here - 1, spelled: true, signed: false };
  const qualifier = few === undefined ? "more-than" : words[at] === "couple" ? "about" : null;
  const money = currencyAt(tokens, words, here + 1, end, false);
  if (money !== null) return { amount: { ...amount, to: money.to, unit: money.code }, noun: null, qualifier };
  const noun = partOf(tokens, words, here + 1, end);
  return noun === null ? null : { amount, noun, qualifier };
}
