// Paragraphs: what repeats is read once, and reported.
import type { Removal } from "../model/index.ts";
import { fold, words } from "./whitespace.ts";

/** Paragraphs of this many words or more are compared by their shingles too. */
const LONG = 8;
/** Share of three-word shingles of the shorter paragraph that two paragraphs must have in common to be one. */
const NEAR = 0.9;

export interface Cleaned {
  readonly paragraphs: readonly string[];
  readonly removals: readonly Removal[];
}

/** Short lines come back without being copies: “Yes.”, a speaker's turn in a transcript, the words that open a list. */
const mayRepeat = (text: string, tokens: number): boolean => tokens >= LONG || (tokens >= 4 && !/:$|^[\p{Lu}\s.'’-]{3,60}:/u.test(text));

function shinglesOf(tokens: readonly string[]): Set<string> {
  const shingles = new Set<string>();
  for (let i = 0; i + 3 <= tokens.length; i++) shingles.add(`${tokens[i]} ${tokens[i + 1]} ${tokens[i + 2]}`);
  return shingles;
}

/**
 * Leaves out paragraphs that repeat an earlier one (the same words, or nearly the same when they are long) and those that repeat
 * the title. Text is never changed but for white space.
 */
export function withoutRepeats(given: readonly string[], title: string | null): Cleaned {
  const kept: string[] = [];
  const removals: Removal[] = [];
  const exact = new Map<string, number>();
  const byShingle = new Map<string, number[]>();
  const earlierOnes: { readonly size: number; readonly figures: string }[] = [];
  const titleKey = title === null ? "" : words(title).join(" ");
  for (const raw of given) {
    const text = fold(raw);
    if (!text) continue;
    const tokens = words(text);
    const key = tokens.join(" ");
    if (key !== "" && key === titleKey) {
      removals.push({ step: "paragraphs", reason: "repeats the title", text });
      continue;
    }
    const earlier = mayRepeat(text, tokens.length) ? exact.get(key) : undefined;
    const shingles = tokens.length >= LONG ? shinglesOf(tokens) : null;
    // Two sentences of one pattern with other figures say two things.
    const figures = tokens.filter((token) => /\d/.test(token)).join(" ");
    if (
      earlier !== undefined ||
      (shingles && (nearCopy(shingles, figures, byShingle, earlierOnes) || isDigest(tokens.length, shingles, byShingle)))
    ) {
      removals.push({ step: "paragraphs", reason: "repeats", text });
      continue;
    }
    const index = kept.length;
    kept.push(text);
    exact.set(key, index);
    earlierOnes.push({ size: shingles?.size ?? 0, figures });
    for (const shingle of shingles ?? []) {
      const list = byShingle.get(shingle);
      // A shingle that many paragraphs share tells none of them apart.
      if (list === undefined) byShingle.set(shingle, [index]);
      else if (list.length < 20) list.push(index);
    }
  }
  return { paragraphs: kept, removals };
}

/** Words from which a block can be the whole text once more: pages carry it in one piece for machines. */
const WHOLE = 120;

/** Whether a long block holds nothing but earlier paragraphs. */
function isDigest(tokens: number, shingles: ReadonlySet<string>, index: ReadonlyMap<string, readonly number[]>): boolean {
  if (tokens < WHOLE) return false;
  let seen = 0;
  for (const shingle of shingles) if (index.has(shingle)) seen++;
  return seen >= NEAR * shingles.size;
}

function nearCopy(
  shingles: ReadonlySet<string>,
  figures: string,
  index: ReadonlyMap<string, readonly number[]>,
  earlierOnes: readonly { readonly size: number; readonly figures: string }[],
): boolean {
  const shared = new Map<number, number>();
  for (const shingle of shingles) for (const earlier of index.get(shingle) ?? []) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
  for (const [earlier, count] of shared) {
    const { size, figures: theirs } = earlierOnes[earlier]!;
    if (count >= NEAR * Math.max(shingles.size, size) && figures === theirs) return true;
  }
  return false;
}
