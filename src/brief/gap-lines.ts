// Lines over two figures: gaps, comparisons, distances of an option, and moves from one figure to another.
import type { Change, Gap, GapSide, StoredClaim } from "../ledger/index.ts";
import { type ActorRef, actorKind, type PositionClaim, principal } from "../model/index.ts";
import { type Context, pointer, pointers, publishedDay } from "./context.ts";
import { type DraftLine, type DraftSegment, each, line, say, strong, together } from "./draft.ts";
import { measureWords, printDifference, printFigure, printNumber, printValue, roleWord } from "./figures.ts";
import type { Naming } from "./naming.ts";
import { principalName } from "./naming.ts";
import { capitalise, plain, printDate } from "./words.ts";

const known = (context: Context, side: GapSide): GapSide["claims"] => side.claims.filter(({ document }) => context.byId.has(document));

/** The larger figure first: it is the one the other is subtracted from. */
function ordered(gap: Gap): readonly [GapSide, GapSide] {
  return gap.a.value >= gap.b.value ? [gap.a, gap.b] : [gap.b, gap.a];
}

function figureOf(side: GapSide): string {
  const first = side.claims[0]?.claim;
  return first ? printFigure(first) : printValue(side.value, side.unit);
}

/** Words for a figure that say how it is meant, not what it counts. */
const ROLE_WORDS = /\b(?:offer|demand|request|asking|ceiling|proposal|bid|target|limit)\b/i;

/** `head of Australian cattle`, counted in heads, is of `Australian cattle`; `head this year` is of nothing more. */
function withoutNoun(measure: string, unit: string): string {
  const noun = unit.toLowerCase().replace(/s$/, "");
  if (noun.length < 3 || !measure.toLowerCase().startsWith(noun)) return measure;
  const rest = /^\S+\s+of\s+(.+)$/.exec(measure)?.[1] ?? "";
  return rest;
}

/**
 * What is measured, in words of the texts; empty where they do not say. Of several wordings the one most texts use, one without a role
 * (`French offer`) before one with, then the shortest.
 */
export function measureOf(gap: Gap): string {
  const counts = new Map<string, number>();
  for (const { claim } of [...gap.a.claims, ...gap.b.claims]) {
    const words = withoutNoun(measureWords(claim.measure), claim.unit);
    if (words !== "") counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const ranked = [...counts].sort(
    ([a, x], [b, y]) => Number(ROLE_WORDS.test(a)) - Number(ROLE_WORDS.test(b)) || y - x || a.length - b.length || (a < b ? -1 : 1),
  );
  return ranked[0]?.[0] ?? "";
}

const bothPointers = (context: Context, gap: Gap) => {
  const [a, b] = ordered(gap);
  return [a, b].flatMap((side) => known(context, side).slice(0, 1).map(pointer));
};

const holderName = (context: Context, side: GapSide): string => principalName(context, principal(side.holder));

/** `Gap: 1 point` for the heading of an issue. */
export function gapHeading(context: Context, gaps: readonly Gap[]): DraftLine {
  const gap = gaps.filter(({ kind }) => kind === "gap");
  if (gap.length === 0) {
    const option = gaps.find(({ kind }) => kind === "option");
    if (!option) return line([say("Gap: none can be stated between the two sides", together(bothPointers(context, gaps[0]!)))], null, true);
    const side = option.a.role === "option" ? option.a : option.b;
    const whose = context.names.adjective(principal(side.holder));
    return line([say(`Gap: no ${whose} figure fixed`, each(pointers(known(context, side))))], null, true);
  }
  const segments = gap.slice(0, 3).map((item, index): DraftSegment => {
    const measure = gap.length > 1 && measureOf(item) ? ` (${measureOf(item)})` : "";
    return say(
      `${index === 0 ? "Gap: " : ""}${printDifference(item.difference, item.measure.unit)}${measure}${index < Math.min(gap.length, 3) - 1 ? ";" : ""}`,
      together(bothPointers(context, item)),
    );
  });
  return line(segments, null, true);
}

function sideSegment(context: Context, side: GapSide, lead: string, tail: string): DraftSegment {
  const role = roleWord(side.role);
  return say(
    `${lead}${figureOf(side)}${role ? ` ${role}` : ""} by ${holderName(context, side)}${tail}`,
    each(pointers(known(context, side))),
  );
}

/** A year that one figure has and the other lacks is said in the same line. */
function yearRemark(context: Context, gap: Gap): DraftSegment[] {
  const [a, b] = ordered(gap);
  const year = (side: GapSide): string | null => side.claims.find(({ claim }) => claim.year)?.claim.year ?? null;
  const missing = year(a) && !year(b) ? b : year(b) && !year(a) ? a : null;
  return missing ? [say(`The ${figureOf(missing)} has no year.`, each(pointers(known(context, missing))))] : [];
}

/** The line that shows how a gap is reckoned. */
export function gapLine(context: Context, gap: Gap): DraftLine {
  const [a, b] = ordered(gap);
  const measure = capitalise(measureOf(gap));
  const lead = measure ? [say(`${measure}:`)] : [];
  const difference = printDifference(gap.difference, gap.measure.unit);
  if (gap.kind === "option") {
    const [option, other] = gap.a.role === "option" ? [gap.a, gap.b] : [gap.b, gap.a];
    const direction = option.value >= other.value ? "above" : "below";
    const words = `The option of ${figureOf(option)} is ${difference} ${direction} the ${figureOf(other)} ${roleWord(other.role)} by ${holderName(context, other)}.`;
    return line([strong("Gap."), say(words, together(bothPointers(context, gap)))], "both", true);
  }
  if (gap.kind === "comparison") return comparisonLine(context, gap);
  const segments = [sideSegment(context, a, "", ""), sideSegment(context, b, "less ", ":")];
  const total = say(`${difference}.`, together(bothPointers(context, gap)));
  return line([strong("Gap."), ...lead, ...segments, total, ...yearRemark(context, gap)], "both", true);
}

/** Figures of different holders, compared by the text itself: no gap between the two sides. */
function comparisonLine(context: Context, gap: Gap): DraftLine {
  const [asked, own] = gap.a.role === "demand" ? [gap.a, gap.b] : [gap.b, gap.a];
  const direction = own.value <= asked.value ? "below" : "above";
  const difference = printDifference(gap.difference, gap.measure.unit);
  const target = asked.claims[0]?.claim.toward[0] ?? asked.claims[0]?.claim.whose ?? null;
  const whom = target ? plain(target.name) : "others";
  const words = `${holderName(context, own)}’s ${figureOf(own)} is ${difference} ${direction} the ${figureOf(asked)} sought from ${whom}; the text does not ask it of ${holderName(context, own)}.`;
  return line([strong("Comparison."), say(words, together(bothPointers(context, gap)))], "both", true);
}

interface Mover {
  readonly person: ActorRef;
  readonly stored: StoredClaim;
}

/** Whether a position states the new figure: the same holder, and the figure with its unit in its words. */
function states(position: PositionClaim, change: Change): boolean {
  if (principal(position.holder) !== principal(change.holder)) return false;
  const figure = change.measure.unit.startsWith("%")
    ? `(?<![\\d.,])${change.to}\\s?(?:%|per ?cent)`
    : `(?<![\\d.,])${printNumber(change.to).replace(/,/g, ",?")}(?![\\d.,])`;
  return new RegExp(figure, "i").test(plain(position.evidence[0]!.quote));
}

/** The person in whose name the new figure was given: its holder or speaker, else who takes a position with it; the earliest text counts. */
function moverOf(context: Context, change: Change): Mover | null {
  const cited = new Set(change.citations.map(({ claim }) => claim));
  for (const stored of context.claims) {
    const { claim } = stored;
    const figure = claim.kind === "figure" && cited.has(claim.id) && claim.value === change.to;
    if (!figure && !(claim.kind === "position" && states(claim, change))) continue;
    const named = claim.attribution?.named ? claim.attribution.actor : null;
    const person = [claim.holder, named].find(
      (actor) => actor && actorKind(actor.id) === "person" && principal(actor) === principal(change.holder),
    );
    if (person) return { person, stored };
  }
  return null;
}

/** `moved from 50% to 60%` — one holder, one measure; the day is that of the first report. */
export function changeLine(context: Context, naming: Naming, change: Change): DraftLine {
  const { from, to, measure, holder } = change;
  const mover = moverOf(context, change);
  const told = mover ? publishedDay(context, mover.stored.document) : null;
  const date = told && (!change.date || told < change.date) ? told : change.date;
  const who = mover ? ` (${naming.titled(mover.person, told)})` : "";
  const when = date ? `, first reported on ${printDate(date)}` : "";
  const quantity = capitalise(changeMeasure(context, change));
  const what = quantity ? `${quantity}: ` : "";
  const words = `${what}${naming.later(holder)} moved from ${printValue(from, measure.unit)} to ${printValue(to, measure.unit)}${who}${when}.`;
  return line([strong("Trend."), say(capitalise(words), each([...change.citations, ...(mover ? [pointer(mover.stored)] : [])]))], "both");
}

/** What is measured, in words of the first text that gives the figure. */
function changeMeasure(context: Context, change: Change): string {
  const ids = new Set(change.citations.map(({ claim }) => claim));
  const found = context.claims.flatMap(({ claim }) =>
    claim.kind === "figure" && ids.has(claim.id) ? measureWords(claim.measure) || [] : [],
  );
  return found[0] ?? "";
}

export const claimsOf = (gap: Gap): readonly StoredClaim[] => [...gap.a.claims, ...gap.b.claims];
