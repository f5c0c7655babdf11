// Readouts: after the meeting, what each side's own account says of an item, and how strongly.
import type { StoredClaim } from "../ledger/index.ts";
import type { CommitmentClaim, PositionClaim } from "../model/index.ts";
import type { BriefFacts } from "./briefing.ts";
import { type Context, ofKind, sideOf } from "./context.ts";
import { likeness } from "./merge.ts";

type Item = BriefFacts["readouts"][number];
type Told = StoredClaim<PositionClaim> | StoredClaim<CommitmentClaim>;

/** Half of the words in common makes one item of two accounts. */
const SAME_ITEM = 0.4;

const wordsOf = ({ claim }: Told): string => (claim.kind === "position" ? claim.about : claim.action);
const strengthOf = ({ claim }: Told): number | null => (claim.kind === "position" ? claim.strength : null);

/** A readout speaks for the side that acts in it: this many times as many of its claims are held by that side as by the other. */
const LEAD = 1.5;

/** The side whose account a readout is; null when it speaks for both alike. */
function accountOf(context: Context, document: string, told: readonly Told[]): "a" | "b" | null {
  const kind = context.byId.get(document)?.kind;
  if (kind !== "readout" && kind !== "statement") return null;
  const held = { a: 0, b: 0 };
  for (const { claim } of told.filter((item) => item.document === document)) {
    const sides = new Set((claim.kind === "position" ? [claim.holder] : claim.by).map((actor) => sideOf(context, actor)));
    for (const side of ["a", "b"] as const) if (sides.has(side)) held[side]++;
  }
  if (held.a >= LEAD * held.b && held.a > held.b) return "a";
  return held.b >= LEAD * held.a && held.b > held.a ? "b" : null;
}

/** Items of the two sides' readouts, matched by issue and words; empty unless both sides have one. */
export function readoutItems(context: Context): readonly Item[] {
  const told: readonly Told[] = [...ofKind(context, "position"), ...ofKind(context, "commitment")];
  const accounts = new Map(context.documents.map(({ document }) => [document.id, accountOf(context, document.id, told)] as const));
  const bySide = {
    a: told.filter(({ document }) => accounts.get(document) === "a"),
    b: told.filter(({ document }) => accounts.get(document) === "b"),
  };
  if (bySide.a.length === 0 || bySide.b.length === 0) return [];
  const matched = new Set<Told>();
  const items = bySide.a.map((item): Item => {
    const other = bySide.b.find(
      (candidate) =>
        !matched.has(candidate) && candidate.claim.issue === item.claim.issue && likeness(wordsOf(candidate), wordsOf(item)) >= SAME_ITEM,
    );
    if (other) matched.add(other);
    return toItem(item, other ?? null);
  });
  return [...items, ...bySide.b.filter((item) => !matched.has(item)).map((item) => toItem(null, item))];
}

function toItem(a: Told | null, b: Told | null): Item {
  const both = [a, b].filter((told) => told !== null);
  return {
    item: wordsOf(both[0]!),
    saidBy: a && b ? "both" : a ? "a" : "b",
    strengthA: a ? strengthOf(a) : null,
    strengthB: b ? strengthOf(b) : null,
    evidence: both.map(({ document, claim }) => ({ document, ...claim.evidence[0]! })),
  };
}
