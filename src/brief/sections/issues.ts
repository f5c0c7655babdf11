// Section 5: issue by issue, what each side wants, the gap, the numbers, the trend; what does not fit goes to the annex.
import type { StoredClaim } from "../../ledger/index.ts";
import {
  type ActorRef,
  actorKind,
  type CommitmentClaim,
  type CommitmentStatus,
  type FigureClaim,
  overlaps,
  type PositionClaim,
  principal,
  type Stance,
} from "../../model/index.ts";
import type { Cell } from "../briefing.ts";
import { wholePhrase } from "../clause.ts";
import { pointer, pointers, publishedDay, sideOf } from "../context.ts";
import { isDisputed } from "../disputed.ts";
import { type DraftGroup, type DraftLine, type DraftSection, draftText, each, group, line, SEARCHED, say, strong } from "../draft.ts";
import { figureLine, isTelling, ROLE_ORDER } from "../figure-line.ts";
import { changeLine, claimsOf, gapHeading, gapLine } from "../gap-lines.ts";
import { concernsSides, type IssueFile } from "../issue-file.ts";
import { likeness, type Merged, mergeBy } from "../merge.ts";
import { principalName } from "../naming.ts";
import { inPlural, positionWords, withSubject } from "../sentence.ts";
import { capitalise, countWords, houseStyle, isGerund, plain, stopped } from "../words.ts";
import { isMeetingPromise } from "./commitments.ts";
import type { Kit } from "./kit.ts";

const MAX_ISSUES = 6;
const MAX_LINES = 3;
/** Numbers beside gaps and changes. */
const MAX_NUMBERS = 3;
/** Words of a clause; longer ones go to the annex. */
const MAX_WORDS = 25;

/** Who acts, where it is not the side as such: `Mr Trump`, `the White House`; null for the state itself. */
function subjectOf(kit: Kit, holder: ActorRef, document: string): string | null {
  return actorKind(holder.id) === "state" || holder.id === principal(holder)
    ? null
    : kit.naming.titled(holder, publishedDay(kit.context, document));
}

/** The named person through whom a state speaks: “Mr X says that …” rather than “the state says that …, says Mr X”. */
function ownSpeaker({ holder, attribution }: PositionClaim): ActorRef | null {
  const actor = attribution?.actor ?? null;
  const own = actor && attribution?.named && actorKind(actor.id) === "person" && principal(actor) === principal(holder);
  return own ? actor : null;
}

const disputed = (kit: Kit, stored: StoredClaim): string => (isDisputed(kit.context, stored) ? "; disputed, see 9" : "");

/** `named` puts the side's name before the verb, where no column or prefix says whose line it is. */
export function positionLine(kit: Kit, { first, all }: Merged<PositionClaim>, named = false): DraftLine {
  const { claim, document } = first;
  const whom = claim.toward.length === 1 ? kit.naming.later(claim.toward[0]!) : null;
  const side = named ? principalName(kit.context, principal(claim.holder)) : null;
  const speaker = ownSpeaker(claim);
  const subject = subjectOf(kit, speaker ?? claim.holder, document) ?? side;
  const says = speaker ? "" : kit.naming.says(claim.attribution, document, claim.holder);
  const { concern, words, clause } = positionWords(claim, whom, says !== "");
  const cell = sideOf(kit.context, claim.holder);
  const note = each(pointers(all));
  if (concern) {
    const who = subject ? ` (${subject})` : "";
    return line([strong("Concern."), say(stopped(`${capitalise(words)}${who}${says}`), note)], cell);
  }
  return line([say(stopped(`${withSubject(clause ? null : subject, words)}${says}${disputed(kit, first)}`), note)], cell);
}

const PROMISED: Readonly<Partial<Record<CommitmentStatus, string>>> = {
  pledged: "has pledged",
  agreed: "has agreed",
  proposed: "is considering",
  "under-way": "is under way:",
  done: "has done:",
  slipped: "has missed the deadline:",
  broken: "has not kept:",
};

/** `Has pledged to raise …`, where no position over the same passage says so. */
function promiseLine(kit: Kit, { first, all }: Merged<CommitmentClaim>): DraftLine | null {
  const { claim, document } = first;
  const whole = wholePhrase(claim.action, claim.evidence[0]!.quote)?.replace(/[.,;]+$/, "");
  const sides = new Set(claim.by.flatMap((actor) => sideOf(kit.context, actor) ?? []));
  const verb = PROMISED[claim.status];
  if (!whole || !verb || sides.size === 0) return null;
  const infinitive =
    /^\p{Ll}/u.test(whole) &&
    !/^(?:the|an?|its|their|no|more|further)\s/.test(whole) &&
    !isGerund(whole.split(" ")[0]!) &&
    !verb.endsWith(":");
  const words = `${sides.size === 2 ? `both sides ${inPlural(verb)}` : verb} ${infinitive && !/^to\s/.test(whole) ? "to " : ""}${houseStyle(whole)}`;
  const by = claim.by.find((actor) => sideOf(kit.context, actor) !== null)!;
  const says = kit.naming.says(claim.attribution, document, by);
  return line([say(stopped(capitalise(words) + says), each(pointers(all)))], sides.size === 2 ? "both" : [...sides][0]!);
}

/** Promises that no printed position tells, figures first. */
function promiseLines(kit: Kit, file: IssueFile): readonly DraftLine[] {
  const positions = file.positions.flatMap(({ all }) => all);
  const untold = file.promises.filter(
    ({ claim, document }) =>
      !isMeetingPromise(kit.context, { claim, document }, claim.action) &&
      !positions.some((other) => other.document === document && overlaps(other.claim.evidence[0]!, claim.evidence[0]!)),
  );
  const merged = mergeBy(
    untold,
    ({ claim: a }, { claim: b }) => principal(a.by[0]!) === principal(b.by[0]!) && likeness(a.action, b.action) >= 0.4,
  );
  return [...merged]
    .sort((x, y) => Number(/\d/.test(y.first.claim.action)) - Number(/\d/.test(x.first.claim.action)))
    .flatMap((promise) => promiseLine(kit, promise) ?? []);
}

/** `No promise on Alaska`; `Has not promised to pay`. */
function refusalLine(kit: Kit, { claim, document }: StoredClaim<CommitmentClaim>): DraftLine {
  const whole = (wholePhrase(claim.action, claim.evidence[0]!.quote) ?? plain(claim.action)).replace(/[.;,]+$/, "");
  const words = /^(?:on|about|over|regarding)\s/i.test(whole)
    ? `No promise ${whole}`
    : /^(?:\p{Lu}|the\s|an?\s|its\s)/u.test(whole)
      ? `No promise on ${whole}`
      : `Has not promised ${/^to\s/i.test(whole) ? whole : `to ${whole}`}`;
  const by = claim.by.find((actor) => sideOf(kit.context, actor) !== null) ?? null;
  return line(
    [say(stopped(houseStyle(words) + kit.naming.says(claim.attribution, document, by)), each(pointers([{ claim, document }])))],
    sideOf(kit.context, by),
  );
}

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

/** `Both sides reiterate …` */
function jointLine({ first, all }: Merged<PositionClaim>): DraftLine {
  const { concern, words, clause } = positionWords(first.claim, null);
  const note = each(pointers(all));
  if (concern) return line([strong("Concern of both."), say(stopped(capitalise(words)), note)], "both");
  return line([say(stopped(clause ? capitalise(words) : `Both sides ${inPlural(words)}`), note)], "both");
}

/** Whether a figure is already told by a line over the same passage. */
function told(figure: Merged<FigureClaim>, claims: readonly StoredClaim[]): boolean {
  return figure.all.some(({ document, claim }) =>
    claims.some((other) => other.document === document && other.claim.evidence.some((span) => span.quote.includes(claim.text))),
  );
}

interface Cells {
  readonly heading: DraftLine | null;
  readonly a: readonly DraftLine[];
  readonly b: readonly DraftLine[];
  readonly both: readonly DraftLine[];
}

function headingOf(kit: Kit, file: IssueFile): DraftLine | null {
  if (file.gaps.length > 0) return gapHeading(kit.context, file.gaps);
  const fixed = (cell: "a" | "b"): boolean =>
    file.figures.some(({ first }) => sideOf(kit.context, first.claim.holder) === cell && first.claim.role !== "actual");
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

/** What the gap line does not tell comes first, then what has a figure, then what more sources carry; otherwise in order of print of the texts. */
function weigh(kit: Kit, file: IssueFile): readonly Merged<PositionClaim>[] {
  const sources = ({ all }: Merged<PositionClaim>): number =>
    new Set(all.flatMap((stored) => kit.context.sourceAt(pointer(stored)) ?? [])).size;
  const rank = ({ first: { claim } }: Merged<PositionClaim>): number => (repeatsGap(file, claim) ? 2 : /\d/.test(claim.about) ? 0 : 1);
  return file.positions
    .map((position, index) => ({ position, index }))
    .sort((x, y) => rank(x.position) - rank(y.position) || sources(y.position) - sources(x.position) || x.index - y.index)
    .map(({ position }) => position);
}

function cellsOf(kit: Kit, file: IssueFile): Cells {
  const positions = weigh(kit, file);
  const { joint, single } = splitJoint(kit, positions);
  const lines = [...joint.map((position) => jointLine(position)), ...single.map((position) => positionLine(kit, position))];
  const printed: StoredClaim[] = [...file.promises, ...file.positions.flatMap(({ all }) => all), ...file.gaps.flatMap(claimsOf)];
  const figures = file.figures
    .filter(({ first }) => concernsSides(kit.context, first.claim) || (first.claim.whose === null && first.claim.holder === null))
    .filter((figure) => isTelling(figure.first.claim) && !told(figure, printed))
    .sort((x, y) => ROLE_ORDER.indexOf(x.first.claim.role) - ROLE_ORDER.indexOf(y.first.claim.role))
    .map((figure) => figureLine(kit.context, kit.naming, figure));
  const promises = promiseLines(kit, file);
  const all = [
    ...promises.filter((draft) => /\d/.test(draftText(draft))),
    ...lines,
    ...promises.filter((draft) => !/\d/.test(draftText(draft))),
    ...file.refusals.map((refusal) => refusalLine(kit, refusal)),
    ...figures,
  ];
  const distinct = all.filter(
    (draft, index) => all.findIndex((other) => other.cell === draft.cell && draftText(other) === draftText(draft)) === index,
  );
  const of = (cell: Cell): DraftLine[] => distinct.filter((draft) => draft.cell === cell);
  const changes = file.changes.map((change) => changeLine(kit.context, kit.naming, change));
  const gaps = file.gaps.map((gap) => gapLine(kit.context, gap));
  return { heading: headingOf(kit, file), a: of("a"), b: of("b"), both: [...gaps, ...changes, ...of("both")] };
}

const words = (draft: DraftLine): number => countWords(draft.segments.map(({ text }) => text).join(" "));

/** The issue table, and the annex with what did not fit. */
export function issueSections(kit: Kit): { readonly issues: DraftSection | null; readonly annex: DraftSection | null } {
  const groups: DraftGroup[] = [];
  const annex: DraftGroup[] = [];
  for (const file of kit.issues) {
    const { heading, a, b, both } = cellsOf(kit, file);
    const rest: DraftLine[] = [];
    const upTo = (lines: readonly DraftLine[], limit: number): DraftLine[] => {
      const short = lines.filter((draft) => draft.fixed || words(draft) <= MAX_WORDS + 10);
      const kept = short.slice(0, limit);
      rest.push(...lines.filter((draft) => !kept.includes(draft)));
      return kept;
    };
    const cells = [...upTo(a, MAX_LINES), ...upTo(b, MAX_LINES), ...upTo(both, file.gaps.length + file.changes.length + MAX_NUMBERS)];
    if (cells.length === 0 && !heading) continue;
    if (groups.length < MAX_ISSUES) {
      groups.push(group([...(heading ? [heading] : []), ...cells], file.label));
      if (rest.length > 0) annex.push(group(rest, file.label));
    } else annex.push(group([...(heading ? [heading] : []), ...cells, ...rest], file.label));
  }
  return {
    issues: groups.length > 0 ? { id: "issues", number: 5, title: "Issues", groups } : null,
    annex: annex.length > 0 ? { id: "annex", number: null, title: "Annex: further points", groups: annex } : null,
  };
}
