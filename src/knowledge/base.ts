// The merged tables with their indexes: what every part of the resolver looks things up in.
import type { ActorRef } from "../model/index.ts";
import { Blocks } from "./blocks.ts";
import { addPersons, addSurfaces, userPart } from "./catalogue.ts";
import { dangerousSurnames } from "./dangerous.ts";
import { fold, type Keys } from "./forms.ts";
import { TitleGrammar } from "./offices.ts";
import { COMMON_IN_CAPITALS, partKeys, partyFinder } from "./parties.ts";
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
  readonly surfaces: SurfaceIndex;
  readonly grammar: TitleGrammar;
  /** Keys of the names of parts of states, and of lands that broke away. */
  readonly parts: ReadonlySet<string>;
  readonly dangerous: ReadonlySet<string>;
  /** `HUN.head-of-government` → days on which a text read names its holder. */
  readonly attested: ReadonlyMap<string, readonly string[]>;
  /** Organ nouns that need a state: key → suffix, with whether the capitalised noun may stand alone. */
  readonly organNouns: ReadonlyMap<string, { readonly organ: string; readonly alone: boolean }>;
  /** First words of organ nouns and last words of agents: most words are passed over by these alone. */
  readonly organStarts: ReadonlySet<string>;
  readonly agentEnds: ReadonlySet<string>;
  /** Names and adjectives of states of seven letters and more, in small letters, with their states, by their first letter. */
  readonly longForms: ReadonlyMap<string, readonly (readonly [form: string, state: string])[]>;
}

function longForms(states: readonly StateRow[]): Base["longForms"] {
  const out = new Map<string, (readonly [string, string])[]>();
  for (const s of states) {
    for (const name of [...s.names, ...s.adjectives]) {
      if (name.length < 7) continue;
      const form = name.toLowerCase();
      const list = out.get(form[0]!) ?? [];
      out.set(form[0]!, list);
      list.push([form, s.id]);
    }
  }
  return out;
}

export function createBase(tables: Tables, attested: Base["attested"] = new Map()): Base {
  const terms = new TermIndex(tables.terms);
  const persons = new PersonIndex(tables.persons, (id) => terms.states(id), new Blocks(tables.names));
  const surfaces = new SurfaceIndex(COMMON_IN_CAPITALS, new Blocks(tables.surfaces));
  const dangerous = dangerousSurnames();
  const parts = partKeys(tables.states);
  addSurfaces(surfaces, userPart(tables), terms, dangerous);
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
    surfaces,
    grammar: new TitleGrammar(tables.titles, partyFinder(surfaces, parts)),
    parts,
    dangerous,
    attested,
    organNouns,
    organStarts: new Set([...organNouns.keys()].map((noun) => noun.split(/ |'s/, 1)[0]!)),
    agentEnds: new Set(Object.keys(tables.groups.agents).map((agent) => agent.slice(agent.lastIndexOf(" ") + 1))),
    longForms: longForms(tables.states),
  };
}

/** Adds a person of a later layer, whose terms stand in the base already. */
export function extendBase(base: Base, person: PersonRow): void {
  base.persons.add(person);
  addPersons(base.surfaces, [person], base.terms, base.dangerous);
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
    state = term?.state ?? row.state;
  } else if (actor.kind === "organisation" && state === null) {
    state = base.organisations.get(id)!.of ?? id;
  }
  return { id, name: name ?? actor.name, ...(state === null ? {} : { state }) };
}

/** Key positions as a phrase in the text's own words. */
export function wordsOf(keys: Keys, from: number, to: number): string {
  return keys.pieces.slice(from, to).join(" ");
}
