// States and territories: codes and names from the open lists, what the press calls them from the curated layer.
import { join } from "node:path";
import type { StateRow } from "../tables.ts";
import { latin, readCsv, readJson, readYaml } from "./read.ts";

interface CuratedState {
  readonly name?: string;
  readonly print?: string;
  readonly adjective?: string;
  readonly people?: string;
  readonly also?: readonly string[];
  readonly adjectives?: readonly string[];
  readonly capital?: string;
  readonly capitals?: readonly string[];
  readonly seats?: readonly string[];
  readonly venues?: readonly string[];
  readonly parts?: readonly string[];
  readonly breakaway?: readonly string[];
  readonly organs?: Readonly<Record<string, readonly string[]>>;
}

interface FactbookCountry {
  readonly iso3: string;
  readonly short: string;
  readonly long: string;
  readonly capital: string;
  readonly noun: string;
  readonly adj: string;
  readonly gec: string;
}

const METROPOLES: Readonly<Record<string, string>> = {
  US: "USA",
  GB: "GBR",
  UK: "GBR",
  FR: "FRA",
  NL: "NLD",
  DK: "DNK",
  AU: "AUS",
  NZ: "NZL",
  CN: "CHN",
  FI: "FIN",
  NO: "NOR",
  Crown: "GBR",
};

/** Territories that act on their own in the news and have governments of their own. */
const OWN_VOICE = new Set(["TWN", "PSE", "XKX", "ESH"]);

export function buildStates(sources: string, curatedFolder: string): readonly StateRow[] {
  const codes = readCsv(join(sources, "country-codes/data/country-codes.csv"));
  const factbook = new Map(readJson<readonly FactbookCountry[]>(join(sources, "countries.json")).map((c) => [c.iso3, c]));
  const curated = readYaml<Readonly<Record<string, CuratedState>>>(join(curatedFolder, "states.yaml"));
  const ids = new Set([...codes.map((c) => c["ISO3166-1-Alpha-3"]!).filter(Boolean), ...Object.keys(curated)]);
  const rows: StateRow[] = [];
  for (const id of [...ids].sort()) {
    const code = codes.find((c) => c["ISO3166-1-Alpha-3"] === id);
    rows.push(stateRow(id, code, factbook.get(id), curated[id] ?? {}));
  }
  return rows;
}

function stateRow(
  id: string,
  code: Readonly<Record<string, string>> | undefined,
  book: FactbookCountry | undefined,
  own: CuratedState,
): StateRow {
  const cldr = tidy(code?.["CLDR display name"] ?? "");
  const name = own.name ?? (cldr || tidy(book?.short ?? "") || id);
  const adjective = own.adjective ?? (first(book?.adj ?? "") || name);
  const nouns = demonyms(book?.noun ?? "");
  const people = own.people ?? (nouns.find((n) => n.endsWith("s")) || nouns[0] || `people of ${name}`);
  const names = new Set<string>([name]);
  for (const other of [
    cldr,
    tidy(code?.["UNTERM English Short"] ?? ""),
    tidy(code?.official_name_en ?? ""),
    tidy(book?.short ?? ""),
    tidy(book?.long ?? ""),
  ]) {
    if (other !== "" && other !== "none" && !other.includes(";") && !/[([,]/.test(other)) names.add(other.replace(/^the /i, ""));
  }
  for (const other of own.also ?? []) names.add(other.replace(/^the /, ""));
  if (own.print) names.add(own.print);
  const adjectives = new Set<string>([adjective, people, ...(own.adjectives ?? [])]);
  if (!own.adjective) for (const n of nouns) adjectives.add(n);
  for (const n of names) adjectives.delete(n);
  const capital = own.capital ?? (own.name ? null : firstCapital(book?.capital ?? code?.Capital ?? ""));
  const official = firstCapital(book?.capital ?? code?.Capital ?? "");
  const capitals = new Set([...(capital ? [capital] : []), ...(own.capitals ?? [])]);
  if (official && !names.has(official)) capitals.add(official);
  for (const n of names) capitals.delete(n);
  return {
    id,
    name,
    print: own.print ?? name,
    adjective,
    people,
    names: [...names],
    adjectives: [...adjectives],
    capital: capital ?? [...capitals][0] ?? null,
    capitals: [...capitals],
    seats: own.seats ?? [],
    venues: own.venues ?? [],
    parts: own.parts ?? [],
    breakaway: own.breakaway ?? [],
    organs: organsOf(own.organs ?? {}),
    codes: codesOf(code, book),
    of: metropole(id, code?.is_independent ?? ""),
    source: `country-codes; factbook${own.name ? "; curated" : ""}`,
  };
}

/** Codes of other registers: ISO's two letters, the United Nations' number, the former FIPS (now GEC), as event data and archives have them. */
function codesOf(code: Readonly<Record<string, string>> | undefined, book: FactbookCountry | undefined): Readonly<Record<string, string>> {
  const own = { ISO: code?.["ISO3166-1-Alpha-2"], M49: code?.M49, FIPS: book?.gec.toUpperCase() || code?.FIPS };
  return Object.fromEntries(Object.entries(own).flatMap(([system, value]) => (value?.trim() ? [[system, value.trim()]] : [])));
}

/** The curated list tells ministries apart; claims speak of `USA:GOV`, `USA:MIL`, `USA:LEG`, `USA:JUD`, `USA:SPY`, `USA:COP`, `CHN:PTY`. */
const ORGAN: Readonly<Record<string, string>> = { MIL: "MIL", CG: "MIL", LEG: "LEG", JUD: "JUD", SPY: "SPY", COP: "COP", PTY: "PTY" };

function organsOf(raw: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  const out: Record<string, string[]> = {};
  for (const [code, names] of Object.entries(raw)) {
    const organ = ORGAN[code] ?? "GOV";
    if (names.length > 0) out[organ] = [...(out[organ] ?? []), ...names];
  }
  return out;
}

function metropole(id: string, independence: string): string | null {
  if (OWN_VOICE.has(id) || independence === "" || independence.startsWith("Yes")) return null;
  for (const [word, state] of Object.entries(METROPOLES))
    if (new RegExp(`\\b${word}\\b`).test(independence)) return state === id ? null : state;
  return null;
}

function tidy(text: string): string {
  return latin(text)
    .replace(/\s*\((?:the|l'|la|le|les)\)\s*$/i, "")
    .replace(/^NA$/, "")
    .trim();
}

function first(text: string): string {
  const head = latin(text)
    .split(/[;,(]| or /)[0]!
    .trim();
  return head === "none" || head === "NA" ? "" : head;
}

function demonyms(text: string): readonly string[] {
  const out: string[] = [];
  for (const part of latin(text).split(/,| or /)) {
    const word = part.replace(/\(singular and plural\)|\(US citizens\)|\(US nationals\)|\(collective plural\)/g, "").trim();
    const plural = /^([\p{L}' -]+)\(s\)$/u.exec(word);
    if (plural) out.push(plural[1]!.trim(), `${plural[1]!.trim()}s`);
    else if (/^[\p{Lu}][\p{L}' -]+$/u.test(word)) out.push(word);
  }
  return out.filter((w) => w !== "none" && w !== "NA");
}

function firstCapital(text: string): string | null {
  const head = latin(text).split(/[;,(]/)[0]!.trim();
  return head === "" || /^(no|none|administered)\b/i.test(head) ? null : head;
}
