// Problems: what is wrong with a document, kept as data beside it, with what to do about it.
import type { Span } from "./span.ts";

/** How much a problem weighs: `info` is worth knowing, `warning` puts a result in doubt, `error` means that there is no result. */
export type Severity = "info" | "warning" | "error";

/** One problem: a code of the catalogue in errors.ts, one sentence that says what is wrong and where, and what to do. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly span?: Span;
}
