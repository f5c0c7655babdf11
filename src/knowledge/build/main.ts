// Builds the tables from the raw sources: node dist/src/knowledge/build/main.js --sources DIR --geonames DIR.
// Needs nothing at run time; the tables it writes are part of the project.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addSurfaces } from "../catalogue.ts";
import { dangerousSurnames } from "../dangerous.ts";
import { fold } from "../forms.ts";
import { projectRoot, readTables } from "../load.ts";
import { TitleGrammar } from "../offices.ts";
import { addParties, COMMON_IN_CAPITALS, partKeys, partyFinder } from "../parties.ts";
import { PersonIndex } from "../persons.ts";
import { placeLines } from "../places.ts";
import { SurfaceIndex } from "../surfaces.ts";
import { TermIndex } from "../terms.ts";
import { commonNames } from "./common-names.ts";
import { buildAgreements, buildIssues, buildOrganisations, buildRegions, buildTitles } from "./curated.ts";
import { buildGroups } from "./groups.ts";
import { fromCurated, fromFactbook, fromForeignMinisters, fromWikidata } from "./holders.ts";
import { merge } from "./merge.ts";
import { buildPlaces } from "./places.ts";
import { readCsv, readJson, readYaml } from "./read.ts";
import { fromCongress, fromHistorian, fromInstituteForGovernment } from "./registers.ts";
import { buildStates } from "./states.ts";

const { values } = parseArgs({ options: { sources: { type: "string" }, geonames: { type: "string" }, quiet: { type: "boolean" } } });
if (!values.sources || !values.geonames) {
  process.stderr.write("usage: main.js --sources DIR --geonames DIR\n");
  process.exit(2);
}
const root = projectRoot();
const curated = join(root, "src/knowledge/curated");
const tables = join(root, "src/knowledge/tables");
mkdirSync(tables, { recursive: true });

const json = (name: string, data: unknown): void => writeFileSync(join(tables, name), `${JSON.stringify(data)}\n`);
const tsv = (name: string, header: string, rows: readonly (readonly (string | number | null)[])[]): void =>
  writeFileSync(
    join(tables, name),
    `# ${header}\n${rows.map((r) => r.map((f) => String(f ?? "").replace(/[\t\n]/g, " ")).join("\t")).join("\n")}\n`,
  );

const states = buildStates(values.sources, curated);
const organisations = buildOrganisations(curated);
const regions = buildRegions(curated);
const titles = buildTitles(curated);
const codes = readCsv(join(values.sources, "country-codes/data/country-codes.csv"));
const alpha2 = new Map([...codes.map((c) => [c["ISO3166-1-Alpha-2"]!, c["ISO3166-1-Alpha-3"]!] as const), ["XK", "XKX"] as const]);
const gec = new Map(
  readJson<readonly { iso3: string; gec: string }[]>(join(values.sources, "countries.json")).map((c) => [
    c.gec.toUpperCase(),
    c.iso3 === "EUN" ? "EU" : c.iso3,
  ]),
);
const territories = new Set(states.filter((s) => s.of !== null).map((s) => s.id));
const isState = (id: string): boolean => states.some((s) => s.id === id);
const parties = new SurfaceIndex(COMMON_IN_CAPITALS);
addParties(parties, states, organisations);
const grammar = new TitleGrammar(titles, partyFinder(parties, partKeys(states)));
const stateOf = (name: string): string | null =>
  states.find((s) => s.names.some((n) => fold(n) === fold(name.replace(/^the /i, ""))))?.id ?? null;

const holders = [
  ...fromCurated(curated),
  ...fromFactbook(values.sources, gec, territories),
  ...fromCongress(values.sources),
  ...fromHistorian(values.sources),
  ...fromInstituteForGovernment(values.sources),
  ...fromWikidata(values.sources),
  ...fromForeignMinisters(values.sources, stateOf),
];
const merged = merge(holders, curated, grammar, isState);
const places = buildPlaces(values.geonames, states, alpha2);

json("states.json", states);
json("organisations.json", organisations);
json("regions.json", regions);
json("agreements.json", buildAgreements(curated));
json("titles.json", titles);
json("issues.json", buildIssues(curated));
json("organs.json", readYaml(join(curated, "organs.yaml")));
json("groups.json", buildGroups(values.sources, curated));
json(
  "owners.json",
  Object.entries(readYaml<Readonly<Record<string, readonly string[]>>>(join(curated, "owners.yaml"))).map(([id, sites]) => ({ id, sites })),
);
tsv(
  "persons.tsv",
  "id, name, family, state, aliases (;), sources",
  merged.persons.map((p) => [p.id.slice("person:".length), p.name, p.family, p.state, p.aliases.join(";"), p.source]),
);
tsv(
  "terms.tsv",
  "person, state, role, title, from, to (exclusive), source, flags (u unverified, r rough end), newest day on which a source shows it",
  merged.terms.map((t) => [
    t.person.slice("person:".length),
    t.state,
    t.role,
    t.title,
    t.from,
    t.to,
    t.source,
    (t.verified ? "" : "u") + (t.roughEnd ? "r" : ""),
    ...(t.seen !== null && (t.to === null || t.roughEnd) ? [t.seen] : []),
  ]),
);
writeFileSync(join(tables, "common-names.txt"), commonNames(values.sources));
const spending = readJson<Readonly<Record<string, Readonly<Record<string, number>>>>>(
  join(values.sources, "military_expenditure_pct_gdp.json"),
);
tsv(
  "defence-spending.tsv",
  "state, year, % of GDP; CIA World Factbook, public domain",
  Object.entries(spending).flatMap(([state, years]) => Object.entries(years).map(([year, value]) => [state, year, value])),
);
writeFileSync(join(tables, "version.txt"), `${JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version}\n`);
const written = { ...readTables(tables, false), places };
const terms = new TermIndex(written.terms);
const surfaces = new SurfaceIndex(COMMON_IN_CAPITALS);
addSurfaces(surfaces, written, terms, dangerousSurnames());
const names = new PersonIndex(written.persons, (id) => terms.states(id));
writeFileSync(join(tables, "surfaces.tsv"), `# key, kind, ids, words; prepared from the other tables\n${surfaces.lines()}\n`);
writeFileSync(
  join(tables, "names.tsv"),
  `# key, kind (0 full, 1 family, 2 word), rows of persons.tsv in base 36; prepared from persons.tsv\n${names.lines()}\n`,
);
writeFileSync(
  join(tables, "place-names.tsv"),
  `# key, id, name, state, kind, population or weight; GeoNames, CC BY 4.0\n${placeLines(written.places)}\n`,
);
if (!values.quiet) {
  process.stdout.write(
    `${JSON.stringify({ states: states.length, organisations: organisations.length, persons: merged.persons.length, terms: merged.terms.length, places: places.length })}\n`,
  );
  const unknown = [...merged.unknownTitles].sort((a, b) => b[1] - a[1]).slice(0, 80);
  process.stderr.write(`titles without a role: ${unknown.map(([t, n]) => `${t} (${n})`).join("; ")}\n`);
}
