// Everything the sections draw on: the meeting, its sides, and what the ledger says of them as of the moment.
import type {
  Change,
  CommitmentRecord,
  Contradiction,
  Gap,
  Ledger,
  MeetingRecord,
  Source,
  StoredClaim,
  StoredDocument,
} from "../ledger/index.ts";
import {
  actorKind,
  addDays,
  type Claim,
  type ClaimKind,
  type Document,
  dayRange,
  isCalendarDate,
  type OfficeRole,
  principal,
  ScenesetterError,
} from "../model/index.ts";
import type { Pointer } from "./draft.ts";
import type { BriefNames } from "./names.ts";
import type { BriefOptions, Selector } from "./options.ts";
import { dayOf } from "./words.ts";

/**
 * Claims below this confidence stay out of a brief. docs/decisions/0081-confidence.md has the measurement.
 */
export const MIN_CONFIDENCE = 0.4;

/**
 * A brief draws on what was published within this many days before it: positions of last year are history, which the last meeting stands
 * for. docs/decisions/0083-a-window-in-time.md has the reasons and the measurement.
 */
const WINDOW_DAYS = 120;

/** Records of one occasion start at most this many days apart: an arrival dinner, the talks, a day that one source has wrong. */
const OCCASION_DAYS = 3;

export interface Context {
  readonly names: BriefNames;
  readonly asOf: string | null;
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
  readonly claims: readonly StoredClaim[];
  readonly byDocument: ReadonlyMap<string, readonly StoredClaim[]>;
  readonly gaps: readonly Gap[];
  readonly contradictions: readonly Contradiction[];
  readonly changes: readonly Change[];
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
  const { asOf, names } = options;
  const all = ledger.meetings("sides" in selector ? { asOf, states: selector.sides } : { asOf });
  const meeting = "sides" in selector ? comingMeeting(all, selector.sides, asOf, names) : all.find(({ id }) => id === selector.meeting);
  const [first, second] = "sides" in selector ? selector.sides : (meeting?.sides ?? []);
  if (!meeting || first === undefined || second === undefined) {
    throw new ScenesetterError("meeting-unknown", {
      selector: "sides" in selector ? `of ${selector.sides.join(" and ")}` : selector.meeting,
    });
  }
  const scope = { asOf, states: [first, second] };
  const same = all.filter((record) => record.id !== meeting.id && record.sides.includes(first) && record.sides.includes(second));
  const occasion = [meeting, ...same.filter((record) => isNear(record, meeting))];
  const inWindow = recent(ledger.documents(scope), meeting, asOf);
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
  const stored = new Map(ledger.documents(scope).map((one) => [one.document.id, one] as const));
  const documents = order.flatMap((id) => stored.get(id) ?? []);
  const sourceOf = new Map(sources.flatMap(({ number, documents: ids }) => ids.map((id) => [id, number] as const)));
  const cited = (all: readonly { readonly document: string }[]): boolean => all.some(({ document }) => sourceOf.has(document));
  const host = hostOf(meeting, names, [first, second]);
  const day = (meeting.start && dayRange(meeting.start)?.first) || (asOf ? dayOf(asOf) : latestDay(documents));
  return {
    names,
    asOf,
    meeting,
    occasion,
    precedents: same.filter((record) => !occasion.includes(record) && !samePersons(record, meeting) && record.status === "held"),
    others: same.filter((record) => !occasion.includes(record) && samePersons(record, meeting)),
    sides: host === second ? [second, first] : [first, second],
    day,
    documents,
    byId: new Map(documents.map(({ document }) => [document.id, document])),
    sources,
    sourceOf,
    claims: claims.filter(({ document }) => sourceOf.has(document)),
    byDocument: groupByDocument(claims),
    gaps: distinctGaps(ledger.gaps(scope)).filter(({ a, b }) => [a, b].every((side) => cited(side.claims))),
    contradictions: ledger
      .contradictions(scope)
      .filter(({ values }) => values.some(({ citations }) => cited(citations)))
      .filter(({ type, about }) => type !== "date" || occasion.some(({ id }) => about.endsWith(` ${id}`))),
    changes: ledger.changes(scope).filter(({ from, to, citations }) => from !== to && cited(citations)),
    commitments: ledger.commitments(scope).filter(({ claims: own }) => cited(own)),
  };
}

/**
 * Ids of the documents near enough in time to speak for the meeting: from WINDOW_DAYS before the moment of the brief (or before the meeting,
 * where that is earlier) on; those without a date, and those that tell of the meeting itself, always. All of them when none is that near.
 */
function recent(documents: readonly StoredDocument[], meeting: MeetingRecord, asOf: string | null): ReadonlySet<string> {
  const start = meeting.start ? (dayRange(meeting.start)?.first ?? null) : null;
  const moments = [asOf ? dayOf(asOf) : null, start].filter((day) => day !== null).sort();
  const from = moments[0] ? addDays(moments[0], -WINDOW_DAYS) : null;
  const own = new Set(meeting.claims.map(({ document }) => document));
  const near = documents.filter(({ document }) => {
    const day = document.published ? dayOf(document.published.value) : null;
    return from === null || day === null || day >= from || own.has(document.id);
  });
  return new Set((near.length > 0 ? near : documents).map(({ document }) => document.id));
}

/** Documents that tell of the last meeting of the same persons; older ones count for that alone. */
function lastHeld(same: readonly MeetingRecord[], meeting: MeetingRecord): ReadonlySet<string> {
  const held = same.filter(
    (record) =>
      record.status === "held" && record.start !== null && record.start < (meeting.start ?? "9999") && samePersons(record, meeting),
  );
  const last = held.sort((a, b) => (a.start! < b.start! ? 1 : -1))[0];
  return new Set(last?.claims.slice(0, 1).map(({ document }) => document));
}

/** Day of the latest publication among dated documents. */
function latestDay(documents: readonly StoredDocument[]): string | null {
  const days = documents.flatMap(({ document }) => (document.published ? [dayOf(document.published.value)] : [])).sort();
  return days[days.length - 1] ?? null;
}

const LEADERS: ReadonlySet<OfficeRole> = new Set(["head-of-state", "head-of-government", "monarch", "head-of-organisation"]);

/** Whether both sides are represented by somebody who leads them on the day. */
function isOfLeaders(record: MeetingRecord, sides: readonly [string, string], names: BriefNames): boolean {
  const day = (record.start && dayRange(record.start)?.first) || null;
  return sides.every((side) =>
    record.participants.some((actor) => {
      const role = day === null || principal(actor) !== side ? null : names.officeOn(actor.id, day)?.role;
      return role !== null && role !== undefined && LEADERS.has(role);
    }),
  );
}

/** The coming meeting of two sides: the first one of their leaders that is not over, else the first of others; else an undated plan; else the latest. */
function comingMeeting(
  all: readonly MeetingRecord[],
  sides: readonly [string, string],
  asOf: string | null,
  names: BriefNames,
): MeetingRecord | undefined {
  const both = all.filter((record) => sides.every((side) => record.sides.includes(side)));
  const start = (record: MeetingRecord): string => record.start ?? "";
  const dated = both.filter((record) => record.start !== null).sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0));
  const live = (record: MeetingRecord): boolean => record.status === "planned" || record.status === "postponed";
  const coming = dated.filter((record) => live(record) && (asOf === null || (record.end ?? start(record)) >= dayOf(asOf)));
  const alone = (record: MeetingRecord): boolean => record.sides.length === 2;
  const leaders = coming.filter((record) => isOfLeaders(record, sides, names));
  const next = leaders.find(alone) ?? leaders[0] ?? coming.find(alone) ?? coming[0];
  return next ?? both.find((record) => record.start === null && record.status === "planned") ?? dated[dated.length - 1] ?? both[0];
}

function isNear(record: MeetingRecord, meeting: MeetingRecord): boolean {
  if (record.start === null || meeting.start === null) return false;
  if (!isCalendarDate(record.start) || !isCalendarDate(meeting.start)) return false;
  return addDays(meeting.start, -OCCASION_DAYS) <= record.start && record.start <= addDays(meeting.end ?? meeting.start, OCCASION_DAYS);
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

/** Whether two records can be meetings of the same persons: where both name somebody for a side, they share one. */
function samePersons(record: MeetingRecord, meeting: MeetingRecord): boolean {
  return meeting.sides.every((side) => {
    const [ours, theirs] = [meeting, record].map(({ participants }) =>
      participants.filter((actor) => actorKind(actor.id) === "person" && principal(actor) === side).map(({ id }) => id),
    );
    return ours!.length === 0 || theirs!.length === 0 || ours!.some((id) => theirs!.includes(id));
  });
}

/** The side whose place it is. */
function hostOf(meeting: MeetingRecord, names: BriefNames, sides: readonly [string, string]): string | null {
  const state = meeting.place === null ? null : (names.place(meeting.place)?.state ?? null);
  return state !== null && sides.includes(state) ? state : null;
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
