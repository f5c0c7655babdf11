// What an outlet corrected: the right figure, the wrong one, and where its earlier texts have the wrong one.
import { type Claim, evidenceOf, type FigureClaim, type Span } from "../model/index.ts";
import type { Connection } from "./driver.ts";
import { type DocumentFacts, documentAt } from "./load.ts";
import { content } from "./query/words.ts";
import type { Correction, StoredClaim, Struck } from "./types.ts";

/** UTF-16 units on either side of a figure that tell what it is of. */
const AROUND = 200;

type StoredFigure = StoredClaim<FigureClaim>;

/** Right and wrong figures of corrections, told by one passage each. */
function pairs(claims: readonly StoredClaim[]): readonly { readonly right: StoredFigure; readonly wrong: StoredFigure }[] {
  const figures = claims.filter((one): one is StoredFigure => one.claim.kind === "figure" && one.claim.rule === "figure/corrected");
  return figures.flatMap((right) => {
    if (right.claim.modality === "negated") return [];
    const at = right.claim.evidence[0]!;
    const wrong = figures.find(
      (one) => one.document === right.document && one.claim.modality === "negated" && one.claim.evidence[0]!.start === at.start,
    );
    return wrong ? [{ right, wrong }] : [];
  });
}

/** The wrong figure as a text may write it: its numeral, not inside a longer one, with its unit where that is a share. */
function patternOf({ text, unit }: FigureClaim): RegExp | null {
  const numeral = /\d[\d.,]*\d|\d/.exec(text)?.[0];
  if (!numeral) return null;
  const share = unit.startsWith("%") ? "(?=\\s?(?:%|per ?cent|percent))" : "(?![.,]?\\d|\\s?(?:%|per ?cent))";
  return new RegExp(`(?<![\\d.,])${numeral.replace(/[.,]/g, "\\$&")}${share}`, "g");
}

/** The sentence around a range, by its closing marks: enough to cite it. */
function around(text: string, start: number, end: number): Span {
  const before = Math.max(...[...text.slice(0, start).matchAll(/[.!?]["”’)]?\s+|\n+/g)].map((m) => m.index + m[0].length), 0);
  const after = /[.!?]["”’)]?(?=\s|$)|\n|$/.exec(text.slice(end))!;
  return { start: before, end: end + after.index + after[0].trimEnd().length };
}

function struckIn(text: string, document: string, pattern: RegExp, about: ReadonlySet<string>): readonly Struck[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: { length } }): readonly Struck[] => {
    const near = text.slice(Math.max(0, index - AROUND), index + length + AROUND);
    if (!content(near).some((word) => about.has(word))) return [];
    return [{ document, start: index, end: index + length, sentence: evidenceOf(text, around(text, index, index + length)) }];
  });
}

/**
 * The corrections among `candidates` (texts of kind `correction`) of figures that earlier texts of the same owner among `documents` have.
 * `read` gives the claims of documents.
 */
export function correctionsOf(
  db: Connection,
  documents: readonly DocumentFacts[],
  candidates: readonly DocumentFacts[],
  read: (documents: readonly DocumentFacts[]) => readonly StoredClaim<Claim>[],
): readonly Correction[] {
  if (candidates.length === 0) return [];
  const facts = new Map(candidates.map((one) => [one.id, one]));
  return pairs(read(candidates)).flatMap(({ right, wrong }): readonly Correction[] => {
    const by = facts.get(right.document)!;
    const pattern = patternOf(wrong.claim);
    if (by.owner === null || pattern === null) return [];
    const about = new Set(content(right.claim.evidence.map(({ quote }) => quote).join(" ")).filter((word) => !/^\d/.test(word)));
    const struck = documents
      .filter((one) => one.owner === by.owner && one.kind !== "correction" && (one.instant ?? 0) <= (by.instant ?? 0))
      .flatMap((one) => struckIn(documentAt(db, one.key).text, one.id, pattern, about));
    return struck.length > 0 ? [{ right, wrong, struck }] : [];
  });
}

/** Claims whose main words hold none of the struck figures. */
export function unstruck<C extends StoredClaim>(claims: readonly C[], corrections: readonly Correction[]): readonly C[] {
  const struck = corrections.flatMap((one) => one.struck);
  if (struck.length === 0) return claims;
  return claims.filter(
    ({ document, claim }) =>
      !(claim.kind === "figure" && claim.rule === "figure/corrected" && claim.modality === "negated") &&
      !struck.some((s) => s.document === document && claim.evidence[0]!.start < s.end && s.start < claim.evidence[0]!.end),
  );
}
