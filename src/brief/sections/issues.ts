// Section 5: issue by issue, what each side wants, the gap, the numbers, the trend; what does not fit goes to the annex.
import { type CommitmentClaim, type FigureRole, type PositionClaim, principal, type Stance } from "../../model/index.ts";
import type { Cell } from "../briefing.ts";
import { jointLine, positionLine, promiseLine, refusalLine } from "../claim-lines.ts";
import { pointer, sideOf } from "../context.ts";
import { type DraftGroup, type DraftLine, type DraftSection, group, line, SEARCHED, say } from "../draft.ts";
import { figureLine, isTelling, ROLE_ORDER } from "../figure-line.ts";
import { changeLine, claimsOf, gapHeading, gapLine } from "../gap-lines.ts";
import { concernsSides, type IssueFile } from "../issue-file.ts";
import { likeness, type Merged, mergeBy } from "../merge.ts";
import { successorSince } from "../predecessors.ts";
import { isGreeting } from "../speech.ts";
import { createTold, type Told } from "../told.ts";
import { countWords, plain } from "../words.ts";
import { isMeetingPromise } from "./commitments.ts";
import type { Kit } from "./kit.ts";

const MAX_ISSUES = 6;
const MAX_LINES = 3;
/** Numbers beside gaps and changes. */
const MAX_NUMBERS = 3;
/** Words of a clause; longer ones go to the annex. */
const MAX_WORDS = 25;

/** Promises in the order of print: those with figures first. */
function promisesOf(kit: Kit, file: IssueFile): readonly Merged<CommitmentClaim>[] {
  const own = file.promises.filter((stored) => !isMeetingPromise(kit.context, stored, stored.claim.action));
  const merged = mergeBy(
    own,
    ({ claim: a }, { claim: b }) => principal(a.by[0]!) === principal(b.by[0]!) && likeness(a.action, b.action) >= 0.4,
  );
  return [...merged].sort((x, y) => Number(hasFigure(y)) - Number(hasFigure(x)));
}

const hasFigure = ({ first }: Merged<CommitmentClaim>): boolean => /\d/.test(first.claim.action);

/** Positions that both sides take in the same passages, once; and the others. */
function splitJoint({ context }: Kit, positions: readonly Merged<PositionClaim>[]) {
  const place = ({ first }: Merged<PositionClaim>): string => `${first.document} ${first.claim.evidence[0]!.start} ${first.claim.stance}`;
  const of = (side: "a" | "b") =>
    new Map(
      positions.filter(({ first }) => sideOf(context, first.claim.holder) === side).map((position) => [place(position), position] as const),
    );
  const [a, b] = [of("a"), of("b")];
  const joint = positions.filter((position) => a.get(place(position)) === position && b.has(place(position)));
  const places = new Set(joint.map(place));
  return { joint, single: positions.filter((position) => !places.has(place(position))) };
}

interface Cells {
  readonly heading: DraftLine | null;
  readonly a: readonly DraftLine[];
  readonly b: readonly DraftLine[];
  readonly both: readonly DraftLine[];
}

/** Figures that a side asks for, offers or aims at: what the other side's figure could be apart from. */
const FIXED: ReadonlySet<FigureRole> = new Set(["demand", "offer", "pledge", "option", "target", "threshold"]);

function headingOf(kit: Kit, file: IssueFile): DraftLine | null {
  if (file.gaps.length > 0) return gapHeading(kit.context, file.gaps);
  const fixed = (cell: "a" | "b"): boolean =>
    file.figures.some(({ first }) => sideOf(kit.context, first.claim.holder) === cell && FIXED.has(first.claim.role));
  const [a, b] = [fixed("a"), fixed("b")];
  if (a === b) return null;
  const missing = kit.context.names.adjective(kit.context.sides[a ? 1 : 0]);
  return line([say(`Gap: none; no ${missing} figure`, SEARCHED)], null, true);
}

const ASKING: ReadonlySet<Stance> = new Set(["seeks", "demands", "offers", "supports"]);
const numbersIn = (text: string): readonly string[] => plain(text).match(/\d[\d,.]*\d|\d/g) ?? [];

/** Whether the gap line already tells all that a position says: its numbers are the gap's figures. */
function repeatsGap(file: IssueFile, claim: PositionClaim): boolean {
  const numbers = numbersIn(claim.about);
  const figures = file.gaps.flatMap(({ a, b }) => [...a.claims, ...b.claims]);
  const told = figures.flatMap(({ claim: figure }) => numbersIn(figure.text));
  return ASKING.has(claim.stance) && numbers.length > 0 && numbers.every((number) => told.includes(number));
}

/** What the gap line does not tell comes first, what was said under a predecessor or out of courtesy last; then what has a figure, then what more sources carry; otherwise in order of print of the texts. */
function weigh(kit: Kit, file: IssueFile): readonly Merged<PositionClaim>[] {
  const sources = ({ all }: Merged<PositionClaim>): number =>
    new Set(all.flatMap((stored) => kit.context.sourceAt(pointer(stored)) ?? [])).size;
  const rank = ({ first }: Merged<PositionClaim>): number => {
    if (successorSince(kit.context, first) || isGreeting(first.claim.evidence[0]!.quote)) return 3;
    return repeatsGap(file, first.claim) ? 2 : /\d/.test(first.claim.about) ? 0 : 1;
  };
  return file.positions
    .map((position, index) => ({ position, index }))
    .sort((x, y) => rank(x.position) - rank(y.position) || sources(y.position) - sources(x.position) || x.index - y.index)
    .map(({ position }) => position);
}

/** Lines of an issue but for its gaps and changes. A sentence of a text makes one line for a side, whatever was read from it. */
function linesOf(kit: Kit, file: IssueFile, told: Told): readonly DraftLine[] {
  const { joint, single } = splitJoint(kit, weigh(kit, file));
  const [counted, others] = [true, false].map((figure) => promisesOf(kit, file).filter((promise) => hasFigure(promise) === figure));
  const gaps = file.gaps.flatMap(claimsOf).map(({ claim }) => claim.id);
  const figures = file.figures
    .filter(({ first }) => concernsSides(kit.context, first.claim) || (first.claim.whose === null && first.claim.holder === null))
    .filter(({ first, all }) => isTelling(first.claim) && !all.some(({ claim }) => gaps.includes(claim.id)))
    .sort((x, y) => ROLE_ORDER.indexOf(x.first.claim.role) - ROLE_ORDER.indexOf(y.first.claim.role));
  return [
    ...file.refusals.flatMap((refusal) => told.once([refusal], principal(refusal.claim.by[0]!), () => refusalLine(kit, refusal))),
    ...joint.flatMap((position) => told.once(position.all, "both", () => jointLine(kit, position))),
    ...counted!.flatMap((promise) => told.once(promise.all, "promise", () => promiseLine(kit, promise))),
    ...single.flatMap((position) => told.once(position.all, principal(position.first.claim.holder), () => positionLine(kit, position))),
    ...others!.flatMap((promise) => told.once(promise.all, "promise", () => promiseLine(kit, promise))),
    ...figures.flatMap((figure) => told.once(figure.all, "figure", () => figureLine(kit.context, kit.naming, figure))),
  ];
}

function cellsOf(kit: Kit, file: IssueFile, told: Told): Cells {
  const lines = linesOf(kit, file, told);
  const of = (cell: Cell): DraftLine[] => lines.filter((draft) => draft.cell === cell);
  const changes = file.changes.map((change) => changeLine(kit.context, kit.naming, change));
  const gaps = file.gaps.map((gap) => gapLine(kit.context, gap));
  return { heading: headingOf(kit, file), a: of("a"), b: of("b"), both: [...gaps, ...changes, ...of("both")] };
}

const words = (draft: DraftLine): number => countWords(draft.segments.map(({ text }) => text).join(" "));

/** The issue table, and the annex with what did not fit. */
export function issueSections(kit: Kit): { readonly issues: DraftSection | null; readonly annex: DraftSection | null } {
  const groups: DraftGroup[] = [];
  const annex: DraftGroup[] = [];
  const told = createTold(kit.context);
  for (const file of kit.issues) {
    const { heading, a, b, both } = cellsOf(kit, file, told);
    const rest: DraftLine[] = [];
    const upTo = (lines: readonly DraftLine[], limit: number): DraftLine[] => {
      const short = lines.filter((draft) => draft.fixed || words(draft) <= MAX_WORDS + 10);
      const kept = short.slice(0, limit);
      rest.push(...lines.filter((draft) => !kept.includes(draft)));
      return kept;
    };
    const cells = [...upTo(a, MAX_LINES), ...upTo(b, MAX_LINES), ...upTo(both, file.gaps.length + file.changes.length + MAX_NUMBERS)];
    if (cells.length + rest.length === 0 && (!heading || file.gaps.length === 0)) continue;
    if (groups.length < MAX_ISSUES) {
      groups.push(group([...(heading ? [heading] : []), ...cells], file.label));
      if (rest.length > 0) annex.push(group(rest, file.label));
    } else annex.push(group([...(heading && file.gaps.length > 0 ? [heading] : []), ...cells, ...rest], file.label));
  }
  return {
    issues: groups.length > 0 ? { id: "issues", number: 5, title: "Issues", groups } : null,
    annex: annex.length > 0 ? { id: "annex", number: null, title: "Annex: further points", groups: annex } : null,
  };
}
