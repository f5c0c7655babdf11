// Trains, on PolNeAR train, the model that tells frames that report from others, and prints it as the table that src/language/quotes reads.
// npx tsc -p tsconfig.json && node training/cues.mjs POLNEAR_TRAIN [CACHE] > src/language/quotes/tables/cue-weights.ts
import { parser } from "../dist/eval/gold/annotate.js";
import { readPolnear } from "../dist/eval/gold/polnear.js";
import { featuresOf } from "../dist/src/language/quotes/features.js";
import { framesOf } from "../dist/src/language/quotes/frames.js";
import { findQuoted } from "../dist/src/language/quotes/marks.js";
import { treeOf } from "../dist/src/language/tree.js";

const [folder, cache] = process.argv.slice(2);
const EPOCHS = 4;
const RATE = 0.1;
const L2 = 1e-5;
/** Weight of recall in the choice of the threshold. On dev, half a step of the threshold moves .008 of source F1 against .004 of content F1. */
const BETA = 0.9;
/** Features seen less often are left out. */
const RARE = 5;
/** Weights smaller than this are left out of the table. */
const SMALL = 0.2;
const parsed = parser(cache);
const shared = (a, b) => a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0), 0);
const size = (a) => a.reduce((sum, x) => sum + x.end - x.start, 0);

const examples = [];
let number = 0;
for (const article of readPolnear(folder)) {
  const { tokens, sentences } = parsed(article.text);
  const tree = treeOf(tokens);
  const inside = new Uint8Array(tokens.length);
  for (const quoted of findQuoted(tokens, sentences)) inside.fill(1, quoted.open, quoted.end);
  for (const sentence of sentences) {
    for (const frame of framesOf(tree, sentence, (at) => inside[at] === 1)) {
      const cue = [tokens[frame.cue]];
      const content = frame.content.map((r) => ({ start: tokens[r.from].start, end: tokens[r.to - 1].end }));
      const right = article.attributions.some((gold) => shared(gold.cue, cue) > 0 && shared(gold.content, content) * 2 > Math.min(size(content), size(gold.content)));
      examples.push({ features: featuresOf(tree, sentence, frame), right: right ? 1 : 0, held: number % 10 === 0 });
    }
  }
  number++;
}

const seen = new Map();
for (const { features } of examples) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
const ids = new Map();
for (const [f, n] of seen) if (n >= RARE) ids.set(f, ids.size);
for (const e of examples) e.ids = e.features.map((f) => ids.get(f)).filter((id) => id !== undefined);

/** AdaGrad over the examples in a fixed shuffled order. */
function train(data) {
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1e-3);
  let state = 12345;
  const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32;
  const order = data.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const i of order) {
      const e = data[i];
      let z = 0;
      for (const id of e.ids) z += weights[id];
      const gradient = 1 / (1 + Math.exp(-z)) - e.right;
      for (const id of e.ids) {
        const g = gradient + L2 * weights[id];
        squares[id] += g * g;
        weights[id] -= (RATE * g) / Math.sqrt(squares[id]);
      }
    }
  }
  return weights;
}

const held = examples.filter((e) => e.held);
const trial = train(examples.filter((e) => !e.held));
let best = { score: 0, threshold: 0 };
for (let threshold = -2; threshold <= 1; threshold += 0.1) {
  let tp = 0;
  let found = 0;
  let gold = 0;
  for (const e of held) {
    let z = 0;
    for (const id of e.ids) z += trial[id];
    gold += e.right;
    if (z > threshold) {
      found++;
      tp += e.right;
    }
  }
  const score = ((1 + BETA ** 2) * tp) / (found + BETA ** 2 * gold);
  if (score > best.score) best = { score, threshold, f1: (2 * tp) / (found + gold), precision: tp / found, recall: tp / gold };
}
process.stderr.write(`frames ${examples.length}, held out ${held.length}: ${JSON.stringify(best)}\n`);

const weights = train(examples);
const rows = [...ids].map(([f, id]) => [f, Math.round(weights[id] * 100)]).filter(([, w]) => Math.abs(w) >= SMALL * 100).sort((a, b) => (a[0] < b[0] ? -1 : 1));
process.stdout.write(`// Weights of the model of reports, in hundredths: learned from PolNeAR 1.0 train (networkdynamics, 2018) by training/cues.mjs; figures only, no text of it.\n`);
process.stdout.write(`// Held out tenth of train: precision ${best.precision.toFixed(3)}, recall ${best.recall.toFixed(3)}, F1 ${best.f1.toFixed(3)} at threshold ${best.threshold.toFixed(1)}.\n\n`);
process.stdout.write(`/** Least score of a frame that reports, in hundredths. */\nexport const THRESHOLD = ${Math.round(best.threshold * 100)};\n\n`);
process.stdout.write(`export const WEIGHTS: Readonly<Record<string, number>> = JSON.parse(\n  ${JSON.stringify(JSON.stringify(Object.fromEntries(rows)))},\n) as Record<string, number>;\n`);
