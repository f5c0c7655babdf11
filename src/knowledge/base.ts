// The merged tables with their indexes: what every part of the resolver looks things up in.
import type { ActorRef } from "../model/index.ts";
import { dangerousSurnames } from "./dangerous.ts";
import { fold, type Keys } from "./forms.ts";
import { sameNameWord } from "./names.ts";
import { TitleGrammar } from "./offices.ts";
import { addParties, COMMON_IN_CAPITALS, partyFinder } from "./parties.ts";
import { PersonIndex } from "./persons.ts";
import { PlaceIndex } from "./places.ts";
import { SurfaceIndex } from "./surfaces.ts";
import type { OrganisationRow, PersonRow, StateRow, Tables } from "./tables.ts";
import { TermIndex } from "./terms.ts";
import type { Actor } from "./types.ts";

/** Organs by suffix as they are printed after the adjective. */
const ORGAN_NAMES: Readonly<Record<string, string>> = {
  GOV: "government",
  MIL: "military",
  LEG: "parliament",
  JUD: "judiciary",
  SPY: "intelligence services",
  COP: "police",
  PTY: "ruling party",
};

export interface Base {
  readonly tables: Tables;
  readonly states: ReadonlyMap<string, StateRow>;
  readonly organisations: ReadonlyMap<string, OrganisationRow>;
  readonly persons: PersonIndex;
  readonly terms: TermIndex;
  readonly places: PlaceIndex;
  /** Surfaces of states, organisations, regions, agreements and organs. */
  readonly parties: SurfaceIndex;
  /** The same with persons and places: what `surfaces()` finds. */
  readonly all: SurfaceIndex;
  readonly grammar: TitleGrammar;
  readonly dangerous: ReadonlySet<string>;
  /** Organ nouns that need a state: key → suffix, with whether the capitalised noun may stand alone. */
  readonly organNouns: ReadonlyMap<string, { readonly organ: string; readonly alone: boolean }>;
}

export function createBase(tables: Tables): Base {
  const terms = new TermIndex(tables.terms);
  const persons = new PersonIndex(tables.persons, (id) => terms.states(id));
  const parties = new SurfaceIndex(COMMON_IN_CAPITALS);
  const all = new SurfaceIndex(COMMON_IN_CAPITALS);
  const dangerous = dangerousSurnames();
  for (const index of [parties, all]) {
    addParties(index, tables.states, tables.organisations);
    for (const r of tables.regions) for (const name of [...r.names, ...r.adjectives]) index.add(name, "region", r.id);
    for (const a of tables.agreements) for (const name of a.names) index.add(name, a.kind, a.id);
  }
  addPersons(all, tables, terms, dangerous);
  addPlaces(all, tables);
  const organNouns = new Map<string, { organ: string; alone: boolean }>();
  for (const [organ, { alone, within }] of Object.entries(tables.organs)) {
    for (const noun of within) organNouns.set(fold(noun), { organ, alone: false });
    for (const noun of alone) organNouns.set(fold(noun).replaceAll("-", " "), { organ, alone: true });
  }
  return {
    tables,
    states: new Map(tables.states.map((s) => [s.id, s])),
    organisations: new Map(tables.organisations.map((o) => [o.id, o])),
    persons,
    terms,
    places: new PlaceIndex(tables),
    parties,
    all,
    grammar: new TitleGrammar(tables.titles, partyFinder(tables.states, tables.organisations)),
    dangerous,
    organNouns,
  };
}

/** Roles whose holders the press calls by the family name alone. */
const SALIENT = new Set([
  "head-of-state",
  "head-of-government",
  "monarch",
  "deputy-head",
  "foreign-minister",
  "defence-minister",
  "finance-minister",
  "trade-minister",
  "national-security-adviser",
  "head-of-organisation",
]);
/** Family names alone count for persons in salient office after this day: older ones are history, and their names common again. */
const SALIENT_SINCE = "2016-01-01";

function addPersons(index: SurfaceIndex, tables: Tables, terms: TermIndex, dangerous: ReadonlySet<string>): void {
  const families = new Map<string, { readonly surface: string; readonly ids: string[] }>();
  for (const row of tables.persons) {
    for (const name of [row.name, ...row.aliases, ...other(row)]) {
      const words = name.split(/[ -]/).length;
      if (words >= 2 && !/^(King|Queen|Prince|Pope|Sultan|Ayatollah) \p{Lu}\p{Ll}+$/u.test(name)) index.add(name, "person", row.id);
    }
    const salient = terms.of(row.id).some((t) => SALIENT.has(t.role) && (t.to === null || t.to > SALIENT_SINCE));
    if (!salient) continue;
    for (const surface of familySurfaces(row)) {
      const key = fold(surface);
      const entry = families.get(key);
      if (entry) {
        if (!entry.ids.includes(row.id)) entry.ids.push(row.id);
      } else families.set(key, { surface, ids: [row.id] });
    }
  }
  for (const [key, { surface, ids }] of families) {
    if (ids.length !== 1 || dangerous.has(key) || (key.length < 4 && !SHORT_FAMILIES.has(key))) continue;
    index.add(surface, "person", ids[0]!);
  }
}

/** Family names of two and three letters that the press writes alone and that are no English words. */
const SHORT_FAMILIES = new Set(["xi", "abe", "tai"]);

/** The family name in the spellings that a person's names have, without an article, and names of one word: `Zelensky`, `Sharaa`, `Lula`. */
function familySurfaces(row: PersonRow): ReadonlySet<string> {
  const out = new Set<string>();
  for (const name of [row.name, ...row.aliases]) {
    const words = name.split(" ");
    const last = words.slice(-row.family.split(" ").length).join(" ");
    if (words.length === 1 || sameNameWord(fold(last), fold(row.family))) out.add(last);
  }
  out.add(row.family);
  for (const surface of [...out]) out.add(surface.replace(/^(al|Al|el|El)[- ]/, ""));
  return out;
}

function other(row: { readonly name: string; readonly family: string; readonly aliases: readonly string[] }): readonly string[] {
  const out: string[] = [];
  const family = row.family.split(" ");
  for (const name of [row.name, ...row.aliases]) {
    const words = name.split(" ");
    if (words.length <= family.length || words.length > 4) continue;
    if (fold(words.slice(-family.length).join(" ")) === fold(row.family))
      out.push([...words.slice(-family.length), ...words.slice(0, -family.length)].join(" "));
    else if (fold(words.slice(0, family.length).join(" ")) === fold(row.family))
      out.push([...words.slice(family.length), ...words.slice(0, family.length)].join(" "));
  }
  return out;
}

/** Cities alone must be this large to be found in running text; smaller ones only by `place()`. */
const SURFACE_POPULATION = 500_000;

function addPlaces(index: SurfaceIndex, tables: Tables): void {
  for (const s of tables.states)
    for (const venue of s.venues) index.add(venue, "place", `place:${s.id.toLowerCase()}:${fold(venue).replace(/[^a-z0-9]+/g, "-")}`);
  for (const p of tables.places) {
    if (p.weight < SURFACE_POPULATION || p.name.length < 4) continue;
    for (const name of [p.name, ...p.names]) index.add(name, "place", p.id);
  }
}

/** What is known of an id. */
export function actorOf(base: Base, id: string): Actor | null {
  const state = base.states.get(id);
  if (state) return { id, kind: "state", name: state.name, state: id, family: null, source: state.source };
  const organisation = base.organisations.get(id);
  if (organisation)
    return { id, kind: "organisation", name: organisation.name, state: organisation.state, family: null, source: organisation.source };
  const person = base.persons.get(id);
  if (person) {
    const home = person.state !== null && base.states.has(person.state) ? person.state : null;
    return { id, kind: "person", name: person.name, state: home, family: person.family, source: person.source };
  }
  const region = base.tables.regions.find((r) => r.id === id);
  if (region) return { id, kind: "region", name: region.name, state: null, family: null, source: "curated" };
  const organ = /^([A-Z]{3}):([A-Z]+)$/.exec(id);
  const owner = organ ? base.states.get(organ[1]!) : undefined;
  if (owner)
    return {
      id,
      kind: "organ",
      name: `${owner.adjective} ${ORGAN_NAMES[organ![2]!] ?? organ![2]!.toLowerCase()}`,
      state: owner.id,
      family: null,
      source: "curated",
    };
  return null;
}

/** A reference as claims carry it. For a person the state is that of the office held on the day, else the person's own. */
export function refOf(base: Base, id: string, on: string | null = null, name?: string): ActorRef {
  const actor = actorOf(base, id);
  if (!actor) return { id, name: name ?? id.replace(/^[a-z]+:/, "") };
  let state = actor.state;
  if (actor.kind === "person") {
    const row = base.persons.get(id)!;
    const term = on === null ? null : base.terms.highest(id, on);
    state = (term?.verified ? term.state : null) ?? row.state;
  } else if (actor.kind === "organisation" && state === null) {
    state = base.organisations.get(id)!.of ?? id;
  }
  return { id, name: name ?? actor.name, ...(state === null ? {} : { state }) };
}

/** Key positions as a phrase in the text's own words. */
export function wordsOf(keys: Keys, from: number, to: number): string {
  return keys.pieces.slice(from, to).join(" ");
}
