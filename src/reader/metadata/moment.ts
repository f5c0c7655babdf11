// Moments: a date, or a date with time and zone, as ISO 8601 with the precision that was given.
import { isCalendarDate } from "../../model/index.ts";
import { ZONES } from "./zones.ts";

export interface Moment {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` with `Z` or an offset. */
  readonly value: string;
  readonly precision: "day" | "minute" | "second";
}

/** Years that a page of the web, or a text put on it, can plausibly carry as its date. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const two = (n: number): string => String(n).padStart(2, "0");

/** Offset in minutes as `+09:00`; 0 as `+00:00`. */
export function offsetText(minutes: number): string {
  const abs = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(abs / 60))}:${two(abs % 60)}`;
}

/** The calendar date, or null where there is none such or its year is out of range. */
export function dayMoment(year: number, month: number, day: number): Moment | null {
  const value = `${year}-${two(month)}-${two(day)}`;
  return year >= FIRST_YEAR && year <= LAST_YEAR && isCalendarDate(value) ? { value, precision: "day" } : null;
}

/**
 * A date with its time; without a zone only the day is kept, since a time without a zone is no moment.
 * @param offset minutes east of UTC, or null when the text does not say
 */
export function timedMoment(day: Moment, hour: number, minute: number, second: number | null, offset: number | null): Moment {
  if (offset === null || hour > 23 || minute > 59 || (second ?? 0) > 59 || Math.abs(offset) > 14 * 60) return day;
  const time = `${two(hour)}:${two(minute)}:${two(second ?? 0)}`;
  return { value: `${day.value}T${time}${offsetText(offset)}`, precision: second === null ? "minute" : "second" };
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const zone = text.trim().toUpperCase();
  if (Object.hasOwn(ZONES, zone)) return ZONES[zone]!;
  const m = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  return m ? (m[1] === "-" ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3] ?? 0)) : null;
}

const ISO =
  /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ,]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Z]{3})?(?:\s*\[[\w/]+\])?)?(?![\d])/i;
const RFC822 =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[+-]\d{2}:\d{2}|[A-Z]{1,4})?)?/;
const ASCTIME = /^[A-Za-z]{3}\s+([A-Za-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([A-Z]{3,4})(?:([+-]\d{4}))?\s+)?(\d{4})/;

/**
 * Reads a date meant for machines: ISO 8601 and its relatives (spaces, missing colons, basic form), RFC 822 and 2822, C's asctime,
 * seconds or milliseconds since 1970. Null when it is none of them.
 */
export function machineMoment(raw: string): Moment | null {
  const text = raw.trim().slice(0, 80);
  const iso = ISO.exec(text);
  if (iso) {
    const day = dayMoment(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    if (day)
      return iso[4] === undefined
        ? day
        : timedMoment(day, Number(iso[4]), Number(iso[5]), iso[6] === undefined ? null : Number(iso[6]), offsetOf(iso[7]));
  }
  const rfc = RFC822.exec(text);
  if (rfc) {
    const month = MONTHS.indexOf(rfc[2]!.slice(0, 3).toLowerCase()) + 1;
    const year = Number(rfc[3]) + (rfc[3]!.length === 2 ? (Number(rfc[3]) < 70 ? 2000 : 1900) : 0);
    const day = month > 0 ? dayMoment(year, month, Number(rfc[1])) : null;
    if (day)
      return rfc[4] === undefined
        ? day
        : timedMoment(day, Number(rfc[4]), Number(rfc[5]), rfc[6] === undefined ? null : Number(rfc[6]), offsetOf(rfc[7]));
  }
  const c = ASCTIME.exec(text);
  if (c) {
    const month = MONTHS.indexOf(c[1]!.toLowerCase()) + 1;
    const day = month > 0 ? dayMoment(Number(c[8]), month, Number(c[2])) : null;
    if (day) return timedMoment(day, Number(c[3]), Number(c[4]), Number(c[5]), offsetOf(c[7] ?? c[6]));
  }
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    const date = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    const day = dayMoment(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    if (day) return timedMoment(day, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds(), 0);
  }
  return null;
}

/** The calendar day of a moment, in its own zone. */
export const dayOf = (moment: Moment): string => moment.value.slice(0, 10);

/** Whether a moment carries a zone that is not UTC: the local time of the text. */
export const isLocal = (moment: Moment): boolean => moment.precision !== "day" && !/(?:Z|[+-]00:00)$/.test(moment.value);
