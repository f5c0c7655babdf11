// The BiLSTM layers over a batch of sentences: words in, states in kernel memory out.
import type { Kernel, Matrix } from "./kernel.ts";
import type { Weights } from "./weights.ts";
import { INPUT_UNIT, type WordVectors } from "./words.ts";

/** One unit of the i16 states; states lie within [-1, 1]. */
export const STATE_UNIT = 1 / 16384;

/**
 * Words whose gate sums of the first layer are kept: these sums hang on the word alone, and are a seventh of the network's work.
 * More than a batch has rows. With 4,096 words, 29 MB, the sums of 13 in 100 tokens of White House texts are worked out, and those of the others are there.
 */
const KEPT_WORDS = 4096;

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
  /** Gate sums of kept words, one table for each direction, and the row of each word in both; row 0 is the root's. */
  private readonly kept: readonly number[];
  private readonly rowOf = new Map<string, number>();

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
    this.kept = this.layers[0]!.map(() => kernel.reserve(KEPT_WORDS * 4 * weights.hidden * 4));
    this.keep([words.root], 0);
  }

  /** Works out the gate sums of the first layer for words with these vectors, into the kept rows from `row` on. */
  private keep(vectors: readonly Int16Array[], row: number): void {
    const { kernel } = this;
    const { width } = this.words;
    const input = kernel.scratch("input", vectors.length * width * 2);
    vectors.forEach((vector, i) => {
      kernel.i16.set(vector, (input >> 1) + i * width);
    });
    this.layers[0]!.forEach(({ input: m }, side) => {
      kernel.apply(m, input, vectors.length, INPUT_UNIT, this.kept[side]! + row * m.outputs * 4, false);
    });
  }

  /** Sees to it that all words of a batch are kept. */
  private meet(sentences: readonly (readonly string[])[]): void {
    const { rowOf } = this;
    const distinct = new Set(sentences.flat());
    let fresh = [...distinct].filter((word) => !rowOf.has(word));
    if (1 + rowOf.size + fresh.length > KEPT_WORDS) {
      rowOf.clear();
      fresh = [...distinct];
    }
    if (fresh.length === 0) return;
    const from = rowOf.size + 1;
    for (const word of fresh) rowOf.set(word, rowOf.size + 1);
    this.keep(this.words.of(fresh), from);
  }

  /** States of sentences that come longest first, none of them empty. */
  encode(sentences: readonly (readonly string[])[]): Encoded {
    const { kernel, hidden } = this;
    const batch = sentences.length;
    const sizes = sentences.map((sentence) => sentence.length + 1);
    const { starts, rows } = rowsOf(sizes);
    this.meet(sentences);
    const lengths = kernel.scratch("lengths", batch * 4);
    const starting = kernel.scratch("starts", starts.length * 4);
    const ofWord = kernel.scratch("rows.words", rows * 4);
    const ofRow = kernel.scratch("rows.same", rows * 4);
    // a layer reads what the one before it wrote: two areas, used in turn
    const states = [0, 1].map((turn) => kernel.scratch(`states.${turn}`, rows * 2 * hidden * 2));
    const sums = kernel.scratch("sums", rows * 4 * hidden * 4);
    const state = kernel.scratch("state", batch * hidden * 2);
    const gates = kernel.scratch("gates", batch * 4 * hidden * 4);
    const cell = kernel.scratch("cell", batch * hidden * 4);
    const { i32, calls } = kernel;
    i32.set(sizes, lengths >> 2);
    i32.set(starts, starting >> 2);
    for (let row = 0; row < rows; row++) i32[(ofRow >> 2) + row] = row;
    sentences.forEach((sentence, b) => {
      i32[(ofWord >> 2) + b] = 0;
      for (let i = 0; i < sentence.length; i++) i32[(ofWord >> 2) + starts[i + 1]! + b] = this.rowOf.get(sentence[i]!)!;
    });
    this.layers.forEach((directions, layer) => {
      const first = layer === 0;
      const into = states[layer % 2]!;
      directions.forEach(({ input: m, state: s }, backward) => {
        if (!first) kernel.apply(m, states[(layer - 1) % 2]!, rows, STATE_UNIT, sums, false);
        calls.recur(
          first ? this.kept[backward]! : sums,
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
