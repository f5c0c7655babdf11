// Which words of running text are known surfaces: states, organisations, regions, agreements, persons by full and family name, cities.
import { crowdedSurnames } from "./dangerous.ts";
import { fold } from "./forms.ts";
import { familySpellings } from "./names.ts";
import { addParties } from "./parties.ts";
import type { SurfaceIndex } from "./surfaces.ts";
import type { PersonRow, PlaceRow, StateRow, Tables, TermRow } from "./tables.ts";
import type { TermIndex } from "./terms.ts";

/** Adds the surfaces of `tables` to an index. */
export function addSurfaces(index: SurfaceIndex, tables: Tables, terms: TermIndex, dangerous: ReadonlySet<string>): void {
  addParties(index, tables.states, tables.organisations);
  for (const r of tables.regions) for (const name of [...r.names, ...r.adjectives]) index.add(name, "region", r.id);
  for (const a of tables.agreements) for (const name of a.names) index.add(name, a.kind, a.id);
  addPersons(index, tables.persons, terms, dangerous);
  addPlaces(index, tables.states, tables.places, dangerous);
}

/** The rows of `tables` that the user's layer added or changed. */
export function userPart(tables: Tables): Tables {
  return {
    ...tables,
    states: tables.states.filter((s) => s.source.endsWith("; user")),
    organisations: tables.organisations.filter((o) => o.source === "user"),
    persons: tables.persons.filter((p) => p.source === "user"),
    regions: [],
    agreements: [],
    places: [],
  };
}

/** Heads, whom the press everywhere calls by the family name alone. */
const HEADS: ReadonlySet<string> = new Set(["head-of-state", "head-of-government"]);
/** Holders of these are called so too where their state or organisation is in the news of all countries. */
const PRINCIPALS: ReadonlySet<string> = new Set([
  "foreign-minister",
  "defence-minister",
  "finance-minister",
  "trade-minister",
  "national-security-adviser",
  "deputy-head",
  "head-of-organisation",
]);
const IN_THE_NEWS: ReadonlySet<string> = new Set(
  "USA GBR FRA DEU ITA JPN CAN CHN RUS IND KOR PRK TWN UKR ISR IRN SAU TUR AUS EU NATO UN IAEA IMF WHO WTO".split(" "),
);
/** Family names alone count for terms after this day: older holders are history, and their names common again. */
const SALIENT_SINCE = "2016-01-01";

/** 2 for heads, 1 for principals of states in the news, 0 for all others. */
function salience(terms: readonly TermRow[]): 0 | 1 | 2 {
  const recent = terms.filter((t) => t.to === null || t.to > SALIENT_SINCE);
  if (recent.some((t) => HEADS.has(t.role))) return 2;
  return recent.some((t) => PRINCIPALS.has(t.role) && IN_THE_NEWS.has(t.state)) ? 1 : 0;
}

/** Adds the names of persons by which running text means them. */
export function addPersons(index: SurfaceIndex, rows: readonly PersonRow[], terms: TermIndex, dangerous: ReadonlySet<string>): void {
  const families = new Map<string, { readonly surface: string; readonly ids: string[]; salience: number }>();
  for (const row of rows) {
    for (const name of [row.name, ...row.aliases, ...other(row)]) {
      const words = name.split(/[ -]/).length;
      if (words >= 2 && !/^(King|Queen|Prince|Pope|Sultan|Ayatollah) \p{Lu}\p{Ll}+$/u.test(name)) index.add(name, "person", row.id);
    }
    const weight = row.source === "user" ? 2 : salience(terms.of(row.id));
    if (weight === 0) continue;
    for (const surface of familySpellings(row)) {
      const key = fold(surface);
      const entry = families.get(key) ?? { surface, ids: [], salience: 0 };
      families.set(key, entry);
      entry.salience = Math.max(entry.salience, weight);
      if (!entry.ids.includes(row.id)) entry.ids.push(row.id);
    }
  }
  const crowded = crowdedSurnames();
  for (const [key, { surface, ids, salience: weight }] of families) {
    if (ids.length !== 1 || dangerous.has(key) || (weight < 2 && crowded.has(key)) || (key.length < 4 && !SHORT_FAMILIES.has(key)))
      continue;
    index.add(surface, "person", ids[0]!);
  }
}

/** Family names of two and three letters that the press writes alone and that are no English words. */
const SHORT_FAMILIES = new Set(["xi", "abe", "tai"]);

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

/** States whose first-level regions the news of other countries names without saying where they are. */
const REGIONS_KNOWN: ReadonlySet<string> = new Set(
  "USA CAN AUS IND CHN RUS BRA MEX DEU ITA ESP FRA GBR UKR IRQ SYR MMR NGA ETH SDN COD PAK AFG YEM JPN KOR IDN ARG TUR IRN SAU ISR COL ZAF".split(
    " ",
  ),
);
/** Cities of this size are places even where people bear their name. */
const METROPOLIS = 2_000_000;

function addPlaces(index: SurfaceIndex, states: readonly StateRow[], places: readonly PlaceRow[], dangerous: ReadonlySet<string>): void {
  for (const s of states)
    for (const venue of s.venues) index.add(venue, "place", `place:${s.id.toLowerCase()}:${fold(venue).replace(/[^a-z0-9]+/g, "-")}`);
  for (const p of places) {
    if (p.weight < SURFACE_POPULATION || p.name.length < 4) continue;
    if (p.kind === "admin1" && !REGIONS_KNOWN.has(p.state)) continue;
    const safe = (p.kind === "admin1" && p.state === "USA") || (p.kind === "city" && p.weight >= METROPOLIS);
    for (const name of [p.name, ...p.names]) if (safe || name.includes(" ") || !dangerous.has(fold(name))) index.add(name, "place", p.id);
  }
}
