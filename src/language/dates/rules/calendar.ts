// Rules for dates that name a place in the calendar: days, months, years, quarters, decades, fiscal years.
import { addDays, weekday } from "../../../model/index.ts";
import { dateFrom, holidayDate, isoWeek, monthOf, pad, yearOf } from "../calendar.ts";
import { type DateRule, fillYear, holidayRule, type Moment, number, optionalNumber, type Reading, reference, string } from "../moment.ts";
import type { Bindings } from "../pattern.ts";

const date = (value: string, how: string, more: Partial<Reading> = {}): Reading => ({ type: "DATE", value, how, ...more });
const WRITTEN = "written in full";

/** A year that the words give: in digits, or as “last year”, “that year”. */
function yearBound(bound: Bindings, moment: Moment): { year: number; how: string } | null {
  const year = optionalNumber(bound, "year");
  if (year !== null) return { year, how: WRITTEN };
  const relative = bound.get("relyear") as string | undefined;
  if (relative === undefined) return null;
  const base = relative === "ref" ? reference(moment)?.date : moment.now;
  if (base === null || base === undefined) return null;
  const step = relative === "last" ? -1 : relative === "next" ? 1 : 0;
  return { year: yearOf(base) + step, how: `year counted from ${base}` };
}

function monthDay(bound: Bindings, moment: Moment): Reading | null {
  const month = number(bound, "month");
  const day = number(bound, "day");
  const on = optionalNumber(bound, "weekday");
  const given = yearBound(bound, moment);
  const found = given ?? fillYear(moment, month, day, on);
  const second = optionalNumber(bound, "day2");
  if (found === null)
    return dateFrom(2024, month, day) === null
      ? null
      : date(`XXXX-${pad(month)}-${pad(day)}`, "year unknown: no publication day", { first: null, last: null });
  const first = dateFrom(found.year, month, day);
  if (first === null) return null;
  const explicit = given !== null;
  if (second === null) return date(first, found.how, { explicit });
  const last = dateFrom(found.year, month, second);
  if (last === null || second <= day || (optionalNumber(bound, "year") === null && moment.nounFollows())) return null;
  return date(first, found.how, { first, last, explicit });
}

function monthOnly(bound: Bindings, moment: Moment): Reading | null {
  const month = number(bound, "month");
  const given = yearBound(bound, moment);
  const found = given ?? fillYear(moment, month, null, null);
  if (found === null) return date(`XXXX-${pad(month)}`, "year unknown: no publication day");
  return date(`${pad(found.year, 4)}-${pad(month)}`, found.how, { explicit: given !== null });
}

/** Bare “May”, “March”, “Sun”: also other words. Taken as a date only where the words around it are those of dates. */
function bareMonth(bound: Bindings, moment: Moment): Reading | null {
  const before = moment.before(1);
  const dated =
    /^(?:in|since|until|till|by|last|next|this|of|early|late|mid|from|through|to|for|between|and|during|before|after|,|-|–|\(|over|around|every|each|previous|following|or|is|was|starting|beginning|ending|ended|mid-|throughout|as)$/.test(
      before,
    );
  const word = string(bound, "name");
  if (word.length === 3 && word !== "may") return null;
  if (/^(?:may|march|august|april)$/.test(word) && !dated) return null;
  return monthOnly(bound, moment);
}

function bareYear(bound: Bindings, moment: Moment): Reading | null {
  const year = number(bound, "year");
  const before = moment.before(1);
  if (
    /^(?:[$€£¥₹#]|us\$|rs\.?|no\.|flight|room|section|article|resolution|x|×|nearly|about|some|over|than|least|most|almost|approximately)$/.test(
      before,
    )
  )
    return null;
  if (
    /^(?:%|percent|per|gmt|people|troops|soldiers|men|women|votes|miles|km|kilometers|kilometres|meters|metres|feet|tons|tonnes|dollars|euros|euro|jobs|members|points|hours|mw|rpm|words|years|days)$/.test(
      moment.after(0),
    )
  )
    return null;
  const preposed =
    /^(?:in|since|until|till|by|from|of|before|after|during|between|to|through|and|as|early|late|mid|around|the|for|fiscal|year|or|circa|c\.|ca\.|,|-|–|—|\(|;|:)$/.test(
      before,
    );
  if (!preposed && moment.nounFollows() && (year < 1900 || year > 2050)) return null;
  // A bare number of a far past or future needs a word of time before it.
  if ((year < 1500 || year > 2100) && !/^(?:in|since|until|by|from|of|year)$/.test(before)) return null;
  return date(pad(year, 4), WRITTEN, { explicit: true });
}

/** “2013-14”: the second year in its last two digits. */
function yearRange(bound: Bindings, moment: Moment): Reading | null {
  const year = number(bound, "year");
  const end = Math.floor(year / 100) * 100 + number(bound, "end");
  if (number(bound, "end") > 99 || end <= year || end - year > 30 || moment.before(0).length !== 2) return null;
  return date(pad(year, 4), WRITTEN, { first: pad(year, 4), last: pad(end, 4), explicit: true });
}

function weekdayOf(bound: Bindings, moment: Moment): Reading | null {
  const on = number(bound, "weekday");
  const definite = moment.before(1) === "the" || moment.before(1) === "that";
  const near = reference(moment);
  if (near !== null && near.value.length === 10 && (definite || moment.narrative)) {
    const offset = (((on - weekday(near.date)) % 7) + 7) % 7;
    const after = addDays(near.date, offset);
    return date(offset <= 3 || after <= near.last || moment.narrative ? after : addDays(after, -7), `weekday nearest to ${near.value}`);
  }
  const { now } = moment;
  // “on Thursday, April 4 … on Friday”: the days of an event to come hang together.
  if (
    near !== null &&
    now !== null &&
    near.value.length === 10 &&
    moment.sentence - near.sentence <= 1 &&
    near.date > addDays(now, 7) &&
    moment.tense() !== "past" &&
    moment.before(1) !== "earlier"
  ) {
    return date(addDays(near.date, (((on - weekday(near.date)) % 7) + 7) % 7), `weekday on or after ${near.value}`);
  }
  if (now === null) return date(`XXXX-WXX-${on}`, "weekday; publication day unknown", { first: null, last: null });
  const ahead = (((on - weekday(now)) % 7) + 7) % 7;
  if (ahead === 0) return date(now, `weekday of publication ${now}`);
  // “until Friday”, “by Friday” look ahead whatever the verb: “talks were put off until Friday”.
  const tense = moment.tense();
  const limit = /^(?:until|till|by)$/.test(moment.before(1)) || /^(?:until|till)$/.test(moment.before(4));
  const future = limit || tense === "future" || tense === "conditional";
  return date(addDays(now, future ? ahead : ahead - 7), `weekday ${future ? "after" : "before"} publication ${now}`);
}

function seasonOf(bound: Bindings, moment: Moment): Reading | null {
  const season = string(bound, "season");
  const given = yearBound(bound, moment);
  if (given !== null) return date(`${pad(given.year, 4)}-${season}`, given.how, { explicit: optionalNumber(bound, "year") !== null });
  const name = string(bound, "name");
  // “the fall of the city”, “spring to mind”: these two are more often other words.
  const preposed = /^(?:in|by|since|until|early|late|mid|-|during|last|next|this|through)$/.test(moment.before(1));
  if (/^(?:fall|spring)$/.test(name) && (!preposed || moment.after(0) === "of")) return null;
  const month = { SP: 4, SU: 7, FA: 10, WI: 1 }[season] ?? 1;
  const found = fillYear(moment, month, null, null);
  if (found === null) return date(`XXXX-${season}`, "year unknown: no publication day");
  // A winter has the name of the year in which it begins.
  return date(`${pad(season === "WI" ? found.year - 1 : found.year, 4)}-${season}`, found.how);
}

function quarterOf(bound: Bindings, moment: Moment): Reading | null {
  const quarter = number(bound, "quarter");
  if (quarter < 1 || quarter > 4) return null;
  const given = yearBound(bound, moment);
  if (given !== null) return date(`${pad(given.year, 4)}-Q${quarter}`, given.how, { explicit: optionalNumber(bound, "year") !== null });
  const base = moment.narrative ? reference(moment)?.date : moment.now;
  if (base === null || base === undefined) return date(`XXXX-Q${quarter}`, "year unknown: no publication day");
  const current = Math.ceil(monthOf(base) / 3);
  // A quarter is spoken of for about half a year before it and a year after.
  const year =
    yearOf(base) + (quarter > current && moment.tense() !== "future" ? -1 : quarter < current - 1 && moment.tense() === "future" ? 1 : 0);
  return date(`${pad(year, 4)}-Q${quarter}`, `quarter nearest to ${base}`);
}

function halfOf(bound: Bindings, moment: Moment): Reading | null {
  const half = number(bound, "half");
  const given = yearBound(bound, moment);
  const base = given?.year ?? (moment.now === null ? null : yearOf(moment.now));
  return half < 1 || half > 2 || base === null
    ? null
    : date(`${pad(base, 4)}-H${half}`, given?.how ?? `half of the year of publication ${moment.now}`, { explicit: given !== null });
}

function fiscal(year: number): Reading {
  return date(`FY${pad(year, 4)}`, "fiscal year as named", { explicit: true });
}

/** A fiscal year by its first or last month: it has the name of the year in which it begins when it begins in April or later and ends by March, else of the year in which it ends. */
function fiscalByMonth(bound: Bindings, moment: Moment, ends: boolean): Reading | null {
  const month = number(bound, "month");
  const found = yearBound(bound, moment) ?? fillYear(moment, month, optionalNumber(bound, "day"), null);
  if (found === null) return null;
  if (ends) return fiscal(month <= 3 ? found.year - 1 : found.year);
  return fiscal(month >= 7 ? found.year + 1 : found.year);
}

function slashed(bound: Bindings, moment: Moment): Reading | null {
  const [a, b, year] = bound.get("slash") as readonly [number, number, number];
  const [month, day] = moment.dayFirst ? [b, a] : [a, b];
  const found = dateFrom(year, month, day) ?? dateFrom(year, day, month);
  return found === null ? null : date(found, `${moment.dayFirst ? "day" : "month"} first`, { explicit: true });
}

function holiday(bound: Bindings, moment: Moment): Reading | null {
  const rule = holidayRule(bound, moment);
  if (rule === null) return null;
  const given = yearBound(bound, moment);
  const now = moment.now;
  const base = given?.year ?? (moment.narrative ? yearOf(reference(moment)?.date ?? now ?? "") : now === null ? Number.NaN : yearOf(now));
  if (Number.isNaN(base)) return null;
  let found = holidayDate(rule, base);
  if (found === null) return null;
  if (given === null && !moment.narrative && now !== null) {
    const tense = moment.tense();
    if (tense === "past" && found > now) found = holidayDate(rule, base - 1);
    else if (tense === "future" && found < now) found = holidayDate(rule, base + 1);
  }
  return found === null
    ? null
    : date(found, given === null ? `holiday nearest to publication ${now}` : given.how, { explicit: given !== null });
}

function decade(bound: Bindings, moment: Moment): Reading | null {
  const first = number(bound, "decade");
  if (string(bound, "name").match(/^[a-z]/) && !/^(?:the|early|late|mid|-)$/.test(moment.before(1)) && moment.from === moment.to - 1)
    return null;
  return date(pad(Math.floor(first / 10), 3), WRITTEN, { explicit: true });
}

/** “on the 5th”: of the month spoken of. */
function dayAlone(bound: Bindings, moment: Moment): Reading | null {
  const spoken = reference(moment);
  const isDay = /^\d{1,2}(?:st|nd|rd|th)$/.test(string(bound, "name")) && /^(?:on|from|until|till|by|since)$/.test(moment.before(1));
  if (!isDay || spoken === null || spoken.value.length < 7 || moment.nounFollows() || moment.after(0) === "of") return null;
  const day = dateFrom(yearOf(spoken.date), monthOf(spoken.date), number(bound, "day"));
  return day === null ? null : date(day, `day of ${spoken.date.slice(0, 7)}`);
}

const BC = "(bc|b.c.|bce|b.c)";
const YEAR_OF = "( ,|of? <year> | of? <relyear> )?";

export const CALENDAR: readonly DateRule[] = [
  {
    id: "iso",
    pattern: "<iso>",
    examples: [["2025-02-07", "2025-02-07"]],
    read: (b) =>
      date(string(b, "iso").slice(0, 16), WRITTEN, { explicit: true, ...(string(b, "iso").length > 10 ? { type: "TIME" } : {}) }),
  },
  { id: "slash", pattern: "<slash>", examples: [["03/11/2025", "2025-03-11"]], read: slashed },
  {
    id: "month-day",
    pattern: `( <weekday> ,? )? <month> the? <day> ${YEAR_OF}`,
    examples: [
      ["Friday, Feb. 7, 2025", "2025-02-07"],
      ["February 7th", "2025-02-07"],
    ],
    read: monthDay,
  },
  {
    id: "day-month",
    pattern: `( <weekday> ,? )? ( the? <day> of <month> | <day> <month> | the <day> <month> ) ${YEAR_OF}`,
    examples: [
      ["7 February 2025", "2025-02-07"],
      ["the 7th of February", "2025-02-07"],
    ],
    read: monthDay,
  },
  { id: "day-alone", pattern: "the <day>", examples: [], read: dayAlone },
  {
    id: "month-days",
    pattern: `<month> <day> -|–|—|to|and|through|until <day:day2> ${YEAR_OF}`,
    examples: [
      ["April 4 and 5", "2025-04-04"],
      ["May 4-6, 2024", "2024-05-04"],
    ],
    read: monthDay,
  },
  {
    id: "days-month",
    pattern: `<day> -|–|—|to|and|until <day:day2> of? <month> ${YEAR_OF}`,
    examples: [["4 to 6 May 2024", "2024-05-04"]],
    read: monthDay,
  },
  {
    id: "month-year",
    pattern: "<month> ( ,|of|in? <year> | of? <relyear> )",
    examples: [
      ["February 2025", "2025-02"],
      ["June last year", "2024-06"],
    ],
    read: monthOnly,
  },
  { id: "month", pattern: "<month>", examples: [["in January", "2025-01"]], read: bareMonth },
  {
    id: "year-bc",
    pattern: `( ca.|c.|circa )? ( the year )? <anyyear> ${BC}`,
    examples: [["490 BC", "BC0490"]],
    read: (b) => date(`BC${pad(number(b, "anyyear"), 4)}`, WRITTEN, { explicit: true }),
  },
  { id: "year", pattern: "<year>", examples: [["in 1990", "1990"]], read: bareYear },
  {
    id: "the-year",
    pattern: "( the year | calendar ) <year>",
    examples: [["the year 2030", "2030"]],
    read: (b) => date(pad(number(b, "year"), 4), WRITTEN, { explicit: true }),
  },
  {
    id: "year-period",
    pattern: "the <year> period|season",
    examples: [["the 1988 period", "1988"]],
    read: (b) => date(pad(number(b, "year"), 4), WRITTEN, { explicit: true }),
  },
  { id: "weekday", pattern: "<weekday>", examples: [["on Monday", "2025-03-10"]], read: weekdayOf },
  {
    id: "year-range",
    pattern: "<year> -|–|/ <anyyear:end>",
    examples: [["in 2013-14", "2013"]],
    read: yearRange,
  },
  {
    id: "weekday-of-week",
    pattern: "<weekday> of? <relweek>",
    examples: [["Tuesday of next week", "2025-03-18"]],
    read: (b, m) =>
      m.now === null
        ? null
        : date(
            addDays(m.now, number(b, "weekday") - weekday(m.now) + 7 * number(b, "relweek")),
            `weekday of a week counted from publication ${m.now}`,
          ),
  },
  {
    id: "season-year",
    pattern: "the? <season> ,|of? ( <year> | <relyear> )",
    examples: [
      ["the spring of 2024", "2024-SP"],
      ["summer 2024", "2024-SU"],
    ],
    read: seasonOf,
  },
  {
    id: "season-bc",
    pattern: `the? <season> of? <anyyear> ${BC}`,
    examples: [["the autumn of 331 BC", "BC0331-FA"]],
    read: (b) => date(`BC${pad(number(b, "anyyear"), 4)}-${string(b, "season")}`, WRITTEN, { explicit: true }),
  },
  { id: "season", pattern: "the? <season>", examples: [["in the summer", "2024-SU"]], read: seasonOf },
  {
    id: "quarter",
    pattern:
      "( the? fiscal? <ordinal:quarter> quarter | fiscal? <ordinal:quarter> - quarter | the? <quarter> ) ( ( of|in|, )? ( fiscal? <year> | <relyear> ) )?",
    examples: [
      ["the third quarter", "2024-Q3"],
      ["Q2 2024", "2024-Q2"],
    ],
    read: quarterOf,
  },
  {
    id: "year-quarter",
    pattern: "( the <year> | <year> | <relyear> 's|’s ) fiscal? ( <ordinal:quarter> -? quarter | <quarter> )",
    examples: [["the 1988 third quarter", "1988-Q3"]],
    read: quarterOf,
  },
  {
    id: "half",
    pattern: "( the <ordhalf:half> -? half of ( <year> | <relyear> | the year ) | <half> <year>? )",
    examples: [["the second half of 2024", "2024-H2"]],
    read: halfOf,
  },
  { id: "decade", pattern: "the? <decade>", examples: [["the 1990s", "199"]], read: decade },
  {
    id: "century",
    pattern: "the? <ordinal> -? century",
    examples: [["the 20th century", "19"]],
    read: (b) => (number(b, "ordinal") > 30 ? null : date(pad(number(b, "ordinal") - 1), WRITTEN, { explicit: true })),
  },
  {
    id: "century-bc",
    pattern: `the? <ordinal> -? century ${BC}`,
    examples: [["the 3rd century BC", "BC02"]],
    read: (b) => date(`BC${pad(number(b, "ordinal") - 1)}`, WRITTEN, { explicit: true }),
  },
  {
    id: "fiscal",
    pattern: "( the? fiscal|financial year? <year> | <fiscal> )",
    examples: [
      ["fiscal 2027", "FY2027"],
      ["FY2027", "FY2027"],
      ["the fiscal year 2027", "FY2027"],
    ],
    read: (b) => fiscal(optionalNumber(b, "fiscal") ?? number(b, "year")),
  },
  {
    id: "fiscal-start",
    pattern: `the fiscal|financial year ( that|which )? starting|starts|started|beginning|begins|began in|on? <month> <day>? ${YEAR_OF}`,
    examples: [["the fiscal year that starts in April 2027", "FY2027"]],
    read: (b, m) => fiscalByMonth(b, m, false),
  },
  {
    id: "fiscal-end",
    pattern: `the fiscal|financial year ( that|which )? ending|ends|ended in|on? <month> <day>? ${YEAR_OF}`,
    examples: [["the fiscal year ending March 2028", "FY2027"]],
    read: (b, m) => fiscalByMonth(b, m, true),
  },
  { id: "holiday", pattern: "<holiday> ( ,|of? <year> | ,|of? <relyear> )?", examples: [["Christmas Day", "2024-12-25"]], read: holiday },
];

export { isoWeek };
