// Changes: one holder, one measure, another value than before; told over time or in one text.
import type { PartialDate } from "../../model/index.ts";
import type { Change, StoredClaim } from "../types.ts";
import { type Figure, figuresOf, holderOf } from "./figures.ts";
import { measureOf, measures, nearness, sameValue } from "./measures.ts";
import { cite, type Desk, deskOf, type View } from "./view.ts";

/** A value of one holder with its reports, in the order of publication. */
interface Step {
  readonly figures: Figure[];
}

/** The values of one holder's figures, first reported first. A value given as past counts as reported just before the text that gives it so. */
function steps(figures: readonly Figure[], desk: Desk): readonly Step[] {
  const ordered = [...figures].sort(
    (a, b) => desk.order(a.document) - desk.order(b.document) || Number(b.former) - Number(a.former) || start(a) - start(b),
  );
  const found: Step[] = [];
  for (const f of ordered) {
    const same = found.find(({ figures: [first] }) => sameValue(first!, f));
    if (same) same.figures.push(f);
    else found.push({ figures: [f] });
  }
  return found;
}

const start = (f: Figure): number => f.claim.evidence[0]!.start;

/** Reports of the value as the present one. */
const present = (step: Step): readonly Figure[] => step.figures.filter(({ former }) => !former);

/** Whether a value was still reported as the present one after the next had come: then the sources disagree, and nothing has surely moved. */
function overlaps(before: Step, after: Step, desk: Desk): boolean {
  const first = Math.min(...present(after).map(({ document }) => desk.order(document)));
  return lastTold(before, desk) > first;
}

/** Day of publication of the first text with the new value. */
function dayOf(step: Step, desk: Desk): PartialDate | null {
  return desk.facts(present(step)[0]!.document).published?.slice(0, 10) ?? null;
}

/** Position of the last text that gives the value as the present one; a value only told as past was there before all texts. */
const lastTold = (step: Step, desk: Desk): number => Math.max(-1, ...present(step).map(({ document }) => desk.order(document)));

/** Sides move by less than this factor; further apart are two quantities that share their words, unless one sentence tells of the move. */
const MOST_MOVED = 3;

function oneQuantity(before: Step, after: Step): boolean {
  const [x, y] = [before.figures[0]!.claim.value, after.figures[0]!.claim.value].map(Math.abs) as [number, number];
  if (Math.max(x, y) <= MOST_MOVED * Math.min(x, y)) return true;
  return before.figures.some((a) => a.former && after.figures.some((b) => nearness(a, b) === 3));
}

function changesOf(figures: readonly Figure[], set: readonly Figure[], desk: Desk): readonly Change[] {
  const all = steps(figures, desk);
  const found: Change[] = [];
  for (let i = 1; i < all.length; i++) {
    const after = all[i]!;
    // Where the values before are in dispute, the one told last is the one moved from.
    const before = all.slice(0, i).reduce((a, b) => (lastTold(b, desk) >= lastTold(a, desk) ? b : a));
    if (present(after).length === 0 || overlaps(before, after, desk) || !oneQuantity(before, after)) continue;
    const measure = measureOf([...before.figures, ...after.figures], set);
    const stored: readonly StoredClaim[] = [...before.figures, ...after.figures].map((f) => f.stored);
    found.push({
      holder: holderOf([...after.figures, ...before.figures]),
      issue: measure.issue,
      measure,
      from: before.figures[0]!.claim.value,
      to: after.figures[0]!.claim.value,
      date: dayOf(after, desk),
      citations: cite(stored),
    });
  }
  return found;
}

/** Facts of different years differ without anybody having moved; what a side asks, offers or plans moves when it gives another value. */
const MOVING = new Set(["ask", "plan"]);

/** Moves of what a side asks, offers or plans, by day; without a day last. With states in the scope, moves of these. */
export function changes(view: View): readonly Change[] {
  const desk = deskOf(view);
  const inScope = (holder: string) => view.states.length === 0 || view.states.includes(holder);
  const found = measures(figuresOf(view)).flatMap((set) => {
    const byHolder = new Map<string, Figure[]>();
    for (const f of set) {
      if (!MOVING.has(f.part) || !inScope(f.holder!)) continue;
      const key = `${f.holder} ${f.part}`;
      const list = byHolder.get(key);
      if (list) list.push(f);
      else byHolder.set(key, [f]);
    }
    return [...byHolder.values()].flatMap((list) => changesOf(list, set, desk));
  });
  const key = (change: Change) =>
    `${change.date ?? "9999"}|${change.issue}|${change.holder.id}|${change.measure.quantity}|${change.from}|${change.to}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
