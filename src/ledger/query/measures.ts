// Which figures are of one measure, which stand against each other, and which is the newest.
import type { Measure } from "../types.ts";
import { roundsTo } from "./decimal.ts";
import { type Figure, isNamed, isProposal } from "./figures.ts";
import { type Desk, partition } from "./view.ts";
import { common, overlap } from "./words.ts";

/** How far a unit itself says what is counted: a share of GDP is of few things, visas and troops are what they are, money and percentages are of anything. */
function telling(unit: string): number {
  if (unit === "%GDP") return 2;
  return unit === "%" || unit === "number" || unit === "points" || /^[A-Z]{3}$/.test(unit) ? 0 : 1;
}

/** Percentages of anything are of one kind until the issue or the owner tells them apart. */
const kindOf = (unit: string): string => (unit === "%GDP" ? "%" : unit);

/** Texts leave out “of GDP” the second time: a bare percentage on the same issue, or of the same owner, is taken for the same unit. */
function unitsMeet(a: Figure, b: Figure): boolean {
  if (a.unit === b.unit) return true;
  const [x, y] = a.unit < b.unit ? [a, b] : [b, a];
  return x.unit === "%" && y.unit === "%GDP" && x.claim.base === null && x.issue !== null && x.issue === y.issue;
}

/** UTF-16 units between two pieces of evidence that still are neighbouring sentences: two sentences of news have about 300. */
const NEIGHBOURS = 300;

/** How close two figures stand: 3 in one sentence, 2 in neighbouring ones, 0 in other places or documents. */
export function nearness(a: Figure, b: Figure): number {
  if (a.document !== b.document) return 0;
  const [x, y] = [a.claim.evidence[0]!, b.claim.evidence[0]!];
  const apart = Math.max(x.start - y.end, y.start - x.end);
  return apart < 0 ? 3 : apart <= NEIGHBOURS ? 2 : 0;
}

/** Whether a side's figure is about a quantity of one of the two sides (or says nothing of it): a company's figure, or an ally's, is none of theirs. */
const ownMatter = (a: Figure, b: Figure): boolean =>
  a.whose === null || a.whose === a.holder || a.whose === b.holder || a.whose === b.whose;

const sameOwner = (a: Figure, b: Figure): boolean => a.whose !== null && a.whose === b.whose;

/** 2 for one issue, 0 where it is not known, null where two texts name two: then only shares of one state's GDP may still be the same. */
function issuesMeet(a: Figure, b: Figure): number | null {
  if (a.issue !== null && a.issue === b.issue) return 2;
  const named = a.issueGiven && b.issueGiven && a.issue !== b.issue;
  return named && !(a.unit === "%GDP" && b.unit === "%GDP" && sameOwner(a, b)) ? null : 0;
}

/**
 * How much speaks for two figures counting the same thing, from 0; SAME_MEASURE is enough.
 * Unit and issue are conditions; words of the measure, closeness in the text, a telling unit and a named owner of the quantity add.
 */
export function likeness(a: Figure, b: Figure): number {
  if (!unitsMeet(a, b)) return 0;
  const issue = issuesMeet(a, b);
  if (issue === null) return 0;
  const near = nearness(a, b);
  const shared = overlap(a.words, b.words);
  // Two measures that both have words and share none are two measures, unless they stand side by side or the unit says what they count.
  const strangers = a.words.length > 0 && b.words.length > 0 && shared === 0;
  const unit = Math.min(telling(a.unit), telling(b.unit));
  if (strangers && near < 2 && (unit === 0 || issue === 0)) return 0;
  const words = strangers ? -1 : 2 * shared + (common(a.words, b.words) >= 2 ? 1 : 0);
  return issue + words + near + unit + (sameOwner(a, b) ? 1 : 0);
}

/** Likeness from which two figures count the same thing. */
export const SAME_MEASURE = 4;

/** A figure addressed to somebody else is no figure between these two. */
const admits = (a: Figure, b: Figure): boolean => a.toward.length === 0 || a.toward.includes(b.holder!) || a.toward.includes(a.holder!);

/** A demand on the other side's own quantity, which is the other side's own figure: 1, otherwise 0. */
function answered(a: Figure, b: Figure): number {
  const [ask, own] = a.part === "ask" ? [a, b] : [b, a];
  return ask.part === "ask" && own.whose === own.holder && (ask.toward.includes(own.holder!) || ask.whose === own.holder) ? 1 : 0;
}

/** “France asks 6. India has offered 5.”: a demand and an offer in neighbouring sentences reply to each other, 2. */
function replied(a: Figure, b: Figure): number {
  const reply = (a.part === "ask" && b.part === "plan") || (a.part === "plan" && b.part === "ask");
  return reply && nearness(a, b) >= 2 ? 2 : 0;
}

/** Whether two figures of different holders can stand against each other. */
export function opposed(a: Figure, b: Figure): boolean {
  if (a.holder === null || b.holder === null || a.holder === b.holder) return false;
  if (!ownMatter(a, b) || !ownMatter(b, a) || !admits(a, b) || !admits(b, a)) return false;
  const like = likeness(a, b);
  return like > 0 && like + answered(a, b) + replied(a, b) >= SAME_MEASURE;
}

/** Whether one holder repeats or moves one figure: the same quantity, told twice. */
export function continued(a: Figure, b: Figure): boolean {
  if (a.holder !== b.holder || a.part !== b.part) return false;
  if (a.claim.whose !== null && b.claim.whose !== null && a.whose !== b.whose) return false;
  // A side seldom asks or offers one number for two things: where no two issues are named it is the same figure told again, in whatever words.
  if (a.claim.value === b.claim.value && a.part !== "fact") {
    if (a.unit === b.unit && issuesMeet(a, b) !== null) return true;
    // A plan for one year with one value is one plan, even where a text takes it for another issue or leaves out “of GDP”.
    if (yearOf(a) !== null && yearOf(a) === yearOf(b) && sameOwner(a, b) && kindOf(a.unit) === kindOf(b.unit)) return true;
  }
  const like = likeness(a, b);
  const addressees = a.toward.some((one) => b.toward.includes(one)) ? 1 : 0;
  return like > 0 && like + addressees >= SAME_MEASURE;
}

/** Positions of figures that may be of one measure: those of one unit and issue, those of one document, one value of one side told twice, and shares of GDP. */
function candidates(figures: readonly Figure[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  const add = (key: string, i: number) => {
    const list = groups.get(key);
    if (list) list.push(i);
    else groups.set(key, [i]);
  };
  figures.forEach(({ unit, issue, document, holder, part, claim }, i) => {
    const kind = kindOf(unit);
    add(`${kind} ${issue}`, i);
    add(`${kind} in ${document}`, i);
    add(`${kind} ${claim.value} ${part} of ${holder}`, i);
    if (unit === "%GDP") add("%GDP", i);
  });
  return [...groups.values()];
}

/** Figures of one measure: joined where they continue each other or stand against each other. Figures without a holder stay out. */
export function measures(all: readonly Figure[]): readonly (readonly Figure[])[] {
  const figures = all.filter(({ holder }) => holder !== null);
  const sets = partition(figures.length);
  for (const list of candidates(figures)) {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const [a, b] = [figures[list[i]!]!, figures[list[j]!]!];
        // Two sides' plans, or two sides' facts, stand side by side and not against each other.
        if (a.holder === b.holder ? continued(a, b) : [a, b].some((f) => f.part === "ask" || isProposal(f)) && opposed(a, b))
          sets.join(list[i]!, list[j]!);
      }
    }
  }
  return sets.sets().map((set) => set.map((i) => figures[i]!));
}

/** The issue that most figures give or stand under, one of the table before one in words of a text; of equals the first. */
function issueOf(figures: readonly Figure[]): string | null {
  const named = figures.filter(({ issue }) => isNamed(issue));
  const votes = new Map<string, number>();
  for (const f of named.length > 0 ? named : figures) {
    if (f.issue !== null) votes.set(f.issue, (votes.get(f.issue) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The measure of figures compared: the issue of the set they are from, the words most of them share, their unit, and the period if they have one in common. */
export function measureOf(figures: readonly Figure[], set: readonly Figure[] = figures): Measure {
  const issue = issueOf(set) ?? "other:unnamed";
  const counts = new Map<string, number>();
  for (const { words } of figures) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const quantity = [...counts].filter(([, n]) => n * 2 >= most).map(([word]) => word);
  const years = new Set(figures.map(({ claim }) => claim.year));
  const unit = figures.some((f) => f.unit === "%GDP") ? "%GDP" : figures[0]!.unit;
  return { issue, quantity: quantity.sort().join(" "), unit, period: years.size === 1 ? (figures[0]!.claim.year ?? null) : null };
}

const orderOf = (figures: readonly Figure[], desk: Desk): number => Math.max(-1, ...figures.map(({ document }) => desk.order(document)));

/** Years as digits: `FY2027` and `2027` are one. */
const yearOf = (f: Figure): string | null => f.claim.year?.match(/\d{4}/)?.[0] ?? null;

/**
 * Figures of different years do not replace each other: those of the last year stand, with those of no year that a later text gives.
 * “1.8 per cent this year, 2 per cent in 2027” is a plan of 2 per cent.
 */
function ofLastYear(figures: readonly Figure[], desk: Desk): readonly Figure[] {
  const years = new Set(figures.map(yearOf).filter((year) => year !== null));
  if (years.size < 2) return figures;
  const last = [...years].sort().at(-1)!;
  const dated = figures.filter((f) => yearOf(f) === last);
  return [...dated, ...figures.filter((f) => yearOf(f) === null && desk.order(f.document) > orderOf(dated, desk))];
}

/** The newest value among figures of one holder that are not given as past, with all claims for it: of the last year, the latest published, the one more sources give. */
export function latest(figures: readonly Figure[], desk: Desk): readonly Figure[] {
  const present = ofLastYear(
    figures.filter(({ former }) => !former),
    desk,
  );
  const byValue = new Map<number, Figure[]>();
  for (const f of present) {
    const list = byValue.get(f.claim.value);
    if (list) list.push(f);
    else byValue.set(f.claim.value, [f]);
  }
  const sources = (list: readonly Figure[]) => new Set(list.map((figure) => desk.source(figure))).size;
  const ranked = [...byValue].sort(([x, a], [y, b]) => orderOf(b, desk) - orderOf(a, desk) || sources(b) - sources(a) || x - y);
  return ranked[0]?.[1] ?? [];
}

/** Whether two values are the same, or one is the other rounded. */
export function sameValue(a: Figure, b: Figure): boolean {
  return a.claim.value === b.claim.value || roundsTo(a.claim.value, b.claim.value);
}
