// What is wrong with the knowledge of this installation: for “scenesetter knowledge doctor”.
import { addDays, type OfficeRole, type Problem, problem } from "../model/index.ts";
import { createBase } from "./base.ts";
import { newestEvidence } from "./evidence.ts";
import { fold } from "./forms.ts";
import { daysRead, type LearnedOffice, learnOffices } from "./learned/index.ts";
import { readLayers } from "./load.ts";
import type { PersonRow, Tables, TermRow } from "./tables.ts";
import type { LoadOptions } from "./types.ts";

/** Terms of one single-holder office by different persons may overlap by so many days at a handover. */
const HANDOVER_DAYS = 31;

/**
 * Problems of the user's files (malformed YAML, unknown codes), of all layers together where the user's layer takes part (overlapping terms, a person under
 * two keys), and of what was learned: offices that several texts give to another than the tables do.
 */
export function checkKnowledge(options: LoadOptions = {}): readonly Problem[] {
  const { tables, problems, decisions } = readLayers(options.userDirectory ?? null);
  const learned = options.attestations?.length ? learnOffices(createBase(tables), options.attestations, decisions) : [];
  return [...problems, ...doubles(tables), ...overlaps(tables), ...codes(tables), ...disputed(tables, learned)];
}

/** Learned offices on the word of several sources that a person should decide. */
function disputed(tables: Tables, learned: readonly LearnedOffice[]): readonly Problem[] {
  const nameOf = (id: string): string => tables.persons.find((p) => p.id === id)?.name ?? id;
  return learned
    .filter(({ status, relation }) => status === "confirmed" && (relation === "contradicts" || relation === "contested"))
    .map(({ id, name, title, state, sources, against }) =>
      problem("office-disputed", {
        ...{ id, name, title, state },
        sources: `${sources} sources`,
        against:
          against === null
            ? "others have another person on the same days"
            : `${against.source} has ${nameOf(against.person)} from ${against.from ?? "?"}`,
      }),
    );
}

/** Offices that a brief introduces people by. */
const PRINCIPAL: readonly (readonly [OfficeRole, string])[] = [
  ["head-of-state", "head of state"],
  ["head-of-government", "head of government"],
  ["foreign-minister", "foreign minister"],
  ["defence-minister", "defence minister"],
];

/** Warnings for offices whose newest evidence is old on a day: of the states that the texts read have offices of, or of all states where nothing was read. */
export function staleOffices(options: LoadOptions, on: string): readonly Problem[] {
  const { tables } = readLayers(options.userDirectory ?? null);
  const attestations = options.attestations ?? [];
  const base = createBase(tables, daysRead(attestations));
  const read = new Set(attestations.map(({ attestation }) => attestation.state));
  const states = tables.states.filter(({ id, of }) => (read.size > 0 ? read.has(id) : of === null));
  return states.flatMap(({ id, print }) =>
    PRINCIPAL.flatMap(([role, label]) => {
      const evidence = newestEvidence(base, id, role, on);
      return evidence?.stale ? [problem("office-stale", { office: `${print}, ${label}`, day: evidence.day, on })] : [];
    }),
  );
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
