// The promised act: its words, issue, amount and deadline.
import { type ActorRef, type Amount, actorKind, type PartialDate } from "../../model/index.ts";
import { type Context, mentionsIn } from "../context.ts";
import { isExact, isMoney, isShare, STRATEGIC, singular } from "../figures/units.ts";
import type { DateMention, QuantityMention } from "../input.ts";
import { bindsState, isOfficial } from "../official.ts";
import { topicRange, topicsOf, wordsOf } from "../topics.ts";
import type { Range } from "../tree.ts";
import { CONCRETE, NO_ACT } from "./words.ts";

export interface Act {
  readonly action: string;
  readonly issue: string;
  readonly amount: Amount | null;
  readonly deadline: PartialDate | null;
  readonly range: Range;
}

/** Units that are an amount of a commitment; counts of things count from ten on, of arms and the like from one. */
function isAmount(q: QuantityMention): boolean {
  if (!isExact(q)) return false;
  if (isShare(q.unit) || isMoney(q.unit)) return true;
  return q.unit !== "number" && (q.value >= 10 || STRATEGIC.has(singular(q.unit)));
}

/** A few of something: “two frigates”. */
export const isHandful = (amount: Amount) => !isShare(amount.unit) && !isMoney(amount.unit) && amount.value < 10;

function amountOf(ctx: Context, range: Range): Amount | null {
  const q = mentionsIn(ctx, "quantity", range.from, range.to).find(isAmount);
  if (q === undefined) return null;
  return {
    value: q.value,
    unit: q.unit === "%" && /\bGDP\b|gross domestic product/i.test(q.base ?? "") ? "%GDP" : q.unit,
    ...(q.high === null ? {} : { high: q.high }),
    ...(q.qualifier === null ? {} : { qualifier: q.qualifier }),
  };
}

/** The last day by which the act is due; of several dates the one with `by` or `within`. */
function deadlineOf(ctx: Context, head: number, range: Range, day: string | null): PartialDate | null {
  const dates = mentionsIn(ctx, "date", range.from, range.to).filter(
    (d) => d.last !== null && (d.type !== "DURATION" || d.relation === "within") && !isNamePart(ctx, d),
  );
  const bound = dates.find((d) => d.relation === "by" || d.relation === "within" || d.relation === "before" || d.relation === "until");
  if (bound !== undefined) return shortest(bound);
  const ahead = dates.find(
    (d) =>
      d.relation !== "since" &&
      d.relation !== "after" &&
      isOfAct(ctx, d.head, head) &&
      (day === null || d.last! >= day || d.last!.startsWith("FY")),
  );
  return ahead === undefined ? null : shortest(ahead);
}

/** “Vision 2030”, “the Agenda 2063”: a year that ends a name. */
function isNamePart(ctx: Context, d: DateMention): boolean {
  const before = ctx.tree.tokens[d.from - 1];
  return /^\d{4}$/.test(d.value) && before !== undefined && /^(?:PROPN|NOUN)$/.test(before.upos) && /^\p{Lu}/u.test(before.text);
}

/** Whether a date without “by” is the act's own: not of a relative clause or of another verb (“the fund that opens in 2026”). */
function isOfAct(ctx: Context, date: number, head: number): boolean {
  const { tree } = ctx;
  for (let at = date, step = 0; at >= 0 && step < 8; at = tree.head(at), step++) {
    if (at === head) return true;
    if (at !== date && tree.token(at).upos === "VERB" && !/^(?:xcomp|conj)$/.test(tree.relation(at))) return false;
  }
  return true;
}

/** A whole year or month stays one; anything else is its last day. */
function shortest(d: DateMention): PartialDate {
  if (d.type === "DURATION") return d.last!;
  return d.value.startsWith("FY") ? d.value : /^\d{4}(?:-\d{2})?$/.test(d.value) ? d.value : d.last!;
}

/** The tokens of one act, without the further acts coordinated with it. */
function ownRange(ctx: Context, head: number, widen: readonly number[]): Range {
  const { tree } = ctx;
  if (tree.token(head).upos !== "VERB") return topicRange(ctx, head, widen);
  const inside = tree.subtree(
    head,
    (k) => tree.relation(k) === "parataxis" || (tree.relation(k) === "conj" && tree.head(k) === head && tree.isVerbal(k)),
  );
  const further = tree.by(head, "conj").filter((k) => tree.isVerbal(k));
  const end = Math.max(...inside, ...widen) + 1;
  return {
    from: Math.min(...inside, ...widen),
    to: further.length > 0 ? Math.min(end, ...further.map((k) => Math.max(k, head + 1))) : end,
  };
}

/** The act that the token heads (an infinitive, a gerund, a that-clause, a noun). */
export function actOf(ctx: Context, head: number, widen: readonly number[] = []): Act {
  const { tree } = ctx;
  const range = ownRange(ctx, head, widen);
  const topic = topicsOf(ctx, head, null, ctx.tree.sentence(head))[0]!;
  let from = range.from;
  // a that-clause's subject and auxiliaries are not the act: “that Japan will sign …” → “sign …”
  if (tree.token(head).upos === "VERB") from = head;
  return {
    action: wordsOf(ctx, { from, to: range.to }),
    issue: topic.issue,
    amount: amountOf(ctx, range),
    deadline: deadlineOf(ctx, head, range, ctx.day),
    range,
  };
}

/** Whether an act can be checked afterwards: a concrete verb, an amount of money or a deadline. */
export function isConcrete(ctx: Context, head: number, act: Act): boolean {
  const { tree } = ctx;
  const lemma = tree.lemma(head);
  if (tree.token(head).upos === "VERB") {
    if (NO_ACT.has(lemma)) return false;
    return CONCRETE.has(lemma) || act.amount !== null || act.deadline !== null;
  }
  return act.amount !== null || act.deadline !== null;
}

/** An actor who can bind a state, an organisation or a company. */
export function canPromise(ctx: Context, actor: ActorRef): boolean {
  if (isOfficial(ctx, actor)) return bindsState(ctx, actor);
  if (actorKind(actor.id) !== "organisation") return false;
  // a body with a state in its name that no table has is an agency where a government writes, anything at all elsewhere
  return ctx.knowledge.actor(actor.id) !== null || (actor.state !== undefined && ctx.issuers.length > 0);
}
