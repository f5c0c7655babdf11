// What a brief is asked for: which meeting, as of when, with which names.
import type { BriefNames } from "./names.ts";

/** One meeting by its id (`JPN-USA-2025-02-07`), or the coming one of two sides (states or organisations). */
export type Selector = { readonly meeting: string } | { readonly sides: readonly [string, string] };

export interface BriefOptions {
  /** ISO date (its whole day, UTC) or date-time; only documents published by then count. null: up to the day of the meeting when it is over, else all. */
  readonly asOf: string | null;
  readonly names: BriefNames;
}
