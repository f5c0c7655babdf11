// Who acts for a state or an international organisation, and whether a text is about the affairs of several.
import { type ActorRef, actorKind, principal } from "../model/index.ts";
import type { Context } from "./context.ts";

/** Movements that are no state and that states negotiate with. */
const MOVEMENTS = new Set([
  "hamas",
  "hezbollah",
  "taliban",
  "houthis",
  "fatah",
  "plo",
  "polisario",
  "m23",
  "rsf",
  "sdf",
  "hts",
  "kdp",
  "krg",
]);

/** Whether an actor acts officially: a state, an organ, an international organisation, a person or group of a state; no company and no newspaper. */
export function isOfficial(ctx: Context, actor: ActorRef): boolean {
  const kind = actorKind(actor.id);
  if (kind === "state" || kind === "organ") return true;
  if (kind === "person" || kind === "group") return actor.state !== undefined;
  if (kind !== "organisation") return false;
  if (MOVEMENTS.has(actor.id)) return true;
  // organisations that belong to one state are its companies, papers and parties
  const known = ctx.knowledge.actor(actor.id);
  return known !== null && known.state === null && (actor.state === undefined || actor.state === actor.id);
}

/** Whether a text names officials of two or more states or organisations: one about a single country's affairs has no diplomacy to report. */
export function isDiplomatic(ctx: Context): boolean {
  const seen = new Set<string>();
  for (const mention of ctx.doc.mentions) {
    if (mention.kind !== "actor") continue;
    for (const actor of mention.actors) if (isOfficial(ctx, actor)) seen.add(principal(actor));
    if (seen.size > 1) return true;
  }
  return ctx.issuers.length > 0;
}

/**
 * Whether what a holder says or does belongs to the affairs between states: he speaks for a state or organisation, and the
 * words are addressed to another, are about a known issue, or stand in a text about a meeting.
 */
export function isBetweenStates(ctx: Context, holders: readonly ActorRef[], toward: readonly ActorRef[], issue: string): boolean {
  const spoken = holders.every((h) => actorKind(h.id) !== "person");
  const set = ctx.parties.length > 1 || ctx.issuers.length > 0;
  if (!spoken) return toward.length > 0 || set;
  return set || toward.length > 0 || !issue.startsWith("other:");
}
