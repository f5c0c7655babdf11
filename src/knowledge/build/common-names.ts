// Common given names everywhere and family names of English-speaking countries, folded: they never stand for one person. Source: popular-names (CC0).
import { join } from "node:path";
import { fold } from "../forms.ts";
import { readCsv } from "./read.ts";

const ENGLISH = new Set(["US", "GB", "AU", "CA", "IE", "NZ"]);

export function commonNames(sources: string): string {
  const names = new Set<string>();
  for (const row of readCsv(join(sources, "popular-names/common-forenames-by-country.csv"))) add(names, row["Romanized Name"]);
  for (const row of readCsv(join(sources, "popular-names/common-surnames-by-country.csv")))
    if (ENGLISH.has(row.Country ?? "")) add(names, row["Romanized Name"]);
  const crowded = new Set<string>();
  for (const row of readCsv(join(sources, "popular-names/common-surnames-by-country.csv"))) add(crowded, row["Romanized Name"]);
  for (const name of crowded) if (!names.has(name)) names.add(`+${name}`);
  return `# Common given names of all countries and family names of English-speaking ones; with + those of other countries; popular-names, CC0\n${[...names].sort().join("\n")}\n`;
}

function add(names: Set<string>, name: string | undefined): void {
  const key = fold(name ?? "").trim();
  if (/^[a-z'-]{2,}$/.test(key)) names.add(key);
}
