// Which of a page's dates is its date of publication, in which zone, and which others speak against it.
import { dayNumber, instant, type Problem, type Published, problem } from "../../model/index.ts";
import type { DateCandidate } from "./candidates.ts";
import { dayOf, isLocal, type Moment, timedMoment } from "./moment.ts";

export interface ChosenDate {
  readonly published: Published | null;
  readonly modified: string | null;
  readonly problems: readonly Problem[];
}

/** Below this trust a date is more often some other date of the page than its own (docs/decisions/0021). */
const LEAST_TRUST = 24;

const sameInstant = (a: Moment, b: Moment): boolean =>
  a.precision !== "day" && b.precision !== "day" && Math.abs(instant(a.value) - instant(b.value)) < 90_000;

const PRECISION = { day: 0, minute: 1, second: 2 };

/** The best of all wordings of one moment: a local zone before UTC, then the finer one. */
function bestWording(chosen: DateCandidate, all: readonly DateCandidate[]): DateCandidate {
  let best = chosen;
  for (const other of all) {
    const same =
      best.moment.precision === "day"
        ? dayOf(other.moment) === dayOf(best.moment) && other.trust >= 45
        : sameInstant(other.moment, best.moment);
    if (!same) continue;
    const gain =
      Number(isLocal(other.moment)) - Number(isLocal(best.moment)) || PRECISION[other.moment.precision] - PRECISION[best.moment.precision];
    if (gain > 0) best = other;
  }
  return best;
}

const isUtc = (moment: Moment): boolean => moment.precision !== "day" && !isLocal(moment);

/**
 * The local wording of a moment given in UTC. A time without a zone beside the same date gives the zone, when the two differ by a
 * possible offset; else the day that the address or the page's own date line names stands, if the moment can fall on it somewhere.
 */
function inLocalTime(chosen: DateCandidate, all: readonly DateCandidate[]): DateCandidate {
  if (!isUtc(chosen.moment)) return chosen;
  const utc = instant(chosen.moment.value);
  let byDay: DateCandidate | null = null;
  for (const other of all) {
    if (other.moment.precision !== "day") continue;
    const local = dayNumber(dayOf(other.moment)) * 1440;
    if (other.clock !== undefined && other.trust >= 40) {
      const offset = local + other.clock - Math.floor(utc / 60_000);
      // Every zone in use is a multiple of 15 minutes between -12:00 and +14:00; a time that agrees with UTC itself says nothing.
      if (offset !== 0 && offset % 15 === 0 && offset >= -720 && offset <= 840) {
        const day = { value: dayOf(other.moment), precision: "day" } as const;
        const second = chosen.moment.precision === "second" ? new Date(utc).getUTCSeconds() : null;
        return { ...chosen, moment: timedMoment(day, Math.floor(other.clock / 60), other.clock % 60, second, offset) };
      }
    }
    const named = (other.source === "url" && other.trust >= 70) || (other.source !== "url" && other.trust >= (other.shown ? 45 : 60));
    const apart = local - Math.floor(utc / 60_000);
    if (
      named &&
      dayOf(other.moment) !== dayOf(chosen.moment) &&
      apart <= 840 &&
      apart >= -1440 - 720 &&
      (byDay === null || other.trust > byDay.trust)
    )
      byDay = other;
  }
  const agreed = all.some(
    (other) => !isUtc(other.moment) && other.source !== chosen.source && other.trust >= 60 && dayOf(other.moment) === dayOf(chosen.moment),
  );
  return byDay && !agreed ? byDay : chosen;
}

/** A date shown at the headline with this trust or more dates the edition of the text that the page holds (docs/decisions/0027). */
const SHOWN_TRUST = 65;

/** The candidate that wins: the most trusted, unless the page shows another day at its headline. */
function winner(published: readonly DateCandidate[]): DateCandidate | null {
  const most = (among: readonly DateCandidate[]): DateCandidate | null =>
    among.reduce<DateCandidate | null>((best, c) => (best === null || c.trust > best.trust ? c : best), null);
  const top = most(published);
  const shown = most(published.filter((c) => c.shown && c.source === "text" && c.trust >= SHOWN_TRUST));
  // An edition is no older than the first publication: an earlier day beside the headline belongs to another text.
  if (!top || !shown || dayOf(shown.moment) <= dayOf(top.moment) || shown.swapped === dayOf(top.moment)) return top;
  // A day apart may be a matter of zones, which inLocalTime settles.
  return isUtc(top.moment) && dayNumber(dayOf(shown.moment)) - dayNumber(dayOf(top.moment)) <= 1 ? top : shown;
}

/** Below this trust a date of the last change does not stand in for a date of publication either. */
const LEAST_MODIFIED_TRUST = 30;

/**
 * Chooses among the candidates of one text. A date of modification is taken only where nothing gives another; its source says so
 * (`modified:…`).
 */
export function chooseDate(candidates: readonly DateCandidate[]): ChosenDate {
  const published = candidates.filter((c) => c.role === "published");
  const modified = candidates.filter((c) => c.role === "modified").sort((a, b) => b.trust - a.trust)[0];
  const top = winner(published);
  if (!top || top.trust < LEAST_TRUST) {
    const { value, precision } = modified?.moment ?? { value: null, precision: "day" };
    const enough = value !== null && modified!.trust >= LEAST_MODIFIED_TRUST;
    return {
      published: enough ? { value, precision, source: `modified:${modified!.source}` } : null,
      modified: value,
      problems: [],
    };
  }
  const best = inLocalTime(bestWording(top, published), published);
  const day = dayNumber(dayOf(best.moment));
  const others = published.filter((c) => c.trust >= 70 && Math.abs(dayNumber(dayOf(c.moment)) - day) > 1);
  const values = [...new Set([best, ...others].map((c) => `${dayOf(c.moment)} (${c.source})`))];
  return {
    published: { value: best.moment.value, precision: best.moment.precision, source: best.source },
    modified: modified?.moment.value ?? null,
    problems: others.length > 0 ? [problem("date-conflict", { values: values.join(", "), chosen: best.moment.value })] : [],
  };
}
