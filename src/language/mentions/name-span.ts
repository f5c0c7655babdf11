// A stretch of tokens taken for a name, before it is known whose.
import type { SurfaceMatch } from "../../knowledge/index.ts";
import type { Range } from "../tree.ts";

export interface NameSpan extends Range {
  /** The engine's label (`PERSON`, `GPE`, `NORP`, `ORG`, `FAC`, `LOC`, `EVENT`, `LAW`), or what the gazetteer's kind amounts to. */
  readonly label: string;
  /** The gazetteer's match when it covers the span. */
  readonly surface: SurfaceMatch | null;
  /** Gazetteer matches inside a longer span of the engine. */
  readonly inside: readonly SurfaceMatch[];
}
