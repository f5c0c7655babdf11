// Trains the classifier of event types and writes models/events/: node dist/training/events/index.js --gold FILE [--models DIR]
// FILE is plv_train.jsonl. Reads the language engine in DIR (word vectors, parses); run it again whenever the engine changes.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readPlv } from "../../eval/gold/plv.ts";
import { LEARNED_TYPES, meaningsOf } from "../../src/extraction/index.ts";
import { loadKnowledge } from "../../src/knowledge/index.ts";
import { createLanguage } from "../../src/language/index.ts";
import { fitWeights } from "./fit.ts";
import { MEANING_SIZE, shortMeanings } from "./meanings.ts";
import { examplesOf, featureCount, STRENGTH, samplesOf, vocabularyOf } from "./samples.ts";

const { values: options } = parseArgs({
  options: { gold: { type: "string" }, models: { type: "string", default: resolve(import.meta.dirname, "../../../models") } },
});
if (options.gold === undefined) {
  console.error("usage: node dist/training/events/index.js --gold FILE [--models DIR]");
  process.exit(2);
}

const table = shortMeanings(options.models);
const language = createLanguage(loadKnowledge());
const examples = examplesOf(readPlv(options.gold), language, meaningsOf(table.words, table.values, MEANING_SIZE));
const vocabulary = vocabularyOf(examples);
const count = featureCount(vocabulary, MEANING_SIZE);
const types = LEARNED_TYPES.length;
const fitted = fitWeights(samplesOf(examples, vocabulary, MEANING_SIZE), count, types, STRENGTH);

// one scale a type: the greatest weight of a type takes 127 steps
const scales = LEARNED_TYPES.map((_, k) => {
  let top = 0;
  for (let row = 0; row < count; row++) top = Math.max(top, Math.abs(fitted.weights[row * types + k]!));
  return top / 127;
});
const weights = Int8Array.from(fitted.weights, (w, i) => Math.round(w / scales[i % types]!));

const folder = join(options.models, "events");
mkdirSync(folder, { recursive: true });
const digits = (x: number) => Number(x.toPrecision(6));
const { version } = JSON.parse(readFileSync(join(options.models, "model.json"), "utf8")) as { readonly version: string };
writeFileSync(
  join(folder, "model.json"),
  `${JSON.stringify({ version: `events-1+engine-${version}`, types: LEARNED_TYPES, meaningSize: MEANING_SIZE, scales: scales.map(digits), bias: [...fitted.bias].map(digits) }, null, 1)}\n`,
);
writeFileSync(join(folder, "features.txt"), `${vocabulary.join("\n")}\n`);
writeFileSync(join(folder, "weights.bin"), weights);
writeFileSync(join(folder, "words.txt"), `${table.words.join("\n")}\n`);
writeFileSync(join(folder, "words.bin"), table.values);
console.log(JSON.stringify({ sentences: examples.length, features: vocabulary.length, bytes: weights.length + table.values.length }));
