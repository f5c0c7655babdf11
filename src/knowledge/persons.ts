// Persons by name: exact forms first, then near forms within a state, then family names.
import { type Blocks, sortedLines } from "./blocks.ts";
import { phraseKey } from "./forms.ts";
import { Kept } from "./kept.ts";
import {
  familyFits,
  familyLetters,
  familySpellings,
  nameFit,
  nameKeys,
  otherOrder,
  PARTICLES,
  type PersonWords,
  personWords,
} from "./names.ts";
import type { PersonRow } from "./tables.ts";

export interface Found {
  readonly id: string;
  /** 1 family name alone, 2–3 near forms, 4 all words equal. */
  readonly score: number;
}

/** Persons compared for one word of a name: words that more share tell nobody apart. */
const NEAR_LIMIT = 60;
/** The kinds of lines in the table of names. */
const FULL = "0";
const FAMILY = "1";
const WORD = "2";

/** The index of persons. Its table of names is read a first word at a time. */
export class PersonIndex {
  readonly #rows = new Map<string, PersonRow>();
  readonly #order: PersonRow[];
  readonly #words = new Map<string, PersonWords>();
  /** Kind and key → ids. */
  readonly #names = new Map<string, string[]>();
  readonly #blocks: Blocks | null;
  readonly #statesOf: (person: string) => readonly string[];
  /** Whom a name means in a state, by both: the same names come on other days. */
  readonly #found = new Kept<readonly Found[]>(5000);
  /** State → persons, by home or by office. */
  #states: Map<string, PersonRow[]> | null = null;
  /** State → first letter of a family name → ids, for the states that were asked for; `*` for those whose family name says nothing. */
  readonly #letters = new Map<string, Map<string, string[]>>();

  /** `blocks` is what `lines()` of an index of the shipped persons gave; the user's persons are added to it. */
  constructor(persons: readonly PersonRow[], statesOf: (person: string) => readonly string[], blocks: Blocks | null = null) {
    this.#order = [...persons];
    this.#blocks = blocks;
    this.#statesOf = statesOf;
    for (const row of persons) this.#rows.set(row.id, row);
    for (const row of persons) if (blocks === null || row.source === "user") this.#add(row);
  }

  /** A person of a later layer. */
  add(row: PersonRow): void {
    this.#rows.set(row.id, row);
    this.#order.push(row);
    this.#states = null;
    this.#letters.clear();
    this.#found.clear();
    this.#add(row);
  }

  #add(row: PersonRow): void {
    for (const key of formsOf(row)) {
      this.#put(FULL, key, row.id);
      for (const token of key.split(" ")) if (token.length > 3 && !PARTICLES.has(token)) this.#put(WORD, token, row.id);
    }
    for (const spelling of familySpellings(row)) this.#put(FAMILY, phraseKey(spelling), row.id);
  }

  #put(kind: string, key: string, id: string): void {
    this.#read(key.split(" ", 1)[0]!);
    push(this.#names, kind + key, id);
  }

  /** Ids in the lines are the places of the shipped rows, base 36. */
  #read(first: string): void {
    const lines = this.#blocks?.take(first);
    if (!lines) return;
    for (const [key, kind, places] of lines) {
      const ids = places!.split(",").map((n) => this.#order[Number.parseInt(n, 36)]!.id);
      this.#names.set(kind! + key!, [...ids, ...(this.#names.get(kind! + key!) ?? [])]);
    }
  }

  #ids(kind: string, key: string): readonly string[] {
    this.#read(key.split(" ", 1)[0]!);
    return this.#names.get(kind + key) ?? [];
  }

  /** All names as lines for `Blocks`: key, kind, persons. */
  lines(): string {
    const place = new Map(this.#order.map((row, i) => [row.id, i.toString(36)]));
    return sortedLines([...this.#names].map(([key, ids]) => [key.slice(1), key[0], ids.map((id) => place.get(id)).join(",")].join("\t")));
  }

  get(id: string): PersonRow | undefined {
    return this.#rows.get(id);
  }

  /** Ids of the persons who have exactly this full name. */
  named(key: string): readonly string[] {
    return this.#ids(FULL, key);
  }

  /** Ids of the persons with this family name. */
  family(key: string): readonly string[] {
    return this.#ids(FAMILY, key);
  }

  #inState(state: string): readonly PersonRow[] {
    if (this.#states === null) {
      this.#states = new Map();
      for (const row of this.#order) {
        const states = new Set(this.#statesOf(row.id));
        if (row.state !== null) states.add(row.state);
        for (const s of states) {
          const rows = this.#states.get(s);
          if (rows) rows.push(row);
          else this.#states.set(s, [row]);
        }
      }
    }
    return this.#states.get(state) ?? [];
  }

  #byLetter(state: string): ReadonlyMap<string, readonly string[]> {
    let byLetter = this.#letters.get(state);
    if (!byLetter) {
      byLetter = new Map<string, string[]>();
      for (const row of this.#inState(state)) for (const letter of familyLetters(row)) push(byLetter, letter, row.id);
      this.#letters.set(state, byLetter);
    }
    return byLetter;
  }

  /** Persons of one state, by home or by office, whose family name begins as one of the words does. */
  #of(state: string, text: readonly string[]): readonly string[] {
    const byLetter = this.#byLetter(state);
    const letters = new Set(["*", ...text.map((w) => w[0]!)]);
    return [...letters].flatMap((letter) => byLetter.get(letter) ?? []);
  }

  /** Persons whom `name` can mean, best first; `state` limits near forms to one state's persons. */
  find(name: string, state: string | null): readonly Found[] {
    return this.#found.get(`${state ?? ""} ${name}`, () => this.#search(name, state));
  }

  #search(name: string, state: string | null): readonly Found[] {
    const text = nameKeys(name);
    if (text.length === 0) return [];
    const key = text.join(" ");
    const exact = this.named(key);
    const found = new Map<string, number>();
    const multi = text.filter((w) => !PARTICLES.has(w)).length > 1;
    for (const id of exact) found.set(id, multi ? 4 : 3);
    for (const id of this.family(key)) if (!found.has(id)) found.set(id, 1);
    const pool = state !== null ? this.#of(state, text) : multi ? this.#near(text) : [];
    for (const id of pool) {
      const words = this.words(id);
      const score = familyFits(text, words) ? nameFit(text, words) : 0;
      if (score > (found.get(id) ?? 0)) found.set(id, score);
    }
    return [...found].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  /** How well `name` fits one person. */
  fits(name: string, id: string): number {
    const row = this.#rows.get(id);
    if (!row) return 0;
    const text = nameKeys(name);
    const key = text.join(" ");
    if (this.named(key).includes(id)) return text.length > 1 ? 4 : 3;
    const score = nameFit(text, this.words(id));
    return score > 0 ? score : this.family(key).includes(id) ? 1 : 0;
  }

  words(id: string): PersonWords {
    let words = this.#words.get(id);
    if (!words) {
      words = personWords(this.#rows.get(id)!);
      this.#words.set(id, words);
    }
    return words;
  }

  /** Persons who share the rarest long word of the text. */
  #near(text: readonly string[]): readonly string[] {
    const out = new Set<string>();
    for (const word of text) if (word.length > 3) for (const id of this.#ids(WORD, word).slice(0, NEAR_LIMIT)) out.add(id);
    return [...out];
  }
}

function push(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [id]);
  else if (!list.includes(id)) list.push(id);
}

/** Keys of all full forms of a person's name, both orders. */
export function formsOf(row: PersonRow): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const name of [row.name, ...row.aliases]) {
    forms.add(phraseKey(name).replaceAll(" ,", ""));
    const other = otherOrder(name, row.family);
    if (other) forms.add(phraseKey(other));
  }
  return forms;
}
