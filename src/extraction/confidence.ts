// The confidence of a claim: the measured precision of its rule on the development gold.
import { MEASURED } from "./confidence-table.ts";

/** Precision assumed of a rule that fired fewer than five times on the development gold: the mean over all rules, rounded down. */
const UNKNOWN = 0.5;
/** A claim with a role filled by a fallback is right about four fifths as often as one filled by the parse. */
const WEAK = 0.8;

/** 0 to 1, two digits. */
export function confidenceOf(rule: string, weak: boolean): number {
  const measured = MEASURED[rule] ?? UNKNOWN;
  return Math.round(measured * (weak ? WEAK : 1) * 100) / 100;
}
