// What a figure measures where its own clause does not say: the thing named shortly before it.
import type { ActorRef } from "../../model/index.ts";
import { type Context, quantityMentionAt } from "../context.ts";
import type { QuantityMention } from "../input.ts";
import { partiesAt, partyAt, possessors } from "../parties.ts";
import { objectOf, subjectOf } from "../predicate.ts";
import { type Measure, phrase, ROLE_NOUNS } from "./measure.ts";
import { owners } from "./role.ts";

/** Verbs that move a quantity from one value to another. */
const MOVERS = new Set("raise increase lift boost cut lower reduce expand double triple halve trim slash widen".split(" "));
/** Nouns of the same. */
const MOVES = new Set(["cut", "reduction", "rise", "increase", "lowering"]);
/** Units in which a thing is weighed or counted and that do not say which thing. */
const BARE_UNITS = new Set(["tonne", "ton", "barrel", "head", "kilogram", "litre", "megawatt", "gigawatt"]);

/** Goods that are traded by weight or volume. */
const MASS = new Set(
  "gas lng oil crude coal uranium steel aluminium aluminum copper grain wheat rice corn maize soybean beef pork sugar fertilizer fertiliser fuel petrol diesel cement ore".split(
    " ",
  ),
);

export interface Named {
  readonly measure: Measure;
  readonly whose: ActorRef | null;
}

/** A phrase of another sentence than the quantity's. */
const elsewhere = (ctx: Context, head: number, q: QuantityMention): Measure =>
  phrase(ctx, head, { ...q, sentence: ctx.tree.token(head).sentence, from: -1, to: -1 });

/** “commitment to increase its defence budget, although the target of 2 %”: the last thing the sentence speaks of moving before the figure. */
export function movedBefore(ctx: Context, q: QuantityMention): Named | null {
  const { tree } = ctx;
  const { from } = tree.sentence(q.head);
  for (let i = q.from - 1; i >= from; i--) {
    if (tree.token(i).upos !== "VERB" || !MOVERS.has(tree.lemma(i))) continue;
    const object = objectOf(tree, i);
    if (object === null || tree.token(object).upos !== "NOUN" || ROLE_NOUNS.has(tree.lemma(object))) continue;
    if (object >= q.from || quantityMentionAt(ctx, object) !== null) continue;
    const subject = subjectOf(tree, i);
    const own = owners(ctx, possessors(ctx, object))[0];
    return { measure: phrase(ctx, object, q), whose: own ?? (subject === null ? null : (owners(ctx, partiesAt(ctx, subject))[0] ?? null)) };
  }
  return null;
}

/** Whether a quantity is counted in a unit that leaves open of what: “150,000 tonnes”, but not “tonnes of beef”. */
export function isBareUnit(ctx: Context, q: QuantityMention): boolean {
  const { tree } = ctx;
  return BARE_UNITS.has(tree.lemma(q.head)) && !tree.by(q.head, "nmod").some((k) => tree.preposition(k) === "of");
}

/** “raised its demand for a beef quota to 150,000 tonnes”: the thing that is moved, or that the role noun is for. */
export function weighed(ctx: Context, q: QuantityMention): Measure | null {
  const { tree } = ctx;
  const verb = tree.head(q.head);
  if (verb < 0 || tree.token(verb).upos !== "VERB") return null;
  const object = objectOf(tree, verb);
  if (object === null || object === q.head || tree.token(object).upos !== "NOUN" || quantityMentionAt(ctx, object) !== null) return null;
  if (!ROLE_NOUNS.has(tree.lemma(object))) return partyAt(ctx, object) === null ? phrase(ctx, object, q) : null;
  const of = tree.by(object, "nmod").find((k) => /^(?:for|of|on)$/.test(tree.preposition(k) ?? "") && tree.token(k).upos === "NOUN");
  return of === undefined ? null : phrase(ctx, of, q);
}

/** “a cut in India's duty on wine to 30 percent”: what the cut is in; null where the figure ends no such move. */
export function movedIn(ctx: Context, q: QuantityMention): Measure | null {
  const { tree } = ctx;
  if (tree.preposition(q.head) !== "to") return null;
  const { from } = tree.sentence(q.head);
  for (let i = q.from - 2; i >= Math.max(from, q.from - 20); i--) {
    if (tree.token(i).upos === "VERB") return null;
    if (tree.token(i).upos !== "NOUN" || !MOVES.has(tree.lemma(i))) continue;
    const inside = [...tree.by(i, "nmod"), ...tree.by(tree.head(i), "obl")].find(
      (k) => k > i && k < q.from && /^(?:in|of)$/.test(tree.preposition(k) ?? "") && tree.token(k).upos === "NOUN",
    );
    return inside === undefined ? null : phrase(ctx, inside, q);
  }
  return null;
}

/** The subject of the sentence before a quantity's, within its paragraph. */
export function subjectBefore(ctx: Context, q: QuantityMention): number | null {
  const { tree } = ctx;
  const { index, paragraph } = tree.sentence(q.head);
  const previous = tree.sentences[index - 1];
  if (previous === undefined || previous.paragraph !== paragraph) return null;
  for (let i = previous.from; i < previous.to; i++) if (tree.relation(i) === "root") return subjectOf(tree, i);
  return null;
}

/** “The fund comes first. B will press G for €350 million”: the subject of the sentence before, where it is a thing. */
export function topicBefore(ctx: Context, q: QuantityMention): Measure | null {
  const subject = subjectBefore(ctx, q);
  if (subject === null || !/^(?:NOUN|PROPN)$/.test(ctx.tree.token(subject).upos)) return null;
  const party = partyAt(ctx, subject);
  return party !== null && owners(ctx, [party]).length > 0 ? null : elsewhere(ctx, subject, q);
}

/** Sentences back in its paragraph in which the thing that is haggled over was named. */
const HAGGLED = 2;

/** “Of the 40 frigates nobody has named the price. A now asks 3 billion”: the counted thing that a bare price is for. */
export function pricedBefore(ctx: Context, q: QuantityMention, things: ReadonlySet<string>): Measure | null {
  const { tree } = ctx;
  const { index, paragraph } = tree.sentence(q.head);
  for (let back = 1; back <= HAGGLED; back++) {
    const sentence = tree.sentences[index - back];
    if (sentence === undefined || sentence.paragraph !== paragraph) return null;
    for (let i = sentence.from; i < sentence.to; i++)
      if (things.has(tree.lemma(i)) && tree.token(i).upos === "NOUN" && quantityMentionAt(ctx, i) !== null) return elsewhere(ctx, i, q);
  }
  return null;
}

/** The thing of which a bare unit is counted, by the sentence before: “buy more gas. Suppliers shipped 6 million tons”. */
export function weighedBefore(ctx: Context, q: QuantityMention): Measure | null {
  const { tree } = ctx;
  const { index, paragraph } = tree.sentence(q.head);
  const previous = tree.sentences[index - 1];
  if (previous === undefined || previous.paragraph !== paragraph) return null;
  for (let i = previous.to - 1; i >= previous.from; i--) {
    const object = tree.token(i).upos === "VERB" ? objectOf(tree, i) : null;
    if (object !== null && MASS.has(tree.lemma(object))) return elsewhere(ctx, object, q);
  }
  return null;
}

/** What a number of things counts: “the number of cattle”. */
function countedIn(ctx: Context, number: number): { readonly head: number; readonly unit: string } | null {
  const { tree } = ctx;
  if (!/^(?:number|total)$/.test(tree.lemma(number))) return null;
  const of = tree.by(number, "nmod").find((k) => tree.preposition(k) === "of" && tree.token(k).upos === "NOUN");
  return of === undefined ? null : { head: of, unit: tree.token(of).text.toLowerCase() };
}

/** “lifted the number of cattle … to 400,000”, “raised to 24 the number of posts”: what a bare number counts by the words of its sentence. */
export function numberedBy(ctx: Context, q: QuantityMention): { readonly head: number; readonly unit: string } | null {
  const { tree } = ctx;
  const { from } = tree.sentence(q.head);
  for (let i = q.from - 1; i >= from; i--) {
    const counted = countedIn(ctx, i);
    if (counted !== null && counted.head < q.from) return counted;
  }
  const verb = tree.head(q.head);
  const object = verb >= 0 && tree.token(verb).upos === "VERB" ? objectOf(tree, verb) : null;
  return object === null ? null : countedIn(ctx, object);
}

/** “a port, for which A has offered 300 million”: what a relative clause pays for, asks for or puts an amount on. */
export function relativeTo(ctx: Context, q: QuantityMention): Measure | null {
  const { tree } = ctx;
  const verb = tree.head(q.head);
  if (verb < 0 || tree.relation(verb) !== "acl" || tree.relation(q.head) !== "obj") return null;
  const which = tree
    .by(verb, "obl")
    .find((k) => tree.lemma(k) === "which" && /^(?:for|on|in|into|to|with|against)$/.test(tree.preposition(k) ?? ""));
  const noun = tree.head(verb);
  return which === undefined || noun < 0 || tree.token(noun).upos !== "NOUN" ? null : phrase(ctx, noun, q);
}

/** “ready to add three posts to the nine”, “two more than now”: what comes on top, and says nothing of the whole. */
export function isIncrement(ctx: Context, q: QuantityMention): boolean {
  const { tree } = ctx;
  const verb = tree.head(q.head);
  const added = verb >= 0 && tree.lemma(verb) === "add" && tree.relation(q.head) === "obj";
  return !/^[A-Z]{3}$/.test(q.unit) && (added || tree.tokens[q.to]?.text.toLowerCase() === "more");
}
