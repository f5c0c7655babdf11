// What a quantity measures, in words of the text, and whose it is.
import { type ActorRef, actorKind } from "../../model/index.ts";
import { actorMentionAt, type Context, mentionsIn, placeMentionAt } from "../context.ts";
import type { QuantityMention } from "../input.ts";
import { isOfficial } from "../official.ts";
import { type Party, partiesAt, partyAt, possessors } from "../parties.ts";
import { objectOf, subjectOf } from "../predicate.ts";
import { wordsOf } from "../topics.ts";
import type { Range } from "../tree.ts";
import { owners, sizedBy } from "./role.ts";

export interface Measure {
  /** Head of the phrase that names what is measured. */
  readonly head: number;
  readonly words: string;
  readonly range: Range;
}

/** Longest measure in words. */
const MAX_WORDS = 9;
export const ROLE_NOUNS = new Set(
  "target goal objective demand offer request plan pledge cut rise increase reduction proposal ceiling cap total sum number figure share percentage proportion amount level rate bid".split(
    " ",
  ),
);

/** The words of a noun phrase without the quantity, its own determiner and its clause. */
export function phrase(ctx: Context, head: number, quantity: QuantityMention): Measure {
  const { tree } = ctx;
  const skip = (k: number): boolean => {
    const rel = tree.relation(k);
    if (
      rel === "det" ||
      rel === "punct" ||
      rel === "acl" ||
      rel === "appos" ||
      rel === "conj" ||
      rel === "cc" ||
      rel === "nummod" ||
      rel === "case" ||
      rel === "cop" ||
      rel === "nsubj" ||
      rel === "parataxis" ||
      rel === "advmod" ||
      rel === "advcl"
    )
      return true;
    return k >= quantity.from && k < quantity.to;
  };
  const kept = tree.subtree(head, skip).filter((k) => !(k >= quantity.from && k < quantity.to));
  // the longest unbroken run around the head
  let from = head;
  let to = head + 1;
  const inside = new Set(kept);
  const joint = (i: number) =>
    inside.has(i) ||
    (tree.relation(i) === "case" && inside.has(tree.head(i))) ||
    (tree.relation(i) === "det" && inside.has(tree.head(i)) && tree.head(i) !== head) ||
    (tree.token(i).upos === "PUNCT" && tree.token(i).text === "-");
  while (from > 0 && joint(from - 1) && tree.token(from - 1).sentence === quantity.sentence) from--;
  while (to < tree.tokens.length && joint(to) && tree.token(to).sentence === quantity.sentence) to++;
  const range = { from, to };
  return { head, words: wordsOf(ctx, range, MAX_WORDS), range };
}

/** What the quantity measures; null where the clause does not say (`India has offered 5.4 billion`). */
export function measureOf(ctx: Context, quantity: QuantityMention, verb: number): Measure | null {
  const { tree } = ctx;
  const { head } = quantity;
  // the counted noun inside the mention: “26 Rafale Marine jets”, “20,000 student visas”
  const money = quantity.unit.startsWith("%") || /^[A-Z]{3}$/.test(quantity.unit);
  if (!money && tree.token(head).upos === "NOUN") return phrase(ctx, head, { ...quantity, from: quantity.from, to: quantity.from });
  const sized = sizedBy(ctx, quantity);
  if (sized !== null) return phrase(ctx, sized, quantity);
  const above = tree.head(head);
  if (above < 0) return clauseMeasure(ctx, quantity, verb, head);
  const rel = tree.relation(head);
  // “a $44 billion pipeline”, “a 30% increase”, “10 % tariff”
  if ((rel === "compound" || rel === "nummod" || rel === "amod" || rel === "nmod") && tree.token(above).upos === "NOUN" && !money)
    return phrase(ctx, above, quantity);
  if ((rel === "compound" || rel === "nummod" || rel === "amod") && /^(?:NOUN|PROPN)$/.test(tree.token(above).upos))
    return phrase(ctx, above, quantity);
  // “a duty of 150 percent on wine”, “deficit of about $71 billion”
  if (rel === "nmod" && /^(?:NOUN|PROPN)$/.test(tree.token(above).upos)) {
    const own = phrase(ctx, above, quantity);
    if (!dateless(ctx, above)) return clauseMeasure(ctx, quantity, verb, head);
    if (!ROLE_NOUNS.has(tree.lemma(above)) || own.range.to - own.range.from > 1) return own;
    const upper = tree.head(above);
    if (upper >= 0 && tree.isClause(upper)) return clauseMeasure(ctx, quantity, upper, above) ?? own;
    return own;
  }
  // “charged an extra 25% on imported cars”
  const levied = rel === "obj" && LEVYING.has(tree.lemma(above));
  // “$783.3 billion of direct investment”, “64,800 crore rupees”
  const of = tree
    .by(head, "nmod")
    .find(
      (k) =>
        (levied ? /^(?:of|in|on)$/ : /^(?:of|in)$/).test(tree.preposition(k) ?? "") &&
        tree.token(k).upos === "NOUN" &&
        dateless(ctx, k) &&
        !isShareBase(ctx, k),
    );
  if (
    of !== undefined &&
    !(of >= quantity.from && of < quantity.to) &&
    !/^gross$|^GDP$/i.test(tree.token(of).text) &&
    (quantity.base === null ||
      !ctx.text.slice(tree.token(tree.extent(of).from).start, tree.token(tree.extent(of).to - 1).end).includes(quantity.base))
  )
    return phrase(ctx, of, quantity);
  return clauseMeasure(ctx, quantity, verb, head);
}

/** Verbs whose “on” says what a duty is taken from. */
const LEVYING = new Set(["impose", "charge", "levy", "put", "place", "slap", "pay", "collect"]);
/** Verbs whose “on” says what money goes to. */
const SPENDING = new Set(["spend", "allocate", "devote", "pay", "invest"]);

/** “its tariff, set at 24% and cut to 10%”: the noun before the comma that bare participles say more of, wherever the parse hangs them. */
function trailedNoun(ctx: Context, verb: number): number | null {
  const { tree } = ctx;
  for (let at = verb, step = 0; step < 3 && at >= 2; step++, at = tree.head(at)) {
    const bare = tree.token(at).upos === "VERB" && tree.by(at, "nsubj", "aux", "mark", "obj").length === 0;
    if (!bare) return null;
    if (tree.token(at - 1).text === "," && tree.token(at - 2).upos === "NOUN" && /^VB[ND]$/.test(tree.token(at).xpos)) return at - 2;
    if (tree.relation(at) !== "conj") return null;
  }
  return null;
}

/** The measure a verb gives: its object for “raise X to 2 %”, its subject for “X stood at 2 %”, “spend 2 % on X”. */
export function clauseMeasure(ctx: Context, quantity: QuantityMention, verb: number, self: number): Measure | null {
  const { tree } = ctx;
  const inQuantity = (k: number) => k >= quantity.from && k < quantity.to;
  const trailed = trailedNoun(ctx, verb);
  if (trailed !== null) return phrase(ctx, trailed, quantity);
  const object = objectOf(tree, verb);
  if (
    object !== null &&
    object !== self &&
    !inQuantity(object) &&
    tree.token(object).upos === "NOUN" &&
    actorMentionAt(ctx, object) === null
  )
    return phrase(ctx, object, quantity);
  const forWhat = tree
    .by(verb, "obl")
    .find(
      (k) =>
        k !== self &&
        !inQuantity(k) &&
        /^(?:for|on|in)$/.test(tree.preposition(k) ?? "") &&
        tree.token(k).upos === "NOUN" &&
        (SPENDING.has(tree.lemma(verb)) || ctx.cues.find(tree, tree.extent(k).from, tree.extent(k).to).length > 0),
    );
  if (forWhat !== undefined) return phrase(ctx, forWhat, quantity);
  const buys = [...tree.by(verb, "obl"), ...tree.by(self, "nmod")].find(
    (k) => k !== self && !inQuantity(k) && tree.preposition(k) === "for" && /^(?:NOUN|PROPN)$/.test(tree.token(k).upos),
  );
  if (buys !== undefined && dateless(ctx, buys)) return phrase(ctx, buys, quantity);
  const subject = subjectOf(tree, verb);
  if (subject !== null && tree.token(subject).upos === "NOUN" && partyAt(ctx, subject) === null) return phrase(ctx, subject, quantity);
  return null;
}

/** “2 % of gross domestic product”: what the share is a share of. */
function isShareBase(ctx: Context, token: number): boolean {
  return /^(?:product|gdp|output|economy|income)$/.test(ctx.tree.lemma(token));
}

function dateless(ctx: Context, token: number): boolean {
  const { from, to } = ctx.tree.extent(token);
  return mentionsIn(ctx, "date", from, to).length === 0 || !mentionsIn(ctx, "date", from, to).some((d) => d.head === token);
}

/** The possessors of a measured noun; a maker's name before a thing (“Abrams tanks”) is its type and not its owner. */
function measurers(ctx: Context, noun: number): Party[] {
  const { tree } = ctx;
  const own = possessors(ctx, noun);
  const found = own.length > 0 ? own : tree.by(noun, "compound", "amod").flatMap((k) => possessors(ctx, k));
  const typed = (p: Party) => /^(?:compound|amod)$/.test(tree.relation(p.token)) && !p.actors.some((a) => isOfficial(ctx, a));
  return found.filter((p) => !typed(p));
}

/** Things that belong to the state they stand in. */
const FIXTURES = new Set("plant reactor dam mine port refinery terminal field factory pipeline mill smelter station deposit".split(" "));

/** “the plant in Turkey”: the state that a thing stands in. */
function stateUnder(ctx: Context, noun: number): ActorRef | null {
  const { tree } = ctx;
  if (!FIXTURES.has(tree.lemma(noun))) return null;
  const inside = tree.by(noun, "nmod").filter((k) => /^(?:in|at|on)$/.test(tree.preposition(k) ?? ""));
  for (const k of inside) {
    const state = actorMentionAt(ctx, k)?.actors.find((a) => actorKind(a.id) === "state");
    const place = placeMentionAt(ctx, k)?.state ?? null;
    if (state !== undefined) return state;
    if (place !== null) return ctx.knowledge.ref(place);
  }
  return null;
}

/** Whose quantity it is: possessor of the measure; of an amount in a clause also who does the inner verb. */
export function whoseOf(
  ctx: Context,
  measure: Measure | null,
  beside: ActorRef | null,
  verb: number,
  presupposed: boolean,
): ActorRef | null {
  if (measure !== null) {
    const owner = owners(ctx, measurers(ctx, measure.head))[0];
    if (owner !== undefined) return owner;
  }
  if (beside !== null) return beside;
  // “the decision of Kenya to issue 400 permits”
  const noun = ctx.tree.token(verb).deprel === "acl" ? ctx.tree.head(verb) : -1;
  const decided = noun < 0 ? undefined : owners(ctx, measurers(ctx, noun))[0];
  if (decided !== undefined) return decided;
  const subject = presupposed ? null : subjectOf(ctx.tree, verb);
  if (subject === null || subject === measure?.head) return null;
  const doers = owners(ctx, partiesAt(ctx, subject));
  // what two do together is the figure of neither
  return doers.length === 1 ? doers[0]! : (owners(ctx, measurers(ctx, subject))[0] ?? stateUnder(ctx, subject));
}
