// Who acts for a state or an international organisation, and whether a text is about the affairs of several.
import { type ActorRef, actorKind, principal } from "../model/index.ts";
import type { Context } from "./context.ts";
import { isTitled } from "./titled.ts";

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

/** Groups of private people: “Beijing residents”, “a Syrian refugee” speak for no state. */
const CIVIL =
  /(?:^|[:-])(?:publics?|people|residents?|citizens?|civilians?|protest[eo]rs?|demonstrators?|students?|voters?|farmers?|growers?|refugees?|migrants?|workers?|consumers?|tourists?|famil(?:y|ies)|investors?|users?|fans?|villagers?|patients?|parents?|activists?|shoppers?)$/;

/** Whether a noun means private people. */
export const isCivilNoun = (lemma: string) => CIVIL.test(lemma);

/** Whether an actor acts officially: a state, an organ, an international organisation, a person or group of a state; no company and no newspaper. */
export function isOfficial(ctx: Context, actor: ActorRef): boolean {
  const kind = actorKind(actor.id);
  if (kind === "state" || kind === "organ") return true;
  if (kind === "person") return actor.state !== undefined;
  if (kind === "group") return actor.state !== undefined && !CIVIL.test(actor.id);
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

/** Whether a person known to the tables held no office of government on the day of the text, nor has one in its words. */
function isOutside(ctx: Context, actor: ActorRef): boolean {
  if (ctx.day === null || ctx.knowledge.terms(actor.id).length === 0) return false;
  const term = ctx.knowledge.officeOn(actor.id, ctx.day);
  return (term === null || term.role === "legislator") && !isTitled(ctx, actor, ctx.day);
}

/** Groups that decide on their own account: “Swedish prosecutors”, “French judges”, “US lawmakers” promise nothing for a state. */
const INDEPENDENT =
  /(?:^|[:-])(?:prosecutors?|judges?|courts?|justices?|magistrates?|police|lawmakers?|legislators?|senators?|deput(?:y|ies)|mps?)$/;

/** Whether what an actor decides binds the state or organisation it belongs to. */
export function bindsState(ctx: Context, actor: ActorRef): boolean {
  return isOfficial(ctx, actor) && !(actorKind(actor.id) === "group" && INDEPENDENT.test(actor.id));
}

/**
 * Whether what a holder says or does belongs to the affairs between states: he speaks for a state or organisation, and the
 * words are addressed to another, are about a known issue, or stand in a text about a meeting.
 */
export function isBetweenStates(ctx: Context, holders: readonly ActorRef[], toward: readonly ActorRef[], issue: string): boolean {
  const spoken = holders.every((h) => actorKind(h.id) !== "person");
  const set = ctx.parties.length > 1 || ctx.issuers.length > 0;
  if (!spoken) {
    // a member of a parliament, or who has left office: only what he addresses to another state
    const own = new Set(holders.map(principal));
    if (own.size > 1) return true;
    const foreign = toward.some((a) => !own.has(principal(a)));
    return foreign || (set && !holders.every((h) => actorKind(h.id) === "person" && isOutside(ctx, h)));
  }
  return set || toward.length > 0 || !issue.startsWith("other:");
}
