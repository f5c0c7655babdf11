// Which meeting claims of all documents are about one meeting: same sides, persons that do not exclude each other, days close together.
import { dayNumber, dayRange, type MeetingClaim } from "../../model/index.ts";
import type { StoredClaim } from "../types.ts";
import { sideOf } from "./side.ts";
import type { Desk } from "./view.ts";
import { content, overlap } from "./words.ts";

/** A meeting claim as the clustering sees it. */
export interface Told {
  readonly stored: StoredClaim<MeetingClaim>;
  readonly claim: MeetingClaim;
  readonly document: string;
  /** First and last day as day numbers; null where the text gives no date. */
  readonly days: { readonly first: number; readonly last: number } | null;
  /** Whether the start is a calendar day, not a month or year. */
  readonly exact: boolean;
  /** Day of publication as a day number; null when not known. */
  readonly told: number | null;
  readonly sides: readonly string[];
  /** Persons by side. */
  readonly persons: ReadonlyMap<string, ReadonlySet<string>>;
  readonly remote: boolean;
  readonly place: readonly string[];
}

/** Days by which two texts may differ on one meeting, one of them being wrong or telling of the eve. */
const SLIP_DAYS = 3;
/** A coming meeting without a date is the next dated one within this many days. */
const AHEAD_DAYS = 120;
/** A past meeting without a date is the last one within this many days. */
const BEHIND_DAYS = 10;
/** … or within this many, where the place and the persons of both sides are the same: texts look back on a visit for months. */
const BEHIND_AT_PLACE_DAYS = 180;

/** The sides of a meeting: the states and organisations its participants speak for, sorted. */
export function sidesOf(claim: MeetingClaim): readonly string[] {
  return [...new Set(claim.participants.map(sideOf))].sort();
}

function personsOf(claim: MeetingClaim): ReadonlyMap<string, ReadonlySet<string>> {
  const persons = new Map<string, Set<string>>();
  for (const actor of claim.participants) {
    if (!actor.id.startsWith("person:")) continue;
    const side = sideOf(actor);
    const set = persons.get(side) ?? new Set();
    set.add(actor.id);
    persons.set(side, set);
  }
  return persons;
}

export function tell(stored: StoredClaim<MeetingClaim>, desk: Desk): Told {
  const { claim, document } = stored;
  const first = claim.start === null ? null : dayRange(claim.start);
  const last = claim.end === null ? null : dayRange(claim.end);
  const published = desk.facts(document).published;
  return {
    stored,
    claim,
    document,
    days: first === null ? null : { first: dayNumber(first.first), last: Math.max(dayNumber(first.last), last ? dayNumber(last.last) : 0) },
    exact: first !== null && first.first === first.last,
    told: published === null ? null : dayNumber(published),
    sides: sidesOf(claim),
    persons: personsOf(claim),
    remote: claim.format === "call" || claim.format === "video",
    place: claim.place === null ? [] : content(claim.place),
  };
}

/** How the persons of two claims fit: `false` where a side has other persons, otherwise how many sides share one. */
function sharedSides(a: Told, b: Told): number | false {
  let count = 0;
  for (const [side, persons] of a.persons) {
    const others = b.persons.get(side);
    if (!others) continue;
    if (![...persons].some((person) => others.has(person))) return false;
    count++;
  }
  return count;
}

const placesDiffer = (a: Told, b: Told): boolean => a.place.length > 0 && b.place.length > 0 && overlap(a.place, b.place) === 0;
const placesAgree = (a: Told, b: Told): boolean => overlap(a.place, b.place) > 0;

const isHeld = (told: Told): boolean => told.claim.status === "held";

function datedCloseness(a: Told, b: Told, shared: number): number {
  const apart = Math.max(a.days!.first - b.days!.last, b.days!.first - a.days!.last, 0);
  if (apart === 0) {
    if (a.exact && b.exact) return 100;
    return shared > 0 && !placesDiffer(a, b) ? 60 : 0;
  }
  if (!a.exact || !b.exact || apart > SLIP_DAYS) return 0;
  // One text that gives two days means two meetings, or the days of one visit if they follow each other.
  if (a.document === b.document && apart > 1) return 0;
  return shared >= 2 || placesAgree(a, b) ? 50 - apart : 0;
}

/** How well an undated claim fits a dated one, read from the day it was told. */
function undatedCloseness(undated: Told, dated: Told, shared: number): number {
  if (undated.told === null || placesDiffer(undated, dated)) return 0;
  const ahead = dated.days!.first - undated.told;
  if (isHeld(undated)) {
    const reach = shared >= 2 && placesAgree(undated, dated) ? BEHIND_AT_PLACE_DAYS : BEHIND_DAYS;
    return shared > 0 && dated.exact && ahead <= 0 && -ahead <= reach ? 30 + ahead / 10 : 0;
  }
  const met = isHeld(dated) && dated.document === undated.document;
  return ahead >= 1 && !met && ahead <= AHEAD_DAYS ? 40 - ahead / 10 : 0;
}

/** How well two claims fit as one meeting, 0 not at all. */
function closeness(a: Told, b: Told): number {
  if (a.remote !== b.remote) return 0;
  const shared = sharedSides(a, b);
  if (shared === false) return 0;
  if (a.days && b.days) return datedCloseness(a, b, shared);
  if (a.days) return undatedCloseness(b, a, shared);
  if (b.days) return undatedCloseness(a, b, shared);
  return isHeld(a) === isHeld(b) && !placesDiffer(a, b) && (shared >= 2 || !isHeld(a)) ? 5 : 0;
}

/** Best fit with any claim of a cluster; 0 as soon as the persons of one exclude it, or one text tells them apart. */
function clusterCloseness(told: Told, cluster: readonly Told[]): number {
  if (cluster.some((other) => sharedSides(told, other) === false)) return 0;
  const dated = cluster.filter((other) => other.days !== null);
  return Math.max(...(dated.length > 0 ? dated : cluster).map((other) => closeness(told, other)));
}

/** The most telling claims first: those with exact days and named persons make the clusters that the others join. */
function rank(told: Told): number {
  return (told.exact ? 0 : told.days ? 4 : 8) + (told.persons.size >= 2 ? 0 : told.persons.size === 1 ? 1 : 2);
}

/** Claims grouped by meeting. `claims` in the order of content; the groups are in the order of their first claims. */
export function cluster(claims: readonly Told[]): readonly (readonly Told[])[] {
  const bySides = new Map<string, Told[][]>();
  const ordered = claims.map((told, i) => ({ told, i })).sort((a, b) => rank(a.told) - rank(b.told) || a.i - b.i);
  for (const { told } of ordered) {
    const key = told.sides.join(" ");
    const clusters = bySides.get(key) ?? [];
    let best: Told[] | null = null;
    let bestSoFar = 0;
    for (const candidate of clusters) {
      const value = clusterCloseness(told, candidate);
      if (value > bestSoFar) {
        best = candidate;
        bestSoFar = value;
      }
    }
    if (best) best.push(told);
    else clusters.push([told]);
    bySides.set(key, clusters);
  }
  return [...bySides.values()].flat();
}
