// Short word vectors: the engine's word vectors of common words, turned to their main directions and cut.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Words from the head of the frequency list, and numbers kept of each vector. Tried on five folds: 25 is as good as 50 and 100. */
export const MEANING_WORDS = 20_000;
export const MEANING_SIZE = 25;

interface Model {
  readonly tensors: Readonly<Record<string, { readonly shape: readonly number[]; readonly offset: number; readonly type: string }>>;
}

export interface MeaningTable {
  readonly words: readonly string[];
  readonly values: Int8Array;
}

/** The `count` main directions of rows (each `width` numbers) by power iteration with deflation of their covariance. */
function directions(rows: Float64Array, width: number, count: number): Float64Array[] {
  const covariance = Array.from({ length: width }, () => new Float64Array(width));
  for (let at = 0; at < rows.length; at += width)
    for (let i = 0; i < width; i++) for (let j = 0; j < width; j++) covariance[i]![j] = covariance[i]![j]! + rows[at + i]! * rows[at + j]!;
  const out: Float64Array[] = [];
  for (let d = 0; d < count; d++) {
    let v = Float64Array.from({ length: width }, (_, i) => (i === d % width ? 1 : 1 / width));
    let size = 0;
    for (let step = 0; step < 500; step++) {
      const next = Float64Array.from(covariance, (row) => row.reduce((s, x, j) => s + x * v[j]!, 0));
      size = Math.sqrt(next.reduce((s, x) => s + x * x, 0)) || 1;
      const turned = next.map((x) => x / size);
      const change = turned.reduce((m, x, i) => Math.max(m, Math.abs(x - v[i]!)), 0);
      v = turned;
      if (change < 1e-10) break;
    }
    out.push(v);
    for (let i = 0; i < width; i++) for (let j = 0; j < width; j++) covariance[i]![j] = covariance[i]![j]! - size * v[i]! * v[j]!;
  }
  return out;
}

/** Reads the word vectors of the language engine in `folder` (GloVe, public domain) and shortens them. */
export function shortMeanings(folder: string): MeaningTable {
  const model = JSON.parse(readFileSync(join(folder, "model.json"), "utf8")) as Model;
  const tensor = model.tensors.vectors;
  if (tensor === undefined || tensor.type !== "i8") throw new Error(`${folder} has no int8 word vectors`);
  const width = tensor.shape[1]!;
  const bytes = new Int8Array(readFileSync(join(folder, "weights.bin"))).subarray(tensor.offset);
  const list = readFileSync(join(folder, "words.txt"), "utf8").split("\n");
  const words: string[] = [];
  const chosen: number[] = [];
  list.slice(0, MEANING_WORDS).forEach((word, i) => {
    if (!/^[a-z]+(?:-[a-z]+)*$/.test(word)) return;
    words.push(word);
    chosen.push(i);
  });
  const rows = new Float64Array(words.length * width);
  const unit = (at: number) => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += rows[at + k]! ** 2;
    for (let k = 0; k < width; k++) rows[at + k] = rows[at + k]! / Math.sqrt(sum || 1);
  };
  chosen.forEach((row, i) => {
    for (let k = 0; k < width; k++) rows[i * width + k] = bytes[row * width + k]!;
    unit(i * width);
  });
  const mean = new Float64Array(width);
  for (let i = 0; i < rows.length; i++) mean[i % width] = mean[i % width]! + rows[i]! / words.length;
  for (let i = 0; i < rows.length; i++) rows[i] = rows[i]! - mean[i % width]!;
  for (let at = 0; at < rows.length; at += width) unit(at);
  const axes = directions(rows, width, MEANING_SIZE);
  const values = new Int8Array(words.length * MEANING_SIZE);
  for (let i = 0; i < words.length; i++) {
    const short = axes.map((axis) => axis.reduce((s, x, k) => s + x * rows[i * width + k]!, 0));
    const top = Math.max(...short.map(Math.abs), 1e-9);
    short.forEach((x, k) => {
      values[i * MEANING_SIZE + k] = Math.round((x / top) * 127);
    });
  }
  return { words, values };
}
