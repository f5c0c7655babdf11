// Meetings as all sources together tell them: one record a meeting, the day believed, the state of it.
import { type ActorRef, addDays, dayRange, type MeetingStatus, type PartialDate } from "../../model/index.ts";
import type { MeetingRecord } from "../types.ts";
import { cluster, type Told, tell } from "./meetings-cluster.ts";
import { sideOf } from "./side.ts";
import { type Desk, deskOf, type View } from "./view.ts";

/** A day and what speaks for it. */
interface Vote {
  readonly value: string;
  readonly sources: Set<number>;
  latest: number;
  corrected: boolean;
}

function votes(claims: readonly Told[], read: (told: Told) => string | null, desk: Desk): readonly Vote[] {
  const all = new Map<string, Vote>();
  for (const told of claims) {
    const value = read(told);
    if (value === null) continue;
    const vote = all.get(value) ?? { value, sources: new Set<number>(), latest: Number.NEGATIVE_INFINITY, corrected: false };
    vote.sources.add(desk.source(told));
    vote.latest = Math.max(vote.latest, desk.facts(told.document).instant ?? Number.NEGATIVE_INFINITY);
    vote.corrected ||= desk.facts(told.document).kind === "correction";
    all.set(value, vote);
  }
  return [...all.values()];
}

/** A correction beats, then more independent sources, then the later publication, then the order of the values. */
function winner(all: readonly Vote[]): string | null {
  const best = [...all].sort(
    (a, b) =>
      Number(b.corrected) - Number(a.corrected) ||
      b.sources.size - a.sources.size ||
      (a.latest === b.latest ? 0 : b.latest - a.latest) ||
      (a.value < b.value ? -1 : 1),
  )[0];
  return best?.value ?? null;
}

/** Whether a text that says “held” could know: it appeared no earlier than the day before the day it gives (zones differ). */
function couldKnow(told: Told): boolean {
  return told.days === null || told.told === null || told.told >= told.days.first - 1;
}

const reportsHeld = (told: Told): boolean => told.claim.status === "held" && told.claim.modality !== "negated" && couldKnow(told);

const isRange = (told: Told): boolean => told.claim.end !== null && told.claim.end !== told.claim.start;

/** Claims of the talks themselves; of the days of a visit around them only where nothing else is told. */
export function talksIn(claims: readonly Told[]): readonly Told[] {
  const talks = claims.filter((told) => told.claim.format !== "visit" && !isRange(told));
  return talks.length > 0 ? talks : claims;
}

/** The claims that say on which day the meeting is: the talks rather than the visit, and what is reported as held if anything is. */
function dayTellers(claims: readonly Told[]): readonly Told[] {
  const talks = talksIn(claims.filter((told) => told.exact));
  const held = talks.filter(reportsHeld);
  return held.length > 0 ? held : talks;
}

function startOf(claims: readonly Told[], desk: Desk): PartialDate | null {
  const day = winner(votes(dayTellers(claims), (told) => told.claim.start, desk));
  if (day !== null) return day;
  // No day: the most precise date there is.
  const partial = claims.filter((told) => told.claim.start !== null);
  const longest = Math.max(0, ...partial.map((told) => told.claim.start!.length));
  return winner(
    votes(
      partial.filter((told) => told.claim.start!.length === longest),
      (told) => told.claim.start,
      desk,
    ),
  );
}

function endOf(claims: readonly Told[], start: PartialDate | null, desk: Desk): PartialDate | null {
  return winner(
    votes(
      claims.filter((told) => told.claim.start === start && isRange(told)),
      (told) => told.claim.end,
      desk,
    ),
  );
}

/** Held once a text that could know says so; otherwise what the latest text says. */
function statusOf(claims: readonly Told[], start: PartialDate | null, desk: Desk): MeetingStatus {
  const day = start === null ? null : (dayRange(start)?.first ?? null);
  const held = talksIn(claims).some((told) => {
    const published = desk.facts(told.document).published;
    return reportsHeld(told) && (day === null || published === null || published.slice(0, 10) >= addDays(day, -1));
  });
  if (held) return "held";
  const latest = [...claims]
    .filter((told) => told.claim.status !== "held")
    .sort((a, b) => desk.order(b.document) - desk.order(a.document))[0];
  return latest?.claim.status ?? "planned";
}

/** For each side the persons named, or the side itself where none is; most often named first. */
function participantsOf(claims: readonly Told[], sides: readonly string[]): readonly ActorRef[] {
  const refs = new Map<string, { readonly actor: ActorRef; count: number }>();
  for (const { claim } of claims) {
    for (const actor of claim.participants) {
      const known = refs.get(actor.id);
      if (known) known.count++;
      else refs.set(actor.id, { actor, count: 1 });
    }
  }
  const all = [...refs.values()].sort((a, b) => b.count - a.count || (a.actor.id < b.actor.id ? -1 : 1));
  return sides.flatMap((side) => {
    const own = all.filter(({ actor }) => sideOf(actor) === side);
    const persons = own.filter(({ actor }) => actor.id.startsWith("person:"));
    return (persons.length > 0 ? persons : own.slice(0, 1)).map(({ actor }) => actor);
  });
}

const FORMATS = ["call", "video", "multilateral", "in-person", "visit"] as const;

/** Names of buildings: they say more than the city they stand in. */
const VENUE =
  /\b(?:House|Palace|Palais|Hall|Castle|Cent(?:re|er)|Office|Tower|Residence|Villa|Hotel|Ministry|Headquarters|Chancellery|Kremlin|Camp|Base)\b/;

/** The place that most sources name: a building if any names one, in the texts with the day believed if they name any. */
function placeOf(claims: readonly Told[], start: PartialDate | null, desk: Desk): string | null {
  const placed = claims.filter(({ claim }) => claim.place !== null);
  const narrower = (list: readonly Told[], test: (told: Told) => boolean) => (list.some(test) ? list.filter(test) : list);
  const venues = narrower(placed, ({ claim }) => VENUE.test(claim.place!));
  const onDay = narrower(venues, ({ claim }) => claim.start === start);
  return winner(votes(onDay, ({ claim }) => claim.place, desk));
}

function recordOf(claims: readonly Told[], desk: Desk): Omit<MeetingRecord, "id"> {
  const start = startOf(claims, desk);
  const sides = claims[0]!.sides;
  return {
    sides,
    participants: participantsOf(claims, sides),
    place: placeOf(claims, start, desk),
    start,
    end: endOf(claims, start, desk),
    status: statusOf(claims, start, desk),
    format: FORMATS.find((format) => claims.some((told) => told.claim.format === format)) ?? "in-person",
    claims: claims.map((told) => told.stored),
  };
}

/** A meeting with the claims it was read from, as the clustering saw them. */
export interface MeetingCluster {
  readonly record: MeetingRecord;
  readonly told: readonly Told[];
}

/** As `meetings`, with the clustering's own view of the claims. */
export function meetingClusters(view: View): readonly MeetingCluster[] {
  const desk = deskOf(view);
  const position = new Map<Told, number>();
  const told = view
    .claims("meeting")
    .filter(({ claim }) => claim.modality !== "negated" && claim.modality !== "hypothetical")
    .map((stored) => tell(stored, desk))
    .filter(({ sides }) => sides.length >= 2 && view.states.every((state) => sides.includes(state)));
  told.forEach((one, i) => {
    position.set(one, i);
  });
  const found = cluster(told).map((group) => {
    const ordered = [...group].sort((a, b) => position.get(a)! - position.get(b)!);
    return { record: recordOf(ordered, desk), told: ordered };
  });
  const dated = ({ record }: (typeof found)[number]) => record.start ?? "9999";
  found.sort((a, b) => {
    const [x, y] = [dated(a), dated(b)];
    if (x !== y) return x < y ? -1 : 1;
    const [p, q] = [a.record.sides.join(" "), b.record.sides.join(" ")];
    return p === q ? position.get(a.told[0]!)! - position.get(b.told[0]!)! : p < q ? -1 : 1;
  });
  const used = new Map<string, number>();
  return found.map(({ record, told: claims }) => {
    const base = `${record.sides.join("-")}-${record.start ?? "undated"}`;
    const n = (used.get(base) ?? 0) + 1;
    used.set(base, n);
    return { record: { id: n === 1 ? base : `${base}.${n}`, ...record }, told: claims };
  });
}

/**
 * Meetings between at least two states or organisations (and between all of the scope's, if it names any): by day, undated last.
 * A second meeting of the same sides on the same day has `.2` at the end of its id.
 */
export function meetings(view: View): readonly MeetingRecord[] {
  return meetingClusters(view).map(({ record }) => record);
}
