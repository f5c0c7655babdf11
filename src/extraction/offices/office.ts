// Offices and persons of a text in the form that an attestation needs: both must be named in full by the text itself.
import type { OfficeMatch } from "../../knowledge/index.ts";
import type { ActorRef, OfficeRole, Term } from "../../model/index.ts";
import type { Context } from "../context.ts";
import type { ActorMention } from "../input.ts";

export interface StatedOffice {
  readonly office: OfficeMatch;
  /** Token after its last word. */
  readonly to: number;
}

/**
 * The office whose phrase begins in `[from, to)`; null when there is none, and when it stands within another title (“Assistant to the President”): then it
 * is somebody else's.
 */
export function officeIn(ctx: Context, from: number, to: number): StatedOffice | null {
  const sentence = ctx.tree.sentence(from);
  const forms = ctx.tree.tokens.slice(sentence.from, sentence.to).map((t) => t.text);
  for (let i = from; i < Math.min(to, sentence.to); i++) {
    const match = ctx.knowledge.office(forms, i - sentence.from);
    // “The Vice President and President X”: the first of two titles is somebody else's.
    const second = match && forms[match.to] === "and" ? ctx.knowledge.office(forms, match.to + 1) : null;
    const own = second && second.to + sentence.from < to ? second : match;
    if (own) return { office: own.office, to: own.to + sentence.from };
    if (i > from && ctx.tree.token(i).upos === "ADP" && ctx.tree.token(i).text.toLowerCase() !== "as") return null;
  }
  return null;
}

/**
 * Whose the office is: what its words say. Where they do not, the state of a person of the tables, unless the tables have the person in another office
 * that day: then the title is somebody else's (“President Biden and Prime Minister X”). Null when it stays open, or is of a state the person is not of.
 */
export function stateOf(ctx: Context, office: OfficeMatch, person: ActorRef, day: string): string | null {
  const terms = ctx.knowledge.terms(person.id);
  if (office.state !== null)
    return terms.length === 0 || person.state === undefined || sameHome(ctx, office.state, person, terms) ? office.state : null;
  if (terms.length === 0 || person.state === undefined) return null;
  const now = terms.filter((t) => (t.from ?? "") <= day && (t.to === null || day < t.to));
  return now.length === 0 || now.some((t) => t.role === office.role) ? person.state : null;
}

/** Persons of the tables hold offices at home, where they held one before, and in organisations. */
function sameHome(ctx: Context, state: string, person: ActorRef, terms: readonly Term[]): boolean {
  return state === person.state || terms.some((t) => t.state === state) || ctx.knowledge.actor(state)?.kind === "organisation";
}

/** The person a mention names, when the text has a whole name for them, or the tables know them. */
export function namedPerson(ctx: Context, mention: ActorMention): ActorRef | null {
  const [actor] = mention.actors;
  if (mention.form !== "name" || mention.actors.length !== 1 || !actor?.id.startsWith("person:")) return null;
  const name = actor.name.replace(/\s+/g, " ");
  return ctx.knowledge.actor(actor.id) !== null || isWhole(name) ? { ...actor, name } : null;
}

/** More than one word, the last neither an initial nor a particle: names cut off by brackets, quotation marks or the parser are none. */
const isWhole = (name: string): boolean =>
  /\p{L}\s.*?(?<![\p{L}.])(?!(?:von|van|der|de|da|di|del|la|bin|ibn|al|el)$)\p{L}[\p{L}'’-]+$/u.test(name) && !/["“”()]/.test(name);

/** Roles whose title tells one post of a state or an organisation. */
const POSTS: ReadonlySet<OfficeRole> = new Set<OfficeRole>([
  "head-of-state",
  "head-of-government",
  "monarch",
  "deputy-head",
  "foreign-minister",
  "defence-minister",
  "finance-minister",
  "trade-minister",
  "interior-minister",
  "national-security-adviser",
  "minister",
  "chief-of-staff",
  "head-of-organisation",
]);

/** Whether a title tells one post: a bare “minister”, “leader” or “secretary general” of a state tells none, and a queen may be the king's wife. */
export function tellsPost(ctx: Context, { role, title }: OfficeMatch, state: string): boolean {
  if (!POSTS.has(role) || /^(?:minister|secretary|state secretary|leader|chief of staff|queen|prince|princess|crown prince)$/i.test(title))
    return false;
  if (role !== "head-of-organisation") return true;
  return ctx.knowledge.actor(state)?.kind === "organisation" && !/^(?:under|assistant|deputy|vice)\b/i.test(title);
}
