// The confidence of a claim: the measured precision of its rule on the development gold.
import { MEASURED } from "./confidence-table.ts";

/** Confidence of a rule that has not fired on the development gold: not measured, so even odds. */
const UNKNOWN = 0.5;
/** Discount for a role filled by a fallback and not by the parse. A caution, not a measurement: the gold has two such claims, both right. */
const WEAK = 0.9;

/** 0 to 1, two digits. */
export function confidenceOf(rule: string, weak: boolean): number {
  const measured = MEASURED[rule] ?? UNKNOWN;
  return Math.round(measured * (weak ? WEAK : 1) * 100) / 100;
}
