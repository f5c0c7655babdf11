// The briefing: a tree of lines for one meeting as of one moment. Every line carries its evidence.
import type { ActorRef, MeetingFormat, MeetingStatus, PartialDate } from "../model/index.ts";

export const BRIEF_SCHEMA = "scenesetter-brief/1";

export const SECTION_IDS = [
  "header",
  "bottom-line",
  "participants",
  "why-now",
  "agenda",
  "issues",
  "commitments",
  "quotations",
  "third-parties",
  "disagreements",
  "unknown",
  "chronology",
  "annex",
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/**
 * What stands in one pair of brackets. `each`: every passage alone supports the words; `together`: only all of them do;
 * `searched`: the sources were searched whole and nothing was found (refs are source numbers).
 */
export interface Note {
  readonly mode: "each" | "together" | "searched";
  /** `1.5` source and passage, `T.1` the table of offices, `1` a source searched whole. */
  readonly refs: readonly string[];
  /** Numbers of the independent sources among them. */
  readonly sources: readonly number[];
}

/** A stretch of a line; its note stands after it. */
export interface Segment {
  readonly text: string;
  readonly strong: boolean;
  readonly note: Note | null;
}

/** A quotation that supports a line: exact words of a stored document at half-open UTF-16 offsets. */
export interface LineEvidence {
  readonly note: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Column of the issue table: side A (the host), side B, or what concerns both. */
export type Cell = "a" | "b" | "both";

export interface Line {
  /** `l12`, in order of print. */
  readonly id: string;
  readonly section: SectionId;
  readonly cell: Cell | null;
  /** The words without notes. */
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly evidence: readonly LineEvidence[];
  /** Independent sources that support the line, or that were searched for it. */
  readonly sources: readonly number[];
  /** True when the line rests on a search that found nothing. */
  readonly searched: boolean;
}

export interface Group {
  readonly title: string | null;
  /** Small print after the title: `a source says “will”`. */
  readonly hint: string | null;
  readonly lines: readonly Line[];
}

export interface Section {
  readonly id: SectionId;
  /** Number printed before the title; null for header and annex. */
  readonly number: number | null;
  readonly title: string;
  readonly groups: readonly Group[];
}

/** A passage printed in the notes. */
export interface Passage {
  readonly ref: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A row of the table of offices that a line relies on; never counted as a source. */
export interface TableRow {
  readonly ref: string;
  readonly text: string;
  readonly source: string;
}

export interface BriefDocument {
  readonly id: string;
  /** SHA-256 of the document's text (UTF-8), hexadecimal. */
  readonly textSha256: string;
  readonly file: string;
  readonly url: string | null;
  readonly site: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly kind: string;
  /** Number of the independent source it belongs to. */
  readonly source: number;
}

/** Documents that count as one. */
export interface BriefSource {
  readonly number: number;
  readonly documents: readonly string[];
  readonly origin: string;
  readonly why: readonly string[];
}

export interface BriefMeeting {
  readonly id: string;
  readonly sides: readonly [string, string];
  readonly participants: readonly ActorRef[];
  readonly place: string | null;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly status: MeetingStatus | null;
  readonly format: MeetingFormat | null;
}

interface Quoted {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** The facts behind the lines, as data (the lists of the JSON form). */
export interface BriefFacts {
  readonly gaps: readonly {
    readonly issue: string;
    readonly measure: string;
    readonly kind: string;
    readonly a: { readonly holder: string; readonly value: number; readonly unit: string };
    readonly b: { readonly holder: string; readonly value: number; readonly unit: string };
    readonly difference: number;
  }[];
  readonly contradictions: readonly {
    readonly type: string;
    readonly about: string;
    readonly values: readonly { readonly value: string; readonly document: string; readonly evidence: Quoted }[];
    readonly resolved: string | null;
  }[];
  readonly changes: readonly {
    readonly holder: string;
    readonly issue: string;
    readonly measure: string;
    readonly from: number;
    readonly to: number;
    readonly date: string | null;
    readonly documents: readonly string[];
  }[];
  readonly commitments: readonly {
    readonly by: readonly string[];
    readonly to: readonly string[];
    readonly action: string;
    readonly amount: { readonly value: number; readonly unit: string } | null;
    readonly deadline: string | null;
    readonly status: string;
    readonly evidence: readonly Quoted[];
  }[];
  readonly readouts: readonly {
    readonly item: string;
    readonly saidBy: "a" | "b" | "both";
    readonly strengthA: number | null;
    readonly strengthB: number | null;
    readonly evidence: readonly Quoted[];
  }[];
}

export interface Briefing {
  readonly schema: typeof BRIEF_SCHEMA;
  /** `Japan – United States`. */
  readonly title: string;
  /** Persons, place and date in one phrase. */
  readonly subtitle: string;
  /** `6 February 2025, 24:00 UTC`; null when all documents count. */
  readonly asOf: string | null;
  /** Printed names of side A (the host) and side B. */
  readonly sideNames: readonly [string, string];
  /** The warning above the header when all rests on one source. */
  readonly warning: string | null;
  readonly meeting: BriefMeeting;
  readonly sections: readonly Section[];
  readonly sources: readonly BriefSource[];
  readonly documents: readonly BriefDocument[];
  readonly passages: readonly Passage[];
  readonly table: readonly TableRow[];
  /** Sentences of section 12: copies counted once, what was set aside. */
  readonly remarks: readonly string[];
  readonly facts: BriefFacts;
}

/** All lines in order of print. */
export function linesOf(briefing: Briefing): readonly Line[] {
  return briefing.sections.flatMap((section) => section.groups.flatMap((group) => group.lines));
}

/** The officer's own slots, left empty. */
export const OFFICER_SLOTS = ["Objectives", "Arguments", "Response", "Press line"] as const;
