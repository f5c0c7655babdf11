// Section 1: at most three lines: the largest gaps, then asks against figures, then offers.
import type { Change, Gap, GapSide } from "../../ledger/index.ts";
import { type PositionClaim, principal, type Stance } from "../../model/index.ts";
import { groupLabel, OTHER } from "../adopt.ts";
import { isJoint, jointLine, positionLine } from "../claim-lines.ts";
import { type Context, ofKind, pointer, pointers, sideOf } from "../context.ts";
import { type DraftLine, type DraftSegment, draftText, each, group, line, say, strong, together } from "../draft.ts";
import { figureLine } from "../figure-line.ts";
import { printDifference, printFigure, roleWord } from "../figures.ts";
import { changeLine, measureOf } from "../gap-lines.ts";
import type { IssueFile } from "../issue-file.ts";
import { type Merged, mergeBy } from "../merge.ts";
import { successorSince } from "../predecessors.ts";
import { isGreeting } from "../speech.ts";
import { capitalise, listLabels, plain, stopped } from "../words.ts";
import { actionWords, commitmentLine, deadlineOf, ownCommitments } from "./commitments.ts";
import type { Kit, SectionWriter } from "./kit.ts";

const LIMIT = 3;

const known = (context: Context, side: GapSide): GapSide["claims"] => side.claims.filter(({ document }) => context.byId.has(document));

/** Verb of a figure by its role, for a sentence whose subject is the holder. */
const VERB: Readonly<Record<string, string>> = {
  demand: "asks",
  offer: "offers",
  pledge: "has pledged",
  target: "has a target of",
  threshold: "has a limit of",
  actual: "is at",
  estimate: "is put at",
  option: "considers",
};

function sideWords(kit: Kit, side: GapSide, end: string): DraftSegment {
  const claims = known(kit.context, side);
  const claim = claims[0]?.claim;
  const name = kit.naming.later({ ...side.holder, id: principal(side.holder) });
  const figure = claim ? printFigure(claim) : `${side.value} ${side.unit}`;
  const verb = claim?.modality === "planned" && side.role === "demand" ? "will ask" : (VERB[side.role] ?? roleWord(side.role));
  return say(`${capitalise(name)} ${verb} ${figure}${end}`, each(pointers(claims)));
}

function gapSentence(kit: Kit, file: IssueFile, gap: Gap): DraftLine {
  const [asking, other] = gap.b.role === "demand" && gap.a.role !== "demand" ? [gap.b, gap.a] : [gap.a, gap.b];
  const named = capitalise(measureOf(gap));
  // What stands under “Other points” is named by what is measured.
  const [label, measure] = named === file.label || (file.id === OTHER && named) ? [named, ""] : [file.label, named];
  const both = [asking, other].flatMap((side) => known(kit.context, side).slice(0, 1).map(pointer));
  const difference = printDifference(gap.difference, gap.measure.unit);
  if (gap.kind === "comparison") {
    const words = `Figures of different holders, ${difference} apart; see 5.`;
    return line([strong(`${label}.`), sideWords(kit, other, ";"), sideWords(kit, asking, "."), say(words, together(both))], null, true);
  }
  const lead = measure ? [say(`${measure}:`)] : [];
  const word = gap.kind === "option" ? "Distance of the option" : "Gap";
  return line(
    [strong(`${label}.`), ...lead, sideWords(kit, asking, ";"), sideWords(kit, other, "."), say(`${word}: ${difference}.`, together(both))],
    null,
    true,
  );
}

/** Size of a gap against the larger of its two figures, so that points and money can be ranked together. */
const relative = ({ a, b, difference }: Gap): number => difference / Math.max(Math.abs(a.value), Math.abs(b.value), Number.MIN_VALUE);

const KIND_RANK: Readonly<Record<Gap["kind"], number>> = { gap: 2, option: 1, comparison: 0 };

function gapLines(kit: Kit): { readonly issue: string; readonly draft: DraftLine }[] {
  const items = kit.issues.flatMap((file) => file.gaps.map((gap) => ({ file, gap })));
  const sorted = items.sort(
    (x, y) =>
      KIND_RANK[y.gap.kind] - KIND_RANK[x.gap.kind] ||
      relative(y.gap) - relative(x.gap) ||
      y.file.sources.size - x.file.sources.size ||
      (x.file.id < y.file.id ? -1 : 1),
  );
  return sorted.map(({ file, gap }) => ({ issue: file.id, draft: gapSentence(kit, file, gap) }));
}

const ASKS: ReadonlySet<Stance> = new Set(["seeks", "demands", "offers", "opposes"]);

/** The line of a side on an issue: what it asks or offers, else what it holds. */
function strongest(kit: Kit, file: IssueFile, side: "a" | "b"): Merged<PositionClaim> | null {
  const own = file.positions.filter(
    ({ first }) =>
      sideOf(kit.context, first.claim.holder) === side &&
      !isGreeting(first.claim.evidence[0]!.quote) &&
      !successorSince(kit.context, first),
  );
  return own.find(({ first }) => ASKS.has(first.claim.stance)) ?? own.find(({ first }) => first.claim.stance !== "concerned") ?? null;
}

/**
 * Issues without a gap on which a side asks or offers: its strongest line and the other side's; where the other is silent, an option that
 * is talked of. Both sides first, then those with figures.
 */
function askLines(kit: Kit): { readonly issue: string; readonly draft: DraftLine }[] {
  return kit.issues
    .filter((file) => file.gaps.length === 0 && file.id !== OTHER)
    .flatMap((file) => {
      const each = (["a", "b"] as const).flatMap((side) => strongest(kit, file, side) ?? []);
      const joint = each.length === 2 && isJoint(each[0]!, each[1]!);
      const positions = joint ? each.slice(0, 1) : each;
      const asks = positions.filter(({ first }) => ASKS.has(first.claim.stance)).length;
      const option = file.figures.find(({ first }) => first.claim.role === "option");
      const drafts = [
        ...positions.flatMap((position) => (joint ? jointLine(kit, position) : positionLine(kit, position, true)) ?? []),
        ...(option && positions.length < 2 ? [figureLine(kit.context, kit.naming, option, true)] : []),
      ];
      const figures = file.figures.filter(({ first }) => first.claim.role !== "actual").length;
      const distinct = drafts.filter((one, at) => drafts.findIndex((other) => draftText(other) === draftText(one)) === at);
      const draft = line([strong(`${file.label}.`), ...distinct.flatMap(({ segments }) => segments)]);
      const told =
        drafts.length > 0 &&
        asks > 0 &&
        (drafts.length > 1 || figures > 0 || positions.some(({ first }) => first.claim.stance === "offers"));
      return told ? [{ issue: file.id, sides: drafts.length, figures, draft }] : [];
    })
    .sort((x, y) => y.sides - x.sides || y.figures - x.figures);
}

/** Whether a figure that moved is one that a side asks or offers; a programme that has grown is no news of the talks. */
function isBargained(context: Context, { citations }: Change): boolean {
  const ids = new Set(citations.map(({ claim }) => claim));
  return context.claims.some(
    ({ claim }) => ids.has(claim.id) && claim.kind === "figure" && (claim.role === "demand" || claim.role === "offer"),
  );
}

/** Moves on issues without a gap. */
function moveLines(kit: Kit): readonly { readonly issue: string; readonly draft: DraftLine }[] {
  return kit.issues
    .filter(({ gaps, id }) => gaps.length === 0 && id !== OTHER)
    .flatMap(({ id, label, changes }) => {
      const change = changes.find((one) => isBargained(kit.context, one));
      if (!change) return [];
      const [, ...told] = changeLine(kit.context, kit.naming, change).segments;
      return [{ issue: id, draft: line([strong(`${label}.`), ...told]) }];
    });
}

/** Without gap and ask: what the two have promised with a day, a sum or a number. */
function promiseLines(kit: Kit): readonly DraftLine[] {
  return ownCommitments(kit.context)
    .filter((record) => deadlineOf(kit.context, record) !== null || /\d/.test(actionWords(kit.context, record)))
    .filter(({ claims }) => claims.every((stored) => !successorSince(kit.context, stored)))
    .map((record) =>
      line([
        strong(`${groupLabel(kit.context, record.issue.startsWith("other:") ? OTHER : record.issue, "Promised")}.`),
        ...commitmentLine(kit, record).segments,
      ]),
    );
}

/** Without all these: what both sides hold in common, an issue each. */
function commonLines(kit: Kit): readonly DraftLine[] {
  return kit.issues
    .filter(({ id }) => id !== OTHER)
    .flatMap((file) => {
      const [a, b] = (["a", "b"] as const).map((side) =>
        file.positions.filter(({ first }) => sideOf(kit.context, first.claim.holder) === side && !successorSince(kit.context, first)),
      );
      const joint = a!.find(
        (position) => !isGreeting(position.first.claim.evidence[0]!.quote) && b!.some((other) => isJoint(position, other)),
      );
      const draft = joint ? jointLine(kit, joint) : null;
      return draft ? [line([strong(`${file.label}.`), ...draft.segments])] : [];
    });
}

/** Without gap and ask: what is on the agenda. */
function agendaLine({ context }: Kit, told: ReadonlySet<string>): DraftLine[] {
  const left = ofKind(context, "issue").filter(({ claim }) => !told.has(claim.issue) && !claim.issue.startsWith("other:"));
  const merged = mergeBy(left, ({ claim: a }, { claim: b }) => a.issue === b.issue).slice(0, 5);
  if (merged.length === 0) return [];
  const labels = merged.map(({ first }, index) => {
    const label = context.names.issueLabel(first.claim.issue);
    return index === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1);
  });
  return [line([strong("Agenda."), say(stopped(plain(listLabels(labels))), each(pointers(merged.flatMap(({ all }) => all))))])];
}

export const bottomLineSection: SectionWriter = (kit) => {
  const gaps = gapLines(kit);
  const asks = askLines(kit);
  const seen = new Set<string>();
  const chosen: DraftLine[] = [];
  for (const { issue, draft } of [...gaps, ...moveLines(kit), ...asks]) {
    if (chosen.length === LIMIT) break;
    if (seen.has(issue)) continue;
    seen.add(issue);
    chosen.push(draft);
  }
  chosen.push(...promiseLines(kit).slice(0, LIMIT - chosen.length));
  if (chosen.length === 0) chosen.push(...commonLines(kit).slice(0, LIMIT - 1));
  const lines = chosen.length < LIMIT ? [...chosen, ...agendaLine(kit, seen)].slice(0, LIMIT) : chosen;
  return lines.length > 0 ? { id: "bottom-line", number: 1, title: "Bottom line", groups: [group(lines)] } : null;
};
