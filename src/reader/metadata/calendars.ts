// Days of calendars other than the Gregorian one, as pages of Iran, Japan and Taiwan write them.
import { dayMoment, type Moment } from "./moment.ts";

/** Years before the first year of an era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 民国: 1911, 民國: 1911 };

/** The Gregorian year of a year of an era; `元` is its first. */
export function eraYear(era: string, year: string): number {
  return (ERAS[era] ?? Number.NaN) + (year === "元" ? 1 : Number(year));
}

const DAY_MILLISECONDS = 86_400_000;
/** 1 Farvardin 1400. */
const NOWRUZ_1400 = Date.UTC(2021, 2, 21);

/** Leap days from the beginning of the 33-year cycle scheme to the beginning of `year`; exact for 1343 to 1472 (1964 to 2093). */
const leapDays = (year: number): number => Math.floor((8 * year + 21) / 33);

/**
 * The Gregorian day of a date of the solar calendar of Iran, or null where there is none such.
 * Source: the arithmetic 33-year rule, which agrees with the astronomical calendar for all dates of the web.
 */
export function persianDay(year: number, month: number, day: number): Moment | null {
  if (year < 1343 || year > 1472 || month < 1 || month > 12 || day < 1 || day > (month <= 6 ? 31 : 30)) return null;
  const days = 365 * (year - 1400) + leapDays(year) - leapDays(1400) + (month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7)) + day - 1;
  const date = new Date(NOWRUZ_1400 + days * DAY_MILLISECONDS);
  return dayMoment(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
