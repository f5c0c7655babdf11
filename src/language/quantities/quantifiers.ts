// Words before or after a number that bound it: “about”, “at least”, “or more”.
import type { QuantityMention } from "../annotation.ts";

type Qualifier = NonNullable<QuantityMention["qualifier"]>;

/** Phrase → meaning; the longest that fits wins. */
const BEFORE: readonly (readonly [words: readonly string[], qualifier: Qualifier])[] = (
  [
    ["about", "about"],
    ["around", "about"],
    ["approximately", "about"],
    ["roughly", "about"],
    ["some", "about"],
    ["an estimated", "about"],
    ["estimated", "about"],
    ["circa", "about"],
    ["in the region of", "about"],
    ["~", "about"],
    ["nearly", "nearly"],
    ["almost", "nearly"],
    ["close to", "nearly"],
    ["just short of", "nearly"],
    ["approaching", "nearly"],
    ["at least", "at-least"],
    ["no less than", "at-least"],
    ["not less than", "at-least"],
    ["no fewer than", "at-least"],
    ["not fewer than", "at-least"],
    ["a minimum of", "at-least"],
    ["minimum of", "at-least"],
    ["at most", "at-most"],
    ["up to", "at-most"],
    ["no more than", "at-most"],
    ["not more than", "at-most"],
    ["as many as", "at-most"],
    ["as much as", "at-most"],
    ["a maximum of", "at-most"],
    ["maximum of", "at-most"],
    ["capped at", "at-most"],
    ["more than", "more-than"],
    ["greater than", "more-than"],
    ["higher than", "more-than"],
    ["over", "more-than"],
    ["above", "more-than"],
    ["in excess of", "more-than"],
    ["upwards of", "more-than"],
    ["exceeding", "more-than"],
    ["topping", "more-than"],
    [">", "more-than"],
    ["less than", "less-than"],
    ["fewer than", "less-than"],
    ["lower than", "less-than"],
    ["under", "less-than"],
    ["below", "less-than"],
    ["just under", "less-than"],
    ["<", "less-than"],
  ] as const
).map(([phrase, qualifier]) => [phrase.split(" "), qualifier] as const);

const BY_LAST = new Map<string, (typeof BEFORE)[number][]>();
for (const row of BEFORE) {
  const last = row[0].at(-1)!;
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), row]);
}

const AFTER: readonly (readonly [words: readonly string[], qualifier: Qualifier])[] = [
  [["or", "more"], "at-least"],
  [["or", "so"], "about"],
  [["or", "less"], "at-most"],
  [["or", "fewer"], "at-most"],
];

const MOVES =
  /^(?:go|goes|going|gone|went|rise|rises|rising|rose|risen|climb|climbs|climbed|climbing|come|comes|came|move|moves|moved|moving|raise|raises|raised|increase|increases|increased|it|them|price|prices|rate|rates|duty|tariff|tariffs)$/;

/** What the words before `from` and after `to` say of a number; null when nothing. “Just” and “only” may stand between. */
export function qualifierOf(words: readonly string[], from: number, to: number, start: number, end: number): Qualifier | null {
  let best: Qualifier | null = null;
  let length = 0;
  // “below the 5% that …” compares with a figure; it does not bound it. So articles do not stand between, only “just”.
  const last = /^(?:just|only)$/.test(words[from - 1] ?? "") && from - 1 > start ? from - 1 : from;
  for (const [phrase, qualifier] of BY_LAST.get(words[last - 1] ?? "") ?? []) {
    if (phrase.length > length && last - phrase.length >= start && phrase.every((word, i) => words[last - phrase.length + i] === word)) {
      best = qualifier;
      length = phrase.length;
    }
  }
  // “has gone up to 5 percent” tells a change.
  if (best === "at-most" && words[last - 2] === "up" && MOVES.test(words[last - 3] ?? "")) return null;
  if (best !== null) return best;
  for (const [phrase, qualifier] of AFTER)
    if (to + phrase.length <= end && phrase.every((word, i) => words[to + i] === word)) return qualifier;
  return null;
}
