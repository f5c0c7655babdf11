// AssemblyScript source of src/language/engine/kernel.wasm: integer matrix products and the LSTM recurrence.
// All sums of products are exact in 32-bit integers, so a row's result never depends on the rows beside it.

/** Reserves bytes, aligned to 64, never freed. */
export function reserve(bytes: i32): usize {
  return (heap.alloc(bytes + 64) + 63) & ~(<usize>63);
}

/** Sums of the four lanes of each of four vectors. */
@inline
function totals(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(i8x16.shuffle(a, b, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23), i8x16.shuffle(a, b, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31));
  const cd = i32x4.add(i8x16.shuffle(c, d, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23), i8x16.shuffle(c, d, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31));
  return i32x4.add(i8x16.shuffle(ab, cd, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23), i8x16.shuffle(ab, cd, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31));
}

@inline
function scaled(sums: v128, factor: v128, bias: v128, floor: v128): v128 {
  return f32x4.pmax(f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), factor), bias), floor);
}

/** Longest inner dimension of a product; the four rows in work lie in fixed memory. */
export const LONGEST: i32 = 1024;
const four: usize = memory.data(4 * 1024 * 2, 64);

/** Lays rows of i16 out as `multiply` reads its second matrix: by pairs of rows, eight values of the one, then of the other. rows must be even. */
export function pair(from: usize, to: usize, rows: i32, inner: i32): void {
  const stride = <usize>inner << 1;
  for (let row = 0; row < rows; row += 2) {
    const a = from + <usize>row * stride;
    const o = to + <usize>row * stride;
    for (let k: usize = 0; k < stride; k += 16) {
      v128.store(o + 2 * k, v128.load(a + k));
      v128.store(o + 2 * k, v128.load(a + stride + k), 16);
    }
  }
}

/**
 * out[rows][columns] f32 = (a[rows][inner] i16 · b[columns][inner] i16) · scale · scales[column] + bias[column].
 * b lies in pairs of columns (`pair`); inner must be a multiple of 8 and at most LONGEST, columns a multiple of 4; relu clips below zero.
 * Four rows by two columns at a time, both read front to back through one address each: more sums, or more loads in one turn, spill out of V8's registers.
 */
export function multiply(a: usize, b: usize, out: usize, rows: i32, columns: i32, inner: i32, scale: f32, scales: usize, bias: usize, relu: i32): void {
  const stride = <usize>inner << 1;
  const line = <usize>columns << 2;
  const by = f32x4.splat(scale);
  const floor = f32x4.splat(relu ? 0 : -Infinity);
  for (let row = 0; row < rows; row += 4) {
    const left = rows - row;
    const a0 = a + <usize>row * stride;
    const o0 = out + <usize>row * line;
    if (left < 3) {
      if (left == 2) two(a0, b, o0, columns, stride, by, scales, bias, floor);
      else one(a0, b, o0, columns, stride, by, scales, bias, floor);
      break;
    }
    // a fourth row that is not there is the third once more, written to the same place
    const a1 = a0 + stride;
    const a2 = a1 + stride;
    const a3 = left > 3 ? a2 + stride : a2;
    const o1 = o0 + line;
    const o2 = o1 + line;
    const o3 = left > 3 ? o2 + line : o2;
    for (let k: usize = 0; k < stride; k += 16) {
      const to = four + 4 * k;
      v128.store(to, v128.load(a0 + k));
      v128.store(to, v128.load(a1 + k), 16);
      v128.store(to, v128.load(a2 + k), 32);
      v128.store(to, v128.load(a3 + k), 48);
    }
    const stop = four + 4 * stride;
    let q = b;
    for (let at: usize = 0; at < line; at += 8) {
      let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
      let p = four;
      do {
        const x0 = v128.load(q);
        const x1 = v128.load(q, 16);
        let y = v128.load(p);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(y, x0));
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(y, x1));
        y = v128.load(p, 16);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(y, x0));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(y, x1));
        y = v128.load(p, 32);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(y, x0));
        s21 = i32x4.add(s21, i32x4.dot_i16x8_s(y, x1));
        y = v128.load(p, 48);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(y, x0));
        s31 = i32x4.add(s31, i32x4.dot_i16x8_s(y, x1));
        p += 64;
        q += 32;
      } while (p < stop);
      const factor = f32x4.mul(v128.load64_splat(scales + at), by);
      const offset = v128.load64_splat(bias + at);
      let v = scaled(totals(s00, s01, s10, s11), factor, offset, floor);
      v128.store64_lane(o0 + at, v, 0);
      v128.store64_lane(o1 + at, v, 1);
      v = scaled(totals(s20, s21, s30, s31), factor, offset, floor);
      v128.store64_lane(o2 + at, v, 0);
      v128.store64_lane(o3 + at, v, 1);
    }
  }
}

/** Two rows of `multiply`, four columns at a time. */
function two(a: usize, b: usize, out: usize, columns: i32, stride: usize, by: v128, scales: usize, bias: usize, floor: v128): void {
  const line = <usize>columns << 2;
  for (let k: usize = 0; k < stride; k += 16) {
    const to = four + 2 * k;
    v128.store(to, v128.load(a + k));
    v128.store(to, v128.load(a + stride + k), 16);
  }
  const stop = four + 2 * stride;
  let q = b;
  for (let at: usize = 0; at < line; at += 16) {
    let s00 = i32x4.splat(0), s01 = s00, s02 = s00, s03 = s00, s10 = s00, s11 = s00, s12 = s00, s13 = s00;
    let p = four;
    let z = q + 2 * stride;
    do {
      const y0 = v128.load(p);
      const y1 = v128.load(p, 16);
      let x = v128.load(q);
      s00 = i32x4.add(s00, i32x4.dot_i16x8_s(y0, x));
      s10 = i32x4.add(s10, i32x4.dot_i16x8_s(y1, x));
      x = v128.load(q, 16);
      s01 = i32x4.add(s01, i32x4.dot_i16x8_s(y0, x));
      s11 = i32x4.add(s11, i32x4.dot_i16x8_s(y1, x));
      x = v128.load(z);
      s02 = i32x4.add(s02, i32x4.dot_i16x8_s(y0, x));
      s12 = i32x4.add(s12, i32x4.dot_i16x8_s(y1, x));
      x = v128.load(z, 16);
      s03 = i32x4.add(s03, i32x4.dot_i16x8_s(y0, x));
      s13 = i32x4.add(s13, i32x4.dot_i16x8_s(y1, x));
      p += 32;
      q += 32;
      z += 32;
    } while (p < stop);
    q = z;
    const factor = f32x4.mul(v128.load(scales + at), by);
    const offset = v128.load(bias + at);
    v128.store(out + at, scaled(totals(s00, s01, s02, s03), factor, offset, floor));
    v128.store(out + line + at, scaled(totals(s10, s11, s12, s13), factor, offset, floor));
  }
}

/** One row of `multiply`, four columns at a time. */
function one(a: usize, b: usize, out: usize, columns: i32, stride: usize, by: v128, scales: usize, bias: usize, floor: v128): void {
  const line = <usize>columns << 2;
  for (let at: usize = 0; at < line; at += 16) {
    let s0 = i32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    const q0 = b + (at >> 2) * stride;
    const q1 = q0 + 2 * stride;
    for (let k: usize = 0; k < stride; k += 16) {
      const y = v128.load(a + k);
      const x = q0 + 2 * k;
      const z = q1 + 2 * k;
      s0 = i32x4.add(s0, i32x4.dot_i16x8_s(y, v128.load(x)));
      s1 = i32x4.add(s1, i32x4.dot_i16x8_s(y, v128.load(x, 16)));
      s2 = i32x4.add(s2, i32x4.dot_i16x8_s(y, v128.load(z)));
      s3 = i32x4.add(s3, i32x4.dot_i16x8_s(y, v128.load(z, 16)));
    }
    v128.store(out + at, scaled(totals(s0, s1, s2, s3), f32x4.mul(v128.load(scales + at), by), v128.load(bias + at), floor));
  }
}

/**
 * The place of the best of `labels` scores, never that of `but`. The score of label l is sums[width][l] plus the products of sums[k][l] and
 * dependent[k], k rising, in double precision, rounded to single; a row of sums has `stride` numbers, a multiple of 2.
 */
export function best(sums: usize, stride: i32, dependent: usize, width: i32, labels: i32, but: i32): i32 {
  const line = <usize>stride << 2;
  const end = <usize>width << 2;
  let found = -1;
  let highest: f32 = 0;
  for (let label = 0; label < labels; label += 2) {
    let at = sums + (<usize>label << 2);
    let score = f64x2.promote_low_f32x4(v128.load64_zero(at + <usize>width * line));
    for (let k: usize = 0; k < end; k += 4) {
      score = f64x2.add(score, f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(at)), f64x2.splat(<f64>load<f32>(dependent + k))));
      at += line;
    }
    const first = <f32>f64x2.extract_lane(score, 0), second = <f32>f64x2.extract_lane(score, 1);
    if (label != but && (found < 0 || first > highest)) {
      found = label;
      highest = first;
    }
    if (label + 1 < labels && label + 1 != but && (found < 0 || second > highest)) {
      found = label + 1;
      highest = second;
    }
  }
  return found;
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
  const x = f32x4.pmax(f32x4.pmin(v, f32x4.splat(4.97)), f32x4.splat(-4.97));
  const s = f32x4.mul(x, x);
  const above = f32x4.add(f32x4.splat(135135), f32x4.mul(s, f32x4.add(f32x4.splat(17325), f32x4.mul(s, f32x4.add(f32x4.splat(378), s)))));
  const below = f32x4.add(f32x4.splat(135135), f32x4.mul(s, f32x4.add(f32x4.splat(62370), f32x4.mul(s, f32x4.add(f32x4.splat(3150), f32x4.mul(s, f32x4.splat(28)))))));
  return f32x4.pmax(f32x4.pmin(f32x4.div(f32x4.mul(x, above), below), f32x4.splat(1)), f32x4.splat(-1));
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
 * One direction of an LSTM over a batch sorted by falling length. Position t of sentence b is row starts[t] + b: positions without a sentence have no row.
 * input: gate sums of the inputs, f32 [..][4·hidden] in the order input, forget, cell, output; those of a row stand at rows[row];
 * weights: i16 [4·hidden][hidden] with scales; out: i16 rows of `stride` values, this direction at `offset`,
 * states multiplied by `unit`. state, gates and cell are scratch for batch rows.
 */
export function recur(input: usize, rows: usize, weights: usize, scales: usize, zeros: usize, lengths: usize, starts: usize, batch: i32, hidden: i32, backward: i32, out: usize, stride: i32, offset: i32, unit: f32, state: usize, gates: usize, cell: usize): void {
  const width = <usize>hidden << 2;
  const row = width << 2;
  // the states before the first position are zero, and so are the gate sums of them
  memory.fill(gates, 0, <usize>batch * row);
  memory.fill(cell, 0, <usize>batch * width);
  const u = f32x4.splat(unit);
  const steps = load<i32>(lengths);
  let active = batch;
  for (let t = 0; t < steps; t++) {
    while (active > 0 && load<i32>(lengths + ((active - 1) << 2)) <= t) active--;
    if (t > 0) multiply(state, weights, gates, active, hidden << 2, hidden, 1.0 / unit, scales, zeros, 0);
    for (let b = 0; b < active; b++) {
      const position = backward ? load<i32>(lengths + (b << 2)) - 1 - t : t;
      const at = <usize>(load<i32>(starts + (position << 2)) + b);
      const x = input + <usize>load<i32>(rows + (at << 2)) * row;
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
