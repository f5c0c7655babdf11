// What the tables need to know of a claim or a document beside its words: who acts in which role, when it holds, when it was published.
import { type ActorRef, type Claim, type Document, dayRange, instant, type PartialDate } from "../model/index.ts";

export interface RoleActor {
  readonly role: string;
  readonly actor: ActorRef;
}

const as = (role: string, actors: readonly (ActorRef | null)[]): RoleActor[] =>
  actors.flatMap((actor) => (actor === null ? [] : [{ role, actor }]));

/** The actors a claim names, with the part each has in it; the speaker it is attributed to is none of them. */
export function actorsOf(claim: Claim): readonly RoleActor[] {
  switch (claim.kind) {
    case "meeting":
      return as("participant", claim.participants);
    case "issue":
      return as("raisedBy", claim.raisedBy);
    case "position":
      return [...as("holder", [claim.holder]), ...as("toward", claim.toward)];
    case "commitment":
      return [...as("by", claim.by), ...as("to", claim.to)];
    case "figure":
      return [...as("whose", [claim.whose]), ...as("holder", [claim.holder]), ...as("toward", claim.toward)];
    case "quote":
      return as("speaker", [claim.speaker]);
    case "tie":
      return as("between", claim.between);
    case "event":
      return [...as("source", [claim.source]), ...as("target", [claim.target])];
  }
}

function days(first: PartialDate | null, last: PartialDate | null): { readonly from: string | null; readonly to: string | null } {
  const from = first === null ? null : (dayRange(first)?.first ?? null);
  const to = last === null ? null : (dayRange(last)?.last ?? null);
  return { from, to };
}

/** First and last day on which what the claim says holds, as far as the claim dates it. Fiscal years differ from state to state and stay open. */
export function validity(claim: Claim): { readonly from: string | null; readonly to: string | null } {
  switch (claim.kind) {
    case "meeting":
      return days(claim.start, claim.end ?? claim.start);
    case "commitment":
      return days(null, claim.deadline);
    case "figure":
      return days(claim.year, claim.year);
    case "event":
      return days(claim.date, claim.date);
    default:
      return { from: null, to: null };
  }
}

/**
 * The moment of publication in milliseconds since 1970 UTC; null without a readable date. A time without an offset counts as UTC,
 * so that the answer does not depend on the machine's zone.
 */
export function publicationInstant(document: Pick<Document, "published">): number | null {
  return document.published === null ? null : momentOf(document.published.value);
}

/** An ISO date or date-time in milliseconds since 1970 UTC; a bare date counts to its end, a time without an offset as UTC; null when unreadable. */
export function momentOf(value: string): number | null {
  const zoned = /T/.test(value) && !/(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? `${value}Z` : value;
  const moment = instant(zoned);
  return Number.isNaN(moment) ? null : moment;
}
