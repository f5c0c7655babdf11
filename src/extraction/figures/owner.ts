// Whose a figure is where neither its measure nor its clause names an owner, and who holds it where its own words do not say.
import { type ActorRef, actorKind, type FigureRole } from "../../model/index.ts";
import { actorMentionAt, type Context, mentionsIn, placeMentionAt } from "../context.ts";
import type { QuantityMention } from "../input.ts";
import { partiesAt, possessors } from "../parties.ts";
import { agentsOf } from "../predicate.ts";
import type { Measure } from "./measure.ts";
import { subjectBefore } from "./named.ts";
import { owners, type Reading } from "./role.ts";

/** What an earlier figure of the text has settled. */
export interface Settled {
  readonly quantity: QuantityMention;
  readonly measureHead: number | null;
  readonly whose: ActorRef | null;
}

/** Instruments of a government: of whoever imposes or spends them. */
const INSTRUMENTS = new Set("tariff duty levy tax sanction quota embargo budget".split(" "));
/** Verbs by which a government puts one in force. */
const IMPOSING = new Set(
  "impose announce levy charge introduce raise lift lower cut set put unveil order double collect apply suspend".split(" "),
);
/** Roles that somebody holds. */
const HELD: ReadonlySet<FigureRole> = new Set(["offer", "pledge", "demand", "target"]);

/** “€40 million from Norway”, “boats for the Kenyan Navy”, “turbines at Inga”: whom the phrase of the quantity itself names. */
export function namedBeside(ctx: Context, q: QuantityMention, counted: boolean, fixed: boolean): ActorRef | null {
  const { tree } = ctx;
  for (const k of tree.by(q.head, "nmod")) {
    const preposition = tree.preposition(k);
    if (preposition === "from" || preposition === "by" || (counted && preposition === "for")) {
      const owner = owners(ctx, partiesAt(ctx, k))[0];
      if (owner !== undefined) return owner;
    }
    const place = fixed && /^(?:at|in|on)$/.test(preposition ?? "") ? placeMentionAt(ctx, k) : null;
    if (place?.state != null) return ctx.knowledge.ref(place.state);
    // “at Gibe, on Ethiopia's Omo”
    const { from, to } = tree.extent(k);
    const states = fixed && /^(?:at|in|on)$/.test(preposition ?? "") ? mentionsIn(ctx, "actor", from, to) : [];
    const state = states.flatMap((m) => m.actors).find((a) => actorKind(a.id) === "state");
    if (state !== undefined) return state;
  }
  return null;
}

/** The government that imposes the tariff or tax that a figure is of: the subject of such a verb in its sentence, else whose text it is. */
function imposer(ctx: Context, measure: Measure): ActorRef | null {
  const { tree } = ctx;
  if (!INSTRUMENTS.has(tree.lemma(measure.head))) return null;
  const { from, to } = tree.sentence(measure.head);
  for (let i = from; i < to; i++) {
    if (tree.token(i).upos !== "VERB" || !IMPOSING.has(tree.lemma(i)) || tree.isPassive(i)) continue;
    const owner = owners(ctx, agentsOf(ctx, i))[0];
    if (owner !== undefined) return owner;
  }
  return ctx.issuers.length === 1 ? ctx.issuers[0]! : null;
}

/** “The levy is now 12 per cent”: the owner of the last figure of the same thing, where the phrase points back. */
function sameThing(ctx: Context, measure: Measure, earlier: readonly Settled[]): ActorRef | null {
  const { tree } = ctx;
  const lemma = tree.lemma(measure.head);
  const back = tree.by(measure.head, "det").some((k) => /^(?:the|this|that)$/.test(tree.lemma(k)));
  if (!back) return null;
  return earlier.findLast((e) => e.whose !== null && e.measureHead !== null && tree.lemma(e.measureHead) === lemma)?.whose ?? null;
}

/** Nouns that say how much a thing named with them makes or holds. */
const CAPACITIES = new Set(["capacity", "output", "production", "value", "price", "cost", "range"]);

/** “two dams with a capacity of 800 megawatts”: the owner of the counted thing that a capacity belongs to. */
export function partOf(ctx: Context, q: QuantityMention, earlier: readonly Settled[]): ActorRef | null {
  const { tree } = ctx;
  const above = tree.head(q.head);
  if (above < 0 || !CAPACITIES.has(tree.lemma(above)) || tree.preposition(above) !== "with") return null;
  return earlier.findLast((e) => e.whose !== null && e.quantity.sentence === q.sentence && e.quantity.to <= above)?.whose ?? null;
}

/** The owner of a figure whose own words name none; null where nothing near does. */
export function ownerNear(
  ctx: Context,
  reading: Reading,
  role: FigureRole,
  measure: Measure | null,
  earlier: readonly Settled[],
): ActorRef | null {
  const thing = measure === null ? null : sameThing(ctx, measure, earlier);
  if (thing !== null) return thing;
  if (role === "demand" && reading.toward[0] !== undefined) return reading.toward[0];
  if (reading.holder !== null) return reading.holder;
  return measure === null ? null : imposer(ctx, measure);
}

/** “The smaller offer, 300 scholarships”: the holder of a figure that only a noun names is the side that the sentence before speaks of. */
export function holderBefore(ctx: Context, q: QuantityMention, role: FigureRole): ActorRef | null {
  if (!HELD.has(role)) return null;
  const subject = subjectBefore(ctx, q);
  return subject === null ? null : (owners(ctx, partiesAt(ctx, subject))[0] ?? owners(ctx, possessors(ctx, subject))[0] ?? null);
}

/** Who stands above a clause whose own subject is a thing: “Chilean negotiators offered 40, and only for cuts that weigh over 2 kg”. */
export function holderAbove(ctx: Context, verb: number): ActorRef | null {
  const { tree } = ctx;
  for (const head of tree.ancestors(verb)) {
    if (tree.token(head).upos !== "VERB") continue;
    const found = owners(ctx, agentsOf(ctx, head))[0];
    if (found !== undefined) return found;
  }
  return null;
}

/** Nouns that name people and parts of a phrase of place or order: nothing that is measured. */
const UNMEASURED = new Set(
  "top line view case addition term account negotiator official leader minister side man woman person people president diplomat date".split(
    " ",
  ),
);

/** Whether a noun can be what a quantity measures: no actor, no person, no part of a fixed preposition. */
export function isMeasurable(ctx: Context, head: number): boolean {
  if (UNMEASURED.has(ctx.tree.lemma(head))) return false;
  const actor = actorMentionAt(ctx, head);
  return actor === null || actor.head !== head || actor.form === "organisation" || owners(ctx, partiesAt(ctx, head)).length === 0;
}
