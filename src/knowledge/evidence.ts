// How old the newest evidence for an office is: offices change hands unseen where nothing is read about them.
import { addDays, type OfficeRole } from "../model/index.ts";
import type { Base } from "./base.ts";
import type { TermRow } from "./tables.ts";
import type { OfficeEvidence } from "./types.ts";

/** Evidence older than this, in days before the day asked for, is stale: 12 months. In a year 105 to 144 heads of state and government change (factbook, 2021-2025). */
const STALE_DAYS = 365;

/** The newest day by `on` on which a source shows who holds an office of a state or organisation; null where no source ever did by then. */
export function newestEvidence(base: Base, state: string, role: OfficeRole, on: string): OfficeEvidence | null {
  let best: { readonly day: string; readonly source: string } | null = null;
  const roles: readonly OfficeRole[] = role === "head-of-state" ? [role, "monarch"] : [role];
  const rows = roles.flatMap((r) => base.terms.ofOffice(state, r));
  for (const row of rows) {
    const day = shownBy(row, on);
    if (day !== null && (best === null || day > best.day)) best = { day, source: row.source };
  }
  const read = roles
    .flatMap((r) => base.attested.get(`${state}.${r}`) ?? [])
    .filter((day) => day <= on)
    .sort()
    .at(-1);
  if (read !== undefined && (best === null || read > best.day)) best = { day: read, source: "the texts read" };
  return best && { ...best, stale: best.day < addDays(on, -STALE_DAYS) };
}

/** The newest day by `on` on which a row's source shows the holder. The user's open rows are kept by a person and count as of any day. */
function shownBy(row: TermRow, on: string): string | null {
  if (!row.verified || (row.from !== null && row.from > on)) return null;
  if (row.source === "user" && row.to === null) return on;
  const last = row.to !== null && !row.roughEnd ? row.to : (row.seen ?? row.from);
  return last !== null && last > on ? on : last;
}
