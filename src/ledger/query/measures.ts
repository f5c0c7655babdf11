// Figures made comparable: whose they are, who holds them, what they count, whether the text gives them as past; and which of them are of one measure.
import { type ActorRef, type FigureClaim, principal } from "../../model/index.ts";
import type { Measure, StoredClaim } from "../types.ts";
import { roundsTo } from "./decimal.ts";
import { type Desk, partition } from "./view.ts";
import { common, content, overlap } from "./words.ts";

/** What part a figure plays between two sides. */
export type Part = "ask" | "plan" | "option" | "fact";

const PART: Readonly<Record<FigureClaim["role"], Part>> = {
  demand: "ask",
  target: "plan",
  offer: "plan",
  pledge: "plan",
  threshold: "plan",
  option: "option",
  actual: "fact",
  estimate: "fact",
};

/** A figure as the comparisons see it. */
export interface Figure {
  readonly stored: StoredClaim<FigureClaim>;
  readonly claim: FigureClaim;
  readonly document: string;
  readonly part: Part;
  /** State or organisation that asks, plans or offers it; for facts, whose quantity it is. Null when the text does not say. */
  readonly holder: string | null;
  readonly actor: ActorRef | null;
  /** State or organisation whose quantity it is; for a demand without one, the party it is addressed to. */
  readonly whose: string | null;
  readonly toward: readonly string[];
  readonly words: readonly string[];
  /** `%GDP`, or the unit as given. */
  readonly unit: string;
  /** True for a figure that the text gives as left behind: “up from 10,200”, “which had stood at 50 per cent”. */
  readonly former: boolean;
}

/** Words before a figure that make it a thing of the past, or the start of a move. */
const FORMER =
  /\b(?:from|stood at|previously|formerly|until now|had been|earlier) (?:(?:about|around|some|nearly|almost|the|a|an|its|his|their|earlier|previous|only|just|original|initial|first|current|existing) )*$/i;
/** Words after a figure that do the same. */
const FORMER_AFTER = /^ ?(?:%|per ?cent|percent)? ?(?:until now|was no longer|is no longer|before that)\b/i;

/** Whether the words around the figure in its own evidence put it behind. */
function isFormer(claim: FigureClaim): boolean {
  const quote = claim.evidence[0]!.quote.replace(/\s+/g, " ");
  const text = claim.text.replace(/\s+/g, " ");
  const at = text === "" ? -1 : quote.indexOf(text);
  if (at < 0) return false;
  return FORMER.test(quote.slice(Math.max(0, at - 60), at)) || FORMER_AFTER.test(quote.slice(at + text.length));
}

export function figure(stored: StoredClaim<FigureClaim>): Figure {
  const { claim, document } = stored;
  const part = PART[claim.role];
  const actor = claim.holder ?? (part === "ask" ? null : claim.whose);
  const toward = claim.toward.map(principal);
  const whose = claim.whose ?? (part === "ask" ? (claim.toward[0] ?? null) : claim.holder);
  return {
    stored,
    claim,
    document,
    part,
    holder: actor === null ? null : principal(actor),
    actor,
    whose: whose === null ? null : principal(whose),
    toward,
    words: content(claim.measure),
    unit: unitOf(claim),
    former: isFormer(claim),
  };
}

/** A share of GDP is `%GDP` however the extraction wrote it. */
function unitOf(claim: FigureClaim): string {
  return claim.unit === "%" && claim.base !== null && /^(gdp|gross domestic product)$/i.test(claim.base) ? "%GDP" : claim.unit;
}

/** Units that say themselves what is counted (visas, troops), unlike money and percentages. */
const telling = (unit: string): boolean =>
  unit === "%GDP" || !(unit === "%" || unit === "number" || unit === "points" || /^[A-Z]{3}$/.test(unit));

/** Texts leave out “of GDP” the second time: a bare percentage on the same issue is taken for the same unit. */
function unitsMeet(a: Figure, b: Figure): boolean {
  if (a.unit === b.unit) return true;
  const [x, y] = a.unit < b.unit ? [a, b] : [b, a];
  return x.unit === "%" && y.unit === "%GDP" && x.claim.base === null && x.claim.issue === y.claim.issue && x.claim.issue !== null;
}

/** Years as numbers: `FY2027` and `2027` meet. */
const yearOf = (year: string | null): string | null => year?.match(/\d{4}/)?.[0] ?? null;

export function periodsMeet(a: Figure, b: Figure): boolean {
  const [x, y] = [yearOf(a.claim.year), yearOf(b.claim.year)];
  return x === null || y === null || x === y;
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

/**
 * How much speaks for two figures counting the same thing, from 0; SAME_MEASURE is enough.
 * Issue and unit are conditions; words of the measure, closeness in the text, a telling unit and a named owner of the quantity add.
 */
export function likeness(a: Figure, b: Figure): number {
  if (!unitsMeet(a, b)) return 0;
  const [x, y] = [a.claim.issue, b.claim.issue];
  const near = nearness(a, b);
  if (x !== null && y !== null && x !== y) return 0;
  const issue = x !== null && x === y ? 2 : 0;
  const shared = overlap(a.words, b.words);
  // Two measures that both have words and share none are two measures, unless one sentence sets them side by side.
  const strangers = a.words.length > 0 && b.words.length > 0 && shared === 0;
  if (strangers && near < 2 && !(telling(a.unit) && issue > 0)) return 0;
  const words = strangers ? -1 : 2 * shared + (common(a.words, b.words) >= 2 ? 1 : 0);
  const owner = a.whose !== null && a.whose === b.whose ? 1 : 0;
  return issue + words + near + (telling(a.unit) ? 1 : 0) + owner;
}

/** Likeness from which two figures count the same thing. */
export const SAME_MEASURE = 4;

/** Whether two figures of different holders can stand against each other. */
export function opposed(a: Figure, b: Figure): boolean {
  return (
    a.holder !== null &&
    b.holder !== null &&
    a.holder !== b.holder &&
    ownMatter(a, b) &&
    ownMatter(b, a) &&
    addressed(a, b) &&
    addressed(b, a) &&
    likeness(a, b) >= SAME_MEASURE
  );
}

/** A figure addressed to somebody else is no figure between these two. */
const addressed = (a: Figure, b: Figure): boolean => a.toward.length === 0 || a.toward.includes(b.holder!) || a.toward.includes(a.holder!);

/** Whether one holder repeats or moves one figure: the same quantity, told twice. */
export function continued(a: Figure, b: Figure): boolean {
  if (a.holder !== b.holder || a.part !== b.part) return false;
  if (a.whose !== null && b.whose !== null && a.whose !== b.whose && a.claim.whose !== null && b.claim.whose !== null) return false;
  const value = a.claim.value === b.claim.value && a.unit === b.unit && a.claim.issue !== null && a.claim.issue === b.claim.issue ? 1 : 0;
  const like = likeness(a, b);
  return like > 0 && like + value >= SAME_MEASURE;
}

/** Positions of figures that may be of one measure: those of one unit and issue, and in one document those without an issue with the others. */
function candidates(figures: readonly Figure[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  const add = (key: string, i: number) => {
    const list = groups.get(key);
    if (list) list.push(i);
    else groups.set(key, [i]);
  };
  figures.forEach(({ unit, claim, document }, i) => {
    const kind = unit === "%GDP" ? "%" : unit;
    add(`${kind} ${claim.issue}`, i);
    add(`${kind} in ${document}`, i);
  });
  return [...groups.values()];
}

/** Figures of one measure: joined where they continue each other or stand against each other. Figures without a holder, ranges and negated ones stay out. */
export function measures(claims: readonly StoredClaim<FigureClaim>[]): readonly (readonly Figure[])[] {
  const figures = claims
    .filter(({ claim }) => comparable(claim))
    .map(figure)
    .filter(({ holder }) => holder !== null);
  const sets = partition(figures.length);
  for (const list of candidates(figures)) {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const [a, b] = [figures[list[i]!]!, figures[list[j]!]!];
        // Two sides' plans, or two sides' facts, stand side by side and not against each other.
        if (a.holder === b.holder ? continued(a, b) : (a.part === "ask" || b.part === "ask") && opposed(a, b))
          sets.join(list[i]!, list[j]!);
      }
    }
  }
  return sets.sets().map((set) => set.map((i) => figures[i]!));
}

/** Figures that can be set against others: one value, said to be so. */
export const comparable = (claim: FigureClaim): boolean =>
  claim.modality !== "negated" && claim.modality !== "hypothetical" && claim.high === null;

/** The measure of figures compared: their issue, the words most of them share, their unit, and the period if they have one in common. */
export function measureOf(figures: readonly Figure[]): Measure {
  const issue = figures.find(({ claim }) => claim.issue !== null)?.claim.issue ?? "other:unnamed";
  const counts = new Map<string, number>();
  for (const { words } of figures) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const quantity = [...counts].filter(([, n]) => n * 2 >= most).map(([word]) => word);
  const years = new Set(figures.map(({ claim }) => claim.year));
  const unit = figures.some((f) => f.unit === "%GDP") ? "%GDP" : figures[0]!.unit;
  return { issue, quantity: quantity.sort().join(" "), unit, period: years.size === 1 ? (figures[0]!.claim.year ?? null) : null };
}

/** The newest value among figures of one holder that are not given as past, with all claims for it: the latest published, then the one more sources give. */
export function latest(figures: readonly Figure[], desk: Desk): readonly Figure[] {
  const present = figures.filter(({ former }) => !former);
  const byValue = new Map<number, Figure[]>();
  for (const f of present) {
    const list = byValue.get(f.claim.value);
    if (list) list.push(f);
    else byValue.set(f.claim.value, [f]);
  }
  const sources = (list: readonly Figure[]) => new Set(list.map(({ document }) => desk.source(document))).size;
  const last = (list: readonly Figure[]) => Math.max(...list.map(({ document }) => desk.order(document)));
  const ranked = [...byValue.entries()].sort(([x, a], [y, b]) => last(b) - last(a) || sources(b) - sources(a) || x - y);
  return ranked[0]?.[1] ?? [];
}

/** Whether two values are the same, or one is the other rounded. */
export function sameValue(a: Figure, b: Figure): boolean {
  return a.claim.value === b.claim.value || roundsTo(a.claim.value, b.claim.value);
}
