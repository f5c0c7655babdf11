// What is known of a state, an organisation, a person, a place or an issue, as labelled lines with their sources: for “scenesetter knowledge show”.
import type { OfficeRole } from "../model/index.ts";
import { actorOf, type Base } from "./base.ts";
import { newestEvidence } from "./evidence.ts";
import { holderOf } from "./holders.ts";
import type { IssueTable } from "./issues.ts";
import { namesInOtherLanguages, stateInOtherLanguage } from "./other-languages.ts";
import { resolvePhrase } from "./resolve.ts";
import type { TermRow } from "./tables.ts";
import { termOf } from "./terms.ts";
import type { Description, Fact } from "./types.ts";

/** Offices shown for a state, as they are printed. */
const OFFICES: readonly (readonly [OfficeRole, string])[] = [
  ["head-of-state", "head of state"],
  ["head-of-government", "head of government"],
  ["foreign-minister", "foreign minister"],
  ["defence-minister", "defence minister"],
  ["finance-minister", "finance minister"],
];
/** Years of defence spending shown. */
const YEARS = 6;

const fact = (label: string, text: string, source: string | null = null, stale = false): Fact => ({ label, text, source, stale });

/** What `name` means on a day, and all that is known of it; null when nothing is. Offices are those of the day, or all without one. */
export function describe(base: Base, issues: IssueTable, name: string, on: string | null): Description | null {
  const issue = issues.get(name) ?? issues.all.find(({ label }) => label.toLowerCase() === name.toLowerCase());
  if (issue) {
    const facts = [
      fact("PLOVER contexts", issue.contexts.join(", ")),
      fact("IPTC media topics", issue.iptc.join(", ")),
      fact("cues", issue.cues.join("; ")),
    ];
    return { id: issue.id, kind: "issue", name: issue.label, facts: facts.filter(({ text }) => text !== "") };
  }
  const id = actorOf(base, name) ? name : resolvePhrase(base, name, on, []).resolution.actor?.id;
  const actor = id === undefined ? null : actorOf(base, id);
  if (actor) {
    const facts = base.states.has(actor.id)
      ? stateFacts(base, actor.id, on)
      : actor.kind === "organisation"
        ? organisationFacts(base, actor.id, on)
        : actor.kind === "person"
          ? personFacts(base, actor.id)
          : [];
    return { id: actor.id, kind: actor.kind, name: actor.name, facts };
  }
  const place = base.places.find(name, null);
  const other = place ? null : stateInOtherLanguage(base.states.values(), name);
  if (other) return describe(base, issues, other.state, on);
  return place && { id: place.id, kind: place.kind, name: place.name, facts: place.state === null ? [] : [fact("state", place.state)] };
}

function stateFacts(base: Base, id: string, on: string | null): readonly Fact[] {
  const s = base.states.get(id)!;
  const facts = [
    fact("names", s.names.join(", "), s.source),
    fact("adjectives", [...new Set([s.adjective, ...s.adjectives])].join(", ")),
    fact(
      "names in other languages",
      namesInOtherLanguages(s)
        .map(([language, name]) => `${language} ${name}`)
        .join(", "),
      "Unicode CLDR",
    ),
    fact("capital", s.capitals.join(", ")),
    fact("seats", s.seats.join(", ")),
    fact(
      "codes",
      Object.entries(s.codes)
        .map(([system, code]) => `${system} ${code}`)
        .join(", "),
      s.source,
    ),
  ];
  if (s.of !== null) facts.push(fact("belongs to", base.states.get(s.of)?.name ?? s.of));
  if (on !== null) {
    for (const [role, label] of OFFICES) {
      const row = holderOf(base, { role, title: label, state: id, qualifier: null }, on);
      const evidence = newestEvidence(base, id, role, on);
      if (row) facts.push(fact(label, held(base, row), row.source, evidence?.stale ?? true));
      if (evidence) facts.push(fact(`${label}, newest evidence`, evidence.day, evidence.source, evidence.stale));
    }
    const member = base.tables.organisations.filter((o) => isMember(o, id, on)).map((o) => o.name);
    facts.push(fact("member of", member.join(", ")));
  }
  const spending = base.tables.defenceSpending.get(id)?.filter(({ year }) => on === null || `${year}` <= on.slice(0, 4)) ?? [];
  const values = spending.slice(-YEARS).map(({ year, value }) => `${year}: ${value}`);
  facts.push(fact("defence spending, % of GDP", values.join(", "), "CIA World Factbook"));
  return facts.filter(({ text }) => text !== "");
}

const isMember = (
  o: { readonly members: Readonly<Record<string, string>>; readonly leaving: Readonly<Record<string, string>> },
  state: string,
  on: string,
): boolean => o.members[state] !== undefined && o.members[state] <= on && !(o.leaving[state] !== undefined && o.leaving[state] <= on);

const held = (base: Base, row: TermRow): string =>
  `${base.persons.get(row.person)!.name}, ${row.title}, from ${row.from ?? "?"}${row.to === null ? "" : ` to ${row.to}`}`;

function organisationFacts(base: Base, id: string, on: string | null): readonly Fact[] {
  const o = base.organisations.get(id)!;
  const members = Object.keys(o.members).filter((state) => on === null || isMember(o, state, on));
  const heads = on === null ? [] : base.terms.at(id, "head-of-organisation", on);
  return [
    fact("names", o.names.join(", "), o.source),
    fact("type", o.type),
    fact("state", o.state ?? ""),
    fact("part of", o.of ?? ""),
    fact("members", members.map((m) => base.states.get(m)?.print ?? m).join(", ")),
    ...heads.map((row) => fact("head", held(base, row), row.source)),
  ].filter(({ text }) => text !== "");
}

function personFacts(base: Base, id: string): readonly Fact[] {
  const person = base.persons.get(id)!;
  return [
    fact("names", [person.name, ...person.aliases].join(", "), person.source),
    fact("family name", person.family),
    ...base.terms.of(id).map((row) => {
      const { office, title, from, to, source } = termOf(row);
      return fact(office, `${title}, from ${from ?? "?"} to ${to ?? "?"}`, source);
    }),
  ];
}
