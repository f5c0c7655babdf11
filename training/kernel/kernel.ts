// AssemblyScript source of src/language/engine/kernel.wasm: integer matrix products and the LSTM recurrence.
// All sums of products are exact in 32-bit integers, so a row's result never depends on the rows beside it.

/** Reserves bytes, aligned to 64, never freed. */
export function reserve(bytes: i32): usize {
  return (heap.alloc(bytes + 64) + 63) & ~(<usize>63);
}

@inline
function total(v: v128): f32 {
  const pair = i32x4.add(v, i8x16.shuffle(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  return <f32>(i32x4.extract_lane(pair, 0) + i32x4.extract_lane(pair, 1));
}

@inline
function put(at: usize, value: f32, relu: i32): void {
  store<f32>(at, relu && value < 0 ? 0 : value);
}

/**
 * out[rows][columns] f32 = (a[rows][inner] i16 · b[columns][inner] i16) · scale · scales[column] + bias[column].
 * inner must be a multiple of 8, columns of 2; relu clips below zero.
 */
export function multiply(a: usize, b: usize, out: usize, rows: i32, columns: i32, inner: i32, scale: f32, scales: usize, bias: usize, relu: i32): void {
  const stride = <usize>inner << 1;
  const line = <usize>columns << 2;
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    const a0 = a + <usize>row * stride;
    const a1 = a0 + stride;
    const a2 = a1 + stride;
    const a3 = a2 + stride;
    for (let column = 0; column < columns; column += 2) {
      const b0 = b + <usize>column * stride;
      const b1 = b0 + stride;
      let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
      for (let k: usize = 0; k < stride; k += 16) {
        const x0 = v128.load(b0 + k);
        const x1 = v128.load(b1 + k);
        let y = v128.load(a0 + k);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(y, x0));
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(y, x1));
        y = v128.load(a1 + k);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(y, x0));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(y, x1));
        y = v128.load(a2 + k);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(y, x0));
        s21 = i32x4.add(s21, i32x4.dot_i16x8_s(y, x1));
        y = v128.load(a3 + k);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(y, x0));
        s31 = i32x4.add(s31, i32x4.dot_i16x8_s(y, x1));
      }
      const at = <usize>column << 2;
      const m0 = load<f32>(scales + at) * scale, m1 = load<f32>(scales + at + 4) * scale;
      const c0 = load<f32>(bias + at), c1 = load<f32>(bias + at + 4);
      let o = out + <usize>row * line + at;
      put(o, total(s00) * m0 + c0, relu);
      put(o + 4, total(s01) * m1 + c1, relu);
      o += line;
      put(o, total(s10) * m0 + c0, relu);
      put(o + 4, total(s11) * m1 + c1, relu);
      o += line;
      put(o, total(s20) * m0 + c0, relu);
      put(o + 4, total(s21) * m1 + c1, relu);
      o += line;
      put(o, total(s30) * m0 + c0, relu);
      put(o + 4, total(s31) * m1 + c1, relu);
    }
  }
  for (; row < rows; row++) {
    const a0 = a + <usize>row * stride;
    let column = 0;
    for (; column + 4 <= columns; column += 4) {
      const b0 = b + <usize>column * stride;
      const b1 = b0 + stride;
      const b2 = b1 + stride;
      const b3 = b2 + stride;
      let s0 = i32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
      for (let k: usize = 0; k < stride; k += 16) {
        const y = v128.load(a0 + k);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(y, v128.load(b0 + k)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(y, v128.load(b1 + k)));
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(y, v128.load(b2 + k)));
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(y, v128.load(b3 + k)));
      }
      const at = <usize>column << 2;
      const o = out + <usize>row * line + at;
      put(o, total(s0) * (load<f32>(scales + at) * scale) + load<f32>(bias + at), relu);
      put(o + 4, total(s1) * (load<f32>(scales + at + 4) * scale) + load<f32>(bias + at + 4), relu);
      put(o + 8, total(s2) * (load<f32>(scales + at + 8) * scale) + load<f32>(bias + at + 8), relu);
      put(o + 12, total(s3) * (load<f32>(scales + at + 12) * scale) + load<f32>(bias + at + 12), relu);
    }
    for (; column < columns; column++) {
      const b0 = b + <usize>column * stride;
      let s0 = i32x4.splat(0);
      for (let k: usize = 0; k < stride; k += 16) s0 = i32x4.add(s0, i32x4.dot_i16x8_s(v128.load(a0 + k), v128.load(b0 + k)));
      const at = <usize>column << 2;
      put(out + <usize>row * line + at, total(s0) * (load<f32>(scales + at) * scale) + load<f32>(bias + at), relu);
    }
  }
}

/** to[i] = i16 of from[i] · scale, rounded and saturated; count must be a multiple of 8. */
export function quantize(from: usize, to: usize, count: i32, scale: f32): void {
  const s = f32x4.splat(scale);
  for (let i: usize = 0; i < <usize>count; i += 8) {
    const p = from + (i << 2);
    const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(p), s)));
    const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(p + 16), s)));
    v128.store(to + (i << 1), i16x8.narrow_i32x4_s(low, high));
  }
}

/** tanh by Lambert's continued fraction, exact to about 5e-5 over the whole line. */
@inline
function tanh4(v: v128): v128 {
  const x = f32x4.max(f32x4.min(v, f32x4.splat(4.97)), f32x4.splat(-4.97));
  const s = f32x4.mul(x, x);
  const above = f32x4.add(f32x4.splat(135135), f32x4.mul(s, f32x4.add(f32x4.splat(17325), f32x4.mul(s, f32x4.add(f32x4.splat(378), s)))));
  const below = f32x4.add(f32x4.splat(135135), f32x4.mul(s, f32x4.add(f32x4.splat(62370), f32x4.mul(s, f32x4.add(f32x4.splat(3150), f32x4.mul(s, f32x4.splat(28)))))));
  return f32x4.max(f32x4.min(f32x4.div(f32x4.mul(x, above), below), f32x4.splat(1)), f32x4.splat(-1));
}

@inline
function sigmoid4(v: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, tanh4(f32x4.mul(half, v))));
}

@inline
function sum4(a: usize, b: usize): v128 {
  return f32x4.add(v128.load(a), v128.load(b));
}

/**
 * One direction of an LSTM over a batch sorted by falling length. Position t of sentence b is row t·batch + b.
 * input: gate sums of the inputs, f32 [rows][4·hidden] in the order input, forget, cell, output;
 * weights: i16 [4·hidden][hidden] with scales; out: i16 rows of `stride` values, this direction at `offset`,
 * states multiplied by `unit`. state, gates and cell are scratch for batch rows.
 */
export function recur(input: usize, weights: usize, scales: usize, zeros: usize, lengths: usize, batch: i32, hidden: i32, backward: i32, out: usize, stride: i32, offset: i32, unit: f32, state: usize, gates: usize, cell: usize): void {
  const width = <usize>hidden << 2;
  const row = width << 2;
  memory.fill(state, 0, (<usize>batch * hidden) << 1);
  memory.fill(cell, 0, <usize>batch * width);
  const u = f32x4.splat(unit);
  const steps = load<i32>(lengths);
  let active = batch;
  for (let t = 0; t < steps; t++) {
    while (active > 0 && load<i32>(lengths + ((active - 1) << 2)) <= t) active--;
    multiply(state, weights, gates, active, hidden << 2, hidden, 1.0 / unit, scales, zeros, 0);
    for (let b = 0; b < active; b++) {
      const position = backward ? load<i32>(lengths + (b << 2)) - 1 - t : t;
      const at = <usize>(position * batch + b);
      const x = input + at * row;
      const g = gates + <usize>b * row;
      const c = cell + <usize>b * width;
      const h = state + <usize>b * (width >> 1);
      const o = out + ((at * stride + offset) << 1);
      for (let j: usize = 0; j < width; j += 32) {
        let low = i32x4.splat(0), high = low;
        for (let half: usize = 0; half < 32; half += 16) {
          const p = j + half;
          const gate = sigmoid4(sum4(x + p, g + p));
          const forget = sigmoid4(sum4(x + width + p, g + width + p));
          const value = tanh4(sum4(x + 2 * width + p, g + 2 * width + p));
          const open = sigmoid4(sum4(x + 3 * width + p, g + 3 * width + p));
          const next = f32x4.add(f32x4.mul(forget, v128.load(c + p)), f32x4.mul(gate, value));
          v128.store(c + p, next);
          const quantized = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(f32x4.mul(open, tanh4(next)), u)));
          if (half == 0) low = quantized;
          else high = quantized;
        }
        const states = i16x8.narrow_i32x4_s(low, high);
        v128.store(h + (j >> 1), states);
        v128.store(o + (j >> 1), states);
      }
    }
  }
}
