// What a correction puts right: the figure that holds, and the one that was wrong, which no longer counts.
import type { FigureClaim } from "../../model/index.ts";
import { makeClaim } from "../claim.ts";
import { type Context, dateMentionAt, mentionsIn, quantityMentionAt } from "../context.ts";
import { spanOf } from "../evidence.ts";
import type { QuantityMention, Sentence } from "../input.ts";
import { objectOf } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";
import { phrase } from "./measure.ts";
import { unitOf } from "./units.ts";

export const CORRECTED: RuleInfo = {
  id: "figure/corrected",
  kind: "figure",
  reason: "A correction gives the right figure and names the wrong one; the wrong one is claimed as negated.",
  examples: [
    "In a report of 3 May the share of rail in freight was misstated. It is 19 per cent, not 91 per cent.",
    "An earlier version incorrectly said that the tunnel would cost €300 million. The correct sum is €800 million.",
  ],
  counterexamples: ["An earlier version misspelt the name of the mayor."],
  genre: "correction",
};

interface Pair {
  readonly right: QuantityMention;
  readonly wrong: QuantityMention;
}

/** Words between two figures of which the first is right, and of which the second is. */
const RIGHT_FIRST =
  /^[\w\s]{0,25}[,;:–—]?\s*(?:(?:and )?not|rather than|instead of|as opposed to)\s+(?:the\s)?$|\b(?:incorrectly|wrongly|mistakenly|erroneously)\b[\w\s]{0,40}$/i;
const RIGHT_SECOND = /\bshould (?:be|read|have (?:been|read|said))\s(?:that\s[\w\s]{0,40})?(?:the\s)?$/i;
/** `not 91 but 19`. */
const NOT = /\bnot (?:the )?$/i;
const BUT = /^[\w\s]{0,25},?\s*but\s(?:rather\s)?$/i;
/** `corrects to 12 from 21`. */
const CORRECTS = /\bcorrect(?:s|ed|ing)\b[^.]*\bto (?:the )?$/i;
const FROM = /^[\w\s]{0,25}\bfrom\s$/i;
/** A mistake told in one sentence, and what is right in the next. */
const MISTAKEN = /\b(?:incorrectly|wrongly|mistakenly|erroneously|misstated|overstated|understated)\b/i;
const IS = /^(?:it|that|this|the (?:correct|right|actual|true) \w+)\s(?:is|was|were|are|should be|should have been)\s(?:about\s)?$/i;
/** What the wrong words do to what they tell: its object is what is measured. */
const MISTELLING = new Set(["misstate", "overstate", "understate", "misreport", "give", "put", "report", "state"]);

function pairIn(ctx: Context, sentence: Sentence, quantities: readonly QuantityMention[]): Pair | null {
  const start = ctx.tree.token(sentence.from).start;
  for (const [i, a] of quantities.entries()) {
    const b = quantities[i + 1];
    if (b === undefined) return null;
    const before = ctx.text.slice(start, a.start);
    const between = ctx.text.slice(a.end, b.start);
    if (RIGHT_FIRST.test(between) && !RIGHT_SECOND.test(between)) return { right: a, wrong: b };
    if (CORRECTS.test(before) && FROM.test(between)) return { right: a, wrong: b };
    if (RIGHT_SECOND.test(between) || (NOT.test(before) && BUT.test(between))) return { right: b, wrong: a };
  }
  return null;
}

/** Quantities of a sentence in order, and numerals that count nothing by themselves: “It was 120, not 210”. */
function quantitiesAt(ctx: Context, s: Sentence): QuantityMention[] {
  const found = mentionsIn(ctx, "quantity", s.from, s.to);
  for (let t = s.from; t < s.to; t++) {
    const { text, upos, start, end } = ctx.tree.token(t);
    const value = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(",", "")) : Number.NaN;
    if (upos !== "NUM" || Number.isNaN(value) || quantityMentionAt(ctx, t) !== null || dateMentionAt(ctx, t) !== null) continue;
    const bare = { value, high: null, unit: "number", qualifier: null, base: null, sameAs: null };
    found.push({ ...bare, id: -1, kind: "quantity", sentence: s.index, from: t, to: t + 1, head: t, start, end, text });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The wrong figure of a sentence that says so, put right at the start of the next one. */
function pairAcross(ctx: Context, first: Sentence, next: Sentence): Pair | null {
  const [wrong, more] = quantitiesAt(ctx, first);
  const right = quantitiesAt(ctx, next)[0];
  if (wrong === undefined || more !== undefined || right === undefined) return null;
  const told = ctx.text.slice(ctx.tree.token(first.from).start, wrong.start);
  const opening = ctx.text.slice(ctx.tree.token(next.from).start, right.start);
  return MISTAKEN.test(told) && IS.test(opening) ? { right, wrong } : null;
}

/** What the figures measure: the subject of their sentence, or where that is a pronoun what the sentence before says was told wrongly. */
function measureOf(ctx: Context, sentence: Sentence, before: Sentence | undefined, pair: Pair): string {
  const { tree } = ctx;
  for (let t = sentence.from; t < sentence.to; t++) {
    if (
      /^nsubj/.test(tree.relation(t)) &&
      tree.token(t).upos === "NOUN" &&
      !/^(?:figure|number|sum|amount|version|article|report|story)$/.test(tree.lemma(t))
    )
      return phrase(ctx, t, pair.right).words;
  }
  if (before === undefined) return "";
  for (let t = before.from; t < before.to; t++) {
    if (!MISTELLING.has(tree.lemma(t)) || tree.token(t).upos !== "VERB") continue;
    const told = objectOf(tree, t) ?? tree.first(t, "nsubj:pass") ?? tree.first(t, "nsubj");
    if (told === null || tree.token(told).upos === "PRON") continue;
    // “the number of passengers”
    const of = tree.first(told, "nmod");
    const { words } = phrase(ctx, told, pair.wrong);
    return /^(?:number|share|amount|total)$/.test(words) && of !== null ? `${words} of ${phrase(ctx, of, pair.wrong).words}` : words;
  }
  return "";
}

/** The figures that a text of kind `correction` puts right: for each the right one, and the wrong one with modality `negated`. */
export function extractCorrected(ctx: Context): FigureClaim[] {
  if (ctx.doc.document.kind !== "correction") return [];
  const { sentences } = ctx.doc;
  return sentences.flatMap((sentence, i) => {
    const before = sentences[i - 1];
    const own = pairIn(ctx, sentence, quantitiesAt(ctx, sentence));
    const pair = own ?? (before === undefined ? null : pairAcross(ctx, before, sentence));
    if (pair === null) return [];
    const measure = measureOf(ctx, sentence, before, pair);
    const spans = [sentence, ...(before === undefined ? [] : [before])].map((s) => spanOf(ctx, { from: s.from, to: s.to }));
    const unit = [pair.right, pair.wrong].map(unitOf).find((u) => u !== "number") ?? "number";
    return (["right", "wrong"] as const).map((which) => {
      const q = pair[which];
      return makeClaim<FigureClaim>(
        ctx,
        {
          kind: "figure",
          value: q.value,
          high: q.high,
          unit,
          qualifier: q.qualifier,
          measure: measure === "" ? ctx.text.slice(q.start, q.end) : measure,
          issue: null,
          whose: null,
          holder: null,
          toward: [],
          role: "actual",
          year: null,
          base: q.base,
          text: ctx.text.slice(q.start, q.end),
        },
        { rule: CORRECTED.id, modality: which === "right" ? "asserted" : "negated", attribution: null, evidence: spans },
      );
    });
  });
}
