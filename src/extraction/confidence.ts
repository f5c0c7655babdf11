// The confidence of a claim: the measured precision of its rule on the development gold.
import type { ClaimKind } from "../model/index.ts";
import { MEASURED, OF_KIND } from "./confidence-table.ts";

/** Discount for a role filled by a fallback and not by the parse. A caution, not a measurement: the gold has two such claims, both right. */
const WEAK = 0.9;

/** 0 to 1, two digits; at most `sure`, what the reading itself (a classifier's probability) gives. A rule that has not fired on the gold is taken to be as right as its kind (the first part of its id). */
export function confidenceOf(rule: string, weak: boolean, sure = 1): number {
  const measured = MEASURED[rule] ?? OF_KIND[rule.slice(0, rule.indexOf("/")) as ClaimKind];
  return Math.round(Math.min(sure, measured * (weak ? WEAK : 1)) * 100) / 100;
}
