// How much a block reads like running text, and sums of it over ranges of blocks.
import type { Block, Outline } from "./outline.ts";

/**
 * Prose weight of a block: its words outside links where it has sentences or some length; negative for links and scraps,
 * so that a container's sum falls when it takes in menus and lists of headlines.
 */
export function proseWeight(block: Block): number {
  const density = block.words > 0 ? block.linkWords / block.words : 0;
  if (density > 0.5) return -Math.min(block.words, 8);
  const own = block.words - block.linkWords;
  if (block.heading > 0) return 0;
  if (block.sentences > 0 && block.words >= 8) return own;
  if (block.words >= 20) return own * 0.7;
  if (block.listItem) return block.words >= 6 ? 1 : -0.5;
  return block.words >= 8 ? 1 : -1;
}

/** Prose weights of an outline with their running sums. */
export class ProseSums {
  readonly weights: readonly number[];
  readonly #sums: Float64Array;
  readonly #positive: Float64Array;

  constructor(outline: Outline, counts: (index: number) => boolean) {
    this.weights = outline.blocks.map((block, index) => (counts(index) ? proseWeight(block) : 0));
    this.#sums = new Float64Array(this.weights.length + 1);
    this.#positive = new Float64Array(this.weights.length + 1);
    for (const [index, weight] of this.weights.entries()) {
      this.#sums[index + 1] = this.#sums[index]! + weight;
      this.#positive[index + 1] = this.#positive[index]! + Math.max(0, weight);
    }
  }

  /** Sum of the weights in `[start, end)`, negative ones included. */
  net([start, end]: readonly [number, number]): number {
    return this.#sums[end]! - this.#sums[start]!;
  }

  /** Sum of the positive weights in `[start, end)`. */
  prose([start, end]: readonly [number, number]): number {
    return this.#positive[end]! - this.#positive[start]!;
  }

  get total(): number {
    return this.#positive[this.#positive.length - 1]!;
  }
}
