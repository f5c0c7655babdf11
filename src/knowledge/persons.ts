// Persons by name: exact forms first, then near forms within a state, then family names.
import { phraseKey } from "./forms.ts";
import { fit, nameKeys, otherOrder, PARTICLES, type PersonWords, personWords } from "./names.ts";
import type { PersonRow } from "./tables.ts";

export interface Found {
  readonly id: string;
  /** 1 family name alone, 2–3 near forms, 4 all words equal. */
  readonly score: number;
}

/** The index of persons. */
export class PersonIndex {
  readonly #rows = new Map<string, PersonRow>();
  readonly #words = new Map<string, PersonWords>();
  readonly #exact = new Map<string, string[]>();
  readonly #families = new Map<string, string[]>();
  readonly #tokens = new Map<string, string[]>();
  readonly #states = new Map<string, string[]>();

  constructor(persons: readonly PersonRow[], statesOf: (person: string) => readonly string[]) {
    for (const row of persons) {
      this.#rows.set(row.id, row);
      for (const key of formsOf(row)) {
        push(this.#exact, key, row.id);
        for (const token of key.split(" ")) if (token.length > 2 && !PARTICLES.has(token)) push(this.#tokens, token, row.id);
      }
      for (const key of familyKeys(row.family)) push(this.#families, key, row.id);
      const states = new Set(statesOf(row.id));
      if (row.state !== null) states.add(row.state);
      for (const s of states) push(this.#states, s, row.id);
    }
  }

  get(id: string): PersonRow | undefined {
    return this.#rows.get(id);
  }

  all(): Iterable<PersonRow> {
    return this.#rows.values();
  }

  /** Ids of the persons who have exactly this full name. */
  named(key: string): readonly string[] {
    return this.#exact.get(key) ?? [];
  }

  /** Ids of the persons with this family name. */
  family(key: string): readonly string[] {
    return this.#families.get(key) ?? [];
  }

  /** Persons whom `name` can mean, best first; `state` limits near forms to one state's persons. */
  find(name: string, state: string | null): readonly Found[] {
    const text = nameKeys(name);
    if (text.length === 0) return [];
    const key = text.join(" ");
    const exact = this.named(key);
    const found = new Map<string, number>();
    const multi = text.filter((w) => !PARTICLES.has(w)).length > 1;
    for (const id of exact) found.set(id, multi ? 4 : 3);
    for (const id of this.family(key)) if (!found.has(id)) found.set(id, 1);
    const pool = state !== null ? (this.#states.get(state) ?? []) : multi ? this.#near(text) : [];
    for (const id of pool) {
      const score = fit(text, this.words(id));
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
    const score = fit(text, this.words(id));
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
    for (const word of text) if (word.length > 3) for (const id of (this.#tokens.get(word) ?? []).slice(0, 60)) out.add(id);
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

/** `al-Sharaa` is also `Sharaa`; `von der Leyen` is not `Leyen`. */
function familyKeys(family: string): readonly string[] {
  const key = phraseKey(family);
  const bare = key.replace(/^(al|el|bin|ibn|ben) /, "");
  return bare === key ? [key] : [key, bare];
}
