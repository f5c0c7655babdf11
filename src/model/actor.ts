// Actors: who acts. A reference to one, as claims carry it, and what is known of one.
import { STATE_CODES } from "./state-codes.ts";

/**
 * A reference to an actor. `id` is a state (ISO 3166-1 alpha-3, `JPN`), an organ of it (`JPN:MIL`), an organisation (`NATO`),
 * a person (`person:shigeru-ishiba`, given name first) or an unnamed group (`group:japanese-officials`).
 */
export interface ActorRef {
  readonly id: string;
  /** The name to print: `Shigeru Ishiba`, `Japan`, `NATO`, `Japanese officials`. */
  readonly name: string;
  /** The state whose actor this is (alpha-3), where there is one; an organisation's own id for those who speak for it. */
  readonly state?: string;
}

export type ActorKind = "state" | "organ" | "organisation" | "person" | "group" | "region";

/** The kind of an actor, read off its id. */
export function actorKind(id: string): ActorKind {
  if (id.startsWith("person:")) return "person";
  if (id.startsWith("group:")) return "group";
  if (id.startsWith("region:")) return "region";
  if (STATE_CODES.has(id)) return "state";
  return id[3] === ":" && STATE_CODES.has(id.slice(0, 3)) ? "organ" : "organisation";
}

/** The state or organisation an actor speaks for: `JPN` for `JPN:MIL` and for a Japanese minister; the id itself otherwise. */
export function principal(actor: ActorRef): string {
  return actor.state ?? (actorKind(actor.id) === "organ" ? actor.id.slice(0, 3) : actor.id);
}

/** Offices by their role, not their local title. */
export type OfficeRole =
  | "head-of-state"
  | "head-of-government"
  | "deputy-head"
  | "foreign-minister"
  | "defence-minister"
  | "finance-minister"
  | "trade-minister"
  | "interior-minister"
  | "minister"
  | "national-security-adviser"
  | "spokesperson"
  | "ambassador"
  | "chief-of-staff"
  | "legislator"
  | "head-of-organisation"
  | "envoy"
  | "monarch"
  | "other";

/** One actor in one office from `from` (inclusive) to `to` (exclusive); null where open or not known. */
export interface Term {
  readonly person: string;
  readonly office: string;
  readonly state: string;
  readonly role: OfficeRole;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
}
