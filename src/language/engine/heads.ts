// The output layers over encoded sentences: scores of arcs, labels, tags and names.
import { type Encoded, STATE_UNIT } from "./encoder.ts";
import type { Kernel, Matrix } from "./kernel.ts";
import type { Weights } from "./weights.ts";

/** Units of the i16 vectors of heads and dependents, and of dependents after the arc layer. */
const VECTOR_UNIT = 1 / 1024;
const ARC_UNIT = 1 / 512;

/** Scores of one sentence: row-major, `n` rows. */
export interface Scores {
  /** [token][head], head 0 the root. */
  readonly arcs: Float32Array;
  readonly heads: number;
  readonly upos: readonly Float32Array[];
  readonly xpos: readonly Float32Array[];
  readonly names: readonly Float32Array[];
  /** Label scores of each token under these heads. */
  labels(heads: readonly number[]): Float32Array[];
}

export class Heads {
  private readonly kernel: Kernel;
  private readonly matrices: Readonly<Record<string, Matrix>>;
  private readonly sizes: Readonly<Record<"upos" | "xpos" | "names" | "deprel", number>>;
  private readonly labelWidth: number;
  private readonly ones: number;
  private readonly zeros: number;

  constructor(kernel: Kernel, weights: Weights) {
    this.kernel = kernel;
    const linear = (name: string, bias = true): Matrix => {
      const { values, scales } = weights.rows(name);
      return kernel.matrix(values, scales, bias ? weights.floats(`${name}.bias`) : undefined);
    };
    const names = ["arc_head", "arc_dependent", "label_head", "label_dependent", "arc", "upos", "xpos", "name_hidden", "names"];
    this.matrices = { ...Object.fromEntries(names.map((n) => [n, linear(n)])), label: linear("label", false) };
    const { upos, xpos, names: tags, deprel } = weights.labels;
    this.sizes = { upos: upos.length, xpos: xpos.length, names: tags.length, deprel: deprel.length };
    this.labelWidth = weights.rows("label").width - 1;
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
  score({ at, rows, batch }: Encoded, lengths: readonly number[]): (b: number) => Scores {
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
      const n = lengths[b]!;
      const tags = (name: "upos" | "xpos" | "names", from: number): Float32Array[] => {
        const { outputs } = this.matrices[name]!;
        return Array.from({ length: n }, (_, i) => {
          const start = (from >> 2) + ((i + 1) * batch + b) * outputs;
          return this.kernel.f32.slice(start, start + this.sizes[name]);
        });
      };
      const row = (i: number): number => i * batch + b;
      return {
        ...this.arcs(n, row, head, arc),
        upos: tags("upos", upos),
        xpos: tags("xpos", xpos),
        names: tags("names", names),
        labels: (heads) => this.labels(heads, row, labelHead, labelDependent),
      };
    };
  }

  private arcs(n: number, row: (i: number) => number, head: number, arc: number): { arcs: Float32Array; heads: number } {
    const { kernel } = this;
    const width = this.matrices.arc!.outputs;
    const columns = n + 1 + ((n + 1) % 2);
    const from = kernel.scratch("arc.from", n * width * 2);
    const to = kernel.scratch("arc.to", columns * width * 2);
    const out = kernel.scratch("arc.scores", n * columns * 4);
    const copy = (source: number, i: number, target: number, at: number): void => {
      const start = (source >> 1) + row(i) * width;
      kernel.i16.copyWithin((target >> 1) + at * width, start, start + width);
    };
    for (let i = 0; i < n; i++) copy(arc, i + 1, from, i);
    for (let i = 0; i <= n; i++) copy(head, i, to, i);
    kernel.calls.multiply(from, to, out, n, columns, width, ARC_UNIT * VECTOR_UNIT, this.ones, this.zeros, 0);
    return { arcs: kernel.f32.slice(out >> 2, (out >> 2) + n * columns), heads: columns };
  }

  private labels(heads: readonly number[], row: (i: number) => number, labelHead: number, labelDependent: number): Float32Array[] {
    const { kernel, labelWidth: width } = this;
    const n = heads.length;
    const m = this.matrices.label!;
    const stride = this.matrices.label_head!.outputs;
    const from = kernel.scratch("label.from", n * m.inputs * 2);
    const { i16 } = kernel;
    i16.fill(0, from >> 1, (from >> 1) + n * m.inputs);
    heads.forEach((h, i) => {
      const start = (labelHead >> 1) + row(h) * stride;
      const at = (from >> 1) + i * m.inputs;
      i16.copyWithin(at, start, start + width);
      i16[at + width] = 1 / VECTOR_UNIT;
    });
    const sums = this.run("label", from, n, VECTOR_UNIT) >> 2;
    const { f32 } = kernel;
    return heads.map((_, i) => {
      const dependent = (labelDependent >> 2) + row(i + 1) * stride;
      const out = new Float32Array(this.sizes.deprel);
      for (let label = 0; label < out.length; label++) {
        const at = sums + i * m.outputs + label * (width + 1);
        let score = f32[at + width]!;
        for (let k = 0; k < width; k++) score += f32[at + k]! * f32[dependent + k]!;
        out[label] = score;
      }
      return out;
    });
  }
}
