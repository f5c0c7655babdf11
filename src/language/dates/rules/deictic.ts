// Rules for dates that are counted from the publication day or from the date spoken of last.
import { addDays, weekday } from "../../../model/index.ts";
import { calendarForm, dateFrom, daysOf, holidayDate, isoWeek, monthOf, pad, shift, unitValue, yearOf } from "../calendar.ts";
import type { Unit } from "../lexicon.ts";
import { type DateRule, holidayRule, type Moment, number, optionalNumber, type Reading, reference, type Step, string } from "../moment.ts";
import type { Bindings } from "../pattern.ts";

const date = (value: string, how: string, more: Partial<Reading> = {}): Reading => ({ type: "DATE", value, how, ...more });
const VAGUE: Partial<Reading> = { first: null, last: null };

/** Days before or after publication. */
const DAYS: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 };
const UNKNOWN: Partial<Record<Unit, string>> = { year: "XXXX", month: "XXXX-XX", week: "XXXX-WXX", quarter: "XXXX-QX", day: "XXXX-XX-XX" };
const BACK = /^(?:ago|earlier|before|previously|prior|back)$/;

/** The day that something is counted from, and how it was found. */
function anchor(moment: Moment, fromReference: boolean): { date: string; how: string; value: string } | null {
  const near = fromReference || moment.narrative ? reference(moment) : null;
  if (near !== null) return { date: near.date, how: near.value, value: near.value };
  return moment.now === null ? null : { date: moment.now, how: `publication ${moment.now}`, value: moment.now };
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(value);

/** The unit that lies `step.by` units from the anchor. */
function stepUnit(unit: Unit, step: Step, moment: Moment): Reading | null {
  if (/^(?:hour|minute|second)$/.test(unit)) return null;
  const base = anchor(moment, step.fromReference || (unit === "day" && step.by !== 0));
  if (base === null) return date(UNKNOWN[unit] ?? "XXXX", `${unit}; publication day unknown`, VAGUE);
  // A month spoken of has no day to count from.
  if (unit === "day" && !isDay(base.value)) return date(`${base.date.slice(0, 7)}-XX`, `day near ${base.how}`, VAGUE);
  return date(
    unitValue(shift(base.date, unit, step.by), unit),
    `${unit} ${step.by === 0 ? "of" : step.by < 0 ? "before" : "after"} ${base.how}`,
  );
}

/** “this fiscal year”: with `FY` where the month is known in which such years begin, by the rule for names in `fiscalByMonth`. */
function fiscalStep(bound: Bindings, moment: Moment): Reading | null {
  const step = bound.get("step") as Step;
  const start = moment.fiscalYearStart;
  if (start === null || moment.now === null || step.fromReference) return stepUnit("year", step, moment);
  const began = yearOf(moment.now) - (monthOf(moment.now) < start ? 1 : 0) + step.by;
  return date(`FY${pad(start >= 7 ? began + 1 : began, 4)}`, `fiscal year counted from publication ${moment.now}`);
}

/** “two weeks ago”, “a year earlier”, “ten days later”. */
function counted(unit: Unit, count: number | null, way: string, moment: Moment, ofQuarter = false): Reading | null {
  const back = BACK.test(way);
  const side = back ? "before" : "after";
  // Weeks and days are not counted from a year, nor months from a year: then from publication.
  const fine = unit === "day" || unit === "week" || unit === "fortnight" ? 10 : unit === "month" ? 7 : 4;
  const fromReference = way !== "ago" && way !== "back" && (moment.narrative || (reference(moment)?.value.length ?? 0) >= fine);
  const base = anchor(moment, fromReference);
  if (count === null || base === null) return date(back ? "PAST_REF" : "FUTURE_REF", `unknown number of ${unit}s ${side}`, VAGUE);
  if (/^(?:hour|minute|second)$/.test(unit)) return date(base.date, `${unit}s ${side} ${base.how}`);
  const by = back ? -count : count;
  const spoken = reference(moment);
  // In a report on a quarter, “a year ago” is the same quarter of another year; so is “the year-ago quarter” of any date spoken of.
  if (unit === "year" && spoken !== null && (/^\d{4}-Q[1-4]$/.test(spoken.value) || ofQuarter)) {
    return date(unitValue(shift(spoken.date, "year", by), "quarter"), `same quarter, ${count} year(s) ${side} ${spoken.value}`, {
      passing: !moment.narrative,
    });
  }
  if (unit === "day" && !isDay(base.value)) return date(`${base.date.slice(0, 7)}-XX`, `days near ${base.how}`, VAGUE);
  const moved = shift(base.date, unit, by);
  const precision: Unit =
    unit === "fortnight" || unit === "weekend" ? "week" : unit === "century" || (unit === "decade" && count === 1) ? "year" : unit;
  return date(
    precision === "week" && fromReference && isDay(base.value) ? moved : unitValue(moved, precision),
    `${count} ${unit}(s) ${side} ${base.how}`,
    { passing: unit === "year" && !moment.narrative },
  );
}

function ago(bound: Bindings, moment: Moment): Reading | null {
  // “two days before the vote” is a length of time; “two days before.” is a date.
  if (/^(?:before|after)$/.test(string(bound, "way")) && !/^[.,;:)”"]?$/.test(moment.after(0))) return null;
  if (string(bound, "way") === "before" && !bound.has("count")) return null;
  return counted(string(bound, "unit") as Unit, (bound.get("count") as number | null | undefined) ?? null, string(bound, "way"), moment);
}

const SUNDAY = 7;

/** Whether the words begin with “next”, not with “coming” or “the next”. */
const isNext = (moment: Moment): boolean => moment.before(0) === "next";

/** “last Friday”, “next March”, “this summer”. */
function named(bound: Bindings, moment: Moment): Reading | null {
  const step = bound.get("step") as Step;
  const base = anchor(moment, step.fromReference);
  if (base === null) return null;
  const how = `${step.by < 0 ? "last" : step.by > 0 ? "next" : "this"} such day, month or season from ${base.how}`;
  const on = optionalNumber(bound, "weekday");
  if (on !== null) {
    const ahead = (((on - weekday(base.date)) % 7) + 7) % 7;
    const back = step.by < 0 || (step.by === 0 && ahead !== 0 && moment.tense() === "past");
    // A later day of this week is called by its name alone, so “next” goes on to the week after. A Sunday ends one week and begins another.
    const skips = isNext(moment) && !step.fromReference && on !== SUNDAY && on > weekday(base.date);
    return date(addDays(base.date, back ? ahead - 7 : (step.by > 0 && ahead === 0) || skips ? ahead + 7 : ahead), how);
  }
  const month = optionalNumber(bound, "month");
  if (month !== null) return date(`${pad(yearOf(base.date) + yearStep(month - monthOf(base.date), step.by), 4)}-${pad(month)}`, how);
  const season = bound.get("season") as string | undefined;
  if (season !== undefined) {
    const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 3;
    const sameWinter = step.by === 0 && season === "WI" && monthOf(base.date) <= 2 ? -1 : 0;
    return date(`${pad(yearOf(base.date) + sameWinter + yearStep(first - monthOf(base.date), step.by), 4)}-${season}`, how);
  }
  const rule = holidayRule(bound, moment);
  if (rule === null) return null;
  const same = holidayDate(rule, yearOf(base.date));
  const found =
    same === null ? null : holidayDate(rule, yearOf(base.date) + yearStep(same < base.date ? -1 : same > base.date ? 1 : 0, step.by));
  return found === null ? null : date(found, how);
}

/** Years to go to the next or last month that lies `ahead` months ahead within the year. */
function yearStep(ahead: number, by: number): number {
  if (by < 0) return ahead < 0 ? 0 : -1;
  return by > 0 && ahead <= 0 ? 1 : 0;
}

function dayWord(bound: Bindings, moment: Moment): Reading | null {
  const word = string(bound, "word");
  const code = word === "tonight" ? "NI" : (bound.get("part") as string | undefined);
  const base = moment.now;
  const day = base === null ? "XXXX-XX-XX" : addDays(base, DAYS[word] ?? 0);
  const how = base === null ? "publication day unknown" : `counted from publication ${base}`;
  return {
    type: code === undefined ? "DATE" : "TIME",
    value: code === undefined ? day : `${day}T${code}`,
    how,
    passing: moment.narrative,
    ...(base === null ? VAGUE : {}),
  };
}

/** “this morning”, “last night”, “that evening”, “the next morning”. */
function partOfDay(bound: Bindings, moment: Moment): Reading | null {
  const step = bound.get("step") as Step;
  const base = anchor(moment, step.fromReference || step.by > 0);
  if (base === null) return null;
  const day = isDay(base.value) ? addDays(base.date, step.by) : `${base.date.slice(0, 7)}-XX`;
  return { type: "TIME", value: `${day}T${string(bound, "part")}`, how: `counted from ${base.how}` };
}

/** “the first week of April”, “the last day of the month”. */
function placed(bound: Bindings, moment: Moment): Reading | null {
  const unit = string(bound, "unit") as Unit;
  const whole = bound.get("date") as Reading;
  const days = daysOf(whole.value);
  const place = number(bound, "place");
  if (days === null || !/^(?:day|week|weekend|month|quarter)$/.test(unit)) return null;
  const day = place < 0 ? days.last : shift(days.first, unit, place - 1);
  // A week that the month only begins or ends counts as its first or last.
  return day > days.last
    ? null
    : date(
        unitValue(day, unit),
        `${place < 0 ? "last" : `${place}.`} ${unit} of ${whole.value}, ${moment.narrative ? "in a narrative" : whole.how}`,
      );
}

function weekOf(bound: Bindings, moment: Moment): Reading | null {
  const year = optionalNumber(bound, "year") ?? (moment.now === null ? null : yearOf(moment.now));
  const day = year === null ? null : dateFrom(year, number(bound, "month"), number(bound, "day"));
  return day === null ? null : date(isoWeek(day), `week that holds ${day}`);
}

/** “the quarter”, “the weekend”: the one spoken of, else the current one or, in the past tense, the last. */
function definite(bound: Bindings, moment: Moment): Reading | null {
  const unit = string(bound, "unit") as Unit;
  if (/^(?:of|'s|’s|-)$/.test(moment.after(0))) return null;
  const near = reference(moment);
  // “the year ended 31 March”: a length that the date behind it places.
  if (unit === "year" && /^end(?:ed|ing)$/.test(moment.after(0)))
    return { type: "DURATION", value: "P1Y", how: "length of time", ...VAGUE };
  if (near !== null && unit === "quarter" && /-Q\d$/.test(near.value)) return date(near.value, `quarter spoken of: ${near.value}`);
  const past = (unit === "weekend" || unit === "quarter") && moment.tense() === "past";
  return stepUnit(unit, past ? { by: -1, fromReference: false } : { by: 0, fromReference: moment.narrative }, moment);
}

function unitEnd(bound: Bindings, moment: Moment): Reading | null {
  const base = stepUnit(string(bound, "unit") as Unit, { by: 0, fromReference: moment.narrative }, moment);
  if (base === null) return null;
  const days = daysOf(base.value);
  return { ...base, mod: "END", ...(days === null ? {} : { first: calendarForm(base.value)?.first ?? null, last: days.last }) };
}

export const DEICTIC: readonly DateRule[] = [
  {
    id: "day-word",
    pattern: "<dayword:word> <part>?",
    examples: [
      ["yesterday", "2025-03-11"],
      ["tomorrow night", "2025-03-13TNI"],
    ],
    read: dayWord,
  },
  {
    id: "day-before-yesterday",
    pattern: "the day before yesterday",
    examples: [["the day before yesterday", "2025-03-10"]],
    read: (_, m) => (m.now === null ? null : date(addDays(m.now, -2), `counted from publication ${m.now}`)),
  },
  {
    id: "day-after-tomorrow",
    pattern: "the day after tomorrow",
    examples: [["the day after tomorrow", "2025-03-14"]],
    read: (_, m) => (m.now === null ? null : date(addDays(m.now, 2), `counted from publication ${m.now}`)),
  },
  {
    id: "step-unit",
    pattern: "<step> ( calendar|full )? <singular:unit>",
    examples: [
      ["last year", "2024"],
      ["next month", "2025-04"],
      ["this week", "2025-W11"],
    ],
    // “the last week of August” is a week of August.
    read: (b, m) =>
      m.after(0) === "of" &&
      (b.get("step") as Step).by < 0 &&
      /^(?:the|his|her|its|their|this|that|\d{4}|[a-z]+(?:ber|ary|ch|il|ay|ne|ly|st))$/.test(m.after(1))
        ? null
        : stepUnit(string(b, "unit") as Unit, b.get("step") as Step, m),
  },
  {
    id: "step-fiscal",
    pattern: "<step> fiscal|financial year",
    examples: [["this fiscal year", "2025"]],
    read: fiscalStep,
  },
  {
    id: "ago",
    pattern: "( <acount:count> <unit> | <units:unit> ) <way>",
    examples: [
      ["two weeks ago", "2025-W09"],
      ["ten days ago", "2025-03-02"],
      ["a decade ago", "2015"],
      ["several years ago", "PAST_REF"],
    ],
    read: ago,
  },
  {
    id: "year-ago",
    pattern: "( the comparable? )? year - ago|earlier ( <ordinal>? quarter | period | month ) | year - ago|earlier",
    examples: [["the year-earlier period", "2024"]],
    read: (b, m) => counted("year", 1, "earlier", m, string(b, "name") === "quarter"),
  },
  {
    id: "unit-of",
    pattern: "the <place> <singular:unit> of <date>",
    examples: [
      ["the first week of April", "2025-W14"],
      ["the last day of March", "2025-03-31"],
    ],
    read: placed,
  },
  {
    id: "day-beside",
    pattern: "the day before|after",
    examples: [],
    read: (b, m) =>
      /^[.,;:)]?$/.test(m.after(0)) ? stepUnit("day", { by: string(b, "name") === "before" ? -1 : 1, fromReference: true }, m) : null,
  },
  {
    id: "named",
    pattern: "<step> ( <weekday> | <month> | <season> | <holiday> )",
    examples: [
      ["last Friday", "2025-03-07"],
      ["next Friday", "2025-03-21"],
      ["next Monday", "2025-03-17"],
      ["the coming Friday", "2025-03-14"],
      ["last November", "2024-11"],
      ["this summer", "2025-SU"],
    ],
    read: named,
  },
  {
    id: "named-part",
    pattern: "<step> <part>",
    examples: [
      ["this morning", "2025-03-12TMO"],
      ["last night", "2025-03-11TNI"],
    ],
    read: partOfDay,
  },
  { id: "week-of", pattern: "the week of <month> <day> ( ,? <year> )?", examples: [["the week of March 3", "2025-W10"]], read: weekOf },
  {
    id: "the-day",
    pattern: "the day",
    examples: [["later in the day", "2025-03-12"]],
    read: (_, m) =>
      /^(?:in|end|ended|ending|finish|finished|finishing|for|during|through)$/.test(m.before(1)) &&
      !/^(?:of|before|after|that|when|to|he|she|they|-)$/.test(m.after(0))
        ? stepUnit("day", { by: 0, fromReference: true }, m)
        : null,
  },
  { id: "definite-unit", pattern: "( the|its fiscal|full? <longunit:unit> )", examples: [["in the quarter", "2024-Q4"]], read: definite },
  { id: "unit-end", pattern: "<longunit:unit> ( - | 's | ’s )? end", examples: [["year-end", "2025"]], read: unitEnd },
];
