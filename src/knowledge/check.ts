// What is wrong with the knowledge of this installation: for “scenesetter knowledge doctor”.
import { addDays, type Problem, problem } from "../model/index.ts";
import { fold } from "./forms.ts";
import { readLayers } from "./load.ts";
import type { PersonRow, Tables, TermRow } from "./tables.ts";

/** Terms of one single-holder office by different persons may overlap by so many days at a handover. */
const HANDOVER_DAYS = 31;

/** Problems of the user's files (malformed YAML, unknown codes), and of all layers together where the user's layer takes part: overlapping terms, a person under two keys. */
export function checkKnowledge(options: { readonly userDirectory?: string | null } = {}): readonly Problem[] {
  const { tables, problems } = readLayers(options.userDirectory ?? null);
  return [...problems, ...doubles(tables), ...overlaps(tables), ...codes(tables)];
}

const report = (file: string, reason: string): Problem => problem("knowledge-invalid", { file, line: 0, reason });

/** The same name in the same state under two ids. */
function doubles(tables: Tables): readonly Problem[] {
  const seen = new Map<string, PersonRow>();
  const out: Problem[] = [];
  for (const p of tables.persons) {
    for (const name of new Set([p.name, ...p.aliases].map(fold))) {
      if (!name.includes(" ")) continue;
      const key = `${p.state} ${name}`;
      const had = seen.get(key);
      if (had && had.id !== p.id && contemporaries(tables, had.id, p.id))
        out.push(report("persons", `“${p.name}” stands under two keys, ${had.id} and ${p.id}`));
      else seen.set(key, p);
    }
  }
  return out;
}

/** Years between two careers beyond which one name is two persons. */
const LIFETIME = 40;

function contemporaries(tables: Tables, a: string, b: string): boolean {
  const years = (id: string): readonly number[] =>
    tables.terms
      .filter((t) => t.person === id)
      .flatMap((t) => [Number((t.from ?? t.to ?? "2000").slice(0, 4)), Number((t.to ?? "2026").slice(0, 4))]);
  const [x, y] = [years(a), years(b)];
  return x.length === 0 || y.length === 0 || (Math.min(...x) <= Math.max(...y) + LIFETIME && Math.min(...y) <= Math.max(...x) + LIFETIME);
}

/** Two attested holders of one post at once, in the user's layer. */
function overlaps(tables: Tables): readonly Problem[] {
  const single = new Set(["head-of-government", "foreign-minister", "defence-minister"]);
  const offices = new Map<string, TermRow[]>();
  for (const t of tables.terms) {
    if (!single.has(t.role) || !t.verified || t.from === null) continue;
    const key = `${t.state}.${t.role}`;
    offices.set(key, [...(offices.get(key) ?? []), t]);
  }
  const out: Problem[] = [];
  for (const [office, rows] of offices) {
    rows.sort((a, b) => (a.from! < b.from! ? -1 : 1));
    rows.forEach((t, i) => {
      const next = rows[i + 1];
      if (!next || next.person === t.person || (t.source !== "user" && next.source !== "user")) return;
      if (t.to === null || t.to > addDays(next.from!, HANDOVER_DAYS)) {
        out.push(report("terms", `${office}: the terms of ${t.person} (from ${t.from}) and ${next.person} (from ${next.from}) overlap`));
      }
    });
  }
  return out;
}

/** Terms and members that name no known state or organisation. */
function codes(tables: Tables): readonly Problem[] {
  const known = new Set([...tables.states.map((s) => s.id), ...tables.organisations.map((o) => o.id)]);
  const persons = new Set(tables.persons.map((p) => p.id));
  const out: Problem[] = [];
  for (const t of tables.terms) {
    if (!known.has(t.state)) out.push(report("terms", `${t.person}: unknown code “${t.state}”`));
    if (!persons.has(t.person)) out.push(report("terms", `a term names ${t.person}, who is in no table`));
  }
  for (const o of tables.organisations)
    for (const m of Object.keys(o.members)) if (!known.has(m)) out.push(report("organisations", `${o.id}: unknown member “${m}”`));
  return out;
}
