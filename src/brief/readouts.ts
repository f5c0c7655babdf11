// Readouts: after the meeting, what each side's own account says of an item, and how strongly.
import type { StoredClaim } from "../ledger/index.ts";
import type { CommitmentClaim, PositionClaim } from "../model/index.ts";
import type { BriefFacts } from "./briefing.ts";
import { type Context, ofKind } from "./context.ts";
import { likeness } from "./merge.ts";

type Item = BriefFacts["readouts"][number];
type Told = StoredClaim<PositionClaim> | StoredClaim<CommitmentClaim>;

/** Half of the words in common makes one item of two accounts. */
const SAME_ITEM = 0.4;

const wordsOf = ({ claim }: Told): string => (claim.kind === "position" ? claim.about : claim.action);
const strengthOf = ({ claim }: Told): number | null => (claim.kind === "position" ? claim.strength : null);

/** The side whose account a readout is: the state named by its site or author, else by its title. */
function accountOf(context: Context, document: string): "a" | "b" | null {
  const found = context.byId.get(document);
  if (found?.kind !== "readout" && found?.kind !== "statement") return null;
  const head = [found.site, found.author, found.title, found.url].join(" ").toLowerCase();
  const names = context.sides.map((side) => [
    context.names.shortName(side),
    context.names.adjective(side),
    context.names.actor(side)?.name ?? side,
  ]);
  const hits = names.map((forms) => forms.filter((form) => form.length > 2 && head.includes(form.toLowerCase())).length);
  if (hits[0] === hits[1]) return null;
  return (hits[0] ?? 0) > (hits[1] ?? 0) ? "a" : "b";
}

/** Items of the two sides' readouts, matched by issue and words; empty unless both sides have one. */
export function readoutItems(context: Context): readonly Item[] {
  const told: readonly Told[] = [...ofKind(context, "position"), ...ofKind(context, "commitment")];
  const bySide = {
    a: told.filter(({ document }) => accountOf(context, document) === "a"),
    b: told.filter(({ document }) => accountOf(context, document) === "b"),
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
