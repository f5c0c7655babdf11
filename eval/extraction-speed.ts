// Measures the stages after language: node dist/eval/extraction-speed.js --gold DIR [--sample N] — words a second of extraction on one core.
// Words a second of CPU time over all texts of the sample, which are annotated first; the least of six passes counts, so that compiled code is
// measured and not its compilation (the first pass is printed beside it). DIR is a folder of Markdown files with front matter, or of plain texts.
import { parseArgs } from "node:util";
import { extract } from "../src/extraction/index.ts";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { createLanguage } from "../src/language/index.ts";
import { readTexts, wordsOf } from "./gold/texts.ts";

const { values } = parseArgs({ options: { gold: { type: "string" }, sample: { type: "string", default: "60" } } });
if (values.gold === undefined) {
  console.error("usage: node dist/eval/extraction-speed.js --gold DIR [--sample N]");
  process.exit(2);
}
const PASSES = 6;

const knowledge = loadKnowledge();
const language = createLanguage(knowledge);
const documents = readTexts(values.gold, Number(values.sample), "news").map((d) => language.annotate(d));
const words = documents.reduce((n, d) => n + wordsOf(d.document.text), 0);
let claims = 0;
const seconds = Array.from({ length: PASSES }, () => {
  const before = process.cpuUsage();
  claims = documents.reduce((n, d) => n + extract(d, knowledge).claims.length, 0);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
});
console.log(
  JSON.stringify({
    documents: documents.length,
    words,
    claims,
    wordsPerSecond: Math.round(words / Math.min(...seconds)),
    wordsPerSecondAtFirst: Math.round(words / seconds[0]!),
  }),
);
