// Known surfaces in running text: one map of phrases and their beginnings, walked from each token for the longest match.
import { fold, type Keys, keysOf, tokenise } from "./forms.ts";
import type { SurfaceMatch } from "./types.ts";

export type SurfaceKind = SurfaceMatch["kind"];

interface Entry {
  readonly kind: SurfaceKind;
  readonly ids: string[];
  /** Pieces in the table's own case. */
  readonly pieces: readonly string[];
}

export interface Hit {
  /** Key positions, half-open. */
  readonly to: number;
  readonly kind: SurfaceKind;
  readonly ids: readonly string[];
}

/** Shared kinds rank before others when one surface has several. */
const RANK: Readonly<Record<SurfaceKind, number>> = {
  state: 0,
  seat: 1,
  organisation: 2,
  organ: 3,
  adjective: 4,
  person: 5,
  capital: 6,
  region: 7,
  treaty: 8,
  exercise: 9,
  place: 10,
};

/** The index of surfaces. Later additions of a surface under a better-ranked kind win; the same kind collects ids. */
export class SurfaceIndex {
  readonly #entries = new Map<string, Entry | null>();
  readonly #common: ReadonlySet<string>;

  /** `common` are words that in capitals are far likelier themselves than a name: `WHO`, `US`. */
  constructor(common: ReadonlySet<string>) {
    this.#common = common;
  }

  add(surface: string, kind: SurfaceKind, id: string): void {
    const { keys, pieces } = keysOf(tokenise(surface));
    if (keys.length === 0) return;
    const key = keys.join(" ");
    const had = this.#entries.get(key);
    if (had) {
      if (had.kind === kind) {
        if (!had.ids.includes(id)) had.ids.push(id);
        return;
      }
      if (RANK[had.kind] <= RANK[kind]) return;
    }
    this.#entries.set(key, { kind, ids: [id], pieces });
    for (let i = key.indexOf(" "); i >= 0; i = key.indexOf(" ", i + 1)) {
      const prefix = key.slice(0, i);
      if (!this.#entries.has(prefix)) this.#entries.set(prefix, null);
    }
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Exact lookup of a whole phrase, case of names respected. */
  whole(keys: Keys): Hit | null {
    const hit = this.longest(keys, 0, false);
    return hit && hit.to === keys.keys.length ? hit : null;
  }

  /** The longest surface that begins at key position `from`. In `capitals` text the case of the table does not count. */
  longest(keys: Keys, from: number, capitals: boolean): Hit | null {
    let key = keys.keys[from];
    if (key === undefined) return null;
    let best: Hit | null = null;
    for (let to = from + 1; ; to += 1) {
      const entry = this.#entries.get(key);
      if (entry === undefined) break;
      if (entry !== null && this.#fits(entry, keys, from, capitals)) best = { to, kind: entry.kind, ids: entry.ids };
      const next: string | undefined = keys.keys[to];
      if (next === undefined) break;
      key = `${key} ${next}`;
    }
    return best;
  }

  #fits(entry: Entry, keys: Keys, from: number, capitals: boolean): boolean {
    for (let i = 0; i < entry.pieces.length; i += 1) {
      const table = entry.pieces[i]!;
      const text = keys.pieces[from + i]!;
      if (table === text) continue;
      if (sameCase(table, text)) continue;
      if (capitals && text === text.toUpperCase()) {
        if (entry.pieces.length === 1 && this.#common.has(keys.keys[from]!)) return false;
        continue;
      }
      // A name at the start of a sentence, and small words within names, may differ in their first letter.
      if (i > 0 && table.length <= 4 && fold(table) === fold(text)) continue;
      if (i === 0 && entry.pieces.length > 1 && /^\p{Ll}/u.test(table) && /^\p{Lu}/u.test(text)) continue;
      // Acronyms that are spoken as words are also written as names: Nato, Asean.
      if (/^[A-Z]{4,}$/.test(table) && /^[A-Z][a-z]+$/.test(text)) continue;
      return false;
    }
    return true;
  }
}

function sameCase(table: string, text: string): boolean {
  const a = table.replace(/[.’]/g, "");
  const b = text.replace(/[.’]/g, "");
  if (a === b) return true;
  const upperA = /^\p{Lu}/u.test(a);
  const upperB = /^\p{Lu}/u.test(b);
  if (upperA !== upperB) return false;
  // Equal but for diacritics: compare the rest by folding, and demand the same amount of capitals.
  return fold(a) === fold(b) && capitalCount(a) === capitalCount(b);
}

function capitalCount(text: string): number {
  let n = 0;
  for (const c of text) if (/\p{Lu}/u.test(c)) n += 1;
  return n;
}

/** Whether a run of tokens is written in capitals throughout (a headline): at least 3 words, 80 % of them. */
export function inCapitals(tokens: readonly string[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const token of tokens) {
    if (!/\p{L}{2}/u.test(token)) continue;
    words += 1;
    if (token === token.toUpperCase()) capitals += 1;
  }
  return words >= 3 && capitals >= 0.8 * words;
}
