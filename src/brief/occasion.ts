// The occasion of a brief: which meeting is meant, who hosts it, what else belongs to it, and which texts are near enough to speak for it.
import type { MeetingRecord, StoredDocument } from "../ledger/index.ts";
import { actorKind, addDays, dayRange, isCalendarDate, type OfficeRole, principal } from "../model/index.ts";
import type { BriefNames } from "./names.ts";
import { dayOf } from "./words.ts";

/**
 * A brief draws on what was published within this many days before it: positions of last year are history, which the last meeting stands
 * for. docs/decisions/0083-a-window-in-time.md has the reasons and the measurement.
 */
const WINDOW_DAYS = 120;

/** Records of one occasion start at most this many days apart: an arrival dinner, the talks, a day that one source has wrong. */
const OCCASION_DAYS = 3;

/**
 * Ids of the documents near enough in time to speak for the meeting: from WINDOW_DAYS before the moment of the brief (or before the meeting,
 * where that is earlier) on; those without a date, and those that tell of the meeting itself, always. All of them when none is that near.
 */
export function recent(documents: readonly StoredDocument[], meeting: MeetingRecord, asOf: string | null): ReadonlySet<string> {
  const own = new Set(meeting.claims.map(({ document }) => document));
  const told = documents.filter(({ document }) => own.has(document.id));
  // A meeting of “this year” is looked at from the day it was told of.
  const start = meeting.start !== null && isCalendarDate(meeting.start) ? meeting.start : latestDay(told);
  const moments = [asOf ? dayOf(asOf) : null, start].filter((day) => day !== null).sort();
  const from = moments[0] ? addDays(moments[0], -WINDOW_DAYS) : null;
  const near = documents.filter(({ document }) => {
    const day = document.published ? dayOf(document.published.value) : null;
    return from === null || day === null || day >= from || own.has(document.id);
  });
  return new Set((near.length > 0 ? near : documents).map(({ document }) => document.id));
}

/** Documents that tell of the last meeting of the same persons; older ones count for that alone. */
export function lastHeld(same: readonly MeetingRecord[], meeting: MeetingRecord): ReadonlySet<string> {
  const held = same.filter(
    (record) =>
      record.status === "held" && record.start !== null && record.start < (meeting.start ?? "9999") && samePersons(record, meeting),
  );
  const last = held.sort((a, b) => (a.start! < b.start! ? 1 : -1))[0];
  return new Set(last?.claims.slice(0, 1).map(({ document }) => document));
}

/** Day of the latest publication among dated documents. */
export function latestDay(documents: readonly StoredDocument[]): string | null {
  const days = documents.flatMap(({ document }) => (document.published ? [dayOf(document.published.value)] : [])).sort();
  return days[days.length - 1] ?? null;
}

const LEADERS: ReadonlySet<OfficeRole> = new Set(["head-of-state", "head-of-government", "monarch", "head-of-organisation"]);

/** Whether both sides are represented by somebody who leads them on the day. */
function isOfLeaders(record: MeetingRecord, sides: readonly [string, string], names: BriefNames): boolean {
  const day = (record.start && dayRange(record.start)?.first) || null;
  return sides.every((side) =>
    record.participants.some((actor) => {
      const role = day === null || principal(actor) !== side ? null : names.officeOn(actor.id, day)?.role;
      return role !== null && role !== undefined && LEADERS.has(role);
    }),
  );
}

/** A meeting of so few days ago is the one that is asked for: its readouts are coming in. */
const JUST_HELD_DAYS = 14;

/** Whether a plan without a day was told of within the window before the moment of the brief; an older one has come to nothing, or was held under its day. */
function isFresh(record: MeetingRecord, asOf: string | null, published: (document: string) => string | null): boolean {
  const days = record.claims.flatMap(({ document }) => published(document) ?? []).sort();
  const last = days.at(-1);
  return asOf === null || last === undefined || last >= addDays(dayOf(asOf), -FRESH_DAYS);
}

/** A plan without a day that nobody speaks of for so long is none any more. */
const FRESH_DAYS = 60;

/**
 * The coming meeting of two sides: the first one of their leaders that is not over, else the first of others; else an undated plan that is
 * still spoken of; else the latest. `published` gives the day of publication of a document.
 */
export function comingMeeting(
  all: readonly MeetingRecord[],
  sides: readonly [string, string],
  asOf: string | null,
  names: BriefNames,
  published: (document: string) => string | null,
): MeetingRecord | undefined {
  const both = all.filter((record) => sides.every((side) => record.sides.includes(side)));
  const start = (record: MeetingRecord): string => record.start ?? "";
  const dated = both.filter((record) => record.start !== null).sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0));
  const live = (record: MeetingRecord): boolean => record.status === "planned" || record.status === "postponed";
  const over = (record: MeetingRecord): boolean => asOf !== null && (dayRange(record.end ?? start(record))?.last ?? "") < dayOf(asOf);
  const coming = dated.filter((record) => live(record) && !over(record));
  const alone = (record: MeetingRecord): boolean => record.sides.length === 2;
  const leaders = coming.filter((record) => isOfLeaders(record, sides, names));
  const next = leaders.find(alone) ?? leaders[0] ?? coming.find(alone) ?? coming[0];
  const past = dated.filter((record) => asOf === null || start(record) <= dayOf(asOf));
  const last = past.findLast((record) => alone(record) && isOfLeaders(record, sides, names)) ?? past.findLast(alone) ?? past.at(-1);
  const heldNow = last !== undefined && asOf !== null && start(last) >= addDays(dayOf(asOf), -JUST_HELD_DAYS) ? last : undefined;
  const undated = both.find((record) => record.start === null && record.status === "planned" && isFresh(record, asOf, published));
  return next ?? heldNow ?? undated ?? last ?? dated.at(-1) ?? both[0];
}

export function isNear(record: MeetingRecord, meeting: MeetingRecord): boolean {
  if (record.start === null || meeting.start === null) return false;
  if (!isCalendarDate(record.start) || !isCalendarDate(meeting.start)) return false;
  return addDays(meeting.start, -OCCASION_DAYS) <= record.start && record.start <= addDays(meeting.end ?? meeting.start, OCCASION_DAYS);
}

/** Whether a record can belong to an occasion: what is only proposed is no part of a meeting that is planned or held. */
export const isLive = (record: MeetingRecord, meeting: MeetingRecord): boolean =>
  record.status !== "proposed" || meeting.status === "proposed";

/** Whether two records can be meetings of the same persons: where both name somebody for a side, they share one. */
export function samePersons(record: MeetingRecord, meeting: MeetingRecord): boolean {
  return meeting.sides.every((side) => {
    const [ours, theirs] = [meeting, record].map(({ participants }) =>
      participants.filter((actor) => actorKind(actor.id) === "person" && principal(actor) === side).map(({ id }) => id),
    );
    return ours!.length === 0 || theirs!.length === 0 || ours!.some((id) => theirs!.includes(id));
  });
}

/** The side whose place it is: of the places told the first that the tables know. */
export function hostOf(meeting: MeetingRecord, names: BriefNames, sides: readonly [string, string]): string | null {
  const told = [meeting.place, ...meeting.claims.map(({ claim }) => claim.place)].filter((place) => place !== null);
  const state = told.map((place) => names.place(place)?.state ?? null).find((one) => one !== null);
  return state && sides.includes(state) ? state : null;
}
