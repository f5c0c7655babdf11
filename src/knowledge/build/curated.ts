// The curated YAML files as table rows: organisations, regions, agreements, titles, issues.
import { join } from "node:path";
import type { OfficeRole } from "../../model/index.ts";
import { fold } from "../forms.ts";
import type { AgreementRow, IssueRow, OrganisationRow, RegionRow, TitleTable } from "../tables.ts";
import { readYaml } from "./read.ts";

interface CuratedOrganisation {
  readonly name: string;
  readonly also?: readonly string[];
  readonly type: string;
  readonly state?: string;
  readonly of?: string;
  readonly sector?: string;
  readonly members?: Readonly<Record<string, string | number>>;
  readonly leaving?: Readonly<Record<string, string | number>>;
}

/** Ids in capitals are acronyms that the press writes; all other organisations have a slug. */
export function organisationId(key: string, names: readonly string[]): string {
  const acronym = names.some((n) => fold(n).replace(/[^a-z0-9]/g, "") === fold(key).replace(/[^a-z0-9]/g, "") && n === n.toUpperCase());
  return acronym || key === "QUAD" ? key : key.toLowerCase();
}

const text = (record: Readonly<Record<string, string | number>> | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(record ?? {}).map(([k, v]) => [k, String(v)]));

export function buildOrganisations(folder: string): readonly OrganisationRow[] {
  const raw = readYaml<Readonly<Record<string, CuratedOrganisation>>>(join(folder, "organisations.yaml"));
  const id = (key: string): string => {
    const row = raw[key];
    if (!row) throw new Error(`organisations.yaml: ${key} is not defined`);
    return organisationId(key, [row.name, ...(row.also ?? []), key.length <= 6 && !/-/.test(key) && row.type === "igo" ? key : ""]);
  };
  return Object.entries(raw).map(([key, row]) => ({
    id: id(key),
    name: row.name,
    names: [...new Set([row.name, ...(row.also ?? [])])],
    type: row.type,
    state: row.state ?? null,
    of: row.of ? id(row.of) : null,
    sector: row.sector ?? null,
    members: text(row.members),
    leaving: text(row.leaving),
    source: "curated",
  }));
}

export function buildRegions(folder: string): readonly RegionRow[] {
  const raw = readYaml<Readonly<Record<string, { name: string; also?: string[]; adjectives?: string[]; state?: string }>>>(
    join(folder, "regions.yaml"),
  );
  return Object.entries(raw).map(([id, row]) => ({
    id,
    name: row.name,
    names: [row.name, ...(row.also ?? [])],
    adjectives: row.adjectives ?? [],
    state: row.state ?? null,
  }));
}

export function buildAgreements(folder: string): readonly AgreementRow[] {
  type Raw = { kind: "exercise" | "treaty"; name: string; also?: string[]; parties?: string[] };
  return Object.entries(readYaml<Readonly<Record<string, Raw>>>(join(folder, "agreements.yaml"))).map(([id, row]) => ({
    id: `${row.kind}:${id}`,
    kind: row.kind,
    name: row.name,
    names: [row.name, ...(row.also ?? [])],
    parties: row.parties ?? [],
  }));
}

export function buildTitles(folder: string): TitleTable {
  interface Raw {
    readonly fixed: Readonly<Record<string, readonly [readonly string[], Readonly<Record<string, readonly string[]>>?]>>;
    readonly domains: Readonly<Record<string, readonly string[]>>;
    readonly qualifiers: Readonly<Record<string, readonly string[]>>;
    readonly modifiers: readonly string[];
    readonly before: readonly string[];
  }
  const raw = readYaml<Raw>(join(folder, "titles.yaml"));
  const fixed: { role: OfficeRole; state: string | null; title: string }[] = [];
  for (const [role, [general, local]] of Object.entries(raw.fixed)) {
    for (const title of general) fixed.push({ role: role as OfficeRole, state: null, title });
    for (const [state, titles] of Object.entries(local ?? {}))
      for (const title of titles) fixed.push({ role: role as OfficeRole, state, title });
  }
  const domains = Object.entries(raw.domains).flatMap(([role, words]) =>
    words.map((w) => ({ role: role as OfficeRole, words: String(w) })),
  );
  return {
    fixed,
    domains,
    qualifiers: raw.qualifiers,
    modifiers: raw.modifiers.map(String),
    before: raw.before,
  };
}

/** British → American spelling of cue words. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bdefence/g, "defense"],
  [/isation\b/g, "ization"],
  [/isations\b/g, "izations"],
  [/([^eia])ise\b(?<!exercise|raise|precise|rise|promise|wise)/g, "$1ize"],
  [/ised\b(?<!raised|exercised|promised)/g, "ized"],
  [/programme/g, "program"],
  [/labour/g, "labor"],
  [/centre/g, "center"],
  [/fertiliser/g, "fertilizer"],
  [/aluminium/g, "aluminum"],
  [/artefact/g, "artifact"],
];

function variants(cue: string): readonly string[] {
  const out = new Set([cue]);
  let american = cue;
  for (const [pattern, to] of SPELLINGS) american = american.replace(pattern, to);
  out.add(american);
  for (const form of [...out]) {
    if (!/\w-\w/.test(form)) continue;
    out.add(form.replace(/(\w)-(\w)/g, "$1 - $2"));
    out.add(form.replace(/(\w)-(\w)/g, "$1 $2"));
  }
  return [...out];
}

export function buildIssues(folder: string): readonly IssueRow[] {
  type Raw = { label: string; contexts: string[]; iptc?: string[]; cues: (string | number)[] };
  return Object.entries(readYaml<Readonly<Record<string, Raw>>>(join(folder, "issues.yaml"))).map(([id, row]) => ({
    id,
    label: row.label,
    contexts: row.contexts,
    iptc: row.iptc ?? [],
    cues: [...new Set(row.cues.flatMap((cue) => variants(String(cue))))],
  }));
}
