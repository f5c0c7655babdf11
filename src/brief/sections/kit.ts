// What every section is given.
import type { Context } from "../context.ts";
import type { DraftSection } from "../draft.ts";
import type { IssueFile } from "../issue-file.ts";
import type { Naming } from "../naming.ts";

export interface Kit {
  readonly context: Context;
  readonly naming: Naming;
  /** All issues, in order of print. */
  readonly issues: readonly IssueFile[];
}

/** Writes one section, or nothing when it has no line. */
export type SectionWriter = (kit: Kit) => DraftSection | null;
