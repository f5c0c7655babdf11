// Measures quantities against the VALUE mentions of MEANTIME: precision, recall and F1 of overlap, and how often percent and money are told.
// node dist/eval/quantities.js --gold DIR [--sample N articles] [--cache DIR of parses]
import { parseArgs } from "node:util";
import { findDates } from "../src/language/dates/index.ts";
import { findQuantities } from "../src/language/quantities/index.ts";
import { overlaps } from "../src/model/index.ts";
import { parser } from "./gold/annotate.ts";
import { readMeantime } from "./gold/meantime.ts";

const { values } = parseArgs({ options: { gold: { type: "string" }, sample: { type: "string" }, cache: { type: "string" } } });
if (values.gold === undefined) throw new Error("--gold DIR is missing: a folder of MEANTIME articles");

const parsed = parser(values.cache);
const typeOf = (unit: string): string => (unit === "%" ? "PERCENT" : /^[A-Z]{3}$/.test(unit) ? "MONEY" : "QUANTITY");
let gold = 0;
let found = 0;
let hit = 0;
let right = 0;
let typed = 0;
const articles = readMeantime(values.gold);
for (const article of values.sample === undefined ? articles : articles.slice(0, Number(values.sample))) {
  const { tokens, sentences } = parsed(article.text);
  const dates = findDates(tokens, sentences, { published: article.published, dayFirst: false });
  const quantities = findQuantities(tokens, sentences, dates).filter((quantity) => quantity.end <= article.annotated);
  gold += article.values.length;
  found += quantities.length;
  right += quantities.filter((quantity) => article.values.some((value) => overlaps(value, quantity))).length;
  for (const value of article.values) {
    const match = quantities.find((quantity) => overlaps(value, quantity));
    if (match === undefined) continue;
    hit++;
    if (typeOf(match.unit) === value.type) typed++;
  }
}
const precision = right / Math.max(1, found);
const recall = hit / Math.max(1, gold);
const round = (x: number): number => Math.round(x * 10000) / 10000;
process.stdout.write(
  `${JSON.stringify({ precision: round(precision), recall: round(recall), f1: round((2 * precision * recall) / Math.max(1e-9, precision + recall)), type: round(typed / Math.max(1, hit)), gold, found })}\n`,
);
