// What a change has left behind: a demand raised since is history, told in the trend line and nowhere else.
import type { StoredClaim } from "../ledger/index.ts";
import type { FigureClaim, PositionClaim } from "../model/index.ts";
import type { Context } from "./context.ts";

const overlap = (a: StoredClaim, b: StoredClaim): boolean =>
  a.document === b.document && a.claim.evidence.some((x) => b.claim.evidence.some((y) => x.start < y.end && y.start < x.end));

/** Figures that a later figure of the same holder and measure replaced. */
export function staleFigures(context: Context): ReadonlySet<string> {
  const from = new Map(context.changes.flatMap((change) => change.citations.map(({ claim }) => [claim, change.from] as const)));
  return new Set(context.claims.flatMap(({ claim }) => (claim.kind === "figure" && from.get(claim.id) === claim.value ? [claim.id] : [])));
}

/** Whether a position rests on a stale figure and on no other. */
export function isStale(
  position: StoredClaim<PositionClaim>,
  figures: readonly StoredClaim<FigureClaim>[],
  stale: ReadonlySet<string>,
): boolean {
  const within = figures.filter((figure) => overlap(figure, position));
  return within.length > 0 && within.every(({ claim }) => stale.has(claim.id));
}
