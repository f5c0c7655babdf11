// The user's layer: YAML files in the user's folder that add or override persons, terms, organisations, states' names and owners.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Problem, problem } from "../model/index.ts";
import { slug } from "./forms.ts";
import { siteKey } from "./owners.ts";
import { isRole } from "./roles.ts";
import type { OrganisationRow, OwnerRow, PersonRow, StateRow, Tables, TermRow } from "./tables.ts";
import { readYamlList } from "./yaml.ts";

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
interface Draft {
  readonly persons: Map<string, PersonRow>;
  terms: TermRow[];
  readonly organisations: Map<string, OrganisationRow>;
  readonly states: Map<string, StateRow>;
  readonly owners: Map<string, OwnerRow>;
  /** Owner of each outlet that the user's files name, by its key. */
  readonly outlets: Map<string, string>;
  readonly problems: Problem[];
}

/** Reads all `.yaml` and `.yml` files of `folder` in name order over `tables`. A file or entry that is wrong is reported and skipped; the rest loads. */
export function applyUserLayer(tables: Tables, folder: string): { readonly tables: Tables; readonly problems: readonly Problem[] } {
  if (!existsSync(folder)) return { tables, problems: [] };
  const draft: Draft = {
    persons: new Map(tables.persons.map((p) => [p.id, p])),
    terms: [...tables.terms],
    organisations: new Map(tables.organisations.map((o) => [o.id, o])),
    states: new Map(tables.states.map((s) => [s.id, s])),
    owners: new Map(tables.owners.map((o) => [o.id, o])),
    outlets: new Map(),
    problems: [],
  };
  for (const name of readdirSync(folder).sort()) if (/\.ya?ml$/.test(name)) readFile(join(folder, name), draft);
  return {
    tables: {
      ...tables,
      persons: [...draft.persons.values()],
      terms: draft.terms,
      organisations: [...draft.organisations.values()],
      states: [...draft.states.values()],
      owners: [...draft.owners.values()],
    },
    problems: draft.problems,
  };
}

function readFile(path: string, draft: Draft): void {
  const report = (line: number, reason: string): void => {
    draft.problems.push(problem("knowledge-invalid", { file: path, line, reason }));
  };
  for (const [section, entries] of Object.entries(readYamlList(path, Object.keys(SECTIONS), report))) {
    for (const { fields, line } of entries) {
      const reason = SECTIONS[section]!(fields, draft);
      if (reason !== null) report(line, reason);
    }
  }
}

type Fields = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : typeof value === "number" ? String(value) : null;
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text).filter((t): t is string => t !== null) : []);

/** Each section reads one entry; what it returns is why the entry was refused. */
const SECTIONS: Readonly<Record<string, (entry: Fields, draft: Draft) => string | null>> = {
  persons: readPerson,
  organisations: readOrganisation,
  states: readState,
  owners: readOwner,
};

function readPerson(entry: Fields, draft: Draft): string | null {
  const name = text(entry.name);
  if (!name) return "a person needs a name";
  const id = text(entry.id) ?? `person:${slug(name)}`;
  if (!/^person:[a-z0-9-]+$/.test(id)) return `the id “${id}” is not of the form person:given-family`;
  const state = text(entry.state);
  if (state !== null && !draft.states.has(state) && !draft.organisations.has(state)) return `unknown state or organisation “${state}”`;
  const had = draft.persons.get(id);
  const terms: TermRow[] = [];
  if (entry.terms !== undefined && !Array.isArray(entry.terms)) return "terms must be a list";
  for (const raw of (entry.terms as readonly unknown[] | undefined) ?? []) {
    if (typeof raw !== "object" || raw === null) return "each term must be a mapping";
    const term = readTerm(id, state ?? had?.state ?? null, raw as Fields, draft);
    if (typeof term === "string") return term;
    terms.push(term);
  }
  draft.persons.set(id, {
    id,
    name,
    family: text(entry.family) ?? had?.family ?? name.split(" ").at(-1)!,
    state: state ?? had?.state ?? null,
    aliases: [...new Set([...(had?.aliases ?? []), ...texts(entry.aliases)])],
    source: "user",
  });
  if (entry.terms !== undefined) draft.terms = [...draft.terms.filter((t) => t.person !== id), ...terms];
  return null;
}

function readTerm(person: string, home: string | null, raw: Fields, draft: Draft): TermRow | string {
  const role = text(raw.role);
  const state = text(raw.state) ?? home;
  const from = text(raw.from);
  const to = text(raw.to);
  if (!isRole(role)) return `unknown role “${role ?? ""}”`;
  if (!state || (!draft.states.has(state) && !draft.organisations.has(state))) return `unknown state or organisation “${state ?? ""}”`;
  for (const date of [from, to]) if (date !== null && !DATE.test(date)) return `“${date}” is not a date of the form YYYY-MM-DD`;
  if (from !== null && to !== null && from > to) return `the term ends (${to}) before it begins (${from})`;
  return {
    person,
    state,
    role,
    title: text(raw.title) ?? role,
    from: firstDay(from),
    to: firstDay(to),
    source: "user",
    verified: true,
    roughEnd: false,
    seen: null,
  };
}

const firstDay = (date: string | null): string | null =>
  date === null ? null : date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;

function readOrganisation(entry: Fields, draft: Draft): string | null {
  const name = text(entry.name);
  if (!name) return "an organisation needs a name";
  const id = text(entry.id) ?? slug(name);
  if (draft.states.has(id)) return `the id “${id}” is that of a state`;
  const state = text(entry.state);
  if (state !== null && !draft.states.has(state)) return `unknown state “${state}”`;
  const had = draft.organisations.get(id);
  const members =
    typeof entry.members === "object" && entry.members !== null && !Array.isArray(entry.members)
      ? (entry.members as Record<string, unknown>)
      : null;
  for (const member of Object.keys(members ?? {})) if (!draft.states.has(member)) return `unknown state “${member}” among the members`;
  draft.organisations.set(id, {
    id,
    name,
    names: [...new Set([name, ...(had?.names ?? []), ...texts(entry.names)])],
    type: text(entry.type) ?? had?.type ?? "igo",
    state: state ?? had?.state ?? null,
    of: text(entry.of) ?? had?.of ?? null,
    sector: text(entry.sector) ?? had?.sector ?? null,
    members: members ? Object.fromEntries(Object.entries(members).map(([k, v]) => [k, text(v) ?? ""])) : (had?.members ?? {}),
    leaving: had?.leaving ?? {},
    source: "user",
  });
  return null;
}

function readState(entry: Fields, draft: Draft): string | null {
  const id = text(entry.id);
  const had = id === null ? undefined : draft.states.get(id);
  if (!had) return `unknown state “${id ?? ""}”`;
  draft.states.set(had.id, {
    ...had,
    name: text(entry.name) ?? had.name,
    print: text(entry.print) ?? text(entry.name) ?? had.print,
    adjective: text(entry.adjective) ?? had.adjective,
    names: [...new Set([...had.names, ...texts(entry.names), ...(text(entry.name) ? [text(entry.name)!] : [])])],
    adjectives: [...new Set([...had.adjectives, ...texts(entry.adjectives)])],
    seats: [...new Set([...had.seats, ...texts(entry.seats)])],
    source: `${had.source}; user`,
  });
  return null;
}

/** An owner's outlets, by host or printed name. What the user says of an outlet holds against the tables; two entries of the user's must agree. */
function readOwner(entry: Fields, draft: Draft): string | null {
  const id = text(entry.id);
  if (!id) return "an owner needs an id";
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) return `the owner's id “${id}” may hold small letters, digits and hyphens only`;
  if (!Array.isArray(entry.sites) || entry.sites.length === 0)
    return `the owner “${id}” needs sites: a list of host names and printed names`;
  const sites = entry.sites.map(text);
  const wrong = sites.findIndex((site) => site === null || siteKey(site) === "");
  if (wrong >= 0) return `site ${wrong + 1} of the owner “${id}” is no host name and no printed name`;
  const given = sites as readonly string[];
  const taken = given.find((site) => (draft.outlets.get(siteKey(site)) ?? id) !== id);
  if (taken !== undefined) return `the site “${taken}” is given to the owner “${draft.outlets.get(siteKey(taken))!}” already`;
  for (const site of given) draft.outlets.set(siteKey(site), id);
  for (const [other, row] of draft.owners) {
    const kept = row.sites.filter((site) => (draft.outlets.get(siteKey(site)) ?? other) === other);
    if (kept.length < row.sites.length) draft.owners.set(other, { id: other, sites: kept });
  }
  draft.owners.set(id, { id, sites: [...(draft.owners.get(id)?.sites ?? []), ...given] });
  return null;
}
