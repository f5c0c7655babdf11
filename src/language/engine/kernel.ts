// The WebAssembly kernel: its memory, its functions, and weight matrices laid out for them.
import { readFileSync } from "node:fs";

/** The part of the platform's WebAssembly that is used; Node's types leave it to the DOM library. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Most inputs a matrix may have. */
  readonly LONGEST: { readonly value: number };
  reserve(bytes: number): number;
  pair(from: number, to: number, rows: number, inner: number): void;
  multiply(
    a: number,
    b: number,
    out: number,
    rows: number,
    columns: number,
    inner: number,
    scale: number,
    scales: number,
    bias: number,
    relu: number,
  ): void;
  best(sums: number, stride: number, dependent: number, width: number, labels: number, but: number): number;
  quantize(from: number, to: number, count: number, scale: number): void;
  recur(
    input: number,
    rows: number,
    weights: number,
    scales: number,
    zeros: number,
    lengths: number,
    starts: number,
    batch: number,
    hidden: number,
    backward: number,
    out: number,
    stride: number,
    offset: number,
    unit: number,
    state: number,
    gates: number,
    cell: number,
  ): void;
}

/** A weight matrix in kernel memory: i16 rows in pairs, padded to what the kernel needs, a scale and a bias for each row. */
export interface Matrix {
  readonly values: number;
  readonly scales: number;
  readonly bias: number;
  /** Rows, padded to a multiple of 4: the outputs. */
  readonly outputs: number;
  /** Columns, padded to a multiple of 8: the inputs. */
  readonly inputs: number;
}

const evenly = (n: number, by: number): number => Math.ceil(n / by) * by;

/** Rows that the second matrix of a product needs, zeros at its end, for `rows` outputs. */
export const paddedOutputs = (rows: number): number => evenly(rows, 4);

export class Kernel {
  readonly calls: KernelExports;
  f32!: Float32Array;
  i32!: Int32Array;
  i16!: Int16Array;
  private readonly buffers = new Map<string, { at: number; bytes: number }>();

  /** Loads the compiled kernel from a file. */
  constructor(path: string) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)));
    this.calls = instance.exports as KernelExports;
    this.view();
  }

  private view(): void {
    const { buffer } = this.calls.memory;
    if (this.f32?.buffer === buffer) return;
    this.f32 = new Float32Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.i16 = new Int16Array(buffer);
  }

  /** Address of new memory; views are renewed where the memory had to grow. */
  reserve(bytes: number): number {
    const at = this.calls.reserve(bytes);
    this.view();
    return at;
  }

  /** Address of scratch memory of this name with at least so many bytes; its contents are not kept. */
  scratch(name: string, bytes: number): number {
    const known = this.buffers.get(name);
    if (known && known.bytes >= bytes) return known.at;
    const size = Math.ceil(bytes * 1.5) + 64;
    const at = this.reserve(size);
    this.buffers.set(name, { at, bytes: size });
    return at;
  }

  /** Address of `count` floats set to `value`. */
  constant(count: number, value: number): number {
    const at = this.reserve(count * 4);
    this.f32.fill(value, at >> 2, (at >> 2) + count);
    return at;
  }

  /** Lays an int8 matrix of `rows` rows out for `multiply`. */
  matrix(values: Int8Array, scales: Float32Array, bias: Float32Array | undefined): Matrix {
    const rows = scales.length;
    const columns = values.length / rows;
    const outputs = paddedOutputs(rows);
    const inputs = evenly(columns, 8);
    if (inputs > this.calls.LONGEST.value) throw new Error(`The kernel takes ${this.calls.LONGEST.value} inputs at most, not ${inputs}`);
    const at = this.reserve(outputs * inputs * 2);
    const scale = this.constant(outputs, 0);
    const offset = this.constant(outputs, 0);
    const plain = this.scratch("matrix", outputs * inputs * 2);
    this.i16.fill(0, plain >> 1, (plain >> 1) + outputs * inputs);
    for (let r = 0; r < rows; r++) this.i16.set(values.subarray(r * columns, (r + 1) * columns), (plain >> 1) + r * inputs);
    this.calls.pair(plain, at, outputs, inputs);
    this.f32.set(scales, scale >> 2);
    if (bias) this.f32.set(bias, offset >> 2);
    return { values: at, scales: scale, bias: offset, outputs, inputs };
  }

  /** out = rows of i16 at `from`, worth `unit` each, through the matrix. */
  apply(m: Matrix, from: number, rows: number, unit: number, out: number, relu: boolean): void {
    this.calls.multiply(from, m.values, out, rows, m.outputs, m.inputs, unit, m.scales, m.bias, relu ? 1 : 0);
  }
}
