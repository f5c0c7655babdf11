// Measures actor phrases against NGEC's tests: country, sector, both. node dist/eval/who.js --gold FILE [--sample N] [--misses]
// Rows of the task “actor->country+sector” and of the agent and nationality tasks count; expectations of a title alone do not.
// “today” and no date mean the middle of 2022, when the tests were written. International organisations are IGO, the United Nations UNO, the European Union EUR, as NGEC has them.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/index.ts";

const { values } = parseArgs({
  options: { gold: { type: "string" }, sample: { type: "string" }, misses: { type: "boolean", default: false } },
});
if (!values.gold) throw new Error("--gold FILE is needed");

type Expected = Readonly<Record<string, string | { readonly In?: readonly string[]; readonly Is?: null }>>;
interface Row {
  readonly id: string;
  readonly text: string;
  readonly context: string | null;
  readonly query_date: string | null;
  readonly expected: readonly Expected[];
}

const WRITTEN = "2022-06-15";
const MONTHS = "january february march april may june july august september october november december".split(" ");

function day(text: string | null): string {
  if (!text) return WRITTEN;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const hit = /^(\d{1,2}) (\w+) (\d{4})$/.exec(text.trim().toLowerCase());
  if (!hit) return WRITTEN;
  return `${hit[3]}-${String(MONTHS.indexOf(hit[2]!) + 1).padStart(2, "0")}-${hit[1]!.padStart(2, "0")}`;
}

const rows = readFileSync(values.gold, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Row)
  .filter((row) =>
    row.expected.some((e) => e.country !== undefined || e.code_1 !== undefined || e.cc !== undefined || e.code !== undefined),
  )
  .slice(0, values.sample ? Number(values.sample) : undefined);
const knowledge = loadKnowledge();

/** A state or organisation as NGEC codes it. */
function code(id: string | null | undefined): string {
  if (!id) return "";
  const kind = knowledge.actor(id)?.kind;
  if (kind === "state") return id;
  if (kind !== "organisation") return "";
  const parent = knowledge.ref(id).state ?? id;
  const top = parent === id ? id : (knowledge.ref(parent).state ?? parent);
  return top === "UN" ? "UNO" : top === "EU" ? "EUR" : knowledge.actor(top)?.kind === "state" ? top : "IGO";
}

function accepts(expected: Expected[string] | undefined, value: string): boolean | null {
  if (expected === undefined) return null;
  if (typeof expected === "string") return expected === value || (expected === "UNK" && value === "");
  if (expected.In) return expected.In.includes(value);
  return value === "";
}

const tally = { country: [0, 0], sector: [0, 0], both: [0, 0] } as const satisfies Record<string, [number, number]>;
for (const row of rows) {
  const on = day(row.query_date);
  const contextState = row.context ? knowledge.resolve(row.context, on).state : null;
  const found = knowledge.resolve(row.text, on, contextState ? [contextState] : []);
  const country = code(found.state ?? found.actor?.state ?? found.office?.state);
  const sector = found.sector ?? "";
  const e = row.expected[0]!;
  const c = accepts(e.country ?? e.cc, country);
  const s = accepts(e.code_1 ?? e.code, sector);
  if (c !== null) {
    tally.country[1] += 1;
    if (c) tally.country[0] += 1;
  }
  if (s !== null) {
    tally.sector[1] += 1;
    if (s) tally.sector[0] += 1;
  }
  const right = c !== false && s !== false;
  tally.both[1] += 1;
  if (right) tally.both[0] += 1;
  else if (values.misses) process.stderr.write(`${row.text} | ${on} | ${JSON.stringify(e)} → ${country} ${sector} (${found.by})\n`);
}
const share = ([right, all]: readonly [number, number]): number => Number((right / Math.max(1, all)).toFixed(4));
process.stdout.write(
  `${JSON.stringify({ rows: rows.length, country: share(tally.country), sector: share(tally.sector), both: share(tally.both) })}\n`,
);
