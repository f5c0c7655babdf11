// Who says so: the speaker of the innermost quotation or reported clause around a claim.
import type { Attribution } from "../model/index.ts";
import { actorMentionAt, type Context } from "./context.ts";
import type { ActorMention, Quotation } from "./input.ts";
import { partiesAt } from "./parties.ts";
import { subjectOf } from "./predicate.ts";

/** Verbs of saying that take a clause; a claim under one is its subject's word. */
export const SPEECH = new Set(
  (
    "say tell add state note announce explain report claim argue insist warn declare stress emphasize emphasise underscore underline write confirm acknowledge " +
    "admit reply respond remark observe comment suggest indicate recall reiterate affirm reaffirm maintain assert allege concede disclose reveal believe think predict expect"
  ).split(" "),
);

function fromMention(ctx: Context, mention: ActorMention): Attribution {
  const actor = mention.actors[0] ?? null;
  return { actor, text: ctx.text.slice(mention.start, mention.end), named: !mention.anonymous && actor !== null };
}

/** The innermost quotation whose words cover a token. */
export function quotationAround(ctx: Context, token: number): Quotation | null {
  const { start, end } = ctx.tree.token(token);
  let best: Quotation | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const quotation of ctx.doc.quotations) {
    for (const span of quotation.content) {
      const length = span.end - span.start;
      if (span.start <= start && end <= span.end && length < size) {
        best = quotation;
        size = length;
      }
    }
  }
  return best;
}

/** Who says what stands at a token; null where it is the text itself. */
export function attributionOf(ctx: Context, token: number): Attribution | null {
  const quotation = quotationAround(ctx, token);
  if (quotation !== null && quotation.speaker !== null) {
    const mention = ctx.doc.mentions[quotation.speaker];
    if (mention?.kind === "actor") return fromMention(ctx, mention);
  }
  const { tree } = ctx;
  let at = token;
  for (const head of tree.ancestors(token)) {
    if (tree.relation(at) === "ccomp" && SPEECH.has(tree.lemma(head))) {
      const speaker = speakerOf(ctx, head);
      if (speaker !== null) return speaker;
    }
    at = head;
  }
  // “…, the officials said, …”: the speech verb hangs on the clause as a parenthesis
  for (const head of [token, ...tree.ancestors(token)]) {
    for (const k of tree.by(head, "parataxis", "advcl")) {
      if (!SPEECH.has(tree.lemma(k)) || tree.first(k, "ccomp", "xcomp", "obj") !== null) continue;
      const speaker = speakerOf(ctx, k);
      if (speaker !== null) return speaker;
    }
  }
  return null;
}

function speakerOf(ctx: Context, verb: number): Attribution | null {
  const subject = subjectOf(ctx.tree, verb);
  if (subject === null) return null;
  const mention = actorMentionAt(ctx, subject);
  if (mention !== null) return fromMention(ctx, mention);
  const party = partiesAt(ctx, subject)[0];
  if (party === undefined) return null;
  const { from, to } = ctx.tree.extent(subject);
  const text = ctx.text.slice(ctx.tree.token(from).start, ctx.tree.token(to - 1).end);
  return { actor: party.actors[0] ?? null, text, named: false };
}
