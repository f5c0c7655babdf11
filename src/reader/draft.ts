// Draft: what a format's reader found in one text, before it is cleaned of repeats and frozen as a document.
import type { Problem, Published, Removal } from "../model/index.ts";

export interface Draft {
  /** Canonical address, where the text itself gives one. */
  readonly url: string | null;
  readonly site: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: Published | null;
  readonly modified: string | null;
  /** BCP 47 tag as declared. */
  readonly language: string | null;
  /** Section or category labels of the outlet, which tell opinion and sport from news. */
  readonly sections: readonly string[];
  /** Whether the item only announces a text that stands elsewhere. */
  readonly teaser: boolean;
  readonly paragraphs: readonly string[];
  readonly removals: readonly Removal[];
  readonly problems: readonly Problem[];
}

export const EMPTY_DRAFT: Draft = {
  url: null,
  site: null,
  title: null,
  author: null,
  published: null,
  modified: null,
  language: null,
  sections: [],
  teaser: false,
  paragraphs: [],
  removals: [],
  problems: [],
};
