// Titles beside names: “Japanese Foreign Minister X”, “X, Japan's foreign minister”, “former President X”.
import { addDays, evidenceOf, type OfficeAttestation } from "../../model/index.ts";
import { type Context, mentionsIn } from "../context.ts";
import type { ActorMention } from "../input.ts";
import { namedPerson, officeIn, stateOf, tellsPost } from "./office.ts";

/** A sentence that dates itself further back than this tells history: its titles are those of then. */
const PRESENT_DAYS = 60;

/** What each qualifier makes of a title; those that are absent say nothing of who holds the office now. */
const SENSE: Readonly<Record<string, "holds" | "past">> = { none: "holds", acting: "holds", former: "past", late: "past" };

export function titlesOf(ctx: Context, day: string): readonly OfficeAttestation[] {
  const out: OfficeAttestation[] = [];
  for (const mention of ctx.doc.mentions) {
    if (mention.kind !== "actor" || mention.title === null) continue;
    const person = namedPerson(ctx, mention);
    const stated = person && officeIn(ctx, mention.from, mention.to);
    if (!person || !stated) continue;
    const { office } = stated;
    const state = stateOf(ctx, office, person, day);
    const says = SENSE[office.qualifier ?? "none"];
    if (state === null || !tellsPost(ctx, office, state) || says === undefined || ofThePast(ctx, mention, day)) continue;
    const title = office.qualifier === "acting" ? `Acting ${office.title}` : office.title;
    const evidence = evidenceOf(ctx.text, mention);
    out.push({ person: person.id, name: person.name, state, role: office.role, title, says, day, evidence });
  }
  return out;
}

/** Whether the sentence tells of a day well before the text. */
function ofThePast(ctx: Context, mention: ActorMention, day: string): boolean {
  const { from, to } = ctx.tree.sentence(mention.from);
  const limit = addDays(day, -PRESENT_DAYS);
  return mentionsIn(ctx, "date", from, to).some((date) => date.last !== null && /^\d{4}/.test(date.last) && date.last < limit);
}
