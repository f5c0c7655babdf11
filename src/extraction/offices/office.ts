// Offices and persons of a text in the form that an attestation needs: both must be named in full by the text itself.
import type { OfficeMatch } from "../../knowledge/index.ts";
import type { ActorRef } from "../../model/index.ts";
import type { Context } from "../context.ts";
import type { ActorMention } from "../input.ts";

export interface StatedOffice {
  readonly office: OfficeMatch;
  /** Token after its last word. */
  readonly to: number;
}

/** The office whose phrase begins in `[from, to)`; null when there is none. */
export function officeIn(ctx: Context, from: number, to: number): StatedOffice | null {
  const sentence = ctx.tree.sentence(from);
  const forms = ctx.tree.tokens.slice(sentence.from, sentence.to).map((t) => t.text);
  for (let i = from; i < Math.min(to, sentence.to); i++) {
    const match = ctx.knowledge.office(forms, i - sentence.from);
    if (match) return { office: match.office, to: match.to + sentence.from };
  }
  return null;
}

/** Whose the office is: what its words say, else the state of whoever holds it where only one can be meant. */
export function stateOf(office: OfficeMatch, person: ActorRef): string | null {
  return office.state ?? person.state ?? null;
}

/** The person a mention names, when the text has more than a family name for them, or the tables know them. */
export function namedPerson(ctx: Context, mention: ActorMention): ActorRef | null {
  const [actor] = mention.actors;
  if (mention.form !== "name" || mention.actors.length !== 1 || !actor?.id.startsWith("person:")) return null;
  return /\S\s\S/.test(actor.name) || ctx.knowledge.actor(actor.id) !== null ? actor : null;
}

/** Roles with one holder at a time, or with a title that tells the post; a bare “minister” or “leader” tells none. */
export function tellsPost({ role, title }: OfficeMatch): boolean {
  if (role === "legislator" || role === "ambassador") return false;
  return !/^(?:minister|secretary|leader|director|chief|head|chair(?:man|woman|person)?|commander|representative|official|governor|general|aide|adviser|advisor|strongman|ruler)$/i.test(
    title,
  );
}
