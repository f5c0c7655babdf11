// Gaps: what one side asks and what the other plans, offers or has, on one measure, and the difference between the two.
import type { FigureClaim } from "../../model/index.ts";
import type { Gap, GapSide } from "../types.ts";
import { difference } from "./decimal.ts";
import { type Figure, figuresOf, holderOf, isProposal } from "./figures.ts";
import { latest, likeness, measureOf, measures, nearness, opposed } from "./measures.ts";
import { sideOf } from "./side.ts";
import { type Desk, deskOf, sourceCount, type View } from "./view.ts";

/** The part a figure plays here, in the words of the roles; the role of a claim may say only “actual” of “the asking price of 5”. */
function roleOf({ part, claim }: Figure): FigureClaim["role"] {
  if (claim.role !== "actual" && claim.role !== "estimate") return claim.role;
  return part === "ask" ? "demand" : part === "plan" ? "offer" : claim.role;
}

function gapSide(figures: readonly Figure[], unit: string): GapSide {
  const first = figures.find(({ claim }) => claim.role !== "actual") ?? figures[0]!;
  return { holder: holderOf(figures), value: first.claim.value, unit, role: roleOf(first), claims: figures.map(({ stored }) => stored) };
}

function gapOf(a: readonly Figure[], b: readonly Figure[], kind: Gap["kind"], set?: readonly Figure[]): Gap | null {
  const amount = difference(a[0]!.claim.value, b[0]!.claim.value);
  if (amount === 0) return null;
  const measure = measureOf([...a, ...b], set);
  return { issue: measure.issue, measure, a: gapSide(a, measure.unit), b: gapSide(b, measure.unit), difference: amount, kind };
}

/**
 * The newest figures of two holders within one measure. A firm plan, offer or target stands against the other's demand;
 * an option only where there is no firm figure; a counter-demand, or the present state if it is surely the quantity asked about, only where there is neither.
 */
function between(figures: readonly Figure[], planner: string, asker: string, desk: Desk): Gap | null {
  const of = (holder: string, part: Figure["part"]) =>
    latest(
      figures.filter((f) => f.holder === holder && f.part === part),
      desk,
    );
  const demanded = of(asker, "ask");
  const asked = demanded.length > 0 ? demanded : of(asker, "plan").filter(isProposal);
  if (asked.length === 0) return null;
  const matches = (list: readonly Figure[]) =>
    list.length > 0 && figures.some((f) => f.holder === asker && list.some((g) => opposed(f, g)));
  const planned = of(planner, "plan");
  // Two proposals make one gap.
  if (demanded.length === 0 && (planned.length === 0 || (planned.every(isProposal) && planner > asker))) return null;
  if (matches(planned)) return gapOf(planned, asked, "gap", figures);
  const option = of(planner, "option");
  if (planned.length === 0 && matches(option)) return gapOf(option, asked, "option", figures);
  if (planned.length + option.length > 0) return null;
  const counter = of(planner, "ask");
  if (matches(counter)) return planner < asker ? gapOf(counter, asked, "gap", figures) : null;
  const fact = of(planner, "fact").filter(
    (f) => f.claim.whose !== null && asked.some((g) => g.claim.whose !== null && g.whose === f.whose),
  );
  return counter.length === 0 && matches(fact) ? gapOf(fact, asked, "gap", figures) : null;
}

/** Words by which a sentence sets one figure against another. */
const COMPARES =
  /\b(below|above|short of|less than|more than|lower than|higher than|exceeds?|compared (?:with|to)|against|versus|than the|well under|remains? under|double|half of|falls? short)\b/i;

/** Whether one sentence has both figures with a word of comparing between them. */
function setAgainst(a: Figure, b: Figure): boolean {
  return [a, b].some(({ claim }) => {
    const { quote } = claim.evidence[0]!;
    const [x, y] = [quote.indexOf(a.claim.text), quote.lastIndexOf(b.claim.text)];
    if (a.claim.text === "" || b.claim.text === "" || x < 0 || y < 0) return false;
    return COMPARES.test(x < y ? quote.slice(x + a.claim.text.length, y) : quote.slice(y + b.claim.text.length, x));
  });
}

/** A demand enters a comparison only when it is made of somebody else than the two: between the two it makes a gap. */
const askedOfOthers = (a: Figure, b: Figure): boolean => a.part !== "ask" || (a.whose !== a.holder && a.whose !== b.holder);

/** Two figures that concern different holders' quantities and that one sentence compares. */
function compared(a: Figure, b: Figure): boolean {
  return (
    a.unit === b.unit &&
    a.whose !== null &&
    b.whose !== null &&
    a.whose !== b.whose &&
    !(a.part === "fact" && b.part === "fact") &&
    askedOfOthers(a, b) &&
    askedOfOthers(b, a) &&
    !a.former &&
    !b.former &&
    nearness(a, b) === 3 &&
    likeness(a, b) >= 3 &&
    setAgainst(a, b)
  );
}

function comparisons(claims: readonly Figure[]): readonly Gap[] {
  const found: Gap[] = [];
  for (let i = 0; i < claims.length; i++) {
    for (let j = i + 1; j < claims.length && claims[j]!.document === claims[i]!.document; j++) {
      const [a, b] = [claims[i]!, claims[j]!];
      if (!compared(a, b) || a.actor === null || b.actor === null) continue;
      // The side whose own plan it is comes first; the one that asks it of others second.
      const [own, other] = a.part === "ask" ? [b, a] : [a, b];
      const gap = gapOf([own], [other], "comparison");
      if (gap) found.push(gap);
    }
  }
  return found;
}

const isMoney = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

/** Independent sources behind a gap. */
const support = (gap: Gap, desk: Desk): number => sourceCount([...gap.a.claims, ...gap.b.claims], desk);

/** A text may give one amount in two currencies. Of two gaps between the same sides in different currencies the better supported one stays, then the later. */
function withoutConversions(all: readonly Gap[], desk: Desk): readonly Gap[] {
  const last = (gap: Gap) => Math.max(...[...gap.a.claims, ...gap.b.claims].map(({ document }) => desk.order(document)));
  const pair = (gap: Gap) => [gap.issue, gap.kind, sideOf(gap.a.holder), sideOf(gap.b.holder)].join(" ");
  const better = (a: Gap, b: Gap) => support(a, desk) - support(b, desk) || last(a) - last(b) || (a.measure.unit < b.measure.unit ? 1 : -1);
  return all.filter(
    (gap) =>
      !all.some(
        (other) =>
          isMoney(gap.measure.unit) &&
          isMoney(other.measure.unit) &&
          other.measure.unit !== gap.measure.unit &&
          pair(other) === pair(gap) &&
          better(other, gap) > 0,
      ),
  );
}

const valuesOf = (gap: Gap): string =>
  [gap.kind, gap.measure.unit, sideOf(gap.a.holder), gap.a.value, sideOf(gap.b.holder), gap.b.value].join(" ");

const isNamed = (gap: Gap): boolean => !gap.issue.startsWith("other:");

/** The same two values between the same sides are one gap; it stands under an issue that is named, and that more sources name. */
function withoutRepeats(all: readonly Gap[], desk: Desk): readonly Gap[] {
  const best = new Map<string, Gap>();
  for (const gap of all) {
    const known = best.get(valuesOf(gap));
    if (!known || (Number(isNamed(gap)) - Number(isNamed(known)) || support(gap, desk) - support(known, desk)) > 0)
      best.set(valuesOf(gap), gap);
  }
  return [...best.values()];
}

const keyOf = (gap: Gap): string =>
  [gap.issue, gap.measure.unit, gap.kind, gap.a.holder.id, gap.b.holder.id, gap.a.value, gap.b.value].join("|");

/**
 * Gaps and comparisons in the scope, by issue, unit, holders. With states in the scope, only between two of them;
 * a comparison needs one of them on either end.
 */
export function gaps(view: View): readonly Gap[] {
  const desk = deskOf(view);
  const inScope = (holder: string) => view.states.length < 2 || view.states.includes(holder);
  const found: Gap[] = [];
  const figures = figuresOf(view);
  for (const set of measures(figures)) {
    const holders = [...new Set(set.map(({ holder }) => holder!))].filter(inScope).sort();
    for (const planner of holders) {
      for (const asker of holders) {
        const gap = planner === asker ? null : between(set, planner, asker, desk);
        if (gap) found.push(gap);
      }
    }
  }

  const scoped =
    view.states.length === 0 ? () => true : (gap: Gap) => [gap.a, gap.b].some((side) => view.states.includes(sideOf(side.holder)));
  found.push(...comparisons(figures).filter(scoped));
  return [...withoutConversions(withoutRepeats(found, desk), desk)].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
