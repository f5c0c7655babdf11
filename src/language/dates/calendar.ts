// Arithmetic on TIMEX3 calendar values: weeks, quarters, seasons, decades, holidays, and the days that a value covers.
import { addDays, dateOfDay, dayNumber, dayRange, isCalendarDate, type PartialDate, weekday } from "../../model/index.ts";
import type { Unit } from "./lexicon.ts";

export interface Days {
  readonly first: string;
  readonly last: string;
}

export const pad = (value: number, width = 2): string => String(value).padStart(width, "0");
export const yearOf = (date: string): number => Number(date.slice(0, 4));
export const monthOf = (date: string): number => Number(date.slice(5, 7));
export const dayOf = (date: string): number => Number(date.slice(8, 10));

/** A calendar date, or null when the month has no such day. */
export function dateFrom(year: number, month: number, day: number): string | null {
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return isCalendarDate(date) ? date : null;
}

/** ISO 8601 week of a date: `2025-W06`. */
export function isoWeek(date: string): string {
  const thursday = addDays(date, 4 - weekday(date));
  const first = dayNumber(`${thursday.slice(0, 4)}-01-01`);
  return `${thursday.slice(0, 4)}-W${pad(Math.floor((dayNumber(thursday) - first) / 7) + 1)}`;
}

function mondayOf(week: string): string {
  const fourth = `${week.slice(0, 4)}-01-04`;
  return addDays(fourth, 1 - weekday(fourth) + 7 * (Number(week.slice(6, 8)) - 1));
}

/** `date` moved by `count` months; the day is cut to the length of the month. */
export function addMonths(date: string, count: number): string {
  const months = yearOf(date) * 12 + monthOf(date) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (((months % 12) + 12) % 12) + 1;
  if (year < 1 || year > 9999) return date;
  return (
    dateFrom(year, month, dayOf(date)) ??
    dateOfDay(dayNumber(`${pad(year, 4)}-${pad(month)}-01`) + (month === 2 ? (dateFrom(year, 2, 29) === null ? 27 : 28) : 29))
  );
}

const MONTHS_IN: Partial<Record<Unit, number>> = { month: 1, quarter: 3, season: 3, year: 12, decade: 120, century: 1200 };

/** `date` moved by `count` units, as a day. Fractions of months are left out. */
export function shift(date: string, unit: Unit, count: number): string {
  const months = MONTHS_IN[unit];
  if (months !== undefined) return addMonths(date, Math.trunc(months * count));
  const days = unit === "week" || unit === "weekend" ? 7 * count : unit === "fortnight" ? 14 * count : unit === "day" ? count : 0;
  return Math.abs(days) > 3_000_000 ? date : addDays(date, Math.round(days));
}

/** TIMEX3 value of the `unit` that holds `date`: `2025-W06`, `2025-Q1`, `202` (decade), `20` (century: its first two digits). */
export function unitValue(date: string, unit: Unit): string {
  switch (unit) {
    case "week":
    case "fortnight":
      return isoWeek(date);
    case "weekend":
      return `${isoWeek(date)}-WE`;
    case "month":
      return date.slice(0, 7);
    case "quarter":
      return `${date.slice(0, 4)}-Q${Math.ceil(monthOf(date) / 3)}`;
    case "season":
      return `${date.slice(0, 4)}-${["WI", "SP", "SU", "FA"][Math.floor((monthOf(date) % 12) / 3)]}`;
    case "year":
      return date.slice(0, 4);
    case "decade":
      return date.slice(0, 3);
    case "century":
      return date.slice(0, 2);
    default:
      return date;
  }
}

const SEASON_MONTHS: Readonly<Record<string, readonly [number, number]>> = { SP: [3, 5], SU: [6, 8], FA: [9, 11], WI: [12, 2] };

/** First and last calendar form that a TIMEX3 value covers, at the value's own precision: `2025-02` for a month, days for a week; null when it has none. */
export function calendarForm(value: string): { readonly first: PartialDate; readonly last: PartialDate } | null {
  const day = value.slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return isCalendarDate(day) ? { first: day, last: day } : null;
  if (/^\d{4}(?:-\d{2})?$/.test(value) || /^FY\d{4}$/.test(value)) return { first: value, last: value };
  const week = /^\d{4}-W\d{2}(-WE)?$/.exec(value);
  if (week !== null) {
    const monday = mondayOf(value);
    return { first: week[1] === undefined ? monday : addDays(monday, 5), last: addDays(monday, 6) };
  }
  const part = /^(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$/.exec(value);
  if (part !== null) {
    const year = Number(part[1]);
    const kind = part[2]!;
    const season = SEASON_MONTHS[kind];
    if (season !== undefined)
      return { first: `${part[1]}-${pad(season[0])}`, last: `${pad(kind === "WI" ? year + 1 : year, 4)}-${pad(season[1])}` };
    const length = kind.startsWith("Q") ? 3 : 6;
    const last = Number(kind[1]) * length;
    return { first: `${part[1]}-${pad(last - length + 1)}`, last: `${part[1]}-${pad(last)}` };
  }
  if (/^\d{3}$/.test(value)) return { first: `${value}0`, last: `${value}9` };
  if (/^\d{2}$/.test(value)) return { first: `${value}00`, last: `${value}99` };
  return null;
}

/** First and last day of a TIMEX3 value; null when it names no stretch of the calendar. */
export function daysOf(value: string): Days | null {
  const form = calendarForm(value);
  if (form === null) return null;
  const first = dayRange(form.first);
  const last = dayRange(form.last);
  return first === null || last === null ? null : { first: first.first, last: last.last };
}

/** Easter Sunday in the Gregorian calendar (method: Meeus, Jones and Butcher). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${pad(year, 4)}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`;
}

/** The day of a holiday in a year by its rule: `12-25`; `11:4:4` (fourth Thursday of November; -1: last Monday); `11:2:E` (Tuesday after the first Monday); `easter:-2`. */
export function holidayDate(rule: string, year: number): string | null {
  const fixed = /^(\d{2})-(\d{2})$/.exec(rule);
  if (fixed !== null) return dateFrom(year, Number(fixed[1]), Number(fixed[2]));
  const [kind = "", day = "", nth = ""] = rule.split(":");
  if (kind === "easter") return addDays(easter(year), Number(day));
  const month = Number(kind);
  const first = dateFrom(year, month, 1);
  if (first === null) return null;
  if (nth === "E") return addDays(nthWeekday(first, 1, 1), 1);
  if (nth === "-1") return addDays(nthWeekday(addMonths(first, 1), Number(day), 1), -7);
  return nthWeekday(first, kind === "11" ? 4 : Number(day), Number(nth));
}

function nthWeekday(first: string, day: number, nth: number): string {
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (nth - 1));
}
