// Words around a date that shade it (“early”, “the end of”, “about”, “more than”) or say how it bounds (“by”, “since”, “within”).
import type { DateMention } from "../annotation.ts";

type Mod = NonNullable<DateMention["mod"]>;
type Relation = NonNullable<DateMention["relation"]>;

interface Shade {
  readonly words: readonly string[];
  readonly mod: Mod;
  /** What it may stand before. */
  readonly on: "date" | "length" | "any";
}

const shade = (mod: Mod, on: Shade["on"], ...phrases: readonly string[]): readonly Shade[] =>
  phrases.map((phrase) => ({ words: phrase.split(" "), mod, on }));

/** Phrases that belong to the date that follows them; longer ones first where one ends in another. */
const SHADES: readonly Shade[] = [
  ...shade(
    "START",
    "date",
    "the very beginning of",
    "the beginning of",
    "the start of",
    "the early part of",
    "the first part of",
    "beginning of",
    "start of",
    "early in the",
    "early in",
    "early on",
    "earlier in the",
    "earlier in",
    "early -",
    "early",
    "earlier",
  ),
  ...shade("MID", "date", "the middle of", "the mid -", "the mid", "middle of", "mid -", "mid"),
  ...shade(
    "END",
    "date",
    "the very end of",
    "the end of",
    "the close of",
    "the latter part of",
    "the last part of",
    "the late part of",
    "end of",
    "close of",
    "late in the",
    "late in",
    "late on",
    "later in the",
    "later in",
    "late -",
    "late",
    "later",
  ),
  ...shade("APPROX", "any", "about", "around", "approximately", "roughly", "some", "circa", "c.", "ca."),
  ...shade("LESS_THAN", "length", "nearly", "almost", "less than", "fewer than", "under", "just under"),
  ...shade("MORE_THAN", "length", "more than", "over", "longer than", "well over", "just over"),
  ...shade("EQUAL_OR_MORE", "length", "at least", "no less than", "not less than"),
  ...shade("EQUAL_OR_LESS", "length", "no more than", "not more than", "at most", "up to", "as long as"),
];

const BY_LAST = new Map<string, Shade[]>();
for (const row of SHADES) {
  const last = row.words.at(-1)!;
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), row]);
}

/** The shading phrase that ends just before `from`: its first position and meaning; an article before “early”, “mid”, “late” belongs to it. Null when there is none. */
export function shadeBefore(
  words: readonly string[],
  from: number,
  sentenceStart: number,
  kind: "date" | "length",
): { readonly from: number; readonly mod: Mod } | null {
  let best: Shade | null = null;
  // “over the past two years” is no more than two years.
  const definite = /^(?:the|these|last|past|next|coming)$/.test(words[from] ?? "");
  for (const row of BY_LAST.get(words[from - 1] ?? "") ?? []) {
    if (definite && row.words.at(-1) === "over") continue;
    if (row.on !== "any" && row.on !== kind) continue;
    const start = from - row.words.length;
    if (
      start >= sentenceStart &&
      row.words.every((word, i) => words[start + i] === word) &&
      (best === null || row.words.length > best.words.length)
    )
      best = row;
  }
  if (best === null) return null;
  let start = from - best.words.length;
  const bare = /^(?:early|mid|late)$/.test(words[start] ?? "");
  if (bare && (words[start - 1] === "the" || words[start - 1] === "its") && start - 1 >= sentenceStart) start--;
  return { from: start, mod: best.mod };
}

/** Phrases before a date and the relation they state; longer ones first. */
const RELATIONS: readonly (readonly [phrase: readonly string[], relation: Relation])[] = (
  [
    ["no later than", "by"],
    ["not later than", "by"],
    ["by", "by"],
    ["ahead of", "before"],
    ["prior to", "before"],
    ["before", "before"],
    ["since", "since"],
    ["starting in", "since"],
    ["starting on", "since"],
    ["starting", "since"],
    ["beginning in", "since"],
    ["beginning", "since"],
    ["as of", "since"],
    ["from", "since"],
    ["not until", "after"],
    ["until", "until"],
    ["till", "until"],
    ["through", "until"],
    ["up to", "until"],
    ["after", "after"],
    ["following", "after"],
    ["within", "within"],
    ["in under", "within"],
    ["on", "on"],
    ["in", "on"],
    ["at", "on"],
    ["during", "on"],
    ["over", "on"],
  ] as const
).map(([phrase, relation]) => [phrase.split(" "), relation] as const);

/** Relation stated by the words before `from`; null when they state none. */
export function relationBefore(words: readonly string[], from: number, sentenceStart: number): Relation | null {
  for (const [phrase, relation] of RELATIONS) {
    let start = from - phrase.length;
    if (
      words[from - 1] === "the" &&
      phrase.length > 0 &&
      start - 1 >= sentenceStart &&
      phrase.every((word, i) => words[start - 1 + i] === word)
    )
      start--;
    else if (!(start >= sentenceStart && phrase.every((word, i) => words[start + i] === word))) continue;
    return relation;
  }
  return null;
}
