// What the ledger answers: documents, claims, and what follows from claims of many documents, as of a moment.
import type {
  ActorRef,
  Claim,
  CommitmentClaim,
  Document,
  Evidence,
  FigureClaim,
  MeetingClaim,
  MeetingFormat,
  MeetingStatus,
  OfficeAttestation,
  PartialDate,
  Span,
  StoredAttestation,
} from "../model/index.ts";
import type { FeedStore } from "./feeds/types.ts";

/** What a query may look at. */
export interface Scope {
  /** ISO date (its whole day, UTC) or date-time: only documents published by then. null: all. */
  readonly asOf: string | null;
  /** Only claims that concern these states or organisations (each named as actor of the claim, or by the document's meetings). */
  readonly states?: readonly string[];
}

export interface StoredDocument {
  readonly document: Document;
  /** ISO date-time UTC of the recording; never printed in a brief. */
  readonly recorded: string;
  /** Story it belongs to: the id of the story's first document. */
  readonly story: string;
  /** Owner's id of its site. */
  readonly owner: string;
}

export interface StoredClaim<C extends Claim = Claim> {
  readonly claim: C;
  readonly document: string;
}

/** A citation: which words of which document. */
export interface Citation {
  readonly document: string;
  readonly evidence: Evidence;
  readonly claim: string;
}

/** Documents that are copies or light edits of one text, or come from one owner: one independent source. Ordered by first publication. */
export interface Source {
  /** 1-based, by first publication. */
  readonly number: number;
  readonly documents: readonly string[];
  /** Why the documents count as one: `copy`, `owner`, `correction`. Empty for a single document. */
  readonly why: readonly string[];
  /** For copies: the document taken for the origin. */
  readonly origin: string;
}

/** Words that a document took over from another text: they count as that text's source. */
export interface SharedPassage extends Span {
  readonly document: string;
  /** The text they stand in too, and come from. */
  readonly from: string;
}

/** Another version of a document's page, and what changed between the two: from the earlier to the later. */
export interface Revision {
  readonly document: Document;
  readonly edits: readonly Edit[];
}

/** One change of a text: a range of the earlier version and what the later one has instead; either may be empty. */
export interface Edit {
  readonly from: Span;
  readonly to: Span;
}

/** One meeting as told by all sources. */
export interface MeetingRecord {
  /** `JPN-USA-2025-02-07`: the sides in alphabetical order and the day believed (or `undated`). */
  readonly id: string;
  readonly sides: readonly string[];
  readonly participants: readonly ActorRef[];
  readonly place: string | null;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly status: MeetingStatus;
  readonly format: MeetingFormat;
  readonly claims: readonly StoredClaim<MeetingClaim>[];
}

/** What two figures must share to be compared. */
export interface Measure {
  readonly issue: string;
  /** Normalised quantity: sorted content lemmas of what is measured. */
  readonly quantity: string;
  readonly unit: string;
  readonly period: string | null;
}

export interface GapSide {
  readonly holder: ActorRef;
  readonly value: number;
  readonly unit: string;
  readonly role: FigureClaim["role"];
  readonly claims: readonly StoredClaim<FigureClaim>[];
}

export interface Gap {
  readonly issue: string;
  readonly measure: Measure;
  readonly a: GapSide;
  readonly b: GapSide;
  /** |a − b| in the unit of the measure (points for percentages), free of binary rounding. */
  readonly difference: number;
  /** `gap`: one asks, the other plans or offers the same quantity. `comparison`: the figures concern different holders' quantities and the text itself compares them. `option`: one of them is only an option. */
  readonly kind: "gap" | "comparison" | "option";
}

export interface ContradictionValue {
  readonly value: string;
  readonly citations: readonly Citation[];
  /** Latest publication among its documents. */
  readonly published: string | null;
}

export interface Contradiction {
  /** `date`, `figure`, `office`, `denial`. */
  readonly type: "date" | "figure" | "office" | "denial";
  readonly about: string;
  readonly values: readonly ContradictionValue[];
  /** The value to believe and why (`correction`, `table-of-offices`), or null. */
  readonly resolved: { readonly value: string; readonly reason: string; readonly citations: readonly Citation[] } | null;
}

/** A stretch of a text that a correction takes back, in UTF-16 units. */
export interface Struck extends Span {
  readonly document: string;
  /** The sentence it stands in. */
  readonly sentence: Evidence;
}

/** A figure that an outlet corrected. Claims that hold the wrong one in their main words count no more. */
export interface Correction {
  readonly right: StoredClaim<FigureClaim>;
  /** Negated; told by the same words. */
  readonly wrong: StoredClaim<FigureClaim>;
  /** Where earlier texts of the outlet have the wrong figure. */
  readonly struck: readonly Struck[];
}

export interface Change {
  readonly holder: ActorRef;
  readonly issue: string;
  readonly measure: Measure;
  readonly from: number;
  readonly to: number;
  readonly date: PartialDate | null;
  readonly citations: readonly Citation[];
}

/** A commitment as told by all sources, with what became of it. */
export interface CommitmentRecord {
  readonly by: readonly ActorRef[];
  readonly to: readonly ActorRef[];
  readonly action: string;
  readonly issue: string;
  readonly amount: CommitmentClaim["amount"];
  readonly deadline: PartialDate | null;
  readonly status: CommitmentClaim["status"];
  readonly claims: readonly StoredClaim<CommitmentClaim>[];
}

export interface RecordResult {
  readonly id: string;
  /** False when the document was known: nothing changed. */
  readonly added: boolean;
  readonly claims: number;
}

/** Documents and claims in one place. All answers are ordered by content, never by time of recording. */
export interface Ledger {
  readonly path: string;
  /** Records a document and its claims in one transaction; a known id changes nothing. `recordedAt` is ISO 8601 UTC; `offices` is what it says of who holds which office. */
  record(document: Document, claims: readonly Claim[], recordedAt: string, offices?: readonly OfficeAttestation[]): RecordResult;
  has(documentId: string): boolean;
  /** Of the versions of a page only the one that counts as of the moment. */
  documents(scope: Scope): readonly StoredDocument[];
  /** Any recorded document, whether or not a later version has replaced it. */
  document(id: string): StoredDocument | null;
  /** The versions of a page that came after a document, in order, each with what it changed; empty for the newest. */
  laterVersions(id: string): readonly Revision[];
  /** The version of a page that a document replaced, with what the document changed in it; null where there is none. */
  earlierVersion(id: string): Revision | null;
  claims(scope: Scope): readonly StoredClaim[];
  /** By full id or by a unique prefix of at least 6 characters. */
  claim(id: string): StoredClaim | null;
  /** What the documents of the scope say of who holds which office. */
  offices(scope: Scope): readonly StoredAttestation[];
  /** Independent sources among the documents of the scope. */
  sources(scope: Scope): readonly Source[];
  /** Paragraphs that documents of the scope took over from others of it; of one document, those of the text first taken from first. */
  passages(scope: Scope): readonly SharedPassage[];
  meetings(scope: Scope): readonly MeetingRecord[];
  gaps(scope: Scope): readonly Gap[];
  contradictions(scope: Scope): readonly Contradiction[];
  changes(scope: Scope): readonly Change[];
  /** Figures that outlets of the scope corrected by the moment. */
  corrections(scope: Scope): readonly Correction[];
  commitments(scope: Scope): readonly CommitmentRecord[];
  /** Watched feeds: their state, and what became of their items. */
  readonly feeds: FeedStore;
  /** Counts for `doctor`: documents, claims by kind, schema version, integrity check. */
  health(): {
    readonly schema: number;
    readonly documents: number;
    readonly claims: Readonly<Record<string, number>>;
    readonly integrity: string;
  };
  close(): void;
}
