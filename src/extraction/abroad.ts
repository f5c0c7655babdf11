// Whether a clause reaches beyond the state it speaks of, and whether a state acts in it under its own name.
import { type ActorRef, actorKind, principal, type Span } from "../model/index.ts";
import type { Context } from "./context.ts";
import { isOfficial } from "./official.ts";
import type { Party } from "./parties.ts";

/** Whether a span about what states or organisations do names another one, or a place abroad: “the sale of tanks to Greece”, “a consulate in Basra”. */
export function namesAbroad(ctx: Context, own: readonly ActorRef[], span: Span): boolean {
  // who speaks for himself alone, and companies, are not states
  if (!own.every((a) => actorKind(a.id) !== "person" && isOfficial(ctx, a))) return false;
  const home = new Set(own.map(principal));
  return ctx.doc.mentions.some((m) => {
    if (m.start < span.start || m.end > span.end) return false;
    // seas and regions of the world belong to no state
    if (m.kind === "place") return m.state === null ? ctx.knowledge.place(m.name)?.kind === "region" : !home.has(m.state);
    return m.kind === "actor" && m.actors.some((a) => actorKind(a.id) !== "person" && isOfficial(ctx, a) && !home.has(principal(a)));
  });
}

/**
 * Whether all of some parties are states that the text calls by their names. News of a country's own affairs speaks of its government,
 * ministers and parties; where “Egypt backs the plan”, Egypt speaks to other states, even if the text names none.
 */
export function actsByName(ctx: Context, parties: readonly Party[]): boolean {
  return (
    parties.length > 0 &&
    parties.every((p) => p.mention?.form === "state" && p.how === "dependency" && ctx.tree.token(p.mention.head).upos === "PROPN")
  );
}
