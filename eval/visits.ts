// Measures how many foreign leaders of the Historian's record of visits are resolved with their state on the day: node dist/eval/visits.js --gold FILE [--sample N] [--misses]
// A row counts when the visitor is a person of the tables (not a provisional one) who holds an office on the first day of the visit, in the state that
// the record's country resolves to.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/index.ts";

const { values } = parseArgs({
  options: { gold: { type: "string" }, sample: { type: "string" }, misses: { type: "boolean", default: false } },
});
if (!values.gold) throw new Error("--gold FILE is needed");

interface Visit {
  readonly id: string;
  readonly start: string;
  readonly visitor: string;
  readonly country: string;
}

const rows = readFileSync(values.gold, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Visit)
  .slice(0, values.sample ? Number(values.sample) : undefined);
const knowledge = loadKnowledge();

/** The record inverts and explains names: “Germany, Federal Republic of”, “… (Zaire)”. */
function plain(country: string): string {
  const bare = country.replace(/\s*\([^)]*\)/g, "");
  const comma = /^(.*), (.*)$/.exec(bare);
  return comma ? `${comma[2]} ${comma[1]}` : bare;
}

let visitors = 0;
let countries = 0;
let both = 0;
for (const row of rows) {
  const country = knowledge.resolve(plain(row.country), row.start).actor?.id ?? null;
  const found = knowledge.resolve(row.visitor, row.start, country ? [country] : []);
  const id = found.by === "provisional" ? null : (found.actor?.id ?? null);
  const term = id === null ? null : knowledge.officeOn(id, row.start);
  const held = term !== null;
  const agrees = country !== null && knowledge.terms(id ?? "").some((t) => t.state === country);
  if (held) visitors += 1;
  if (country !== null) countries += 1;
  if (held && agrees) both += 1;
  else if (values.misses)
    process.stderr.write(
      `${row.start} ${row.visitor} | ${row.country}: ${country} ${id} ${found.by} ${term?.title ?? ""} ${found.problems.length}\n`,
    );
}
const share = (n: number): number => Number((n / rows.length).toFixed(4));
process.stdout.write(`${JSON.stringify({ rows: rows.length, visitor: share(visitors), country: share(countries), both: share(both) })}\n`);
