// Input vectors of words: vector, affixes, shape and n-grams through the input layer, kept in a cache.
import { featureRows, gramRows, lower, vectorKey } from "./features.ts";
import type { Kernel, Matrix } from "./kernel.ts";
import type { Rows, Weights } from "./weights.ts";

/** One unit of the i16 features before the input layer, and of the normalised vectors after it. */
const FEATURE_UNIT = 1 / 4096;
export const INPUT_UNIT = 1 / 2048;
const CACHE_SIZE = 40_000;
const CHUNK = 256;

function clamp16(x: number): number {
  const whole = Math.round(x);
  return whole > 32767 ? 32767 : whole < -32767 ? -32767 : whole;
}

function addRow({ values, scales, width }: Rows, row: number, into: Float64Array, at: number, factor: number): void {
  const scale = scales[row]! * factor;
  const from = row * width;
  for (let k = 0; k < width; k++) into[at + k] = into[at + k]! + values[from + k]! * scale;
}

export class WordVectors {
  /** Numbers in one input vector. */
  readonly width: number;
  /** The vector of the root position. */
  readonly root: Int16Array;
  private readonly cache = new Map<string, Int16Array>();
  private readonly kernel: Kernel;
  private readonly weights: Weights;
  private readonly vectors: Rows;
  private readonly tables: readonly Rows[];
  private readonly sizes: readonly number[];
  private readonly grams: Rows;
  private readonly input: Matrix;
  private readonly gain: Float32Array;
  private readonly shift: Float32Array;
  private readonly sums: Float64Array;

  constructor(kernel: Kernel, weights: Weights) {
    this.kernel = kernel;
    this.weights = weights;
    this.vectors = weights.rows("vectors");
    this.tables = weights.tables.map(([name]) => weights.rows(`table.${name}`));
    this.sizes = weights.tables.map(([, size]) => size);
    this.grams = weights.rows("table.grams");
    const input = weights.rows("input");
    this.input = kernel.matrix(input.values, input.scales, weights.floats("input.bias"));
    this.sums = new Float64Array(this.input.inputs);
    this.gain = weights.floats("norm.weight");
    this.shift = weights.floats("norm.bias");
    this.width = this.gain.length;
    this.root = Int16Array.from(weights.floats("root"), (x) => clamp16(x / INPUT_UNIT));
  }

  /** Vectors of these words, no two of them the same, in order. */
  of(words: readonly string[]): Int16Array[] {
    let missing = words.filter((word) => !this.cache.has(word));
    if (this.cache.size + missing.length > CACHE_SIZE) {
      this.cache.clear();
      missing = [...words];
    }
    for (let i = 0; i < missing.length; i += CHUNK) this.compute(missing.slice(i, i + CHUNK));
    return words.map((word) => this.cache.get(word)!);
  }

  /** The features of a word before the input layer, in the one list that is used for all words. */
  private features(word: string): Float64Array {
    const x = this.sums;
    x.fill(0);
    const low = lower(word);
    const row = vectorKey(low, this.weights.words);
    if (row !== undefined) addRow(this.vectors, row, x, 0, 1);
    let at = this.vectors.width;
    featureRows(word, low, this.sizes).forEach((r, i) => {
      addRow(this.tables[i]!, r, x, at, 1);
      at += this.tables[i]!.width;
    });
    const grams = gramRows(low, this.weights.gramRows);
    for (const g of grams) addRow(this.grams, g, x, at, 1 / grams.length);
    return x;
  }

  private compute(words: readonly string[]): void {
    const { inputs, outputs } = this.input;
    const from = this.kernel.scratch("word.features", words.length * inputs * 2);
    const out = this.kernel.scratch("word.vectors", words.length * outputs * 4);
    const { i16 } = this.kernel;
    for (const [i, word] of words.entries()) {
      const at = (from >> 1) + i * inputs;
      const x = this.features(word);
      for (let k = 0; k < inputs; k++) i16[at + k] = clamp16(x[k]! / FEATURE_UNIT);
    }
    this.kernel.apply(this.input, from, words.length, FEATURE_UNIT, out, true);
    words.forEach((word, i) => {
      this.cache.set(word, this.normalized((out >> 2) + i * outputs));
    });
  }

  /** Layer normalisation of the vector at this index of kernel memory, as i16. */
  private normalized(at: number): Int16Array {
    const { width: n, gain, shift } = this;
    const v = this.kernel.f32.subarray(at, at + n);
    let mean = 0;
    for (let k = 0; k < n; k++) mean += v[k]!;
    mean /= n;
    let variance = 0;
    for (let k = 0; k < n; k++) variance += (v[k]! - mean) ** 2;
    const factor = 1 / Math.sqrt(variance / n + 1e-5);
    const out = new Int16Array(n);
    for (let k = 0; k < n; k++) out[k] = clamp16(((v[k]! - mean) * factor * gain[k]! + shift[k]!) / INPUT_UNIT);
    return out;
  }
}
