// Sorts attestations into offices and persons: the same post under several titles, the same person under several spellings.
import type { OfficeAttestation, OfficeRole, StoredAttestation } from "../../model/index.ts";
import type { Base } from "../base.ts";
import { roleMeant, samePost, titleKey } from "../holders.ts";
import { nameFit, nameKeys, personWords } from "../names.ts";
import type { TermRow } from "../tables.ts";
import { covers, ONE_POST } from "../terms.ts";

/** All that was read of one person in one post. */
export interface Bundle {
  readonly state: string;
  readonly role: OfficeRole;
  /** What tells the post: `HUN.head-of-government`, `USA.minister.energy`. */
  readonly post: string;
  readonly person: string;
  readonly evidence: readonly StoredAttestation[];
}

/** Bundles in the order of their posts and persons, whatever the order of reading. */
export function bundles(base: Base, attestations: readonly StoredAttestation[]): readonly Bundle[] {
  const posts = new Map<string, { role: OfficeRole; state: string; rows: StoredAttestation[] }>();
  for (const stored of [...attestations].sort(byContent)) {
    const a = stored.attestation;
    if (!base.states.has(a.state) && !base.organisations.has(a.state)) continue;
    const role = roleMeant(base, { role: a.role, title: a.title, state: a.state, qualifier: null });
    const post = `${a.state}.${role}${ONE_POST.has(role) && role !== "deputy-head" ? "" : `.${titleKey(a.title)}`}`;
    const entry = posts.get(post) ?? { role, state: a.state, rows: [] };
    posts.set(post, entry);
    entry.rows.push(stored);
  }
  const out: Bundle[] = [];
  for (const [post, { role, state, rows }] of [...posts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [person, evidence] of byPerson(base, state, rows)) {
      const kept = evidence.filter(({ attestation }) => !isCourtesy(base, role, person, attestation, evidence));
      if (kept.some(({ attestation }) => attestation.says !== "past")) out.push({ state, role, post, person, evidence: kept });
    }
  }
  return out;
}

function byContent(a: StoredAttestation, b: StoredAttestation): number {
  const key = (s: StoredAttestation): string => `${s.published ?? ""} ${s.document}`;
  const [x, y] = [key(a), key(b)];
  return x < y ? -1 : x > y ? 1 : a.attestation.evidence.start - b.attestation.evidence.start;
}

/** Persons of the tables by their ids; others joined where their full names fit. The spelling read most often leads. */
function byPerson(base: Base, state: string, rows: readonly StoredAttestation[]): ReadonlyMap<string, readonly StoredAttestation[]> {
  const count = new Map<string, number>();
  const known = (a: OfficeAttestation): string => {
    if (base.persons.get(a.person)) return a.person;
    // A name that the parser cut short (“Recep Tayyip”) is the holder's whose name has all its words.
    const holder = base.terms.at(state, a.role, a.day).find((t) => partOf(a.name, base, t.person));
    if (holder) return holder.person;
    const [best, second] = base.persons.find(a.name, state);
    return best && best.score >= 3 && second?.score !== best.score ? best.id : a.person;
  };
  const ids = rows.map(({ attestation }) => known(attestation));
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1);
  const leaders: string[] = [];
  const leaderOf = new Map<string, string>();
  const nameOf = (id: string): string => rows[ids.indexOf(id)]!.attestation.name;
  for (const id of [...count.keys()].sort((a, b) => count.get(b)! - count.get(a)! || (a < b ? -1 : 1))) {
    const leader = leaders.find((other) => fits(base, nameOf(id), other, nameOf(other)));
    leaderOf.set(id, leader ?? id);
    if (leader === undefined) leaders.push(id);
  }
  const out = new Map<string, StoredAttestation[]>(leaders.sort().map((id) => [id, []]));
  rows.forEach((row, i) => {
    out.get(leaderOf.get(ids[i]!)!)!.push(row);
  });
  return out;
}

function partOf(name: string, base: Base, person: string): boolean {
  const words = nameKeys(name);
  return base.persons.words(person).variants.some((variant) => words.length < variant.length && words.every((w) => variant.includes(w)));
}

/** Near forms that count as one spelling, see `nameFit`. */
const SAME_NAME = 2.5;

function fits(base: Base, name: string, id: string, other: string): boolean {
  const row = base.persons.get(id);
  if (row) return base.persons.fits(name, id) >= SAME_NAME;
  const family = other.split(" ").at(-1)!;
  return nameFit(nameKeys(name), personWords({ id, name: other, family, state: null, aliases: [], source: "" })) >= SAME_NAME;
}

/** Terms that the tables have of a person in a post. */
export function ownTerms(base: Base, state: string, role: OfficeRole, title: string, person: string): readonly TermRow[] {
  return base.terms.of(person).filter((t) => t.state === state && samePost(base, { role, title, state, qualifier: null }, t));
}

/** “Secretary Clinton”, “President Obama”: the title of an office left long ago, given out of courtesy. A text that tells of a return counts. */
function isCourtesy(base: Base, role: OfficeRole, person: string, a: OfficeAttestation, all: readonly StoredAttestation[]): boolean {
  if (a.says !== "holds") return false;
  const own = ownTerms(base, a.state, role, a.title, person);
  if (own.length === 0 || own.some((t) => covers(t, a.day) || (t.from ?? "") > a.day || t.roughEnd || !t.verified)) return false;
  const ended = own
    .map((t) => t.to!)
    .sort()
    .at(-1)!;
  return !all.some(({ attestation: b }) => b.says === "begins" && b.day >= ended && b.day <= a.day);
}

/** `HUN.head-of-government` → days on which a text names the holder. */
export function daysRead(attestations: readonly StoredAttestation[]): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  for (const { attestation: a } of attestations) {
    if (a.says !== "holds" && a.says !== "begins") continue;
    const office = `${a.state}.${a.role}`;
    const list = days.get(office);
    if (list) list.push(a.day);
    else days.set(office, [a.day]);
  }
  return days;
}
