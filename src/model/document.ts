// Document: one published text, frozen, with what was believed about it and why.
import type { Problem } from "./problem.ts";

/** What was taken away from the page before the text was frozen: by which step, why, and the words. */
export interface Removal {
  readonly step: string;
  readonly reason: string;
  readonly text: string;
}

/** A moment of publication. `value` is ISO 8601: a date (`2025-02-05`) or a date-time with offset (`2025-02-05T09:00:00+09:00`). */
export interface Published {
  readonly value: string;
  readonly precision: "day" | "minute" | "second";
  /** Where it was found: `json-ld`, `meta:article:published_time`, `time-element`, `url`, `text`, `feed:pubDate`, `front-matter`, `argument`, … */
  readonly source: string;
}

/** What kind of text it is; opinion pieces, live polls and the like make no claims. */
export type DocumentKind = "news" | "readout" | "statement" | "opinion" | "correction" | "remarks" | "other";

/** One published text. `id` is `sha256:` and the hexadecimal SHA-256 of what identifies it (see reader). */
export interface Document {
  readonly id: string;
  /** The path or URL as given, with `#n` for the n-th item of a feed (1-based). */
  readonly file: string;
  readonly url: string | null;
  readonly site: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: Published | null;
  readonly modified: string | null;
  /** BCP 47 tag of the text's language (`en`, `en-GB`, …), as declared or as detected. */
  readonly language: string | null;
  readonly kind: DocumentKind;
  /** Frozen text; paragraphs separated by one blank line. All offsets count UTF-16 units of it. */
  readonly text: string;
  readonly removals: readonly Removal[];
  readonly problems: readonly Problem[];
}
