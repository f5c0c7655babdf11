// Everything the sections draw on: the meeting, its sides, and what the ledger says of them as of the moment.
import {
  byDocument,
  type Change,
  type CommitmentRecord,
  type Contradiction,
  type Correction,
  type Gap,
  type Ledger,
  type MeetingRecord,
  passageAt,
  type Source,
  type StoredClaim,
  type StoredDocument,
} from "../ledger/index.ts";
import { actorKind, type Claim, type ClaimKind, type Document, dayRange, principal } from "../model/index.ts";
import type { Pointer } from "./draft.ts";
import { momentOf } from "./moment.ts";
import type { BriefNames } from "./names.ts";
import { hostOf, isLive, isNear, lastHeld, latestDay, recent, samePersons } from "./occasion.ts";
import type { BriefOptions, Selector } from "./options.ts";
import { dayOf } from "./words.ts";

/**
 * Claims below this confidence stay out of a brief. docs/decisions/0081-which-claims-count.md has the measurement.
 */
export const MIN_CONFIDENCE = 0.4;

export interface Context {
  readonly names: BriefNames;
  readonly asOf: string | null;
  /** Whether the meeting is over and the cut-off therefore its own day. */
  readonly past: boolean;
  readonly meeting: MeetingRecord;
  /** The meeting and other records of the same occasion. */
  readonly occasion: readonly MeetingRecord[];
  /** Other meetings of the two sides. */
  readonly others: readonly MeetingRecord[];
  /** Meetings of the two sides between other persons: predecessors, ministers. */
  readonly precedents: readonly MeetingRecord[];
  /** Side A is the host. */
  readonly sides: readonly [string, string];
  /** The day the brief looks at: the meeting's, else the latest publication. */
  readonly day: string | null;
  /** In order of print: by source, then by publication. */
  readonly documents: readonly StoredDocument[];
  readonly byId: ReadonlyMap<string, Document>;
  readonly sources: readonly Source[];
  /** Number of the independent source of each document. */
  readonly sourceOf: ReadonlyMap<string, number>;
  /** Number of the independent source of some words: of their document, or of the one that their paragraph was taken over from. */
  readonly sourceAt: (words: Pointer) => number | undefined;
  readonly claims: readonly StoredClaim[];
  readonly byDocument: ReadonlyMap<string, readonly StoredClaim[]>;
  readonly gaps: readonly Gap[];
  readonly contradictions: readonly Contradiction[];
  readonly changes: readonly Change[];
  /** Figures that outlets took back; no line rests on a sentence that has one. */
  readonly corrections: readonly Correction[];
  readonly commitments: readonly CommitmentRecord[];
}

/** The claims of one kind. */
export function ofKind<K extends ClaimKind>(context: Context, kind: K): readonly StoredClaim<Extract<Claim, { kind: K }>>[] {
  return context.claims.filter((stored): stored is StoredClaim<Extract<Claim, { kind: K }>> => stored.claim.kind === kind);
}

/** Where a claim's words stand: its main evidence. */
export function pointer(stored: StoredClaim): Pointer {
  return { document: stored.document, evidence: stored.claim.evidence[0]! };
}

export const pointers = (all: readonly StoredClaim[]): readonly Pointer[] => all.map(pointer);

/** Publication day of a document; null when unknown. */
export function publishedDay(context: Context, document: string): string | null {
  const value = context.byId.get(document)?.published?.value;
  return value ? dayOf(value) : null;
}

/** `a` or `b` when the actor is, or speaks for, a side; null for others. A company or body of a state does not speak for it. */
export function sideOf(context: Context, actor: { readonly id: string; readonly state?: string } | null): "a" | "b" | null {
  if (!actor) return null;
  if (actorKind(actor.id) === "organisation" && !context.sides.includes(actor.id)) return null;
  const state = principal({ name: "", ...actor });
  if (state === context.sides[0]) return "a";
  return state === context.sides[1] ? "b" : null;
}

/**
 * Reads the ledger for one brief.
 * @throws ScenesetterError `meeting-unknown` when no meeting fits the selector.
 */
export function readContext(ledger: Ledger, selector: Selector, options: BriefOptions): Context {
  const { names } = options;
  const { asOf, past, all, meeting, sides } = momentOf(ledger, selector, options);
  const [first, second] = sides;
  const scope = { asOf, states: [first, second] };
  const same = all.filter((record) => record.id !== meeting.id && record.sides.includes(first) && record.sides.includes(second));
  const occasion = [meeting, ...same.filter((record) => isNear(record, meeting) && isLive(record, meeting))];
  const readable = ledger.documents(scope);
  const inWindow = recent(readable, meeting, asOf);
  const before = lastHeld(same, meeting);
  const claims = ledger
    .claims(scope)
    .filter(
      ({ claim, document }) =>
        (inWindow.has(document) || (claim.kind === "meeting" && before.has(document))) &&
        claim.confidence >= MIN_CONFIDENCE &&
        claim.modality !== "hypothetical",
    );
  const used = new Set(claims.map(({ document }) => document));
  const sources = renumber(ledger.sources(scope), used);
  const order = sources.flatMap(({ documents }) => documents);
  const stored = new Map(readable.map((one) => [one.document.id, one] as const));
  const documents = order.flatMap((id) => stored.get(id) ?? []);
  const sourceOf = new Map(sources.flatMap(({ number, documents: ids }) => ids.map((id) => [id, number] as const)));
  const passages = byDocument(ledger.passages(scope));
  const cited = (all: readonly { readonly document: string }[]): boolean => all.some(({ document }) => sourceOf.has(document));
  const host = hostOf(meeting, names, [first, second]);
  const day = dayOfBrief(meeting, asOf ? dayOf(asOf) : latestDay(documents));
  return {
    names,
    asOf,
    past,
    meeting,
    occasion,
    precedents: same.filter((record) => !occasion.includes(record) && !samePersons(record, meeting) && record.status === "held"),
    others: same.filter((record) => !occasion.includes(record) && samePersons(record, meeting)),
    // who hosts comes first; where nobody is known to, the order does not depend on how the brief was asked for
    sides: host === second || (host === null && second < first) ? [second, first] : [first, second],
    day,
    documents,
    byId: new Map(documents.map(({ document }) => [document.id, document])),
    sources,
    sourceOf,
    sourceAt: ({ document, evidence }) => {
      const passage = passageAt(passages.get(document) ?? [], evidence, (id) => sourceOf.has(id));
      return sourceOf.get(passage?.from ?? document);
    },
    claims: claims.filter(({ document }) => sourceOf.has(document)),
    byDocument: groupByDocument(claims),
    gaps: distinctGaps(ledger.gaps(scope)).filter(({ a, b }) => [a, b].every((side) => cited(side.claims))),
    contradictions: ledger
      .contradictions(scope)
      .filter(({ values }) => values.some(({ citations }) => cited(citations)))
      .filter(({ type, about }) => type !== "date" || occasion.some(({ id }) => about.endsWith(` ${id}`))),
    changes: ledger.changes(scope).filter((change) => change.from !== change.to && cited(change.citations) && !isPart(change)),
    corrections: ledger.corrections(scope),
    commitments: ledger.commitments(scope).filter(({ claims: own }) => cited(own)),
  };
}

/** Whether two figures of one passage are a sum and a part of it: “$1.8 billion, including $1.2 billion”. */
const isPart = ({ citations }: Change): boolean =>
  citations.length > 0 && citations.every(({ evidence }) => /\b(?:including|of which|among them)\b/.test(evidence.quote));

/** The day the brief looks at: the meeting's; within its month or year the one nearest to `now`; without a date `now`. */
function dayOfBrief(meeting: MeetingRecord, now: string | null): string | null {
  const range = meeting.start === null ? null : dayRange(meeting.start);
  if (range === null || now === null) return range?.first ?? now;
  return now < range.first ? range.first : now > range.last ? range.last : now;
}

/** Gaps between the same two figures of the same two holders are one; the one with an issue of the table is kept, with the claims of all. */
function distinctGaps(gaps: readonly Gap[]): readonly Gap[] {
  const byFigures = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = [gap.kind, gap.measure.unit, ...[gap.a, gap.b].map(({ holder, value }) => `${principal(holder)} ${value}`).sort()].join(
      "|",
    );
    const known = byFigures.get(key);
    if (!known) byFigures.set(key, gap);
    else {
      const [kept, other] = known.issue.startsWith("other:") && !gap.issue.startsWith("other:") ? [gap, known] : [known, gap];
      const sideOfOther = (side: Gap["a"]): Gap["a"] => (principal(other.a.holder) === principal(side.holder) ? other.a : other.b);
      const joined = (side: Gap["a"]): Gap["a"] => ({
        ...side,
        claims: [...side.claims, ...sideOfOther(side).claims.filter(({ claim }) => !side.claims.some((own) => own.claim.id === claim.id))],
      });
      byFigures.set(key, { ...kept, a: joined(kept.a), b: joined(kept.b) });
    }
  }
  return [...byFigures.values()];
}

function groupByDocument(claims: readonly StoredClaim[]): ReadonlyMap<string, readonly StoredClaim[]> {
  const groups = new Map<string, StoredClaim[]>();
  for (const stored of claims) {
    const group = groups.get(stored.document);
    if (group) group.push(stored);
    else groups.set(stored.document, [stored]);
  }
  return groups;
}

/** Sources of the documents that say something here, numbered from 1 again by first publication. */
function renumber(sources: readonly Source[], used: ReadonlySet<string>): Source[] {
  return sources
    .map((source) => ({ ...source, documents: source.documents.filter((id) => used.has(id)) }))
    .filter((source) => source.documents.length > 0)
    .map((source, index) => ({ ...source, number: index + 1 }));
}

/** Whether an actor is neither side: another state, an organisation, a company. */
export function isThird(context: Context, actor: { readonly id: string; readonly state?: string } | null): boolean {
  if (!actor || sideOf(context, actor) !== null) return false;
  return actorKind(actor.id) !== "group" && actorKind(actor.id) !== "person";
}

/** Whether a document tells of this meeting; what it says of third parties then matters to it. */
export const tellsOfMeeting = (context: Context, document: string): boolean =>
  context.occasion.some(({ claims }) => claims.some((stored) => stored.document === document));
