// What is known of one issue: gaps, changes, positions and figures of all documents, merged.
import type { Change, Gap, StoredClaim } from "../ledger/index.ts";
import { type ActorRef, type CommitmentClaim, covers, type FigureClaim, type IssueClaim, type PositionClaim } from "../model/index.ts";
import { adoptedIssue, changeGroup, gapGroup, groupLabel, OTHER } from "./adopt.ts";
import { type Context, isThird, ofKind, pointer, sideOf, tellsOfMeeting } from "./context.ts";
import { type Merged, mergeFigures, mergePositions } from "./merge.ts";
import { concernsBoth, isAbout } from "./relevance.ts";
import { isSayable } from "./sentence.ts";
import { isStale, staleFigures } from "./stale.ts";
import { isMereSpeech, isMisheld, isSubordinate, isUnfinished } from "./telling.ts";

export interface IssueFile {
  readonly id: string;
  readonly label: string;
  readonly gaps: readonly Gap[];
  readonly changes: readonly Change[];
  readonly positions: readonly Merged<PositionClaim>[];
  readonly figures: readonly Merged<FigureClaim>[];
  /** Promises of a side, told here when no position tells them. */
  readonly promises: readonly StoredClaim<CommitmentClaim>[];
  /** Promises that a side has not made or has refused. */
  readonly refusals: readonly StoredClaim<CommitmentClaim>[];
  readonly agenda: readonly StoredClaim<IssueClaim>[];
  /** Numbers of the independent sources that speak of it. */
  readonly sources: ReadonlySet<number>;
}

/** Whether a claim of a side belongs to the two: it is not addressed to others alone, or stands in a text about their meeting; and it concerns both. */
function isOfDyad(context: Context, stored: StoredClaim, holders: readonly ActorRef[], toward: readonly ActorRef[]): boolean {
  if (!holders.some((actor) => sideOf(context, actor) !== null)) return false;
  const others = toward.length > 0 && toward.every((actor) => isThird(context, actor));
  return (!others || tellsOfMeeting(context, stored.document)) && concernsBoth(context, stored, holders, toward);
}

/** What somebody wants others to do is no position that these hold: “wants both sides to reaffirm …”. */
function isEmbedded(context: Context, { claim, document }: StoredClaim<PositionClaim>): boolean {
  const [own] = claim.evidence;
  return (context.byDocument.get(document) ?? []).some(({ claim: other }) => {
    if (other.kind !== "position" || other.id === claim.id || other.stance === claim.stance) return false;
    if (other.stance !== "seeks" && other.stance !== "demands") return false;
    return covers(other.evidence[0]!, own!) && other.about.includes(claim.about);
  });
}

/**
 * Issues with something of the two sides in them, in print order: gap first, then number of figures, then sources, then id.
 */
export function issueFiles(context: Context): readonly IssueFile[] {
  const stale = staleFigures(context);
  const all = ofKind(context, "figure");
  const issued = <C extends PositionClaim | FigureClaim | CommitmentClaim>(stored: StoredClaim<C>): StoredClaim<C> => ({
    document: stored.document,
    claim: { ...stored.claim, issue: adoptedIssue(context, stored) },
  });
  const figures = all
    .filter((stored) => {
      const { holder, whose, toward } = stored.claim;
      const owners = [holder, whose].filter((actor) => actor !== null);
      return (
        !stale.has(stored.claim.id) &&
        !isMereSpeech(context, stored) &&
        (isAbout(context, stored.document) || concernsBoth(context, stored, owners, toward))
      );
    })
    .map(issued);
  const positions = ofKind(context, "position")
    .filter(
      (stored) =>
        !isEmbedded(context, stored) &&
        !isMisheld(context, stored) &&
        !isSubordinate(context, stored) &&
        isOfDyad(context, stored, [stored.claim.holder], stored.claim.toward) &&
        !isUnfinished(context, stored) &&
        !isMereSpeech(context, stored) &&
        isSayable(stored.claim) &&
        !isStale(stored, all, stale),
    )
    .map(issued);
  const agenda = ofKind(context, "issue");
  const promises = ofKind(context, "commitment")
    .filter(
      (stored) =>
        stored.claim.status !== "refused" &&
        stored.claim.modality !== "negated" &&
        isOfDyad(context, stored, stored.claim.by, stored.claim.to) &&
        !isMereSpeech(context, stored) &&
        !isUnfinished(context, stored),
    )
    .map(issued);
  const refusals = ofKind(context, "commitment")
    .filter(
      ({ claim }) =>
        (claim.status === "refused" || claim.modality === "negated") && claim.by.some((actor) => sideOf(context, actor) !== null),
    )
    .map(issued);
  const ids = new Set([
    ...context.gaps.map((gap) => gapGroup(context, gap)),
    ...positions.map(({ claim }) => claim.issue),
    ...figures.flatMap(({ claim }) => claim.issue ?? []),
  ]);
  const files = [...ids].sort().map((id): IssueFile => {
    const of = {
      positions: positions.filter(({ claim }) => claim.issue === id),
      figures: figures.filter(({ claim }) => claim.issue === id),
    };
    return {
      id,
      label: groupLabel(context, id, "Other points"),
      gaps: context.gaps.filter((gap) => gapGroup(context, gap) === id),
      changes: context.changes.filter((change) => changeGroup(context, change) === id),
      positions: mergePositions(of.positions),
      figures: mergeFigures(of.figures),
      promises: promises.filter(({ claim }) => claim.issue === id),
      refusals: refusals.filter(({ claim }) => claim.issue === id),
      agenda: agenda.filter(({ claim }) => claim.issue === id),
      sources: new Set([...of.positions, ...of.figures].flatMap((stored) => context.sourceAt(pointer(stored)) ?? [])),
    };
  });
  return files
    .filter(
      (file) =>
        file.gaps.length > 0 ||
        file.positions.length > 0 ||
        file.promises.length > 0 ||
        file.figures.some(({ first }) => concernsSides(context, first.claim)),
    )
    .sort(
      (a, b) =>
        gapRank(b) - gapRank(a) ||
        Number(a.id === OTHER) - Number(b.id === OTHER) ||
        bargained(b) - bargained(a) ||
        b.sources.size - a.sources.size ||
        spoken(context, b) - spoken(context, a) ||
        b.figures.length - a.figures.length ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Figures that a side asks, offers or weighs. */
const bargained = ({ figures }: IssueFile): number =>
  figures.filter(({ first }) => /^(?:demand|offer|option)$/.test(first.claim.role)).length;

/** Positions that texts about this meeting tell of. */
const spoken = (context: Context, { positions }: IssueFile): number =>
  positions.filter(({ all }) => all.some(({ document }) => tellsOfMeeting(context, document))).length;

const gapRank = (file: IssueFile): number => (file.gaps.some(({ kind }) => kind === "gap") ? 2 : file.gaps.length > 0 ? 1 : 0);

export function concernsSides(context: Context, figure: FigureClaim): boolean {
  return (
    sideOf(context, figure.holder) !== null ||
    sideOf(context, figure.whose) !== null ||
    figure.toward.some((actor) => sideOf(context, actor) !== null)
  );
}
