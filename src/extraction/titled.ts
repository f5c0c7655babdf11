// Whether a text itself gives a person an office of government on its day, where the tables know of none.
import type { ActorRef } from "../model/index.ts";
import type { Context } from "./context.ts";

/** Words before a title that put its office in the past or in the future. */
const NOT_NOW = new Set(["former", "late", "then", "ex", "elect", "designate", "incoming"]);
/** Offices that do not speak for a state. */
const NO_OFFICE = new Set(["legislator", "other"]);

/**
 * “Chancellor Friedrich Merz” in a text older than the term the tables have. A title of an office that was over by then is a courtesy
 * (“President Obama” in 2019) and gives none.
 */
export function isTitled(ctx: Context, actor: ActorRef, day: string): boolean {
  return ctx.doc.mentions.some((m) => {
    if (m.kind !== "actor" || m.title === null || !m.actors.some((a) => a.id === actor.id)) return false;
    const office = ctx.knowledge.office(m.title.split(" "), 0)?.office;
    if (office === undefined || NO_OFFICE.has(office.role)) return false;
    if (NOT_NOW.has((m.qualifier ?? office.qualifier ?? "").toLowerCase())) return false;
    const same = ctx.knowledge.terms(actor.id).filter((t) => t.role === office.role);
    return same.length === 0 || same.some((t) => t.to === null || t.to >= day);
  });
}
