// The moment a brief is written at, and the meeting as it was known then: a brief is read before the talks, so it does not know what followed them.
import type { Ledger, MeetingRecord, StoredDocument } from "../ledger/index.ts";
import { dayRange, instant, ScenesetterError } from "../model/index.ts";
import { comingMeeting, latestDay } from "./occasion.ts";
import type { BriefOptions, Selector } from "./options.ts";
import { dayOf } from "./words.ts";

export interface Moment {
  /** The cut-off: what was asked for, else the day of a meeting that is over; null when all documents count. */
  readonly asOf: string | null;
  /** Whether the cut-off is the day of the meeting because none was asked for. */
  readonly past: boolean;
  readonly meeting: MeetingRecord;
  /** All meetings as known at the moment: of the two sides, or of the meeting's. */
  readonly all: readonly MeetingRecord[];
  readonly sides: readonly [string, string];
}

/** When documents were published, as they give it. */
const publishedIn = (documents: readonly StoredDocument[]): ReadonlyMap<string, string> =>
  new Map(documents.flatMap(({ document }) => (document.published ? [[document.id, document.published.value] as const] : [])));

function unknown(selector: Selector): ScenesetterError {
  return new ScenesetterError("meeting-unknown", {
    selector: "sides" in selector ? `of ${selector.sides.join(" and ")}` : selector.meeting,
  });
}

/**
 * The meeting that a selector means and the moment to write its brief at. Without a moment in the options “now” is the day of the newest
 * text: a meeting that is over by then is told as of its own day (docs/decisions/0086-the-day-of-a-past-meeting.md).
 * @throws ScenesetterError `meeting-unknown` when no meeting fits the selector.
 */
export function momentOf(ledger: Ledger, selector: Selector, { asOf, names }: BriefOptions): Moment {
  const scope = "sides" in selector ? { asOf, states: selector.sides } : { asOf };
  const all = ledger.meetings(scope);
  const documents = ledger.documents(scope);
  const published = publishedIn(documents);
  const now = asOf ?? latestDay(documents);
  const meeting =
    "sides" in selector
      ? comingMeeting(all, selector.sides, now, names, (id) => (published.has(id) ? dayOf(published.get(id)!) : null))
      : all.find(({ id }) => id === selector.meeting);
  const [first, second] = "sides" in selector ? selector.sides : (meeting?.sides ?? []);
  if (!meeting || first === undefined || second === undefined) throw unknown(selector);
  const sides: readonly [string, string] = [first, second];
  const open: Moment = { asOf, past: false, meeting, all, sides };
  const last = lastDay(meeting);
  if (asOf !== null || last === null || now === null || last >= now) return open;
  const told = meeting.claims.flatMap(({ document }) => published.get(document) ?? []);
  const day = cutOff(last, told);
  if (day === null) return open;
  const then = ledger.meetings({ asOf: day, states: sides });
  const known = sameMeeting(then, meeting);
  return known ? { asOf: day, past: true, meeting: known, all: then, sides } : open;
}

/** The last day of a meeting; of one whose day is not told the end of its month or year; null without a date. */
function lastDay({ start, end }: MeetingRecord): string | null {
  if (start === null) return null;
  return dayRange(end ?? start)?.last ?? dayRange(start)?.last ?? null;
}

/**
 * The end of the last day of a meeting, or of the first day on which a text tells of it: in UTC, or where the texts of that day carry a
 * zone west of it, in theirs. Null when no dated text tells of it.
 */
function cutOff(last: string, told: readonly string[]): string | null {
  const first = [...told].sort((a, b) => instant(a) - instant(b))[0];
  if (first === undefined) return null;
  const day = dayOf(first) > last ? dayOf(first) : last;
  const ends = told.filter((value) => dayOf(value) === day).flatMap((value) => /[+-]\d{2}:?\d{2}$/.exec(value.slice(10))?.[0] ?? []);
  const latest = ends.map((zone) => `${day}T23:59:59${zone}`).sort((a, b) => instant(b) - instant(a))[0];
  return latest !== undefined && instant(latest) > instant(day) ? latest : day;
}

/** The record of a meeting among those of another moment: the one that shares most of its claims. */
function sameMeeting(all: readonly MeetingRecord[], meeting: MeetingRecord): MeetingRecord | null {
  const own = new Set(meeting.claims.map(({ claim }) => claim.id));
  const shared = (record: MeetingRecord): number => record.claims.filter(({ claim }) => own.has(claim.id)).length;
  const best = [...all].sort((a, b) => shared(b) - shared(a) || (a.id < b.id ? -1 : 1))[0];
  return best && shared(best) > 0 ? best : null;
}
