// Measures titles with names against a hand-checked sample of White House texts: node dist/eval/offices.js [--gold FILE] [--misses]
// `right` is the share whose person is the expected one; `known` that of persons in the tables (the rest are provisional persons, right by their name).
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/index.ts";

const { values } = parseArgs({ options: { gold: { type: "string" }, misses: { type: "boolean", default: false } } });
const path = values.gold ?? resolve(import.meta.dirname, "../../eval/knowledge/office-mentions.tsv");
const knowledge = loadKnowledge();
let rows = 0;
let right = 0;
let known = 0;
for (const line of readFileSync(path, "utf8").split("\n")) {
  if (line === "" || line.startsWith("#")) continue;
  const [date, phrase, expected] = line.split("\t") as [string, string, string];
  const found = knowledge.resolve(phrase, date);
  rows += 1;
  if (found.actor?.id === expected) {
    right += 1;
    if (found.by !== "provisional") known += 1;
  } else if (values.misses) process.stderr.write(`${date} ${phrase}: ${found.actor?.id ?? "nobody"} (${found.by}), not ${expected}\n`);
}
const share = (n: number): number => Number((n / rows).toFixed(4));
process.stdout.write(`${JSON.stringify({ rows, right: share(right), known: share(known) })}\n`);
