// Measures the language stage: node dist/eval/speed.js --gold DIR [--sample N] — words a second of the whole annotate on one core, start-up, peak memory.
// Words a second of CPU time (what one core does, whatever else the machine runs); the clock's time is printed beside it.
// DIR is a folder of Markdown files with front matter (the body counts), or of plain texts. A word is a run of non-blank characters with a letter or digit.
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { createLanguage } from "../src/language/index.ts";
import { readTexts, wordsOf } from "./gold/texts.ts";

const { values } = parseArgs({ options: { gold: { type: "string" }, sample: { type: "string", default: "60" } } });
if (!values.gold) throw new Error("--gold DIR is needed");

const begun = performance.now();
const knowledge = loadKnowledge();
const knowledgeAt = performance.now();
const language = createLanguage(knowledge);
const ready = performance.now();

const documents = readTexts(values.gold, Number(values.sample), "other");
const words = documents.reduce((n, d) => n + wordsOf(d.text), 0);
// Other documents first, so that compiled code is measured and not its compilation: after one document, threads that compile take a fifth of the processor time.
for (const document of readTexts(values.gold, Number(values.sample), "other", 20)) language.annotate(document);
const start = performance.now();
const cpuBefore = process.cpuUsage();
let mentions = 0;
let slowest = 0;
for (const document of documents) {
  const at = performance.now();
  mentions += language.annotate(document).mentions.length;
  slowest = Math.max(slowest, performance.now() - at);
}
const seconds = (performance.now() - start) / 1000;
const used = process.cpuUsage(cpuBefore);
const cpuSeconds = (used.user + used.system) / 1e6;
const round = (x: number): number => Math.round(x * 1000) / 1000;
console.log(
  JSON.stringify({
    measure: "speed",
    documents: documents.length,
    words,
    wordsPerSecond: Math.round(words / cpuSeconds),
    wordsPerSecondByClock: Math.round(words / seconds),
    startSeconds: round((ready - begun) / 1000),
    knowledgeSeconds: round((knowledgeAt - begun) / 1000),
    engineSeconds: round((ready - knowledgeAt) / 1000),
    slowestSeconds: round(slowest / 1000),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    mentions,
  }),
);
