// The quantities of a text in text order: those the language stage found, and bare numbers that it left to their context.
import type { Context } from "../context.ts";
import type { QuantityMention } from "../input.ts";
import { isExact } from "./units.ts";

const NUMERAL = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const YEARLIKE = /^(?:19|20)\d{2}$/;
/** “10,200 last year”: the year is when, not what is counted. */
const WHEN = /\s+(?:last|this|next|the previous|the current|a|per) (?:year|month|week)$/i;

/** A quantity whose unit is really a time that stands beside the number. */
function withoutTime(q: QuantityMention): QuantityMention {
  const cut = WHEN.exec(q.text);
  if (cut === null || !/^(?:years?|months?|weeks?)$/.test(q.unit)) return q;
  const words = cut[0].trim().split(/\s+/).length;
  return {
    ...q,
    unit: "number",
    text: q.text.slice(0, cut.index),
    end: q.start + cut.index,
    to: Math.max(q.from + 1, q.to - words),
    head: q.from,
  };
}

/** Animals counted by the head. */
const LIVESTOCK = new Set(["cattle", "cow", "buffalo", "sheep", "goat", "pig", "livestock"]);

/** “650,000 head”: of the animals named with it, else last before it in its paragraph. */
function herdOf(ctx: Context, head: number): string {
  const { tree } = ctx;
  const of = tree.by(head, "nmod").find((k) => LIVESTOCK.has(tree.lemma(k)));
  if (of !== undefined) return tree.token(of).text.toLowerCase();
  const { paragraph } = tree.sentence(head);
  for (let i = head - 1; i >= 0 && tree.sentence(i).paragraph === paragraph; i--)
    if (LIVESTOCK.has(tree.lemma(i))) return tree.token(i).text.toLowerCase();
  return "head";
}

/** A numeral that no mention covers, with the noun it counts where one follows in the plural. */
function numeralAt(ctx: Context, i: number): QuantityMention | null {
  const { tree } = ctx;
  const token = tree.token(i);
  if (token.upos !== "NUM" || !NUMERAL.test(token.text) || YEARLIKE.test(token.text) || (ctx.doc.mentionsAt.get(i)?.length ?? 0) > 0)
    return null;
  let head = tree.head(i);
  // “20,000 student visas”: the number may hang on the modifier of what it counts
  if (tree.relation(i) === "nummod" && tree.relation(head) === "compound" && tree.head(head) > head) head = tree.head(head);
  const counted =
    tree.relation(i) === "nummod" && head > i && head - i <= 8 && (tree.token(head).xpos === "NNS" || tree.lemma(head) === "head");
  const herd = counted && tree.lemma(head) === "head" && head === i + 1 ? herdOf(ctx, head) : null;
  const to = counted ? head + 1 : i + 1;
  const last = tree.token(to - 1);
  return {
    kind: "quantity",
    id: -1,
    sentence: token.sentence,
    from: i,
    to,
    head: counted ? head : i,
    start: token.start,
    end: last.end,
    text: ctx.text.slice(token.start, last.end),
    value: Number(token.text.replaceAll(",", "")),
    high: null,
    unit: herd ?? (counted ? last.text.toLowerCase() : "number"),
    qualifier: null,
    base: null,
    sameAs: null,
  };
}

export function quantitiesOf(ctx: Context): QuantityMention[] {
  const out: QuantityMention[] = [];
  for (const m of ctx.doc.mentions) if (m.kind === "quantity" && isExact(m)) out.push(withoutTime(m));
  const { tokens } = ctx.tree;
  for (let i = 0; i < tokens.length; i++) {
    const numeral = numeralAt(ctx, i);
    if (numeral !== null) out.push(numeral);
  }
  return out.sort((a, b) => a.start - b.start);
}

/** The token of a quantity by which it hangs in the sentence: `percent` of “30 percent”. */
export function headOf(ctx: Context, q: QuantityMention): number {
  let at = q.head;
  for (let step = 0; step < 6; step++) {
    const head = ctx.tree.head(at);
    if (head < q.from || head >= q.to) break;
    at = head;
  }
  return at;
}
