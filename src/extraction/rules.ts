// Rules as rows: every claim names the row that made it, and every row says why it is there and shows what it takes and leaves.
import type { ClaimKind, DocumentKind } from "../model/index.ts";

export interface RuleInfo {
  /** `kind/name`. */
  readonly id: string;
  readonly kind: ClaimKind;
  /** Why a text that fits the row makes such a claim, one sentence. */
  readonly reason: string;
  /** Sentences the row must take a claim from. */
  readonly examples: readonly string[];
  /** Sentences that look alike and from which it must take none. */
  readonly counterexamples: readonly string[];
  /** True for a row that adds evidence to a claim of another row and makes none of its own. */
  readonly adds?: boolean;
  /** Kind of text the examples are read as; news where it is not given. */
  readonly genre?: DocumentKind;
}
