// Measures dates against TIMEX3 gold: strict and relaxed F1 of extents, and type and value on those found (scoring of TempEval-3).
// node dist/eval/time.js --gold DIR [--sample N documents] [--misses N] [--cache DIR of parses] [--bare: without the parser]
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findDates } from "../src/language/dates/index.ts";
import { bare, parser } from "./gold/annotate.ts";
import { readTimeMl } from "./gold/timeml.ts";

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    sample: { type: "string" },
    misses: { type: "string" },
    cache: { type: "string" },
    bare: { type: "boolean" },
  },
});
if (values.gold === undefined) throw new Error("--gold DIR is missing: a folder of .tml files");

function files(path: string): string[] {
  if (!statSync(path).isDirectory()) return path.endsWith(".tml") ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

let misses = Number(values.misses ?? 0);
const show = (...parts: readonly string[]): void => {
  if (misses-- > 0) process.stderr.write(`${parts.join("\t").replaceAll("\n", " ")}\n`);
};

const parsed = parser(values.cache);
let gold = 0;
let found = 0;
let strict = 0;
let relaxed = 0;
let value = 0;
let type = 0;
let words = 0;
let nanoseconds = 0n;
const paths = files(values.gold);
// WikiWars holds each text twice, in tml/ and in its half for training or testing: a text counts once.
const seen = new Set<string>();
for (const path of values.sample === undefined ? paths : paths.slice(0, Number(values.sample))) {
  const document = readTimeMl(readFileSync(path, "utf8"));
  if (seen.has(document.text)) continue;
  seen.add(document.text);
  const { tokens, sentences } = values.bare === true ? bare(document.text) : parsed(document.text);
  const begun = process.hrtime.bigint();
  const dates = findDates(tokens, sentences, { published: document.published, dayFirst: false });
  nanoseconds += process.hrtime.bigint() - begun;
  words += tokens.length;
  gold += document.times.length;
  found += dates.length;
  const free = new Set(dates);
  for (const time of document.times) {
    const around = document.text.slice(Math.max(0, time.start - 50), time.end + 30);
    const match =
      [...free].find((d) => d.start === time.start && d.end === time.end) ??
      [...free].find((d) => d.start < time.end && time.start < d.end);
    if (match === undefined) {
      show("MISSED", time.text, time.value, around);
      continue;
    }
    free.delete(match);
    relaxed++;
    if (match.start === time.start && match.end === time.end) strict++;
    else show("EXTENT", time.text, match.text, around);
    if (match.type === time.type) type++;
    if (match.value === time.value) value++;
    else show("VALUE", time.text, time.value, match.value, match.how, document.published ?? "", around);
  }
  for (const extra of free) show("EXTRA", extra.text, extra.value, document.text.slice(Math.max(0, extra.start - 50), extra.end + 30));
}

const round = (x: number): number => Math.round(x * 10000) / 10000;
const f1 = (right: number): number => round((2 * right) / (found + gold));
process.stdout.write(
  `${JSON.stringify({ strict: f1(strict), relaxed: f1(relaxed), precision: round(relaxed / found), recall: round(relaxed / gold), type: round(type / relaxed), value: round(value / relaxed), gold, found, wordsPerSecond: Math.round((words * 1e9) / Number(nanoseconds)) })}\n`,
);
