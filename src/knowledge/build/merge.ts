// Holders of all sources → persons and dated terms: the same person under several names becomes one, overlapping terms of one office are joined.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OfficeRole } from "../../model/index.ts";
import { addDays } from "../../model/index.ts";
import { fold, slug } from "../forms.ts";
import { FAMILY_FIRST, nameFit, nameKeys, otherOrder, PARTICLES, personWords, sameNameWord } from "../names.ts";
import type { TitleGrammar } from "../offices.ts";
import type { PersonRow, TermRow } from "../tables.ts";
import { type Holder, roleOfTitle } from "./holders.ts";
import { readYaml } from "./read.ts";

interface PressName {
  readonly name: string;
  readonly family: string;
  readonly state: string;
  readonly id?: string;
  readonly forms: readonly string[];
}

interface Person {
  readonly family: string;
  readonly state: string;
  readonly names: Map<string, number>;
  readonly holders: Holder[];
  press: PressName | null;
}

/** Trust in a source's way of writing names. */
const SPELLING: Readonly<Record<string, number>> = { curated: 4, wikidata: 3, ifg: 3, "congress-legislators": 2, pocom: 1, factbook: 1 };
const KOREAN = new Set(["KOR"]);
/** Offices that one person holds at a time: an open end there ends with the next holder. */
const SINGLE: ReadonlySet<OfficeRole> = new Set<OfficeRole>([
  "head-of-state",
  "head-of-government",
  "monarch",
  "foreign-minister",
  "defence-minister",
  "finance-minister",
  "interior-minister",
  "national-security-adviser",
]);

export interface Merged {
  readonly persons: readonly PersonRow[];
  readonly terms: readonly TermRow[];
  /** Titles whose role the grammar did not know, with how often. */
  readonly unknownTitles: ReadonlyMap<string, number>;
}

export function merge(holders: readonly Holder[], curatedFolder: string, grammar: TitleGrammar, isState: (id: string) => boolean): Merged {
  const press = readYaml<readonly PressName[]>(join(curatedFolder, "names.yaml"));
  const short = pressForms(curatedFolder);
  const people = cluster(holders, press, short);
  joinAcrossStates(people, isState);
  joinSameStart(people);
  joinSamePost(people);
  const unknownTitles = new Map<string, number>();
  const taken = new Map<string, Person>();
  const persons: PersonRow[] = [];
  const terms: TermRow[] = [];
  for (const person of people) {
    const row = personRow(person, taken);
    const own = person.holders.flatMap((h) => termRows(row.id, h, grammar, unknownTitles));
    if (own.length === 0) continue;
    persons.push(row);
    terms.push(...joinTerms(own));
  }
  return { persons: persons.sort(byId), terms: closeOpenEnds(terms).sort(byTerm), unknownTitles };
}

/** State and register name → the shorter name that texts use. */
function pressForms(folder: string): ReadonlyMap<string, string> {
  const rows = readFileSync(join(folder, "press-names.tsv"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return new Map(rows.map(([state, register, press]) => [`${state} ${register}`, press!]));
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byTerm = (a: TermRow, b: TermRow): number => {
  const x = `${a.person} ${a.from ?? ""} ${a.state} ${a.role} ${a.title}`;
  const y = `${b.person} ${b.from ?? ""} ${b.state} ${b.role} ${b.title}`;
  return x < y ? -1 : x > y ? 1 : 0;
};

function cluster(holders: readonly Holder[], press: readonly PressName[], short: ReadonlyMap<string, string>): Person[] {
  const byState = new Map<string, Person[]>();
  const order = [...holders].sort((a, b) => spelling(b) - spelling(a));
  const known = press.map((p) => ({
    press: p,
    words: personWords({ id: "", name: p.name, family: p.family, state: p.state, aliases: p.forms, source: "" }),
  }));
  for (const raw of order) {
    const brief = short.get(`${raw.state} ${raw.name}`);
    const holder = brief === undefined ? raw : { ...raw, name: brief };
    const list = byState.get(holder.state) ?? [];
    byState.set(holder.state, list);
    const own = known.find(
      (k) =>
        k.press.state === holder.state &&
        (fold(k.press.name) === fold(holder.name) || k.press.forms.some((f) => fold(f) === fold(holder.name))),
    );
    let person = list.find((p) => (own ? p.press === own.press : false)) ?? (own ? undefined : list.find((p) => samePerson(p, holder)));
    if (!person) {
      person = {
        family: own?.press.family ?? holder.family,
        state: holder.state,
        names: new Map(),
        holders: [],
        press: own?.press ?? null,
      };
      list.push(person);
    }
    if (brief !== undefined) person.names.set(raw.name, 0);
    person.names.set(holder.name, Math.max(person.names.get(holder.name) ?? 0, spelling(holder)));
    person.holders.push(holder);
  }
  return [...byState.values()].flat();
}

const spelling = (h: Holder): number => SPELLING[h.source.split(":")[0]!] ?? 0;

/** Years between two offices beyond which one name is two persons. */
const LIFETIME = 40;

function samePerson(person: Person, holder: Holder): boolean {
  const years = person.holders.flatMap((h) => [h.from ?? h.to, h.to ?? "2026"]).map((d) => Number((d ?? "2026").slice(0, 4)));
  const own = Number((holder.from ?? holder.to ?? "").slice(0, 4));
  if (own > 0 && years.length > 0 && Math.min(...years.map((y) => Math.abs(y - own))) > LIFETIME) return false;
  if ([...person.names.keys()].some((n) => fold(n) === fold(holder.name))) return true;
  const words = personWords({
    id: "",
    name: [...person.names.keys()][0]!,
    family: person.family,
    state: null,
    aliases: [...person.names.keys(), ...(person.press?.forms ?? [])],
    source: "",
  });
  const text = nameKeys(holder.name);
  if (nameFit(text, words) < 3) {
    // Where given names have two syllables, one shared syllable says nothing.
    if (FAMILY_FIRST.has(person.state)) return false;
    // One form may have more given names than the other: first given name and family name must agree, full words.
    const given = firstGiven(holder.name, holder.family);
    const others = [...person.names.keys()].map((n) => firstGiven(n, person.family));
    return (
      fold(person.family) === fold(holder.family) &&
      given !== null &&
      given.length > 1 &&
      others.some((o) => o !== null && o.length > 1 && sameNameWord(o, given))
    );
  }
  return sameSize(text, words.variants);
}

/** Two-word names of one language family differ by a letter (Li Qiang, Li Keqiang): near spellings need equal or long words. */
function sameSize(text: readonly string[], variants: readonly (readonly string[])[]): boolean {
  const core = text.filter((w) => !PARTICLES.has(w));
  return variants.some((v) =>
    core.every(
      (w) =>
        w.length === 1 ||
        v.some((x) => x === w || (x.length >= 6 && w.length >= 6 && sameNameWord(x, w)) || (x.length > 2 && nickname(x, w))),
    ),
  );
}

const nickname = (a: string, b: string): boolean => a[0] === b[0] && a !== b && Math.abs(a.length - b.length) > 1 && sameNameWord(a, b);

function firstGiven(name: string, family: string): string | null {
  const skip = new Set(nameKeys(family));
  return nameKeys(name).find((w) => !skip.has(w) && !PARTICLES.has(w)) ?? null;
}

/** High offices that one person takes on one day: two names for that are two spellings. */
const TAKEN_ONCE =
  /^(president|prime minister|premier|chancellor|king|queen|emir|sultan|foreign minister|minister of foreign affairs|minister of defence)/i;

/** Persons of one state whose names share a word and who took one high office within three weeks are one person. */
function joinSamePost(people: Person[]): void {
  const byState = new Map<string, Person[]>();
  const gone = new Set<Person>();
  for (const p of people) {
    if (!p.holders.some((h) => TAKEN_ONCE.test(h.title))) continue;
    const list = byState.get(p.state) ?? [];
    byState.set(p.state, list);
    const other = list.find((o) => (o.press === null || p.press === null) && sharePost(o, p) && shareWord(o, p));
    if (!other) {
      list.push(p);
      continue;
    }
    other.holders.push(...p.holders);
    for (const [n, w] of p.names) other.names.set(n, w);
    gone.add(p);
  }
  for (let i = people.length - 1; i >= 0; i -= 1) if (gone.has(people[i]!)) people.splice(i, 1);
}

function shareWord(a: Person, b: Person): boolean {
  const words = (p: Person): readonly string[] => [...p.names.keys()].flatMap(nameKeys).filter((w) => w.length > 3 && !PARTICLES.has(w));
  const others = words(b);
  return words(a).some((w) => others.some((o) => sameNameWord(o, w)));
}

function sharePost(a: Person, b: Person): boolean {
  const posts = (p: Person): readonly Holder[] => p.holders.filter((h) => h.from !== null && TAKEN_ONCE.test(h.title));
  return posts(a).some((x) => posts(b).some((y) => x.title.slice(0, 5) === y.title.slice(0, 5) && near(x.from, y.from, 21)));
}

/** A person who heads an organisation after an office at home is one person. */
function joinAcrossStates(people: Person[], isState: (id: string) => boolean): void {
  const home = new Map<string, Person>();
  for (const p of people) if (isState(p.state)) for (const n of p.names.keys()) if (!home.has(fold(n))) home.set(fold(n), p);
  for (let i = people.length - 1; i >= 0; i -= 1) {
    const p = people[i]!;
    if (isState(p.state)) continue;
    const other = [...p.names.keys()].map((n) => home.get(fold(n))).find((o) => o !== undefined);
    if (!other) continue;
    other.holders.push(...p.holders);
    for (const [n, w] of p.names) other.names.set(n, w);
    people.splice(i, 1);
  }
}

/** One name with terms in two states that begin on one day is one person: co-princes, governors-general, presidents of unions. */
function joinSameStart(people: Person[]): void {
  const seen = new Map<string, Person>();
  for (let i = 0; i < people.length; i += 1) {
    const p = people[i]!;
    const keys = [...p.names.keys()]
      .filter((n) => n.includes(" "))
      .flatMap((n) => p.holders.filter((h) => h.from !== null).map((h) => `${fold(n)} ${h.from}`));
    const other = keys.map((k) => seen.get(k)).find((o) => o !== undefined && o !== p);
    if (!other) {
      for (const k of keys) seen.set(k, p);
      continue;
    }
    const [main, rest] = other.holders.length >= p.holders.length ? [other, p] : [p, other];
    main.holders.push(...rest.holders);
    for (const [n, w] of rest.names) main.names.set(n, w);
    people.splice(people.indexOf(rest), 1);
    i -= 1;
    for (const k of keys) seen.set(k, main);
  }
}

function personRow(person: Person, taken: Map<string, Person>): PersonRow {
  const ranked = [...person.names].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1));
  const register = ranked[0]![0];
  const name = person.press?.name ?? shorten(register, person.family);
  let base = person.press?.id ?? name;
  if (!person.press?.id && KOREAN.has(person.state)) base = otherOrder(name, person.family) ?? name;
  let id = `person:${slug(base)}`;
  if (taken.has(id)) id = `${id}-${person.state.toLowerCase()}`;
  for (let n = 2; taken.has(id); n += 1) id = `person:${slug(base)}-${person.state.toLowerCase()}-${n}`;
  taken.set(id, person);
  const aliases = new Set<string>([...ranked.map(([n]) => n), ...(person.press?.forms ?? [])]);
  aliases.delete(name);
  const sources = [...new Set(person.holders.map((h) => h.source.split(":")[0]!))].sort().join("+");
  return { id, name, family: person.press?.family ?? person.family, state: person.state, aliases: [...aliases], source: sources };
}

/** Middle initials are left out in print. */
function shorten(name: string, family: string): string {
  const words = name.split(" ");
  const kept = words.filter((w, i) => !(i > 0 && i < words.length - 1 && /^\p{Lu}\.$/u.test(w)));
  return kept.length >= 2 || family === name ? kept.join(" ") : name;
}

function termRows(person: string, h: Holder, grammar: TitleGrammar, unknown: Map<string, number>): readonly TermRow[] {
  const title = h.title.replace(/^Acting /, "Acting ").trim();
  const found = roleOfTitle(grammar, title, h.state);
  if (!found) unknown.set(title, (unknown.get(title) ?? 0) + 1);
  let role: OfficeRole = found?.role ?? "other";
  if (found?.qualifier === "deputy" && role !== "other") role = "minister";
  if (h.heading && (role === "other" || role === "head-of-organisation" || role === "legislator") && !/assembly/i.test(title))
    role = h.heading;
  // Who leads a chamber or a party in it heads no organisation of the state's.
  if (role === "head-of-organisation" && /\b(House|Senate|Sabha|Assembly|Parliament|Majority|Minority|Opposition)\b/i.test(title))
    role = "legislator";
  if (/^(Lord|Lady) Chancellor|Chancellor of the Duchy/.test(title)) role = "minister";
  if (!/^[A-Z]{3}$/.test(h.state) || h.state === "IMF" || h.state === "WHO" || h.state === "WTO" || h.state === "ICC") {
    if (role === "head-of-state" || role === "legislator" || role === "minister") role = "head-of-organisation";
  }
  const row = {
    person,
    state: h.state,
    title,
    from: h.from,
    to: h.to,
    source: h.source,
    verified: h.verified,
    roughEnd: h.roughEnd,
    seen: h.seen,
  };
  const rows: TermRow[] = [{ ...row, role }];
  if (/^(king|queen|crown prince|sultan|emir) and prime minister/i.test(title))
    rows.push({ ...row, role: "head-of-government", title: "Prime Minister" });
  return rows;
}

/** Terms of one person in one role and state that overlap or meet are one; the better attested dates win. */
function joinTerms(rows: readonly TermRow[]): readonly TermRow[] {
  const out: TermRow[] = [];
  const trust = (t: TermRow): number => (t.verified ? 2 : 0) + (t.source === "factbook" ? 0 : 1);
  for (const row of [...rows].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))) {
    const i = out.findIndex((t) => t.state === row.state && t.role === row.role && sameTitleKind(t, row) && overlaps(t, row));
    if (i < 0) {
      out.push(row);
      continue;
    }
    const had = out[i]!;
    const better = trust(row) > trust(had) ? row : had;
    const other = better === row ? had : row;
    const joinedEnd = joinEnds(had, row);
    const confirmed = near(had.from, row.from, 45);
    out[i] = {
      ...better,
      title: better.source.startsWith("curated") ? better.title : other.source.startsWith("curated") ? other.title : better.title,
      from: had.from === null || row.from === null ? (had.from ?? row.from) : confirmed ? better.from : [had.from, row.from].sort()[0]!,
      to: joinedEnd.to,
      verified: had.verified || row.verified,
      roughEnd: joinedEnd.roughEnd,
      seen: had.seen === null || row.seen === null ? (had.seen ?? row.seen) : had.seen > row.seen ? had.seen : row.seen,
    };
  }
  return out;
}

/** Of two ends a stated one wins over a rough one, an attested one over an unattested one, then the later one. */
function joinEnds(a: TermRow, b: TermRow): TermRow {
  if (a.roughEnd !== b.roughEnd) return a.roughEnd ? b : a;
  if (a.verified !== b.verified) return a.verified ? a : b;
  if (a.to === null || b.to === null) return a.to === null ? a : b;
  return a.to > b.to ? a : b;
}

const sameTitleKind = (a: TermRow, b: TermRow): boolean =>
  (a.role !== "minister" && a.role !== "other" && a.role !== "ambassador" && a.role !== "envoy" && a.role !== "legislator") ||
  fold(a.title) === fold(b.title);

function overlaps(a: TermRow, b: TermRow): boolean {
  const start = (t: TermRow): string => t.from ?? "0000";
  const end = (t: TermRow): string => (t.to === null ? "9999" : t.roughEnd ? addDays(t.to, 60) : addDays(t.to, 20));
  return start(a) <= end(b) && start(b) <= end(a);
}

function near(a: string | null, b: string | null, days: number): boolean {
  if (a === null || b === null) return false;
  return a <= addDays(b, days) && b <= addDays(a, days);
}

/** Rough ends take the first day of the next holder of an office that one person holds at a time. */
function closeOpenEnds(terms: readonly TermRow[]): TermRow[] {
  const byOffice = new Map<string, TermRow[]>();
  for (const t of terms) {
    if (!SINGLE.has(t.role)) continue;
    const key = `${t.state} ${t.role}`;
    byOffice.set(key, [...(byOffice.get(key) ?? []), t]);
  }
  return terms.map((t) => {
    if (!t.roughEnd || !SINGLE.has(t.role) || t.from === null) return t;
    const next = byOffice
      .get(`${t.state} ${t.role}`)!
      .filter((o) => o.person !== t.person && o.from !== null && o.from > t.from! && !/acting|interim|deputy/i.test(o.title))
      .map((o) => o.from!)
      .sort()[0];
    if (next === undefined) return t;
    if (t.to !== null && next > addDays(t.to, 400)) return t;
    return { ...t, to: next };
  });
}
