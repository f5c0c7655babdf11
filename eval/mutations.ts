// Whether a claim changes as its sentence does: node dist/eval/mutations.js [--gold FILE] [--list]
// FILE (eval/gold/mutations.tsv when left out) holds our own sentences in two forms: actors swapped, verb negated, number changed, date moved. A row is read
// when the first form gives the expected claim; it changes accordingly when the second form gives the expected one and no longer the first.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { extract } from "../src/extraction/index.ts";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { createLanguage } from "../src/language/index.ts";
import { type Claim, principal } from "../src/model/index.ts";
import { newsOf } from "./gold/plv.ts";

const { values: options } = parseArgs({ options: { gold: { type: "string" }, list: { type: "boolean", default: false } } });
const file = options.gold ?? join(resolve(import.meta.dirname, "../.."), "eval/gold/mutations.tsv");
const PUBLISHED = "2024-05-15";

interface Row {
  readonly change: string;
  readonly kind: string;
  /** Field → its value before and after. */
  readonly fields: readonly (readonly [name: string, before: string, after: string])[];
  /** The claim is gone after the change. */
  readonly gone: boolean;
  readonly before: string;
  readonly after: string;
}

function parse(line: string): Row {
  const [change = "", kind = "", expected = "", sentence = ""] = line.split("\t");
  const terms = expected.split(" ").filter((t) => t !== "-");
  const form = (at: 0 | 1) => sentence.replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, a: string, b: string) => (at === 0 ? a : b));
  return {
    change,
    kind,
    fields: terms.map((t) => {
      const [name = "", values = ""] = t.split("=");
      const [before = "", after = before] = values.split("/");
      return [name, before, after];
    }),
    gone: expected.split(" ").includes("-"),
    before: form(0),
    after: form(1),
  };
}

/** A field of a claim as a word: actors by the state or organisation they stand for, several in alphabetical order joined by `+`, amounts by value. */
function shown(claim: Claim, name: string): string {
  const value = (claim as unknown as Readonly<Record<string, unknown>>)[name];
  if (Array.isArray(value))
    return value
      .map((v) => principal(v))
      .sort()
      .join("+");
  if (typeof value !== "object" || value === null) return String(value);
  return "value" in value ? String(value.value) : principal(value as Parameters<typeof principal>[0]);
}
const sortedValue = (v: string) => v.split("+").sort().join("+");

/** Whether some claim of the kind, meant as a fact or a plan, has all the fields. Years may be fiscal: `FY2027`. */
function has(claims: readonly Claim[], row: Row, at: 1 | 2): boolean {
  return claims.some(
    (c) =>
      c.kind === row.kind &&
      c.modality !== "negated" &&
      row.fields.every((f) => {
        const [found, wanted] = [shown(c, f[0]), sortedValue(f[at])];
        return found === wanted || (f[0] === "year" && found === `FY${wanted}`) || (f[0] === "place" && found.includes(wanted));
      }),
  );
}

const knowledge = loadKnowledge();
const language = createLanguage(knowledge);
const claimsOf = (text: string) => extract(language.annotate(newsOf("mutation", text, PUBLISHED)), knowledge).claims;

const changes = new Map<string, { rows: number; read: number; changed: number }>();
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line === "" || line.startsWith("#")) continue;
  const row = parse(line);
  const [first, second] = [claimsOf(row.before), claimsOf(row.after)];
  const read = has(first, row, 1);
  const moved = row.fields.some(([, before, after]) => before !== after);
  // a negated verb either takes the claim away or turns its stance or status
  const changed = moved ? (has(second, row, 2) || row.gone) && !has(second, row, 1) : row.gone ? !has(second, row, 1) : has(second, row, 2);
  const tally = changes.get(row.change) ?? { rows: 0, read: 0, changed: 0 };
  changes.set(row.change, { rows: tally.rows + 1, read: tally.read + Number(read), changed: tally.changed + Number(read && changed) });
  if (options.list && !(read && changed))
    console.error(
      `${read ? "CHANGE" : "READ"} ${row.change} ${row.kind} ${row.fields.map((f) => f.join("/")).join(" ")} | ${row.before} || ${row.after} || ${(read
        ? second
        : first
      )
        .filter((c) => c.kind === row.kind)
        .map((c) => `${c.rule} ${row.fields.map(([name]) => `${name}=${shown(c, name)}`).join(" ")}`)
        .join("; ")}`,
    );
}
const round = (x: number) => Math.round(x * 1000) / 1000;
const all = [...changes.values()].reduce((s, t) => ({ rows: s.rows + t.rows, read: s.read + t.read, changed: s.changed + t.changed }));
const shares = (t: typeof all) => ({
  rows: t.rows,
  read: round(t.read / t.rows),
  changed: round(t.changed / Math.max(1, t.read)),
  right: round(t.changed / t.rows),
});
console.log(JSON.stringify({ ...shares(all), changes: Object.fromEntries([...changes].map(([name, t]) => [name, shares(t)])) }));
