// Input vectors of words: vector, affixes, shape and n-grams through the input layer, kept in a cache.
import { featureRows, gramRows, lower, vectorKey } from "./features.ts";
import type { Kernel, Matrix } from "./kernel.ts";
import type { Rows, Weights } from "./weights.ts";

/** One unit of the i16 features before the input layer, and of the normalised vectors after it. */
const FEATURE_UNIT = 1 / 4096;
export const INPUT_UNIT = 1 / 2048;
const CACHE_SIZE = 40_000;
const CHUNK = 256;

const clamp16 = (x: number): number => Math.max(-32767, Math.min(32767, Math.round(x)));

function addRow(rows: Rows, row: number, into: Float64Array, at: number, factor: number): void {
  const scale = rows.scales[row]! * factor;
  const from = row * rows.width;
  for (let k = 0; k < rows.width; k++) into[at + k] = into[at + k]! + rows.values[from + k]! * scale;
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

  constructor(kernel: Kernel, weights: Weights) {
    this.kernel = kernel;
    this.weights = weights;
    this.vectors = weights.rows("vectors");
    this.tables = weights.tables.map(([name]) => weights.rows(`table.${name}`));
    this.sizes = weights.tables.map(([, size]) => size);
    this.grams = weights.rows("table.grams");
    const input = weights.rows("input");
    this.input = kernel.matrix(input.values, input.scales, weights.floats("input.bias"));
    this.gain = weights.floats("norm.weight");
    this.shift = weights.floats("norm.bias");
    this.width = this.gain.length;
    this.root = Int16Array.from(weights.floats("root"), (x) => clamp16(x / INPUT_UNIT));
  }

  /** Vectors of all these words, in order. */
  of(words: Iterable<string>): Int16Array[] {
    const fresh = new Set<string>();
    const all = [...words];
    for (const word of all) if (!this.cache.has(word)) fresh.add(word);
    if (this.cache.size + fresh.size > CACHE_SIZE) {
      this.cache.clear();
      for (const word of all) fresh.add(word);
    }
    const missing = [...fresh];
    for (let i = 0; i < missing.length; i += CHUNK) this.compute(missing.slice(i, i + CHUNK));
    return all.map((word) => this.cache.get(word)!);
  }

  private features(word: string): Float64Array {
    const x = new Float64Array(this.input.inputs);
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
    words.forEach((word, i) => {
      const at = (from >> 1) + i * inputs;
      this.features(word).forEach((x, k) => {
        this.kernel.i16[at + k] = clamp16(x / FEATURE_UNIT);
      });
    });
    this.kernel.apply(this.input, from, words.length, FEATURE_UNIT, out, true);
    words.forEach((word, i) => {
      this.cache.set(word, this.normalized((out >> 2) + i * outputs));
    });
  }

  /** Layer normalisation of the vector at this index of kernel memory, as i16. */
  private normalized(at: number): Int16Array {
    const n = this.width;
    const v = this.kernel.f32.subarray(at, at + n);
    let mean = 0;
    for (let k = 0; k < n; k++) mean += v[k]!;
    mean /= n;
    let variance = 0;
    for (let k = 0; k < n; k++) variance += (v[k]! - mean) ** 2;
    const factor = 1 / Math.sqrt(variance / n + 1e-5);
    return Int16Array.from(v, (x, k) => clamp16(((x - mean) * factor * this.gain[k]! + this.shift[k]!) / INPUT_UNIT));
  }
}
