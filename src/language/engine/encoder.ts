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

/** States of a batch: position `t` (0 the root) of sentence `b` in row `starts[t] + b`, i16 at `at`. */
export interface Encoded {
  readonly at: number;
  readonly rows: number;
  readonly starts: readonly number[];
}

/** Row of the first sentence at each position, for sentences of these lengths, longest first: shorter sentences have no rows past their end. */
function rowsOf(lengths: readonly number[]): { starts: number[]; rows: number } {
  const starts: number[] = [];
  let rows = 0;
  let active = lengths.length;
  for (let t = 0; t < lengths[0]!; t++) {
    while (lengths[active - 1]! <= t) active--;
    starts.push(rows);
    rows += active;
  }
  return { starts, rows };
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
    const sizes = sentences.map((sentence) => sentence.length + 1);
    const { starts, rows } = rowsOf(sizes);
    const width = this.words.width;
    // The gate sums of the first layer hang on the word alone: they are worked out once for each word of the batch, row 0 being the root's.
    const distinct = new Map<string, number>();
    for (const sentence of sentences) for (const word of sentence) if (!distinct.has(word)) distinct.set(word, distinct.size + 1);
    const vectors = this.words.of([...distinct.keys()]);
    const inputs = distinct.size + 1;
    const lengths = kernel.scratch("lengths", batch * 4);
    const starting = kernel.scratch("starts", starts.length * 4);
    const ofWord = kernel.scratch("rows.words", rows * 4);
    const ofRow = kernel.scratch("rows.same", rows * 4);
    const input = kernel.scratch("input", inputs * width * 2);
    // a layer reads what the one before it wrote: two areas, used in turn
    const states = [0, 1].map((turn) => kernel.scratch(`states.${turn}`, rows * 2 * hidden * 2));
    const sums = kernel.scratch("sums", Math.max(inputs, rows) * 4 * hidden * 4);
    const state = kernel.scratch("state", batch * hidden * 2);
    const gates = kernel.scratch("gates", batch * 4 * hidden * 4);
    const cell = kernel.scratch("cell", batch * hidden * 4);
    const { i16, i32, calls } = kernel;
    i32.set(sizes, lengths >> 2);
    i32.set(starts, starting >> 2);
    for (let row = 0; row < rows; row++) i32[(ofRow >> 2) + row] = row;
    i16.set(this.words.root, input >> 1);
    vectors.forEach((vector, i) => {
      i16.set(vector, (input >> 1) + (i + 1) * width);
    });
    sentences.forEach((sentence, b) => {
      i32[(ofWord >> 2) + b] = 0;
      for (let i = 0; i < sentence.length; i++) i32[(ofWord >> 2) + starts[i + 1]! + b] = distinct.get(sentence[i]!)!;
    });
    this.layers.forEach((directions, layer) => {
      const first = layer === 0;
      const from = first ? input : states[(layer - 1) % 2]!;
      const into = states[layer % 2]!;
      directions.forEach(({ input: m, state: s }, backward) => {
        kernel.apply(m, from, first ? inputs : rows, first ? INPUT_UNIT : STATE_UNIT, sums, false);
        calls.recur(
          sums,
          first ? ofWord : ofRow,
          s.values,
          s.scales,
          this.zeros,
          lengths,
          starting,
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
    return { at: states[(this.layers.length - 1) % 2]!, rows, starts };
  }
}
