// Places by name: states, capitals, seats and venues, regions, first-level regions and cities by population.
import { phraseKey, slug } from "./forms.ts";
import type { RegionRow, StateRow, Tables } from "./tables.ts";
import type { Place } from "./types.ts";

interface Candidate {
  readonly place: Place;
  readonly weight: number;
}

/** The index of places. Several places of one name: the one in the state asked for, else the heaviest. */
export class PlaceIndex {
  readonly #names = new Map<string, Candidate[]>();

  constructor(tables: Pick<Tables, "states" | "regions" | "places">) {
    for (const s of tables.states) this.#state(s);
    for (const r of tables.regions) this.#region(r);
    for (const row of tables.places) {
      const place: Place = { id: row.id, name: row.name, state: row.state, kind: row.kind };
      for (const name of [row.name, ...row.names]) this.#add(name, place, row.weight);
    }
  }

  find(name: string, nearState: string | null): Place | null {
    const whole = this.#best(phraseKey(name), nearState);
    if (whole) return whole;
    // “Paris, Kentucky”: the part after the comma says where.
    const comma = name.indexOf(",");
    if (comma < 0) return null;
    const around = this.#best(phraseKey(name.slice(comma + 1)), null);
    return this.#best(phraseKey(name.slice(0, comma)), around?.state ?? nearState);
  }

  #best(key: string, nearState: string | null): Place | null {
    const list = this.#names.get(key.replace(/^the /, ""));
    if (!list) return null;
    const near = nearState === null ? undefined : list.find((c) => c.place.state === nearState);
    return (near ?? list[0]!).place;
  }

  #add(name: string, place: Place, weight: number): void {
    const key = phraseKey(name).replace(/^the /, "");
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
