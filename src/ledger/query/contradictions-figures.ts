// Figures that cannot both hold: one quantity, one owner, one period, two values from independent sources.
import type { Contradiction, StoredClaim } from "../types.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { sameValue } from "./measures.ts";
import { cite, type Desk, latestPublished, partition, type View } from "./view.ts";
import { common, content, overlap } from "./words.ts";

/** Values further apart than this factor are of two quantities that share their words, or of two times, rather than two reports of one. */
const MOST_APART = 1.5;

/** Words that make another quantity of the same thing: an additional duty is not the duty in all. */
const MODIFIERS =
  /\b(additional|extra|further|separate|in all|in total|total|overall|combined|joint|net|gross|average|median|annual|monthly|basic|minimum|maximum|initial|final)\b/gi;
/** Words before a figure by which a text tells of a move; an older text then was right on its day. */
const MOVED =
  /\b(?:cut|raise[sd]?|lower(?:s|ed)?|reduce[sd]?|increase[sd]?|rose|rise[sn]?|fell|fallen|dropped|climbed|brought|lifted|grown|grew|down|up|doubled|revised|changed) (?:\S+ ){0,3}to (?:\S+ )?$/i;

/** The words around the figure in its evidence: 40 UTF-16 units on either side are the clause it stands in. */
function around(f: Figure): { readonly before: string; readonly after: string } {
  const quote = f.claim.evidence[0]!.quote.replace(/\s+/g, " ");
  const at = f.claim.text === "" ? -1 : quote.indexOf(f.claim.text.replace(/\s+/g, " "));
  if (at < 0) return { before: "", after: "" };
  return { before: quote.slice(Math.max(0, at - 40), at), after: quote.slice(at, at + f.claim.text.length + 20) };
}

function modifiers(f: Figure): string {
  const { before, after } = around(f);
  const found = `${f.claim.measure} ${before} ${after}`.match(MODIFIERS) ?? [];
  return [...new Set(found.map((word) => word.toLowerCase()))].sort().join(" ");
}

/** Reports further apart in time than this may both have been right on their day. */
const WINDOW_DAYS = 60;
const DAY = 86_400_000;

interface Reported extends Figure {
  readonly modifiers: string;
  /** Content words of the clause the figure stands in. */
  readonly clause: readonly string[];
}

const isMoney = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);
const isState = (holder: string | null): boolean => holder !== null && /^[A-Z]{3}$/.test(holder);

/**
 * Two sums that one state asks of, or offers, the same other in much the same words, where a text gives no name to what is paid for: `presses
 * Germany for 350 million over four years`, `is asking Germany for 300 million over four years`.
 */
function sameSum(a: Reported, b: Reported): boolean {
  const nameless = a.words.length === 0 || b.words.length === 0;
  if (!nameless || !isMoney(a.unit) || !isState(a.holder) || a.part === "fact") return false;
  return common(a.clause, b.clause) >= 3 && overlap(a.clause, b.clause) >= 0.5;
}

/** One quantity, as far as words, issue and owner can tell; unit, year, role, holder and modifiers are the same already. */
function sameQuantity(a: Reported, b: Reported): boolean {
  const owner = (f: Figure) => f.claim.whose?.id ?? null;
  const [x, y] = [owner(a), owner(b)];
  const named = x !== null && x === y;
  if (x !== null && y !== null && x !== y) return false;
  const words = common(a.words, b.words);
  return (
    (a.issue === b.issue || !a.issueGiven || !b.issueGiven) &&
    a.claim.base === b.claim.base &&
    !a.former &&
    !b.former &&
    ((overlap(a.words, b.words) >= 0.6 && (words >= 2 || (words === 1 && named))) || sameSum(a, b))
  );
}

const near = (a: number, b: number): boolean => Math.max(Math.abs(a), Math.abs(b)) <= MOST_APART * Math.min(Math.abs(a), Math.abs(b));

/** The claims for one value. */
interface Value {
  readonly figures: Figure[];
}

function valuesOf(figures: readonly Figure[]): readonly Value[] {
  const values: Value[] = [];
  for (const f of figures) {
    const same = values.find(({ figures: [first] }) => sameValue(first!, f));
    if (same) same.figures.push(f);
    else values.push({ figures: [f] });
  }
  return values;
}

const moments = (value: Value, desk: Desk): readonly number[] => value.figures.map(({ document }) => desk.instant(document));
const sources = (value: Value, desk: Desk): ReadonlySet<number> => new Set(value.figures.map((figure) => desk.source(figure)));

/**
 * Whether two values are a contradiction and not a move. What a side asks or offers moves: its values contradict each other only when
 * the older one is reported again after the newer. A fact does not move within WINDOW_DAYS.
 */
function contradict(a: Value, b: Value, desk: Desk): boolean {
  if (!near(a.figures[0]!.claim.value, b.figures[0]!.claim.value)) return false;
  const independent = [...sources(a, desk)].some((x) => [...sources(b, desk)].some((y) => x !== y));
  if (!independent) return false;
  const [x, y] = [moments(a, desk), moments(b, desk)];
  const [firstA, lastA, firstB, lastB] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  const first = a.figures[0]!;
  const movable = isState(first.holder) && first.part !== "fact";
  if (movable) return lastA > firstB && lastB > firstA;
  const later = firstA <= firstB ? b : a;
  if (later.figures.some((f) => MOVED.test(around(f).before))) return false;
  return Math.max(firstA, firstB) - Math.min(lastA, lastB) <= WINDOW_DAYS * DAY;
}

function aboutOf(figures: readonly Figure[]): string {
  const owner = figures.find(({ claim }) => claim.whose !== null)?.claim.whose?.name;
  const measures = [...figures].map(({ claim }) => claim.measure).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const measure = measures[0]!;
  return owner === undefined || measure.includes(owner) ? measure : `${measure} (${owner})`;
}

const stored = (value: Value): readonly StoredClaim[] => value.figures.map((f) => f.stored);

export function figureContradictions(view: View, desk: Desk): readonly Contradiction[] {
  const figures = figuresOf(view).map((f): Reported => ({ ...f, modifiers: modifiers(f), clause: content(f.claim.evidence[0]!.quote) }));
  const sets = partition(figures.length);
  const byKey = new Map<string, number[]>();
  figures.forEach((f, i) => {
    // What a company bids is put down as its offer, its estimate or a fact; for a state these are different things.
    const role = f.holder === null || isState(f.holder) ? f.claim.role : "";
    const key = `${f.unit}|${f.claim.year}|${role}|${f.holder}|${f.modifiers}`;
    const list = byKey.get(key);
    if (list) list.push(i);
    else byKey.set(key, [i]);
  });
  for (const list of byKey.values()) {
    list.forEach((i, n) => {
      for (const j of list.slice(n + 1)) if (sameQuantity(figures[i]!, figures[j]!)) sets.join(i, j);
    });
  }
  return sets.sets().flatMap((set) => {
    const values = valuesOf(set.map((i) => figures[i]!));
    const disputed = values.filter((a) => values.some((b) => a !== b && contradict(a, b, desk)));
    if (disputed.length < 2) return [];
    const all = disputed.flatMap(({ figures: list }) => list);
    return [
      {
        type: "figure" as const,
        about: aboutOf(all),
        values: disputed.map((value) => ({
          value: value.figures[0]!.claim.text,
          citations: cite(stored(value)),
          published: latestPublished(stored(value), desk),
        })),
        resolved: null,
      },
    ];
  });
}
