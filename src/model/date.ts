// Dates: ISO 8601 calendar dates with their precision in their length, and civil-calendar arithmetic without a clock.

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a fiscal year as `FY2027`. */
export type PartialDate = string;

const DAY = 86_400_000;

/** Days since 1970-01-01 of a calendar date `YYYY-MM-DD` (or longer: only its first ten characters count). */
export function dayNumber(date: string): number {
  return Math.floor(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY);
}

/** The calendar date of a day number, as `YYYY-MM-DD`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** `date` moved by `days` calendar days. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** ISO weekday of a calendar date: 1 Monday … 7 Sunday. */
export function weekday(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whether `value` is a real calendar date `YYYY-MM-DD`. */
export function isCalendarDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && dateOfDay(dayNumber(value)) === value;
}

/** First and last day that a partial date covers, both inclusive; null for fiscal years and anything that is no partial date. */
export function dayRange(date: PartialDate): { readonly first: string; readonly last: string } | null {
  if (/^\d{4}$/.test(date)) return { first: `${date}-01-01`, last: `${date}-12-31` };
  if (/^\d{4}-\d{2}$/.test(date)) {
    const last = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10);
    return { first: `${date}-01`, last };
  }
  return isCalendarDate(date) ? { first: date, last: date } : null;
}

/** Whether two partial dates can mean the same day. */
export function datesAgree(a: PartialDate, b: PartialDate): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** The instant of an ISO 8601 date or date-time in milliseconds since 1970 UTC; a bare date counts as its last millisecond in UTC. NaN when unreadable. */
export function instant(value: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T23:59:59.999Z`) : Date.parse(value);
}
