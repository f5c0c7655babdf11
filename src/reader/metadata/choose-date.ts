// Which of a page's dates is its date of publication, in which zone, and which others speak against it.
import { dayNumber, instant, type Problem, type Published, problem } from "../../model/index.ts";
import type { DateCandidate } from "./candidates.ts";
import { dayOf, isLocal, type Moment } from "./moment.ts";

export interface ChosenDate {
  readonly published: Published | null;
  readonly modified: string | null;
  readonly problems: readonly Problem[];
}

/** Below this trust a date is more often some other date of the page than its own (docs/decisions/0021). */
const LEAST_TRUST = 30;

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

/** Chooses among the candidates of one text. Dates of modification are never taken for the publication. */
export function chooseDate(candidates: readonly DateCandidate[]): ChosenDate {
  const published = candidates.filter((c) => c.role === "published");
  const modified = candidates.filter((c) => c.role === "modified").sort((a, b) => b.trust - a.trust)[0];
  const top = published.reduce<DateCandidate | null>((best, c) => (best === null || c.trust > best.trust ? c : best), null);
  if (!top || top.trust < LEAST_TRUST) return { published: null, modified: modified?.moment.value ?? null, problems: [] };
  const best = bestWording(top, published);
  const day = dayNumber(dayOf(best.moment));
  const others = published.filter((c) => c.trust >= 70 && Math.abs(dayNumber(dayOf(c.moment)) - day) > 1);
  const values = [...new Set([best, ...others].map((c) => `${dayOf(c.moment)} (${c.source})`))];
  return {
    published: { value: best.moment.value, precision: best.moment.precision, source: best.source },
    modified: modified?.moment.value ?? null,
    problems: others.length > 0 ? [problem("date-conflict", { values: values.join(", "), chosen: best.moment.value })] : [],
  };
}
