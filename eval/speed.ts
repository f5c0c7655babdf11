// Measures the language stage: node dist/eval/speed.js --gold DIR [--sample N] — words a second of the whole annotate on one core, start-up, peak memory.
// Words a second of CPU time (what one core does, whatever else the machine runs); the clock's time is printed beside it.
// DIR is a folder of Markdown files with front matter (the body counts), or of plain texts. A word is a run of non-blank characters with a letter or digit.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { createLanguage } from "../src/language/index.ts";
import type { Document } from "../src/model/index.ts";

const { values } = parseArgs({ options: { gold: { type: "string" }, sample: { type: "string", default: "60" } } });
if (!values.gold) throw new Error("--gold DIR is needed");
const folder = values.gold;

const begun = performance.now();
const knowledge = loadKnowledge();
const knowledgeAt = performance.now();
const language = createLanguage(knowledge);
const ready = performance.now();

/** Every k-th file, so that the sample runs over the whole range. */
const files = readdirSync(folder)
  .filter((f) => /\.(?:md|txt)$/.test(f))
  .sort();
const step = Math.max(1, Math.floor(files.length / Number(values.sample)));
const documents = files
  .filter((_, i) => i % step === 0)
  .slice(0, Number(values.sample))
  .map((file): Document => {
    const raw = readFileSync(join(folder, file), "utf8");
    const front = /^---\n[\s\S]*?\n---\n/.exec(raw)?.[0] ?? "";
    const date = /^date: '?(\d{4}-\d{2}-\d{2})/m.exec(front)?.[1];
    const text = raw
      .slice(front.length)
      .split(/\n\s*\n/)
      .map((p) => p.replace(/\s+/g, " ").trim())
      .filter(Boolean)
      .join("\n\n");
    return {
      id: `sha256:${file}`,
      file,
      url: null,
      site: null,
      title: null,
      author: null,
      published: date ? { value: date, precision: "day", source: "front-matter" } : null,
      modified: null,
      language: "en",
      kind: "other",
      text,
      removals: [],
      problems: [],
    };
  });
const words = documents.reduce((n, d) => n + d.text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length, 0);
// One document first, so that compiled code is measured and not its compilation.
if (documents[0]) language.annotate(documents[0]);
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
