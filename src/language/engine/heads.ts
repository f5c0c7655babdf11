// The output layers over encoded sentences: scores of arcs, labels, tags and names.
import { type Encoded, STATE_UNIT } from "./encoder.ts";
import { type Kernel, type Matrix, paddedOutputs } from "./kernel.ts";
import type { Rows, Weights } from "./weights.ts";

/** Units of the i16 vectors of heads and dependents, and of dependents after the arc layer. */
const VECTOR_UNIT = 1 / 1024;
const ARC_UNIT = 1 / 512;

/** Scores of one sentence, and the best of them where nothing else weighs in. */
export interface Scores {
  /** [token][head] row-major, head 0 the root. */
  readonly arcs: Float32Array;
  /** Numbers in a row of `arcs`. */
  readonly heads: number;
  /** The best label of each token, as its place in the list of labels. */
  readonly upos: readonly number[];
  readonly xpos: readonly number[];
  /** [token][tag] row-major, as many tags a token as there are labels. */
  readonly names: Float32Array;
  /** The best relation of each token under these heads, never the root's but for tokens under the root. */
  labels(heads: readonly number[]): number[];
}

/** Rows of a label's weights, label by label, put weight by weight with `stride` labels each: the labels of one weight side by side. */
function sideBySide({ values, scales, width }: Rows, labels: number, stride: number): Rows {
  const weights = scales.length / labels;
  const out = { values: new Int8Array(weights * stride * width), scales: new Float32Array(weights * stride), width };
  for (let label = 0; label < labels; label++) {
    for (let k = 0; k < weights; k++) {
      const from = label * weights + k;
      const to = k * stride + label;
      out.values.set(values.subarray(from * width, (from + 1) * width), to * width);
      out.scales[to] = scales[from]!;
    }
  }
  return out;
}

export class Heads {
  private readonly kernel: Kernel;
  private readonly matrices: Readonly<Record<string, Matrix>>;
  private readonly sizes: Readonly<Record<"upos" | "xpos" | "names" | "deprel", number>>;
  private readonly labelWidth: number;
  private readonly labelStride: number;
  private readonly root: number;
  private readonly ones: number;
  private readonly zeros: number;

  constructor(kernel: Kernel, weights: Weights) {
    this.kernel = kernel;
    const matrix = ({ values, scales }: Rows, bias?: Float32Array): Matrix => kernel.matrix(values, scales, bias);
    const linear = (name: string): Matrix => matrix(weights.rows(name), weights.floats(`${name}.bias`));
    const { upos, xpos, names: tags, deprel } = weights.labels;
    this.sizes = { upos: upos.length, xpos: xpos.length, names: tags.length, deprel: deprel.length };
    this.root = deprel.indexOf("root");
    const label = weights.rows("label");
    this.labelWidth = label.width - 1;
    this.labelStride = paddedOutputs(deprel.length);
    const names = ["arc_head", "arc_dependent", "label_head", "label_dependent", "arc", "upos", "xpos", "name_hidden", "names"];
    this.matrices = {
      ...Object.fromEntries(names.map((n) => [n, linear(n)])),
      label: matrix(sideBySide(label, deprel.length, this.labelStride)),
    };
    this.ones = kernel.constant(4096, 1);
    this.zeros = kernel.constant(4096, 0);
  }

  private run(name: string, from: number, rows: number, unit: number, relu = false): number {
    const m = this.matrices[name]!;
    const out = this.kernel.scratch(name, rows * m.outputs * 4);
    this.kernel.apply(m, from, rows, unit, out, relu);
    return out;
  }

  private quantized(name: string, from: number, rows: number, unit: number): number {
    const count = Math.ceil((rows * this.matrices[name]!.outputs) / 8) * 8;
    const out = this.kernel.scratch(`${name}.i16`, count * 2);
    this.kernel.calls.quantize(from, out, count, 1 / unit);
    return out;
  }

  /** Scores of the batch's sentences, whose lengths are given in the batch's order; read them before the next call. */
  score({ at, rows, starts }: Encoded, lengths: readonly number[]): (b: number) => Scores {
    const vectors = (name: string) => this.quantized(name, this.run(name, at, rows, STATE_UNIT, true), rows, VECTOR_UNIT);
    const head = vectors("arc_head");
    const dependent = vectors("arc_dependent");
    const arc = this.quantized("arc", this.run("arc", dependent, rows, VECTOR_UNIT), rows, ARC_UNIT);
    const labelHead = vectors("label_head");
    const labelDependent = this.run("label_dependent", at, rows, STATE_UNIT, true);
    const upos = this.run("upos", at, rows, STATE_UNIT);
    const xpos = this.run("xpos", at, rows, STATE_UNIT);
    const names = this.run("names", vectors("name_hidden"), rows, VECTOR_UNIT);
    return (b) => {
      const row = (i: number): number => starts[i]! + b;
      const tokens = Array.from({ length: lengths[b]! }, (_, i) => i + 1);
      return {
        ...this.arcs(tokens.length, row, head, arc),
        upos: tokens.map((i) => this.best("upos", upos, row(i))),
        xpos: tokens.map((i) => this.best("xpos", xpos, row(i))),
        names: this.nameScores(names, tokens.map(row)),
        labels: (heads) => this.labels(heads, row, labelHead, labelDependent),
      };
    };
  }

  /** The label with the highest score in a row of scores at `from`. */
  private best(name: "upos" | "xpos", from: number, row: number): number {
    const { f32 } = this.kernel;
    const start = (from >> 2) + row * this.matrices[name]!.outputs;
    let at = start;
    for (let i = start + 1; i < start + this.sizes[name]; i++) if (f32[i]! > f32[at]!) at = i;
    return at - start;
  }

  /** These rows of the scores of names at `from`, one behind the other. */
  private nameScores(from: number, rows: readonly number[]): Float32Array {
    const { f32 } = this.kernel;
    const size = this.sizes.names;
    const out = new Float32Array(rows.length * size);
    rows.forEach((row, i) => {
      const start = (from >> 2) + row * this.matrices.names!.outputs;
      for (let t = 0; t < size; t++) out[i * size + t] = f32[start + t]!;
    });
    return out;
  }

  private arcs(n: number, row: (i: number) => number, head: number, arc: number): { arcs: Float32Array; heads: number } {
    const { kernel } = this;
    const width = this.matrices.arc!.outputs;
    const columns = paddedOutputs(n + 1);
    const from = kernel.scratch("arc.from", n * width * 2);
    const plain = kernel.scratch("arc.plain", columns * width * 2);
    const to = kernel.scratch("arc.to", columns * width * 2);
    const out = kernel.scratch("arc.scores", n * columns * 4);
    const copy = (source: number, i: number, target: number, at: number): void => {
      const start = (source >> 1) + row(i) * width;
      kernel.i16.copyWithin((target >> 1) + at * width, start, start + width);
    };
    for (let i = 0; i < n; i++) copy(arc, i + 1, from, i);
    for (let i = 0; i <= n; i++) copy(head, i, plain, i);
    kernel.calls.pair(plain, to, columns, width);
    kernel.calls.multiply(from, to, out, n, columns, width, ARC_UNIT * VECTOR_UNIT, this.ones, this.zeros, 0);
    return { arcs: kernel.f32.slice(out >> 2, (out >> 2) + n * columns), heads: columns };
  }

  private labels(heads: readonly number[], row: (i: number) => number, labelHead: number, labelDependent: number): number[] {
    const { kernel, labelWidth: width } = this;
    const m = this.matrices.label!;
    const stride = this.matrices.label_head!.outputs;
    // tokens under one head share the first half of the work
    const places = new Map<number, number>();
    for (const h of heads) if (h !== 0 && !places.has(h)) places.set(h, places.size);
    const from = kernel.scratch("label.from", places.size * m.inputs * 2);
    const { i16 } = kernel;
    i16.fill(0, from >> 1, (from >> 1) + places.size * m.inputs);
    for (const [h, place] of places) {
      const start = (labelHead >> 1) + row(h) * stride;
      const at = (from >> 1) + place * m.inputs;
      i16.copyWithin(at, start, start + width);
      i16[at + width] = 1 / VECTOR_UNIT;
    }
    const sums = this.run("label", from, places.size, VECTOR_UNIT);
    return heads.map((h, i) => {
      if (h === 0) return this.root;
      const dependent = labelDependent + row(i + 1) * stride * 4;
      return kernel.calls.best(sums + places.get(h)! * m.outputs * 4, this.labelStride, dependent, width, this.sizes.deprel, this.root);
    });
  }
}
