// Measures publication dates: node dist/eval/date-published.js --gold FOLDER [--sample N] [--misses N]. FOLDER holds eval_*.json and html/*.gz.
// Exact day. Accuracy = right / all, precision = right / given, recall and F1 as htmldate's own evaluation counts them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readSource } from "../src/reader/index.ts";

interface Gold {
  readonly file: string;
  readonly date: string;
}

function option(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

const folder = option("--gold");
if (!folder) {
  console.error("usage: date-published.js --gold FOLDER [--sample N] [--misses N]");
  process.exit(2);
}
const gold: [string, Gold][] = [];
for (const name of readdirSync(folder)
  .filter((n) => /^eval_.*\.json$/.test(n))
  .sort()) {
  // Five dates are NaN, which JSON does not have.
  const text = readFileSync(join(folder, name), "utf8").replace(/:\s*NaN/g, ": null");
  gold.push(...Object.entries(JSON.parse(text) as Record<string, Gold>));
}
const every = Math.max(1, Math.floor(gold.length / Number(option("--sample") ?? gold.length)));
let right = 0;
let wrong = 0;
let none = 0;
let pages = 0;
const misses: { url: string; file: string; gold: string; found: string | null; source: string | null }[] = [];
for (const [i, [url, { file, date }]] of gold.entries()) {
  if (i % every !== 0 || typeof date !== "string") continue;
  const path = join(folder, "html", `${file}.gz`);
  if (!existsSync(path)) continue;
  pages++;
  const [document] = readSource({ file, url, bytes: gunzipSync(readFileSync(path)), contentType: "text/html" });
  const found = document?.published ?? null;
  if (found === null) none++;
  else if (found.value.startsWith(date)) right++;
  else wrong++;
  if (!found?.value.startsWith(date)) misses.push({ url, file, gold: date, found: found?.value ?? null, source: found?.source ?? null });
}
const precision = right / Math.max(1, right + wrong);
const recall = right / Math.max(1, right + none);
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
console.log(
  JSON.stringify({
    measure: "date-published",
    pages,
    accuracy: round(right / Math.max(1, pages)),
    precision: round(precision),
    recall: round(recall),
    f1: round((2 * precision * recall) / Math.max(1e-9, precision + recall)),
    ...(option("--misses") ? { misses: misses.slice(0, Number(option("--misses"))) } : {}),
  }),
);
