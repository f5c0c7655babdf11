// What the answers are computed from: the claims of a scope, their documents and independent sources. The answers are pure functions of a view.
import type { Claim, ClaimKind } from "../../model/index.ts";
import type { DocumentFacts } from "../load.ts";
import { byDocument, passageAt } from "../sources/carriers.ts";
import type { Citation, Correction, SharedPassage, Source, StoredClaim } from "../types.ts";

/** Words of a document that its own problems point at, for the office contradictions. */
export interface DocumentProblem {
  readonly document: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface View {
  /** States of the scope, as given; empty for all. */
  readonly states: readonly string[];
  /** First published first. */
  readonly documents: readonly DocumentFacts[];
  readonly sources: readonly Source[];
  /** Figures that outlets corrected; claims with the wrong ones are not among the claims. */
  readonly corrections: readonly Correction[];
  /** What documents took over from others. */
  passages(): readonly SharedPassage[];
  /** Claims of one kind: in the order of the documents, then by place in the text. */
  claims<K extends ClaimKind>(kind: K): readonly StoredClaim<Extract<Claim, { kind: K }>>[];
  /** `office-mismatch` problems of the documents, with the words they point at. */
  officeProblems(): readonly DocumentProblem[];
}

/** Look-ups over a view's documents. */
export interface Desk {
  readonly facts: (document: string) => DocumentFacts;
  /** Number of the independent source that a claim comes from: of its document, or of the one its words were taken over from. */
  readonly source: (stored: StoredClaim) => number;
  /** Position in the order of publication. */
  readonly order: (document: string) => number;
  /** Moment of publication; undated documents come last. */
  readonly instant: (document: string) => number;
}

export function deskOf(view: View): Desk {
  const facts = new Map(view.documents.map((document) => [document.id, document]));
  const order = new Map(view.documents.map((document, i) => [document.id, i]));
  const source = new Map(view.sources.flatMap(({ number, documents }) => documents.map((id) => [id, number] as const)));
  const taken = byDocument(view.passages());
  return {
    facts: (id) => facts.get(id)!,
    source: ({ document, claim }) => {
      const passage = passageAt(taken.get(document) ?? [], claim.evidence[0]!);
      return source.get(passage?.from ?? document) ?? 0;
    },
    order: (id) => order.get(id) ?? 0,
    instant: (id) => facts.get(id)?.instant ?? Number.POSITIVE_INFINITY,
  };
}

/** Citations of claims: the main evidence of each. */
export function cite(claims: readonly StoredClaim[]): readonly Citation[] {
  return claims.map(({ claim, document }) => ({ document, evidence: claim.evidence[0]!, claim: claim.id }));
}

/** Distinct independent sources of claims. */
export function sourceCount(claims: readonly StoredClaim[], desk: Desk): number {
  return new Set(claims.map((stored) => desk.source(stored))).size;
}

/** Latest publication among the documents of claims, as the document gives it. */
export function latestPublished(claims: readonly StoredClaim[], desk: Desk): string | null {
  let latest: DocumentFacts | null = null;
  for (const { document } of claims) {
    const facts = desk.facts(document);
    if (facts.instant !== null && (latest === null || facts.instant >= latest.instant!)) latest = facts;
  }
  return latest?.published ?? null;
}

/** Joined sets of positions 0 … n−1: `join` two, then read the sets in the order of their first members. */
export function partition(n: number): { join(a: number, b: number): void; sets(): readonly (readonly number[])[] } {
  const parent = Array.from({ length: n }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  return {
    join(a, b) {
      const x = root(a);
      const y = root(b);
      // The smaller position leads, so that the sets do not depend on the order of joining.
      if (x < y) parent[y] = x;
      else parent[x] = y;
    },
    sets() {
      const groups = new Map<number, number[]>();
      for (let i = 0; i < n; i++) {
        const key = root(i);
        const group = groups.get(key);
        if (group) group.push(i);
        else groups.set(key, [i]);
      }
      return [...groups.values()];
    },
  };
}
