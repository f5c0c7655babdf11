import { describe, expect, it } from "vitest";
import { bestTree } from "../../../src/language/engine/tree.ts";

/** A reproducible sequence of numbers in [0, 1) (Lehmer). */
function* numbers(seed: number): Generator<number, never> {
  let x = seed;
  for (;;) {
    x = (x * 48271) % 2147483647;
    yield x / 2147483647;
  }
}

const reachesRoot = (heads: readonly number[]): boolean =>
  heads.every((_, i) => {
    let node = i + 1;
    for (let steps = 0; node !== 0; steps++) {
      if (steps > heads.length) return false;
      node = heads[node - 1]!;
    }
    return true;
  });

const isTree = (heads: readonly number[]): boolean => heads.filter((h) => h === 0).length === 1 && reachesRoot(heads);

const total = (heads: readonly number[], arcs: Float32Array, width: number): number =>
  heads.reduce((sum, h, i) => sum + arcs[i * width + h]!, 0);

/** The best score over all trees with one root, by trying every assignment of heads. */
function bruteForce(arcs: Float32Array, n: number, width: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(n).fill(0);
  const visit = (i: number): void => {
    if (i === n) {
      if (isTree(heads)) best = Math.max(best, total(heads, arcs, width));
      return;
    }
    for (let h = 0; h <= n; h++) {
      if (h === i + 1) continue;
      heads[i] = h;
      visit(i + 1);
    }
  };
  visit(0);
  return best;
}

describe("the best tree", () => {
  it("is the best of all trees with one root", () => {
    const next = numbers(11);
    for (let round = 0; round < 300; round++) {
      const n = 1 + (round % 5);
      const width = n + 1 + ((n + 1) % 2);
      const arcs = Float32Array.from({ length: n * width }, () => Math.round(next.next().value * 100));
      const heads = bestTree(arcs, n, width);
      expect(isTree(heads)).toBe(true);
      expect(total(heads, arcs, width)).toBe(bruteForce(arcs, n, width));
    }
  });

  it("is a tree for large and for flat matrices", () => {
    const next = numbers(5);
    for (const n of [40, 161]) {
      const random = Float32Array.from({ length: n * (n + 2) }, () => next.next().value);
      expect(isTree(bestTree(random, n, n + 2))).toBe(true);
      expect(isTree(bestTree(new Float32Array(n * (n + 2)), n, n + 2))).toBe(true);
    }
  });
});
