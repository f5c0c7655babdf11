// Drafts: lines before their notes are numbered. Sections write drafts; numbering turns them into lines.
import type { Evidence } from "../model/index.ts";
import type { Cell, Note, SectionId } from "./briefing.ts";

/** A place in a document. */
export interface Pointer {
  readonly document: string;
  readonly evidence: Evidence;
}

/** A row of the table of offices, before it has its number. */
export interface TableDraft {
  readonly text: string;
  readonly source: string;
}

/** What a note will point to. */
export interface Cite {
  readonly mode: Note["mode"];
  readonly pointers: readonly Pointer[];
  readonly rows: readonly TableDraft[];
}

export interface DraftSegment {
  readonly text: string;
  readonly strong: boolean;
  readonly cite: Cite | null;
}

export interface DraftLine {
  readonly segments: readonly DraftSegment[];
  readonly cell: Cell | null;
  /** True for lines that are never cut: gaps and comparisons. */
  readonly fixed: boolean;
}

export interface DraftGroup {
  readonly title: string | null;
  readonly hint: string | null;
  readonly lines: readonly DraftLine[];
}

export interface DraftSection {
  readonly id: SectionId;
  readonly number: number | null;
  readonly title: string;
  readonly groups: readonly DraftGroup[];
}

/** Each pointer alone supports the words. */
export const each = (pointers: readonly Pointer[], rows: readonly TableDraft[] = []): Cite => ({ mode: "each", pointers, rows });

/** Only all pointers together support the words. */
export const together = (pointers: readonly Pointer[]): Cite => ({ mode: "together", pointers, rows: [] });

/** Every source was searched and nothing was found. */
export const SEARCHED: Cite = { mode: "searched", pointers: [], rows: [] };

export const say = (text: string, cite: Cite | null = null): DraftSegment => ({ text, strong: false, cite });
export const strong = (text: string, cite: Cite | null = null): DraftSegment => ({ text, strong: true, cite });

export const line = (segments: readonly DraftSegment[], cell: Cell | null = null, fixed = false): DraftLine => ({
  segments: segments.filter((segment) => segment.text !== ""),
  cell,
  fixed,
});

export const group = (lines: readonly DraftLine[], title: string | null = null, hint: string | null = null): DraftGroup => ({
  title,
  hint,
  lines,
});

/** The line's words without notes. */
export const draftText = (draft: DraftLine): string => draft.segments.map((segment) => segment.text).join(" ");
