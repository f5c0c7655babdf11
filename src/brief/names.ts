// What the brief needs to know about names and sentences, injected: it depends on no table and no tokeniser of its own.
import type { OfficeRole, Span, Term } from "../model/index.ts";

/** Names, offices and labels as the knowledge layer has them. */
export interface BriefNames {
  /** `Japan`, `US`. */
  shortName(state: string): string;
  /** `Japanese`, `US`. */
  adjective(state: string): string;
  /** `Defence spending` for `defence-spending`. */
  issueLabel(id: string): string;
  /** The highest office a person held on a day (`YYYY-MM-DD`). */
  officeOn(person: string, on: string): Term | null;
  /** The newest evidence by a day for who holds an office, and whether it is older than 12 months; left out where offices are not dated. */
  newestEvidence?(
    state: string,
    role: OfficeRole,
    on: string,
  ): { readonly day: string; readonly source: string; readonly stale: boolean } | null;
  actor(id: string): { readonly name: string; readonly family: string | null; readonly state: string | null } | null;
  /** The state a place lies in, for telling host from guest. */
  place(name: string): { readonly state: string | null } | null;
  /** Sentences of a text in their order, as half-open ranges of UTF-16 offsets. */
  sentences(text: string): readonly Span[];
}
