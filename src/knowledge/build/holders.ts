// Raw office-holders of one source each: factbook, US registers, UK register, Wikidata lists, the curated list.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { addDays } from "../../model/index.ts";
import { keysOf, tokenise } from "../forms.ts";
import { FAMILY_FIRST, familyOf } from "../names.ts";
import type { TitleGrammar } from "../offices.ts";
import { latin, readCsv, readJson } from "./read.ts";

/** One holder of one office as one source has it. */
export interface Holder {
  readonly name: string;
  readonly family: string;
  readonly state: string;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
  readonly verified: boolean;
  readonly roughEnd: boolean;
  /** Newest day on which the source shows the person in the office; null where nothing shows it. */
  readonly seen: string | null;
  /** What the source's own heading says of the role; the title may say less (`Chairman, Presidential Council`). */
  readonly heading?: "head-of-state" | "head-of-government";
}

/** Titles before a name in the factbook's lines. */
const TITLE_WORD =
  /^(president|presidents|prime|premier|minister|ministers|vice|deputy|first|second|third|king|queen|emperor|empress|sultan|emir|amir|prince|princess|crown|grand|duke|governor|general|governor-general|chancellor|chairman|chairperson|chair|acting|interim|transitional|transition|head|leader|supreme|state|affairs|commission|council|assembly|people's|captain|capt\.|gen\.|col\.|colonel|marshal|maj\.|lt\.|lieutenant|brig\.|pope|co-prince|co-princes|captains|regent|executive|premiers|taoiseach|ambassador|charge|charge\.?|d'affaires|designate|government|junta|military|federal|national|sr\.?|high|representative|administrator|commissioner|of|the|and|for|in|to|dr\.|sheikh|sir|dame|lord|his|her|excellency|sovereign|presidential|leadership|presidency|member|chief|minister-president|senior|special|envoy|ceo|ambassador-designate|consul|cardinal|maj\.gen\.|islamic|swiss|confederation|elected|chargé|d['’]affaires\.?|foreign|defense|republic|security|order|caretaker|cabinet|secretary)[,.]?$/i;

/** Days of the sources that say no day of their own in each row. */
export const SNAPSHOT = { congress: "2026-06-01", ifg: "2026-06-12", wikidata: "2022-07-01", foreignMinisters: "2022-12-01" } as const;

interface Raw {
  readonly key: string;
  readonly cc: string;
  readonly country: string;
  readonly role: string;
  readonly seg: string;
  readonly since: Readonly<Record<string, number>>;
  readonly first: string;
  readonly last: string;
  readonly rank: number;
}

/**
 * Starts and ends of the terms behind one line. Snapshots give “since” dates; a line seen before its latest date has an earlier term, which ends at the next
 * holder's date or runs on (re-election). Countries whose family names many share are left out: their lines mix persons.
 */
function spansOf(row: Raw, rows: readonly Raw[], shared: boolean): readonly { readonly from: string | null; readonly to: string | null }[] {
  const counted = Object.entries(row.since).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  const dates = counted
    .filter(([d, n]) => n >= 3 || n === counted[0]?.[1] || (d > "2025-06-01" && row.last >= "2026-01-01"))
    .map(([d]) => d)
    .sort();
  const latest = dates.at(-1);
  if (latest === undefined) return [{ from: null, to: null }];
  const rivals = rows.filter((r) => r !== row && r.cc === row.cc && r.role === row.role && r.rank === 0 && r.key !== row.key);
  const starts = (r: Raw): readonly string[] =>
    Object.entries(r.since)
      .filter(([, n]) => n >= 3)
      .map(([d]) => d);
  // A date at which somebody else held the post is one of a lower office that the line also gave (a vice president who rose).
  const held = (d: string): boolean => rivals.some((r) => r.last > addDays(d, 60) && starts(r).some((s) => s <= d));
  const first =
    shared || MIXED.has(`${row.cc} ${row.key}`)
      ? undefined
      : dates.find((d) => d < latest && (d <= row.first || row.since[d]! >= 6) && !held(d));
  if (first === undefined) return [{ from: latest, to: null }];
  const between = rivals
    .flatMap(starts)
    .filter((d) => d > first && d < latest)
    .sort()[0];
  return between === undefined
    ? [{ from: first, to: null }]
    : [
        { from: first, to: between },
        { from: latest, to: null },
      ];
}

/** Lines that mix two persons of one family name. */
const MIXED = new Set(["tx berdimuhamedow", "cd deby", "gj mitchell", "ce rajapaksa", "us biden", "ro bolojan", "sz parmelin"]);

export function fromFactbook(sources: string, fips: ReadonlyMap<string, string>, territories: ReadonlySet<string>): readonly Holder[] {
  const out: Holder[] = [];
  const rows = readJson<readonly Raw[]>(join(sources, "leaders_raw_terms.json"));
  // Lines whose title was lost take the one that the post has in most other lines.
  const usual = new Map<string, string>();
  for (const row of rows) {
    const hit = row.rank === 0 ? /^(President|Prime Minister|Premier|Chancellor|Taoiseach)\b/.exec(row.seg) : null;
    if (hit) usual.set(`${row.cc} ${row.role}`, hit[1]!);
  }
  for (const row of rows) {
    const state = row.role === "us_amb" ? "USA" : fips.get(row.cc.toUpperCase());
    if (!state || (row.role === "cos" && territories.has(state))) continue;
    const parsed = factbookName(
      row.seg.replace(` of ${row.country}`, ""),
      FAMILY_FIRST.has(state) && row.role !== "us_amb",
      state === "JPN",
    );
    if (!parsed) continue;
    if (row.role === "cos" && /\b(King|Queen)\b/.test(parsed.title) && /^(Charles|Elizabeth) /i.test(parsed.name) && state !== "GBR")
      continue;
    const spans = spansOf(row, rows, FAMILY_FIRST.has(state));
    const open = row.last >= "2026-01-01";
    const title =
      parsed.title ||
      (row.role === "amb_in_us" ? "Ambassador to the United States" : "") ||
      (row.role === "us_amb" ? "Ambassador" : "") ||
      (row.rank === 0 ? (usual.get(`${row.cc} ${row.role}`) ?? "") : "") ||
      (row.rank > 0 ? (row.role === "hog" ? "Deputy Prime Minister" : "Vice President") : "");
    if (title === "" || (row.role === "us_amb" && !/^ambassador/i.test(title))) continue;
    const own =
      row.role === "us_amb"
        ? `Ambassador to ${fips.get(row.cc.toUpperCase()) ?? "?"}`
        : row.role === "amb_in_us"
          ? "Ambassador to USA"
          : title;
    if (/charge/i.test(title)) continue;
    for (const span of spans) {
      out.push({
        name: parsed.name,
        family: parsed.family,
        state,
        title: own,
        from: span.from,
        to: span.to ?? (open ? null : row.last),
        source: "factbook",
        verified: true,
        roughEnd: span.to === null && !open,
        seen: span.to ?? row.last,
        ...(row.rank === 0 && row.role === "cos"
          ? { heading: "head-of-state" as const }
          : row.rank === 0 && row.role === "hog"
            ? { heading: "head-of-government" as const }
            : {}),
      });
    }
  }
  return out;
}

function factbookName(seg: string, familyFirst: boolean, japanese: boolean): { name: string; family: string; title: string } | null {
  const words = latin(seg)
    .replace(/\([^)]*\)/g, " ")
    .replace(/;.*$|,? also spelled .*$/, "")
    .trim()
    .split(/\s+/);
  let at = 0;
  while (at < words.length && (TITLE_WORD.test(words[at]!) || /^[a-z]/.test(words[at]!)) && !isCapitals(words[at]!)) at += 1;
  const title = words.slice(0, at).join(" ").replace(/,$/, "");
  const rest = words.slice(at).map((w) => w.replace(/,$/, ""));
  // A note on recognition, and a line that runs on with a dead president's name, are no holders.
  if (/notification|^note|Idriss DEBY Itno/i.test(seg)) return null;
  // Several persons in one line: the first counts.
  const firstCaps = rest.findIndex(isCapitals);
  const gap = rest.findIndex((w, i) => i > firstCaps && !isCapitals(w));
  const again = firstCaps < 0 || gap < 0 ? -1 : rest.findIndex((w, i) => i > gap && isCapitals(w));
  if (again > 0) rest.splice(gap);
  const caps = rest.filter(isCapitals);
  if (caps.length === 0 || rest.length < 2)
    return rest.length === 1 && caps.length === 1 && /king|queen|emperor|emir|sultan|pope|grand duke|prince/i.test(title)
      ? { name: titleCase(rest[0]!), family: titleCase(rest[0]!), title }
      : null;
  const family = caps.map(titleCase).join(" ");
  const given = rest.filter((w) => !isCapitals(w) && !/^(Jr\.?|Sr\.?|II|III|IV)$/.test(w)).map((w) => w);
  const numeral = rest.find((w) => /^(II|III|IV|V|VI|VII|VIII|XIV|XVI|X)$/.test(w));
  if (/^(king|queen|emperor|emir|amir|sultan|crown prince|prince|grand duke|pope)/i.test(title)) {
    return {
      name: [family, numeral && !family.includes(numeral) && !given.includes(numeral) ? numeral : "", ...given].filter(Boolean).join(" "),
      family,
      title,
    };
  }
  if (given.length === 0) return null;
  const capsFirst = isCapitals(rest[0]!);
  // The source keeps each country's own order; only Japanese names are turned, as the press does.
  const written = rest.map((w) => (isCapitals(w) ? titleCase(w) : w)).join(" ");
  const name = familyFirst ? `${family} ${given.join(" ")}` : japanese && capsFirst ? `${given.join(" ")} ${family}` : written;
  return { name, family, title };
}

const isCapitals = (word: string): boolean =>
  /^(?:(?:al|el|ar|as|ash|at|an)-)?[\p{Lu}'’.-]{2,}$/u.test(word) &&
  /\p{Lu}{2}/u.test(word) &&
  !/^(II|III|IV|VI|VII|VIII|XIV|XVI|[A-Z]\.)$/.test(word);

function titleCase(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, sep: string, letter: string) => sep + letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

const WIKIDATA_STATES: Readonly<Record<string, string>> = {
  "china-ministers": "CHN",
  "france-cabinet": "FRA",
  "india-ministers": "IND",
  "iran-ministers": "IRN",
  "israel-ministers": "ISR",
  "japan-ministers": "JPN",
  "russia-cabinet": "RUS",
  "south-korea-ministers": "KOR",
  "turkey-ministers": "TUR",
  "ukraine-cabinet": "UKR",
  "us-cabinet": "USA",
};
const LOCAL_POST =
  /mayor|governor of (?!the (bank|central|national|reserve|people's))|head of the .*(republic|oblast|krai)|justice|judge|first lady|state administration|regional|prefecture|province|oblast|consumer|okinawa|gender|cultural affairs|public safety commission|military cabinet|lieutenant governor|vice chief|solicitor|chief secretary to|whip|treasury lord|lord of|kyiv city|presidential representative|crimea|vice-president of the house/i;

/** Persons whom the lists have as ministers and who were the permanent heads of their ministries. */
const NO_MINISTERS: ReadonlySet<string> = new Set(["Vinay Mohan Kwarta"]);

export function fromWikidata(sources: string): readonly Holder[] {
  const folder = join(sources, "every-politician");
  const out: Holder[] = [];
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith(".holders21.csv"))
    .sort()) {
    const state = WIKIDATA_STATES[basename(file, ".holders21.csv")];
    if (!state) continue;
    for (const row of readCsv(join(folder, file))) {
      const end = (row.end || "").replace(/^~/, "");
      if (!row.person || !row.start || (end !== "" && end < "2005") || LOCAL_POST.test(row.position!)) continue;
      if (NO_MINISTERS.has(row.person) && /^minister/i.test(row.position!)) continue;
      if (/^ambassador/i.test(row.position!) && (row.start ?? "") < "2014") continue;
      out.push({
        name: row.person,
        family: familyOf(row.person, state),
        state,
        title: row.position!,
        from: row.start,
        to: end === "" ? null : end,
        source: "wikidata",
        verified: true,
        roughEnd: end === "" || (row.end ?? "").startsWith("~"),
        seen: SNAPSHOT.wikidata,
      });
    }
  }
  return out;
}

export function fromForeignMinisters(sources: string, stateOf: (name: string) => string | null): readonly Holder[] {
  return readCsv(join(sources, "every-politician/world-foreign-ministers-2022-12.csv")).flatMap((row) => {
    const state = stateOf(row.countryLabel ?? "");
    if (!state || !row.name || !row.start || NO_MINISTERS.has(row.name)) return [];
    return [
      {
        name: row.name,
        family: familyOf(row.name, state),
        state,
        title: "Foreign Minister",
        from: row.start.slice(0, 10),
        to: null,
        source: "wikidata",
        verified: true,
        roughEnd: true,
        seen: SNAPSHOT.foreignMinisters,
      },
    ];
  });
}

/** The project's own list: `family|given|state|title|from|to|source`. A source of `unverified` marks what nothing attests. */
export function fromCurated(folder: string): readonly Holder[] {
  const path = join(folder, "offices.tsv");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name, family, state, title, from, to, source] = line.split("\t");
      return {
        name: name!,
        family: family!,
        state: state!,
        title: title!,
        from: from || null,
        to: to || null,
        source: source === "unverified" ? "curated" : `curated: ${source}`,
        verified: source !== "unverified",
        roughEnd: false,
        seen: /\d{4}-\d{2}-\d{2}/.exec(source ?? "")?.[0] ?? (source === "wikidata" ? SNAPSHOT.wikidata : null),
      };
    });
}

/** A title's role by the grammar. */
export function roleOfTitle(grammar: TitleGrammar, title: string, state: string): ReturnType<TitleGrammar["roleOf"]> {
  return grammar.roleOf(keysOf(tokenise(title)), state);
}
