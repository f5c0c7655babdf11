// The BiLSTM layers over a batch of sentences: words in, states in kernel memory out.
import type { Kernel, Matrix } from "./kernel.ts";
import type { Weights } from "./weights.ts";
import { INPUT_UNIT, type WordVectors } from "./words.ts";

/** One unit of the i16 states; states lie within [-1, 1]. */
export const STATE_UNIT = 1 / 16384;

interface Direction {
  readonly input: Matrix;
  readonly state: Matrix;
}

/** States of a batch: row `position · batch + sentence`, position 0 the root, i16 at `at`, `width` numbers a row. */
export interface Encoded {
  readonly at: number;
  readonly rows: number;
  readonly batch: number;
}

export class Encoder {
  private readonly kernel: Kernel;
  private readonly words: WordVectors;
  private readonly hidden: number;
  private readonly layers: readonly (readonly Direction[])[];
  private readonly zeros: number;

  constructor(kernel: Kernel, weights: Weights, words: WordVectors) {
    this.kernel = kernel;
    this.words = words;
    this.hidden = weights.hidden;
    this.zeros = kernel.constant(4 * weights.hidden, 0);
    this.layers = Array.from({ length: weights.layers }, (_, layer) =>
      ["forward", "backward"].map((side) => {
        const name = `lstm.${layer}.${side}`;
        const input = weights.rows(`${name}.input`);
        const state = weights.rows(`${name}.state`);
        return {
          input: kernel.matrix(input.values, input.scales, weights.floats(`${name}.bias`)),
          state: kernel.matrix(state.values, state.scales, undefined),
        };
      }),
    );
  }

  /** States of sentences that come longest first, none of them empty. */
  encode(sentences: readonly (readonly string[])[]): Encoded {
    const { kernel, hidden } = this;
    const batch = sentences.length;
    const steps = sentences[0]!.length + 1;
    const rows = steps * batch;
    const width = this.words.width;
    const vectors = sentences.map((sentence) => this.words.of(sentence));
    const lengths = kernel.scratch("lengths", batch * 4);
    const input = kernel.scratch("input", rows * width * 2);
    // a layer reads what the one before it wrote: two areas, used in turn
    const states = [0, 1].map((turn) => kernel.scratch(`states.${turn}`, rows * 2 * hidden * 2));
    const sums = kernel.scratch("sums", rows * 4 * hidden * 4);
    const state = kernel.scratch("state", batch * hidden * 2);
    const gates = kernel.scratch("gates", batch * 4 * hidden * 4);
    const cell = kernel.scratch("cell", batch * hidden * 4);
    const { i16, i32, calls } = kernel;
    i16.fill(0, input >> 1, (input >> 1) + rows * width);
    for (const at of states) i16.fill(0, at >> 1, (at >> 1) + rows * 2 * hidden);
    vectors.forEach((sentence, b) => {
      i32[(lengths >> 2) + b] = sentence.length + 1;
      i16.set(this.words.root, (input >> 1) + b * width);
      sentence.forEach((vector, i) => {
        i16.set(vector, (input >> 1) + ((i + 1) * batch + b) * width);
      });
    });
    this.layers.forEach((directions, layer) => {
      const from = layer === 0 ? input : states[(layer - 1) % 2]!;
      const into = states[layer % 2]!;
      const unit = layer === 0 ? INPUT_UNIT : STATE_UNIT;
      directions.forEach(({ input: m, state: s }, backward) => {
        kernel.apply(m, from, rows, unit, sums, false);
        calls.recur(
          sums,
          s.values,
          s.scales,
          this.zeros,
          lengths,
          batch,
          hidden,
          backward,
          into,
          2 * hidden,
          backward * hidden,
          1 / STATE_UNIT,
          state,
          gates,
          cell,
        );
      });
    });
    return { at: states[(this.layers.length - 1) % 2]!, rows, batch };
  }
}
