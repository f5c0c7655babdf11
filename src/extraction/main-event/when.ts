// When: the first day that the opening tells of what has happened, else the day of publication.
import { type Context, mentionsIn } from "../context.ts";
import type { Sentence } from "../input.ts";

const DAY = /^\d{4}-\d\d-\d\d/;

const isOfCount = (ctx: Context, token: number): boolean =>
  ctx.tree
    .ancestors(token)
    .some((verb) => ctx.tree.by(verb, "nsubj").some((subject) => /^(?:toll|tally|count)$/.test(ctx.tree.lemma(subject))));

export function whenOf(ctx: Context, opening: readonly Sentence[]): string | null {
  for (const s of opening) {
    for (const m of mentionsIn(ctx, "date", s.from, s.to)) {
      const day = m.first !== null && m.first === m.last && DAY.test(m.first) ? m.first.slice(0, 10) : null;
      // “Mr Trump, who won on Tuesday, said …”: a day inside a relative clause is background
      if (ctx.tree.ancestors(m.head).some((a) => /^acl/.test(ctx.tree.token(a).deprel))) continue;
      // “Tuesday's election” is another event's day, and “the toll rose to six on Friday” a count's
      if (ctx.tree.token(m.head).deprel === "nmod:poss" || isOfCount(ctx, m.head)) continue;
      // what is still to come is announced, not the event: it happened by the day of publication
      if (day !== null && (ctx.day === null || day <= ctx.day)) return day;
    }
  }
  return ctx.day;
}
