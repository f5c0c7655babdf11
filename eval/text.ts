// Measures main text: node dist/eval/text.js --gold FOLDER [--sample N] [--predicted FILE]. FOLDER holds ground-truth.json and html/*.html.gz.
// Shingles of four words with their counts; precision and recall averaged over pages; accuracy = share of pages with all shingles right.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { gunzipSync } from "node:zlib";
import { readSource } from "../src/reader/index.ts";

interface Gold {
  readonly articleBody: string;
  readonly url?: string;
}

function option(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const add = (shingle: string): void => void counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  if (words.length > 0 && words.length < 4) add(words.join(" "));
  for (let i = 0; i + 4 <= words.length; i++) add(words.slice(i, i + 4).join(" "));
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);
const mean = (values: readonly number[]): number => (values.length > 0 ? values.reduce((sum, n) => sum + n, 0) / values.length : 0);

const folder = option("--gold");
if (!folder) {
  console.error("usage: text.js --gold FOLDER [--sample N] [--predicted FILE] [--worst N]");
  process.exit(2);
}
const gold = Object.entries(JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")) as Record<string, Gold>);
const sample = Number(option("--sample") ?? gold.length);
const precision: number[] = [];
const recall: number[] = [];
const exact: number[] = [];
const times: number[] = [];
const pages: { page: string; f1: number; precision: number; recall: number }[] = [];
const predicted: Record<string, { articleBody: string }> = {};
for (const [page, { articleBody }] of gold.slice(0, sample)) {
  const bytes = gunzipSync(readFileSync(join(folder, "html", `${page}.html.gz`)));
  const before = performance.now();
  const [document] = readSource({ file: `${page}.html`, bytes, contentType: "text/html" });
  times.push(performance.now() - before);
  predicted[page] = { articleBody: document?.text ?? "" };
  const truth = shingles(articleBody);
  const found = shingles(document?.text ?? "");
  let both = 0;
  for (const [shingle, n] of truth) both += Math.min(n, found.get(shingle) ?? 0);
  const [inTruth, inFound] = [total(truth), total(found)];
  if (inFound > 0) precision.push(both / inFound);
  if (inTruth > 0) recall.push(both / inTruth);
  exact.push(both === inTruth && both === inFound ? 1 : 0);
  pages.push({
    page,
    f1: (2 * both) / Math.max(1, inTruth + inFound),
    precision: both / Math.max(1, inFound),
    recall: both / Math.max(1, inTruth),
  });
}
const file = option("--predicted");
if (file) writeFileSync(file, JSON.stringify(predicted));
const [p, r] = [mean(precision), mean(recall)];
const sorted = [...times].sort((a, b) => a - b);
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
console.log(
  JSON.stringify({
    measure: "text",
    pages: pages.length,
    f1: round((2 * p * r) / (p + r)),
    precision: round(p),
    recall: round(r),
    accuracy: round(mean(exact)),
    milliseconds: {
      median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
      p99: Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
    },
    ...(option("--worst") ? { worst: pages.sort((a, b) => a.f1 - b.f1).slice(0, Number(option("--worst"))) } : {}),
  }),
);
