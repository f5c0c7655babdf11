// Known surfaces in running text: one map of phrases and their beginnings, walked from each token for the longest match.
import { type Blocks, sortedLines } from "./blocks.ts";
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

/** When one surface has several kinds, the first of these counts. Persons and places stand last: what remains is the parties of the world. */
const KINDS: readonly SurfaceKind[] = [
  "state",
  "seat",
  "organisation",
  "organ",
  "adjective",
  "capital",
  "region",
  "treaty",
  "exercise",
  "person",
  "place",
];
const RANK: ReadonlyMap<SurfaceKind, number> = new Map(KINDS.map((kind, i) => [kind, i]));

/** The index of surfaces. Later additions of a surface under a better-ranked kind win; the same kind collects ids. */
export class SurfaceIndex {
  readonly #entries = new Map<string, Entry | null>();
  readonly #common: ReadonlySet<string>;
  readonly #blocks: Blocks | null;
  /** The keys asked for last, with the parties found at their positions: a phrase is asked for each of its words several times. */
  #asked: Keys | null = null;
  #parties: (Hit | null | undefined)[] = [];

  /** `common` are words that in capitals are far likelier themselves than a name: `WHO`, `US`. `blocks` is what `lines()` of another index gave. */
  constructor(common: ReadonlySet<string>, blocks: Blocks | null = null) {
    this.#common = common;
    this.#blocks = blocks;
  }

  add(surface: string, kind: SurfaceKind, id: string): void {
    const { keys, pieces } = keysOf(tokenise(surface));
    if (keys.length === 0) return;
    this.#asked = null;
    this.#read(keys[0]!);
    this.#put(keys.join(" "), kind, [id], pieces);
  }

  #put(key: string, kind: SurfaceKind, ids: readonly string[], pieces: readonly string[]): void {
    const had = this.#entries.get(key);
    if (had) {
      if (had.kind === kind) {
        for (const id of ids) if (!had.ids.includes(id)) had.ids.push(id);
        return;
      }
      if (RANK.get(had.kind)! <= RANK.get(kind)!) return;
    }
    this.#entries.set(key, { kind, ids: [...ids], pieces });
    for (let i = key.indexOf(" "); i >= 0; i = key.indexOf(" ", i + 1)) {
      const prefix = key.slice(0, i);
      if (!this.#entries.has(prefix)) this.#entries.set(prefix, null);
    }
  }

  /** Reads the block of a first word when it is asked for the first time. */
  #read(first: string): void {
    const lines = this.#blocks?.take(first);
    if (!lines) return;
    for (const [key, kind, ids, pieces] of lines) this.#put(key!, KINDS[Number(kind)]!, ids!.split(","), pieces!.split(" "));
  }

  /** All surfaces as lines for `Blocks`: key, kind, ids, pieces. */
  lines(): string {
    const out: string[] = [];
    for (const [key, entry] of this.#entries) {
      if (entry) out.push([key, RANK.get(entry.kind), entry.ids.join(","), entry.pieces.join(" ")].join("\t"));
    }
    return sortedLines(out);
  }

  /** Exact lookup of a whole phrase, case of names respected. */
  whole(keys: Keys): Hit | null {
    const hit = this.party(keys, 0);
    return hit && hit.to === keys.keys.length ? hit : null;
  }

  /** The longest surface at key position `from` that is no person and no city. */
  party(keys: Keys, from: number): Hit | null {
    if (this.#asked !== keys) {
      this.#asked = keys;
      this.#parties = [];
    }
    let hit = this.#parties[from];
    if (hit === undefined) {
      hit = this.longest(keys, from, false, true);
      this.#parties[from] = hit;
    }
    return hit;
  }

  /** The longest surface that begins at key position `from`. In `capitals` text the case of the table does not count. */
  longest(keys: Keys, from: number, capitals: boolean, partiesOnly = false): Hit | null {
    let key = keys.keys[from];
    if (key === undefined) return null;
    // a first word with an entry, be it the beginning of one, has had its block read
    if (this.#blocks !== null && !this.#entries.has(key)) {
      this.#read(key);
      if (!this.#entries.has(key)) return null;
    }
    let best: Hit | null = null;
    for (let to = from + 1; ; to += 1) {
      const entry = this.#entries.get(key);
      if (entry === undefined) break;
      if (
        entry !== null &&
        !(partiesOnly && (entry.kind === "person" || entry.kind === "place")) &&
        this.#fits(entry, keys, from, capitals)
      )
        best = { to, kind: entry.kind, ids: entry.ids };
      const next: string | undefined = keys.keys[to];
      if (next === undefined) break;
      key = `${key} ${next}`;
    }
    return best;
  }

  #fits(entry: Entry, keys: Keys, from: number, capitals: boolean): boolean {
    if (capitals && entry.pieces.length === 1 && this.#common.has(keys.keys[from]!)) return false;
    for (let i = 0; i < entry.pieces.length; i += 1) {
      const table = entry.pieces[i]!;
      const text = keys.pieces[from + i]!;
      if (table === text) continue;
      if (sameCase(table, text)) continue;
      if (capitals && text === text.toUpperCase()) continue;
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
  // Acronyms are also written with small letters inside: DfID.
  if (a.length >= 3 && a === a.toUpperCase() && b.toUpperCase() === a && capitalCount(b) >= 3) return true;
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
