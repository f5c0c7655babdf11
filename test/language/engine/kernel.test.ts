import { describe, expect, it } from "vitest";
import { Kernel, paddedOutputs } from "../../../src/language/engine/kernel.ts";

const kernel = new Kernel("src/language/engine/kernel.wasm");

/** Whole numbers that look like chance, the same each time. */
function numbers(count: number, range: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state % (2 * range + 1)) - range;
  });
}

describe("the kernel", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 11])("multiplies %i rows as plain arithmetic does", (rows) => {
    const [outputs, inner] = [10, 24];
    const weights = numbers(outputs * inner, 127, 7);
    const values = numbers(rows * inner, 16384, rows);
    const scales = Float32Array.from({ length: outputs }, (_, i) => (i + 1) / 1000);
    const bias = Float32Array.from({ length: outputs }, (_, i) => i - 4);
    const matrix = kernel.matrix(Int8Array.from(weights), scales, bias);
    expect(matrix.outputs).toBe(12);
    const from = kernel.reserve(rows * inner * 2);
    const out = kernel.reserve((rows + 1) * matrix.outputs * 4);
    kernel.i16.set(values, from >> 1);
    kernel.f32.fill(99, out >> 2, (out >> 2) + (rows + 1) * matrix.outputs);
    for (const relu of [false, true]) {
      kernel.apply(matrix, from, rows, 0.5, out, relu);
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < outputs; c++) {
          let sum = 0;
          for (let k = 0; k < inner; k++) sum += values[r * inner + k]! * weights[c * inner + k]!;
          const plain = Math.fround(Math.fround(Math.fround(sum) * Math.fround(scales[c]! * 0.5)) + bias[c]!);
          expect(kernel.f32[(out >> 2) + r * matrix.outputs + c]).toBe(relu ? Math.max(plain, 0) : plain);
        }
      }
    }
    expect(kernel.f32[(out >> 2) + rows * matrix.outputs]).toBe(99);
  });

  it("finds the best label but one", () => {
    const [labels, width] = [7, 5];
    const stride = paddedOutputs(labels);
    const sums = kernel.reserve(stride * (width + 1) * 4);
    const dependent = kernel.reserve(width * 4);
    for (let round = 0; round < 20; round++) {
      const a = numbers(stride * (width + 1), 1000, round + 1).map((x) => Math.fround(x / 7));
      const d = numbers(width, 1000, round + 100).map((x) => Math.fround(x / 13));
      kernel.f32.set(a, sums >> 2);
      kernel.f32.set(d, dependent >> 2);
      const scores = Array.from({ length: labels }, (_, label) => {
        let score = a[width * stride + label]!;
        for (let k = 0; k < width; k++) score += a[k * stride + label]! * d[k]!;
        return Math.fround(score);
      });
      for (const but of [0, 3, 6]) {
        const best = Math.max(...scores.filter((_, label) => label !== but));
        expect(kernel.calls.best(sums, stride, dependent, width, labels, but)).toBe(scores.findIndex((s, l) => l !== but && s === best));
      }
    }
  });

  it("refuses a matrix that is too wide for its fixed memory", () => {
    expect(() => kernel.matrix(new Int8Array(2048), Float32Array.of(1), undefined)).toThrow(/1024 inputs/);
  });
});
