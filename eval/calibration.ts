// How right the claims of each rule are: the share of right claims on annotated documents, drawn towards their kind's, and that towards all.
import type { ClaimKind } from "../src/model/index.ts";

/** A claim with what the gold gives for it, 0 to 1. */
export interface Scored {
  readonly kind: ClaimKind;
  readonly rule: string;
  readonly credit: number;
}

interface Share {
  readonly claims: number;
  readonly right: number;
  /** The share after drawing it towards the wider one. */
  readonly drawn: number;
}

export interface Calibration {
  readonly mean: number;
  readonly kinds: ReadonlyMap<ClaimKind, Share>;
  readonly rules: ReadonlyMap<string, Share>;
}

/** Claims of a kind that the mean of all weighs like, and claims of a rule that its kind weighs like: decision 0069. */
const OF_ALL = 10;
const OF_KIND = 8;

/** Sums of claims by a key, each share drawn towards a wider one by so many claims of it. */
function shares<K extends string>(
  scored: readonly Scored[],
  keyOf: (s: Scored) => K,
  towards: (s: Scored) => number,
  by: number,
): Map<K, Share> {
  const out = new Map<K, Share>();
  for (const s of scored) {
    const old = out.get(keyOf(s)) ?? { claims: 0, right: 0 };
    const [claims, right] = [old.claims + 1, old.right + s.credit];
    out.set(keyOf(s), { claims, right, drawn: (right + by * towards(s)) / (claims + by) });
  }
  return out;
}

export function calibrate(scored: readonly Scored[]): Calibration {
  const mean = scored.reduce((sum, s) => sum + s.credit, 0) / Math.max(1, scored.length);
  const kinds = shares(
    scored,
    (s) => s.kind,
    () => mean,
    OF_ALL,
  );
  const rules = shares(
    scored,
    (s) => s.rule,
    (s) => kinds.get(s.kind)!.drawn,
    OF_KIND,
  );
  return { mean, kinds, rules };
}

/** The confidence of a claim of a rule by a calibration; a rule it has not seen is as right as its kind. */
export const confidenceBy = ({ mean, kinds, rules }: Calibration, kind: ClaimKind, rule: string) =>
  rules.get(rule)?.drawn ?? kinds.get(kind)?.drawn ?? mean;

/** src/extraction/confidence-table.ts from a calibration. */
export function tableOf({ mean, kinds, rules }: Calibration, documents: number): string {
  const all = [...rules.values()].reduce((n, r) => n + r.claims, 0);
  const rows = (shares: ReadonlyMap<string, Share>, quoted: boolean) =>
    [...shares]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, s]) => `  ${quoted ? JSON.stringify(key) : key}: ${Number(s.drawn.toFixed(2))}, // ${s.right.toFixed(1)} of ${s.claims}`)
      .join("\n");
  return `// Measured precision of kinds and rules, written by eval/claims.ts --calibrate. Do not edit by hand.
// ${documents} annotated documents, ${all} claims, mean ${mean.toFixed(2)}; each rule is drawn towards its kind by ${OF_KIND} claims, each kind towards the mean by ${OF_ALL}.
import type { ClaimKind } from "../model/index.ts";

export const OF_KIND: Readonly<Record<ClaimKind, number>> = {
${rows(kinds, false)}
};

export const MEASURED: Readonly<Record<string, number>> = {
${rows(rules, true)}
};
`;
}
