// Places by name: states, capitals, seats and venues, regions, first-level regions and cities by population.
import { Blocks, sortedLines } from "./blocks.ts";
import { isPlain, type Keys, phraseKey, slug } from "./forms.ts";
import type { PlaceRow, RegionRow, StateRow, Tables } from "./tables.ts";
import type { Place } from "./types.ts";

interface Candidate {
  readonly place: Place;
  readonly weight: number;
}

/** Names of places as lines for `Blocks`: key, id, name, state, kind, weight. */
export function placeLines(rows: readonly PlaceRow[]): string {
  const fields = ({ id, name, state, kind, weight }: PlaceRow): string => [id.slice("place:".length), name, state, kind, weight].join("\t");
  const lines = rows.flatMap((row) => [row.name, ...row.names].map((name) => `${keyOf(name)}\t${fields(row)}`));
  return sortedLines([...new Set(lines)]);
}

const keyOf = (name: string): string => phraseKey(name).replace(/^the /, "");

/** The index of places. Several places of one name: the one in the state asked for, else the heaviest. It is made when it is first asked. */
export class PlaceIndex {
  readonly #names = new Map<string, Candidate[]>();
  readonly #tables: Pick<Tables, "states" | "regions">;
  readonly #blocks: Blocks;
  #ready = false;

  constructor(tables: Pick<Tables, "states" | "regions" | "placeNames">) {
    this.#tables = tables;
    this.#blocks = new Blocks(tables.placeNames);
  }

  /** The place that the keys `[from, to)` of a phrase name: what `find` gives for these words, without reading them once more. */
  at(keys: Keys, from: number, to: number): Place | null {
    for (let i = from; i < to; i += 1) {
      const piece = keys.pieces[i]!;
      if (!isPlain(piece) || piece === "-") return this.find(keys.pieces.slice(from, to).join(" "), null);
    }
    this.#prepare();
    return this.#best(keys.keys.slice(from, to).join(" "), null);
  }

  #prepare(): void {
    if (this.#ready) return;
    this.#ready = true;
    for (const s of this.#tables.states) this.#state(s);
    for (const r of this.#tables.regions) this.#region(r);
  }

  find(name: string, nearState: string | null): Place | null {
    this.#prepare();
    const whole = this.#best(phraseKey(name), nearState);
    if (whole) return whole;
    // “Paris, Kentucky”: the part after the comma says where.
    const comma = name.indexOf(",");
    if (comma < 0) return null;
    const around = this.#best(phraseKey(name.slice(comma + 1)), null);
    return this.#best(phraseKey(name.slice(0, comma)), around?.state ?? nearState);
  }

  #best(key: string, nearState: string | null): Place | null {
    const bare = key.startsWith("the ") ? key.slice(4) : key;
    const space = bare.indexOf(" ");
    this.#read(space < 0 ? bare : bare.slice(0, space));
    const list = this.#names.get(bare);
    if (!list) return null;
    const near = nearState === null ? undefined : list.find((c) => c.place.state === nearState);
    return (near ?? list[0]!).place;
  }

  #read(first: string): void {
    for (const [key, id, name, state, kind, weight] of this.#blocks.take(first) ?? [])
      this.#put(key!, { id: `place:${id}`, name: name!, state: state!, kind: kind as Place["kind"] }, Number(weight));
  }

  #add(name: string, place: Place, weight: number): void {
    this.#put(keyOf(name), place, weight);
  }

  #put(key: string, place: Place, weight: number): void {
    const list = this.#names.get(key);
    const candidate = { place, weight };
    if (!list) this.#names.set(key, [candidate]);
    else if (!list.some((c) => c.place.id === place.id)) {
      list.push(candidate);
      list.sort((a, b) => b.weight - a.weight || (a.place.id < b.place.id ? -1 : 1));
    }
  }

  #state(s: StateRow): void {
    const country: Place = { id: `place:${s.id.toLowerCase()}`, name: s.name, state: s.id, kind: "country" };
    for (const name of s.names) this.#add(name, country, s.of === null ? 1e9 : 1e7);
    for (const name of [...s.parts, ...s.breakaway])
      this.#add(name, { id: `place:${s.id.toLowerCase()}:${slug(name)}`, name, state: s.id, kind: "admin1" }, 1e8);
    s.capitals.forEach((name) => {
      this.#add(name, { id: `place:${s.id.toLowerCase()}:${slug(name)}`, name, state: s.id, kind: "capital" }, 5e8);
    });
    for (const name of s.seats) this.#add(name, { id: `place:${s.id.toLowerCase()}:${slug(name)}`, name, state: s.id, kind: "seat" }, 5e8);
    for (const name of s.venues)
      this.#add(name, { id: `place:${s.id.toLowerCase()}:${slug(name)}`, name, state: s.id, kind: "venue" }, 5e8);
  }

  #region(r: RegionRow): void {
    const place: Place = { id: r.id, name: r.name, state: null, kind: "region" };
    for (const name of r.names) this.#add(name, place, 4e8);
  }
}
