// Event types by the classifier, source and target given: node dist/eval/events.js --gold FILE [--list] [--sample N]
// FILE is plv_train.jsonl. Five folds: near-duplicates (half of the shorter text's word triples, actors masked) stay in one fold.
// Prints macro-F1 of the root (15 types) and of the quad class (AGREE, CONSULT, SUPPORT 1; COOPERATE, AID, YIELD 2; REQUEST, ACCUSE, REJECT,
// THREATEN 3; PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT 4: the convention of the data). --list tells the misses.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { LEARNED_QUAD, LEARNED_TYPES, meaningsOf } from "../src/extraction/index.ts";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { createLanguage } from "../src/language/index.ts";
import { fitWeights, scoresOf } from "../training/events/fit.ts";
import { foldsOf } from "../training/events/folds.ts";
import { MEANING_SIZE, shortMeanings } from "../training/events/meanings.ts";
import { examplesOf, featureCount, STRENGTH, samplesOf, vocabularyOf } from "../training/events/samples.ts";
import { readPlv } from "./gold/plv.ts";

const { values: options } = parseArgs({
  options: { gold: { type: "string" }, list: { type: "boolean", default: false }, sample: { type: "string" } },
});
if (options.gold === undefined) {
  console.error("usage: node dist/eval/events.js --gold FILE [--list] [--sample N]");
  process.exit(2);
}
const FOLDS = 5;

const table = shortMeanings(resolve(import.meta.dirname, "../../models"));
const meanings = meaningsOf(table.words, table.values, MEANING_SIZE);
const examples = examplesOf(
  readPlv(options.gold).slice(0, options.sample === undefined ? undefined : Number(options.sample)),
  createLanguage(loadKnowledge()),
  meanings,
);
const folds = foldsOf(
  examples.map((e) => e.masked),
  examples.map((e) => e.sentence.root),
  FOLDS,
);

const roots: [string, string][] = [];
const quads: [number, number][] = [];
for (let f = 0; f < FOLDS; f++) {
  const train = examples.filter((_, i) => folds[i] !== f);
  const test = examples.filter((_, i) => folds[i] === f);
  const vocabulary = vocabularyOf(train);
  const fitted = fitWeights(
    samplesOf(train, vocabulary, MEANING_SIZE),
    featureCount(vocabulary, MEANING_SIZE),
    LEARNED_TYPES.length,
    STRENGTH,
  );
  const samples = samplesOf(test, vocabulary, MEANING_SIZE);
  test.forEach(({ sentence }, i) => {
    const p = scoresOf(samples[i]!, fitted).map(Math.exp);
    const type = LEARNED_TYPES[p.indexOf(Math.max(...p))]!;
    const byQuad = [1, 2, 3, 4].map((q) => LEARNED_TYPES.reduce((s, t, k) => s + (LEARNED_QUAD[t] === q ? p[k]! : 0), 0));
    roots.push([sentence.root, type]);
    quads.push([sentence.quad, byQuad.indexOf(Math.max(...byQuad)) + 1]);
    if (options.list && type !== sentence.root) console.error(`${sentence.root} → ${type} ${Math.max(...p).toFixed(2)} | ${sentence.text}`);
  });
}

function scores<T>(pairs: readonly (readonly [T, T])[]) {
  const labels = [...new Set(pairs.map(([gold]) => gold))].sort();
  const each = labels.map((label) => {
    const right = pairs.filter(([g, p]) => g === label && p === label).length;
    const all = pairs.filter(([g]) => g === label).length + pairs.filter(([, p]) => p === label).length;
    return [label, all > 0 ? (2 * right) / all : 0] as const;
  });
  const round = (x: number) => Math.round(x * 1000) / 1000;
  return {
    macroF1: round(each.reduce((s, [, f]) => s + f, 0) / each.length),
    accuracy: round(pairs.filter(([g, p]) => g === p).length / pairs.length),
    each: Object.fromEntries(each.map(([label, f]) => [label, round(f)])),
  };
}
console.log(JSON.stringify({ sentences: examples.length, root: scores(roots), quad: scores(quads) }));
