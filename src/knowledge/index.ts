// What the program knows of the world: who is who on a day, states, organisations, places, issues. The only door to this folder.
import type { ActorRef, OfficeRole } from "../model/index.ts";
import { actorOf, type Base, createBase, refOf } from "./base.ts";
import { organNoun } from "./collectives.ts";
import { describe } from "./describe.ts";
import { newestEvidence } from "./evidence.ts";
import { type Keys, keysOf } from "./forms.ts";
import { IssueTable } from "./issues.ts";
import { applyLearned, daysRead, type LearnedOffice, learnOffices } from "./learned/index.ts";
import { readLayers } from "./load.ts";
import { Memo } from "./memo.ts";
import { stateInOtherLanguage } from "./other-languages.ts";
import { OwnerTable } from "./owners.ts";
import { resolvePhrase } from "./resolve.ts";
import { inCapitals } from "./surfaces.ts";
import { termOf } from "./terms.ts";
import type { Knowledge, LoadOptions, SurfaceMatch } from "./types.ts";

export { checkKnowledge, staleOffices } from "./check.ts";
export { acceptedFrom, type Decision, type LearnedOffice, writeDecisions } from "./learned/index.ts";
export type * from "./types.ts";

/**
 * Loads the tables and, when `userDirectory` is given, the user's YAML files over them (entries that are wrong are skipped; `checkKnowledge` reports them).
 * Throws only when the installation lacks its tables.
 */
export function loadKnowledge(options: LoadOptions = {}): Knowledge {
  const { tables, decisions } = readLayers(options.userDirectory ?? null);
  const attestations = options.attestations ?? [];
  const base = createBase(tables, daysRead(attestations));
  const learned = learnOffices(base, attestations, decisions);
  const accepted = decisions.flatMap(({ office }) => office ?? []);
  applyLearned(base, accepted, true);
  applyLearned(
    base,
    learned.filter(({ used, status }) => used && status !== "accepted"),
    false,
  );
  return new TableKnowledge(base, learned);
}

class TableKnowledge implements Knowledge {
  readonly #base: Base;
  readonly #issues: IssueTable;
  readonly #owners: OwnerTable;
  readonly version: string;
  readonly #memo = new Memo();
  readonly learned: readonly LearnedOffice[];
  #lastTokens: readonly string[] | null = null;
  #lastKeys: Keys | null = null;

  constructor(base: Base, learned: readonly LearnedOffice[]) {
    this.#base = base;
    this.learned = learned;
    this.#issues = new IssueTable(base.tables.issues);
    this.#owners = new OwnerTable(base.tables.owners);
    this.version = base.tables.version;
  }

  surfaces(tokens: readonly string[]): readonly SurfaceMatch[] {
    const keys = this.#keys(tokens);
    const capitals = inCapitals(tokens);
    const out: SurfaceMatch[] = [];
    for (let at = 0; at < keys.keys.length; ) {
      const hit = this.#base.surfaces.longest(keys, at, capitals) ?? this.#organAlone(keys, at);
      if (!hit || !this.#stands(keys, at, hit) || (capitals && pronounUs(keys, at))) {
        at += 1;
        continue;
      }
      const organ = this.#organAfter(keys, hit);
      const end = organ?.to ?? hit.to;
      out.push({ from: keys.at[at]!, to: keys.at[end - 1]! + 1, kind: organ ? "organ" : hit.kind, ids: organ ? [organ.id] : hit.ids });
      at = end;
    }
    return out;
  }

  office(tokens: readonly string[], from: number): ReturnType<Knowledge["office"]> {
    const keys = this.#keys(tokens);
    // Some tokens have no key (hyphens) and some have two: the key of a token stands near its own position.
    let at = Math.min(from, keys.at.length - 1);
    while (at > 0 && keys.at[at - 1]! >= from) at -= 1;
    while (at < keys.at.length && keys.at[at]! < from) at += 1;
    if (keys.at[at] !== from) return null;
    const parse = this.#base.grammar.parse(keys, at);
    return parse && { to: keys.at[parse.to - 1]! + 1, office: parse.office };
  }

  resolve(phrase: string, on: string | null, context: readonly string[] = []): ReturnType<Knowledge["resolve"]> {
    return this.#memo.get(phrase, on, context, () => resolvePhrase(this.#base, phrase, on, context));
  }

  holders(state: string, role: OfficeRole, on: string): readonly ActorRef[] {
    const seen = new Set<string>();
    const rows = this.#base.terms.at(state, role, on).filter((t) => !seen.has(t.person) && seen.add(t.person));
    return rows.map((t) => refOf(this.#base, t.person, on));
  }

  terms(person: string): ReturnType<Knowledge["terms"]> {
    return this.#base.terms.of(person).map(termOf);
  }

  officeOn(person: string, on: string): ReturnType<Knowledge["officeOn"]> {
    const row = this.#base.terms.highest(person, on);
    return row && termOf(row);
  }

  newestEvidence(state: string, role: OfficeRole, on: string): ReturnType<Knowledge["newestEvidence"]> {
    return newestEvidence(this.#base, state, role, on);
  }

  actor(id: string): ReturnType<Knowledge["actor"]> {
    return actorOf(this.#base, id);
  }

  ref(id: string): ActorRef {
    return refOf(this.#base, id);
  }

  place(name: string, nearState: string | null = null): ReturnType<Knowledge["place"]> {
    return this.#base.places.find(name, nearState);
  }

  members(organisation: string, on: string): readonly string[] {
    const row = this.#base.organisations.get(organisation);
    if (!row) return [];
    return Object.keys(row.members).filter((s) => row.members[s]! <= on && !(row.leaving[s] !== undefined && row.leaving[s]! <= on));
  }

  defenceSpending(state: string): ReturnType<Knowledge["defenceSpending"]> {
    return this.#base.tables.defenceSpending.get(state) ?? [];
  }

  describe(name: string, on: string | null): ReturnType<Knowledge["describe"]> {
    return describe(this.#base, this.#issues, name, on);
  }

  stateInOtherLanguage(name: string): ReturnType<Knowledge["stateInOtherLanguage"]> {
    return stateInOtherLanguage(this.#base.states.values(), name);
  }

  get issues(): IssueTable["all"] {
    return this.#issues.all;
  }

  issue(id: string): ReturnType<Knowledge["issue"]> {
    return this.#issues.get(id);
  }

  shortName(state: string): string {
    return this.#base.states.get(state)?.print ?? this.#base.organisations.get(state)?.name ?? state;
  }

  adjective(state: string): string {
    return this.#base.states.get(state)?.adjective ?? this.#base.organisations.get(state)?.name ?? state;
  }

  seats(state: string): readonly string[] {
    const row = this.#base.states.get(state);
    return row ? [...row.capitals, ...row.seats] : [];
  }

  owner(site: string): string {
    return this.#owners.owner(site);
  }

  /** Keys of the token list asked for last: the mention finder asks for every position of one text. */
  #keys(tokens: readonly string[]): Keys {
    if (this.#lastTokens !== tokens || this.#lastKeys === null) {
      this.#lastKeys = keysOf(tokens);
      this.#lastTokens = tokens;
    }
    return this.#lastKeys;
  }

  /** “Japan's parliament”, “Chinese Foreign Ministry”: one surface, the organ. */
  #organAfter(
    keys: Keys,
    hit: { readonly to: number; readonly kind: string; readonly ids: readonly string[] },
  ): { readonly to: number; readonly id: string } | null {
    if (hit.kind !== "state" && hit.kind !== "adjective") return null;
    const possessive = keys.keys[hit.to] === "'s" || keys.keys[hit.to] === "'";
    if (hit.kind === "state" && !possessive && !/^(us|uk|uae)$/.test(keys.keys[hit.to - 1]!)) return null;
    const noun = organNoun(this.#base, keys, possessive ? hit.to + 1 : hit.to);
    return noun && { to: noun.to, id: `${hit.ids[0]!}:${noun.organ}` };
  }

  /** “Foreign Ministry” in capitals without its state: an organ whose state the context gives. */
  #organAlone(keys: Keys, at: number): { readonly to: number; readonly kind: "organ"; readonly ids: readonly string[] } | null {
    const first = keys.pieces[at]!;
    if (!/^\p{Lu}/u.test(first)) return null;
    const noun = organNoun(this.#base, keys, at);
    return noun?.alone && noun.to - at > 1 ? { to: noun.to, kind: "organ", ids: [] } : null;
  }

  /** A state's or a city's name within a person's name is none: `Michael Jordan`, `Chad Smith`. */
  #stands(keys: Keys, at: number, hit: { readonly to: number; readonly kind: string }): boolean {
    if (hit.kind === "adjective" && keys.joined[at] && AREAS.has(keys.keys[at - 1] ?? "")) return false;
    if (hit.to - at > 1 || (hit.kind !== "state" && hit.kind !== "place" && hit.kind !== "capital")) return true;
    const word = keys.keys[at]!;
    if (!GIVEN_NAMES.has(word) && !FAMILY_NAMES.has(word)) return true;
    const before = keys.pieces[at - 1];
    const after = keys.pieces[hit.to];
    const name = (piece: string | undefined): boolean => piece !== undefined && /^\p{Lu}\p{Ll}+$/u.test(piece);
    if (
      GIVEN_NAMES.has(word) &&
      name(after) &&
      !/^(President|Prime|Minister|Foreign|Defen[cs]e|Chancellor|King|Queen|Ambassador|Government|River|Border)$/.test(after!)
    )
      return false;
    return !(FAMILY_NAMES.has(word) && name(before) && !CALENDAR.test(before!) && this.#base.dangerous.has(keys.keys[at - 1]!));
  }
}

/** Before an adjective with a hyphen these make the name of an area: `Mid-American`. */
const AREAS: ReadonlySet<string> = new Set(["mid", "pan", "trans", "inter"]);

/** “TELL US” in a line in capitals. */
function pronounUs(keys: Keys, at: number): boolean {
  return keys.pieces[at] === "US" && /^(tell|told|let|give|gave|join|among|between|remind|show|help|all)$/.test(keys.keys[at - 1] ?? "");
}

/** Days and months before a state's name (`On Monday France …`) make no person's name of it. */
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

const GIVEN_NAMES = new Set([
  "chad",
  "jordan",
  "georgia",
  "india",
  "israel",
  "kenya",
  "cuba",
  "sydney",
  "florence",
  "victoria",
  "paris",
  "chelsea",
  "austin",
  "dakota",
  "carolina",
  "virginia",
  "montana",
  "orlando",
  "charlotte",
  "lima",
]);
const FAMILY_NAMES = new Set([
  "jordan",
  "israel",
  "ireland",
  "england",
  "france",
  "holland",
  "poland",
  "lebanon",
  "london",
  "paris",
  "berlin",
  "houston",
  "austin",
  "washington",
  "lincoln",
  "jackson",
  "santiago",
  "lima",
  "milan",
  "vienna",
  "york",
]);
