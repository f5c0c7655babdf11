// The fit of the event classifier and the folds it is measured on.
import { describe, expect, it } from "vitest";
import { fitWeights, type Sample, scoresOf } from "../../training/events/fit.ts";
import { foldsOf, nearGroups } from "../../training/events/folds.ts";

const sample = (at: number[], label: number): Sample => ({
  at: Int32Array.from(at),
  value: Float64Array.from(at, () => 1),
  label,
  weight: 1,
});
const best = (scores: Float64Array) => scores.indexOf(Math.max(...scores));

describe("the fit", () => {
  const samples = [sample([0, 3], 0), sample([0], 0), sample([1, 3], 1), sample([1], 1), sample([2, 3], 2), sample([2], 2)];
  it("tells what can be told apart, by the features that differ", () => {
    const fitted = fitWeights(samples, 4, 3, 10);
    for (const s of samples) expect(best(scoresOf(s, fitted))).toBe(s.label);
    const shared = fitted.weights.slice(9, 12);
    expect(Math.max(...shared.map(Math.abs))).toBeLessThan(Math.abs(fitted.weights[0]!));
  });
  it("gives log-probabilities", () => {
    const total = scoresOf(samples[0]!, fitWeights(samples, 4, 3, 10)).reduce((s, x) => s + Math.exp(x), 0);
    expect(total).toBeCloseTo(1, 9);
  });
  it("gives the same numbers again", () => {
    expect(fitWeights(samples, 4, 3, 10).weights).toEqual(fitWeights(samples, 4, 3, 10).weights);
  });
});

describe("folds", () => {
  const words = (s: string) => s.split(" ");
  const texts = [
    "<s> agreed to open an office in <t> next year",
    "<s> agreed to open an office in <t> at once",
    "<s> shelled a village near the border with <t>",
    "<s> sent doctors and tents to <t> after the flood",
    "<s> recalled its ambassador from <t> over the vote",
  ].map(words);
  it("keep near-duplicates in one group and others apart", () => {
    const groups = nearGroups(texts);
    expect(groups[0]).toBe(groups[1]);
    expect(new Set(groups).size).toBe(4);
  });
  it("keep a group in one fold and use all folds", () => {
    const folds = foldsOf(texts, ["A", "A", "B", "C", "D"], 3);
    expect(folds[0]).toBe(folds[1]);
    expect(new Set(folds).size).toBe(3);
  });
});
