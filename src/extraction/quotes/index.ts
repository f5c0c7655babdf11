// Quotations: the words between quotation marks and who said them. A paraphrase is never one.
import { type ActorRef, type Problem, problem, type QuoteClaim, type Span } from "../../model/index.ts";
import { makeClaim } from "../claim.ts";
import type { Context } from "../context.ts";
import type { ActorMention, Quotation } from "../input.ts";
import { namedInside } from "../parties.ts";
import type { RuleInfo } from "../rules.ts";

export const DIRECT: RuleInfo = {
  id: "quote/direct",
  kind: "quote",
  reason: "Words between quotation marks with a speaker and a verb of saying are that speaker's own.",
  examples: ["“We will not wait for ever,” Foreign Minister Annalena Baerbock said."],
  counterexamples: ["Foreign Minister Annalena Baerbock said that Germany would not wait for ever."],
};
export const MIXED: RuleInfo = {
  id: "quote/mixed",
  kind: "quote",
  reason: "A few quoted words inside a reported sentence are the reported speaker's own.",
  examples: ["Foreign Minister Annalena Baerbock called the offer “a step that comes too late”."],
  counterexamples: ["The firm builds a car called “Aurora”."],
};
export const QUOTE_RULES: readonly RuleInfo[] = [DIRECT, MIXED];

/** Fewest words of a quotation that has no verb of saying; shorter ones are mostly names and distance marks. */
const MIN_WORDS = 3;
/** Longest evidence in UTF-16 units; a longer quotation is its own evidence. */
const MAX_EVIDENCE = 600;

/** Words that tell which official is meant: “at the Fisheries Ministry in Oslo”. */
const TELLING = /^(?:at|of|in|from|with|close|near)$/;
const MAX_TELLING = 12;

/** The words that name somebody, with the phrase behind them that says where he is from: “an official at the Fisheries Ministry”. */
function fullName(ctx: Context, mention: ActorMention): string {
  const { tree } = ctx;
  const behind = tree
    .by(mention.head, "nmod")
    .filter((k) => k >= mention.to && TELLING.test(tree.preposition(k) ?? ""))
    .map((k) => tree.extent(k))
    .find(({ from, to }) => from <= mention.to + 1 && to - mention.to <= MAX_TELLING);
  const end = behind === undefined ? mention.end : tree.token(behind.to - 1).end;
  return ctx.text
    .slice(mention.start, end)
    .replace(/\s+/g, " ")
    .replace(/^(?:the|a|an|one|some|another)\s+/i, "");
}

/** The speaker as an actor; one who is not resolved, or has no name, by the words that tell who he is. */
function speakerOf(ctx: Context, mention: ActorMention): ActorRef {
  const actor = mention.actors[0];
  const nameless = actor?.id.startsWith("group:") && mention.anonymous && mention.form === "group";
  if (actor !== undefined && !nameless) return actor;
  const name = fullName(ctx, mention);
  if (actor !== undefined && (mention.actors.length > 1 || !name.includes(" "))) return actor;
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  if (actor !== undefined) return { ...actor, id: `group:${slug}`, name };
  const state = namedInside(ctx, mention.head)[0];
  const of = state?.state ?? (state !== undefined && /^[A-Z]{3}$/.test(state.id) ? state.id : undefined);
  return { id: `group:${slug}`, name, ...(of === undefined ? {} : { state: of }) };
}

/** Words without the comma or full stop that the sentence around them put inside the marks. */
function trimmed(ctx: Context, span: Span): Span {
  let { start, end } = span;
  const { text } = ctx;
  while (start < end && /[\s"“”‘]/.test(text[start]!)) start++;
  while (end > start && /[\s"“”,]/.test(text[end - 1]!)) end--;
  return { start, end };
}

function evidenceFor(ctx: Context, span: Span, quotation: Quotation, mention: ActorMention): Span {
  let { start, end } = span;
  if (/["“]/.test(ctx.text[start - 1] ?? "")) start--;
  while (end < ctx.text.length && /["”,.!?]/.test(ctx.text[end]!) && end - span.end < 3) end++;
  const cue = quotation.cue === null ? null : ctx.tree.token(quotation.cue);
  const low = Math.min(start, mention.start, cue?.start ?? start);
  const high = Math.max(end, mention.end, cue?.end ?? end);
  const between = ctx.text.slice(low, high);
  return high - low <= MAX_EVIDENCE && !/\n\s*\n/.test(between) ? { start: low, end: high } : { start, end };
}

/** Whether a closing mark ends the words, or the next paragraph opens with a mark and goes on. */
function isClosed(text: string, { end }: Span): boolean {
  return (
    /^[\s\])]*["”»’']/.test(text.slice(end, end + 4)) ||
    /["”»’']$/.test(text.slice(0, end)) ||
    /^\s*\n\s*["“„«‘]/.test(text.slice(end, end + 8))
  );
}

export interface QuotesRead {
  readonly claims: readonly QuoteClaim[];
  readonly problems: readonly Problem[];
}

export function extractQuotes(ctx: Context): QuotesRead {
  const claims: QuoteClaim[] = [];
  let unclosed = 0;
  const seen = new Set<string>();
  for (const quotation of ctx.doc.quotations) {
    if (quotation.kind === "indirect") continue;
    // where the mark that ends them is missing, nobody knows which words are the speaker's
    const closed = quotation.content.filter((content) => isClosed(ctx.text, content));
    unclosed += quotation.content.length - closed.length;
    if (quotation.speaker === null) continue;
    const mention = ctx.doc.mentions[quotation.speaker];
    if (mention?.kind !== "actor") continue;
    for (const content of closed) {
      const span = trimmed(ctx, content);
      const text = ctx.text.slice(span.start, span.end);
      const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
      if (words === 0 || (words < MIN_WORDS && quotation.cue === null) || words > 400) continue;
      const key = text.toLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      claims.push(
        makeClaim<QuoteClaim>(
          ctx,
          {
            kind: "quote",
            speaker: speakerOf(ctx, mention),
            text,
            cue: quotation.cue === null ? null : ctx.tree.lemma(quotation.cue),
            audience: audienceOf(ctx, quotation),
          },
          {
            rule: quotation.kind === "direct" ? DIRECT.id : MIXED.id,
            modality: "asserted",
            attribution: {
              actor: mention.actors[0] ?? null,
              text: ctx.text.slice(mention.start, mention.end),
              named: !mention.anonymous && mention.actors.length > 0,
            },
            evidence: [evidenceFor(ctx, span, quotation, mention)],
          },
        ),
      );
    }
  }
  return { claims, problems: unclosed === 0 ? [] : [problem("quote-unclosed", { count: unclosed })] };
}

/** To whom it was said: “told reporters in Tokyo”. */
function audienceOf(ctx: Context, quotation: Quotation): string | null {
  if (quotation.cue === null || !/^(?:tell|inform|assure)$/.test(ctx.tree.lemma(quotation.cue))) return null;
  const object = ctx.tree.first(quotation.cue, "obj", "iobj");
  if (object === null) return null;
  const { from, to } = ctx.tree.extent(object);
  if (to - from > 12) return ctx.tree.token(object).text;
  return ctx.text.slice(ctx.tree.token(from).start, ctx.tree.token(to - 1).end);
}
