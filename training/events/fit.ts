// Multinomial logistic regression with an L2 penalty, fitted by L-BFGS. Deterministic: full batches, no random start.
export interface Sample {
  /** Positions of features and their values. */
  readonly at: Int32Array;
  readonly value: Float64Array;
  readonly label: number;
  readonly weight: number;
}

export interface Fitted {
  /** `features × labels`, row by row. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

const MEMORY = 10;
const ITERATIONS = 300;
/** Relative fall of the loss below which a fit has ended. */
const TOLERANCE = 1e-7;

/** Log-probabilities of the labels of one sample. */
export function scoresOf(sample: Pick<Sample, "at" | "value">, fitted: Fitted): Float64Array {
  const n = fitted.bias.length;
  const scores = Float64Array.from(fitted.bias);
  for (let j = 0; j < sample.at.length; j++) {
    const from = sample.at[j]! * n;
    const x = sample.value[j]!;
    for (let k = 0; k < n; k++) scores[k] = scores[k]! + fitted.weights[from + k]! * x;
  }
  const top = scores.reduce((m, x) => Math.max(m, x), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let k = 0; k < n; k++) total += Math.exp(scores[k]! - top);
  const log = top + Math.log(total);
  return scores.map((x) => x - log);
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i]! * b[i]!;
  return s;
};

/** Loss `strength × Σ weight × -log p(label) + ½ |weights|²` and its gradient; the bias is not penalised. */
function lossAt(x: Float64Array, samples: readonly Sample[], features: number, labels: number, strength: number): [number, Float64Array] {
  const fitted: Fitted = { weights: x.subarray(0, features * labels), bias: x.subarray(features * labels) };
  const gradient = new Float64Array(x.length);
  let loss = 0;
  for (let i = 0; i < features * labels; i++) {
    loss += 0.5 * x[i]! ** 2;
    gradient[i] = x[i]!;
  }
  for (const s of samples) {
    const logs = scoresOf(s, fitted);
    const c = strength * s.weight;
    loss -= c * logs[s.label]!;
    const delta = logs.map((l, k) => c * (Math.exp(l) - (k === s.label ? 1 : 0)));
    for (let j = 0; j < s.at.length; j++) {
      const from = s.at[j]! * labels;
      for (let k = 0; k < labels; k++) gradient[from + k] = gradient[from + k]! + delta[k]! * s.value[j]!;
    }
    for (let k = 0; k < labels; k++) gradient[features * labels + k] = gradient[features * labels + k]! + delta[k]!;
  }
  return [loss, gradient];
}

/** Fits weights. `strength` is the inverse of the penalty (scikit-learn's C). */
export function fitWeights(samples: readonly Sample[], features: number, labels: number, strength: number): Fitted {
  const size = features * labels + labels;
  let x = new Float64Array(size);
  let [loss, gradient] = lossAt(x, samples, features, labels, strength);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    // two loops of L-BFGS: the gradient through the inverse curvature of the last steps
    const direction = gradient.map((g) => -g);
    const factors: number[] = [];
    for (let m = steps.length - 1; m >= 0; m--) {
      const a = dot(steps[m]!, direction) / dot(steps[m]!, changes[m]!);
      factors[m] = a;
      for (let i = 0; i < size; i++) direction[i] = direction[i]! - a * changes[m]![i]!;
    }
    const last = steps.length - 1;
    const scale = last < 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : dot(steps[last]!, changes[last]!) / dot(changes[last]!, changes[last]!);
    for (let i = 0; i < size; i++) direction[i] = direction[i]! * scale;
    for (let m = 0; m < steps.length; m++) {
      const b = dot(changes[m]!, direction) / dot(steps[m]!, changes[m]!);
      for (let i = 0; i < size; i++) direction[i] = direction[i]! + (factors[m]! - b) * steps[m]![i]!;
    }
    const slope = dot(direction, gradient);
    let step = 1;
    let next = x;
    let found: [number, Float64Array] | null = null;
    for (let halving = 0; halving < 30; halving++, step /= 2) {
      next = x.map((v, i) => v + step * direction[i]!);
      const tried = lossAt(next, samples, features, labels, strength);
      if (tried[0] <= loss + 1e-4 * step * slope) {
        found = tried;
        break;
      }
    }
    if (found === null) break;
    const s = next.map((v, i) => v - x[i]!);
    const y = found[1].map((g, i) => g - gradient[i]!);
    if (dot(s, y) > 1e-12) {
      steps.push(s);
      changes.push(y);
      if (steps.length > MEMORY) {
        steps.shift();
        changes.shift();
      }
    }
    const fall = loss - found[0];
    x = next;
    [loss, gradient] = found;
    if (fall < TOLERANCE * loss) break;
  }
  return { weights: x.slice(0, features * labels), bias: x.slice(features * labels) };
}
