// Merging: what several documents say alike becomes one line with several notes.
import type { StoredClaim } from "../ledger/index.ts";
import { type Claim, type FigureClaim, type PositionClaim, principal, type Stance } from "../model/index.ts";
import { countWords, plain } from "./words.ts";

/** Claims of many documents that say the same; `first` is printed. */
export interface Merged<C extends Claim> {
  readonly first: StoredClaim<C>;
  readonly all: readonly StoredClaim<C>[];
}

/** Half of the content words in common: two wordings of one demand. */
const SAME_WORDS = 0.5;

/** With the same numbers in both, a sixth of the words is enough. */
const SOME_WORDS = 0.15;

const STOP = new Set(
  "the and for with from that this its their his her has have had was were will would into over about than been being are not".split(" "),
);

/** Content words, cut to five letters so that `missile` meets `missiles`. */
export function contentWords(text: string): ReadonlySet<string> {
  const words =
    plain(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}.]+/gu) ?? [];
  return new Set(words.filter((word) => (word.length > 2 || /\d/.test(word)) && !STOP.has(word)).map((word) => word.slice(0, 5)));
}

/** Share of common content words, 0 to 1. */
export const likeness = (a: string, b: string): number => common(contentWords(a), contentWords(b));

function common(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  const all = left.size + right.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** Groups in order of first occurrence; `alike` compares with the first of each group. */
export function mergeBy<C extends Claim>(
  claims: readonly StoredClaim<C>[],
  alike: (a: StoredClaim<C>, b: StoredClaim<C>) => boolean,
): readonly Merged<C>[] {
  const groups: { first: StoredClaim<C>; all: StoredClaim<C>[] }[] = [];
  for (const claim of claims) {
    const known = groups.find(({ first }) => alike(first, claim));
    if (known) known.all.push(claim);
    else groups.push({ first: claim, all: [claim] });
  }
  return groups;
}

const FAMILY: Readonly<Partial<Record<Stance, string>>> = { demands: "seeks", reaffirms: "supports" };
const family = (stance: Stance): string => FAMILY[stance] ?? stance;

const numbersOf = (text: string): readonly string[] => plain(text).match(/\d[\d,.]*\d|\d/g) ?? [];

/** Words and numbers of what is wanted, read once. */
interface Wanted {
  readonly words: ReadonlySet<string>;
  readonly numbers: readonly string[];
}

/** Two wordings of one demand: half of the words in common, or the same numbers in words that do not contradict it. */
function sameWanted(a: Wanted, b: Wanted): boolean {
  const like = common(a.words, b.words);
  if (like >= SAME_WORDS) return true;
  if (a.numbers.length === 0 || b.numbers.length === 0) return false;
  const [fewer, more] = a.numbers.length <= b.numbers.length ? [a.numbers, b.numbers] : [b.numbers, a.numbers];
  if (!fewer.every((number) => more.includes(number))) return false;
  // “100 per cent” alone says no more than its number; of longer wordings some words must agree too.
  return fewer.length === more.length || Math.min(a.words.size, b.words.size) <= 2 || like >= SOME_WORDS;
}

const overlapping = (a: StoredClaim, b: StoredClaim): boolean =>
  a.document === b.document &&
  a.claim.evidence[0]!.start < b.claim.evidence[0]!.end &&
  b.claim.evidence[0]!.start < a.claim.evidence[0]!.end;

/** Of several wordings the one with most content in at most 20 words is printed; the earliest of equals. */
function mostTelling(all: readonly StoredClaim<PositionClaim>[]): StoredClaim<PositionClaim> {
  const weight = ({ claim }: StoredClaim<PositionClaim>): number => (countWords(claim.about) > 20 ? 0 : contentWords(claim.about).size);
  return all.reduce((best, other) => (weight(other) > weight(best) ? other : best));
}

export function mergePositions(claims: readonly StoredClaim<PositionClaim>[]): readonly Merged<PositionClaim>[] {
  const read = new Map(claims.map(({ claim }) => [claim, { words: contentWords(claim.about), numbers: numbersOf(claim.about) }] as const));
  return mergeBy(
    claims,
    (a, b) =>
      principal(a.claim.holder) === principal(b.claim.holder) &&
      family(a.claim.stance) === family(b.claim.stance) &&
      (a.claim.issue === b.claim.issue || overlapping(a, b)) &&
      sameWanted(read.get(a.claim)!, read.get(b.claim)!),
  ).map((merged) => ({ ...merged, first: mostTelling(merged.all) }));
}

const whose = (claim: FigureClaim): string => {
  const actor = claim.holder ?? claim.whose;
  return actor ? principal(actor) : "";
};

export function mergeFigures(claims: readonly StoredClaim<FigureClaim>[]): readonly Merged<FigureClaim>[] {
  return mergeBy(
    claims,
    ({ claim: a }, { claim: b }) =>
      a.value === b.value &&
      a.unit.replace("GDP", "") === b.unit.replace("GDP", "") &&
      a.role === b.role &&
      whose(a) === whose(b) &&
      a.issue === b.issue,
  );
}
