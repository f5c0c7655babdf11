// Who: the subject of the headline or of the first sentence, as the words that name it.
import type { Span } from "../../model/index.ts";
import { SPEECH } from "../attribution.ts";
import { type Context, dateMentionAt } from "../context.ts";
import { phraseRange, spanOf } from "../evidence.ts";
import type { Sentence } from "../input.ts";
import { subjectOf } from "../predicate.ts";

/** Words that a heading's topic can have. */
const MAX_TOPIC = 7;

/** The colon after the topic of a heading; null where none opens it or no verb follows. */
function topicEnd(ctx: Context, s: Sentence): number | null {
  const { tokens } = ctx.tree;
  for (let i = s.from; i < Math.min(s.to, s.from + MAX_TOPIC); i++)
    if (tokens[i]!.text === ":") return tokens.slice(i, s.to).some((t) => t.upos === "VERB") ? i : null;
  return null;
}

/** The subject of the first verb after a colon, else the first noun phrase there. */
function subjectAfter(ctx: Context, colon: number, to: number): number | null {
  const { tree } = ctx;
  for (let i = colon + 1; i < to; i++) {
    const subject = tree.token(i).upos === "VERB" ? subjectOf(tree, i) : null;
    if (subject !== null && subject > colon) return subject;
  }
  for (let i = colon + 1; i < to; i++)
    if (/^(?:NOUN|PROPN)$/.test(tree.token(i).upos) && !(tree.head(i) > i && /^(?:compound|nmod|flat|amod)/.test(tree.relation(i))))
      return i;
  return null;
}

/** The head of a sentence's main subject: of what is said, where somebody unnamed or an agency says it. */
function subjectIn(ctx: Context, sentence: Sentence): number | null {
  const { tree } = ctx;
  let root = -1;
  for (let i = sentence.from; i < sentence.to; i++) if (tree.head(i) < 0 && tree.token(i).upos !== "PUNCT") root = i;
  if (root < 0) return null;
  // “World Series: Cubs end the drought”: what stands before the colon is the topic
  const colon = sentence.kind === "heading" ? topicEnd(ctx, sentence) : null;
  const own = colon === null ? subjectOf(tree, root) : subjectAfter(ctx, colon, sentence.to);
  if (colon !== null && own !== null) return own;
  // “It emerged that the driver …”, “Officials said the driver …”: who is told of, not who tells
  const told = tree.first(root, "ccomp", "csubj");
  if (
    told !== null &&
    (own === null || tree.token(own).upos === "PRON" || (SPEECH.has(tree.lemma(root)) && tree.token(own).upos === "NOUN"))
  )
    return subjectOf(tree, told) ?? own;
  if (own !== null) return own;
  // a heading without a verb is its own subject: “Explosion outside a consulate”
  return /^(?:NOUN|PROPN)$/.test(tree.token(root).upos) ? root : null;
}

/** Content words of a phrase. */
function wordsOf(ctx: Context, head: number): Set<string> {
  const { from, to } = phraseRange(ctx, head);
  const { tokens } = ctx.tree;
  return new Set(
    tokens
      .slice(from, to)
      .filter((t) => /^(?:NOUN|PROPN|NUM|ADJ)$/.test(t.upos))
      .map((t) => t.lemma.toLowerCase()),
  );
}

/** The words of a noun phrase, with a name that follows its title: “star | Max Verstappen”. */
function phraseOf(ctx: Context, head: number): Span {
  const { tree } = ctx;
  const names = tree
    .by(head, "appos", "flat")
    .filter((k) => k > head && tree.token(k - 1).upos !== "PUNCT" && tree.token(k).upos === "PROPN");
  const last = names.flatMap((k) => [k, ...tree.by(k, "flat")]);
  return spanOf(ctx, phraseRange(ctx, head, last));
}

/** Whether a subject can be who: no pronoun, no lone article, and no day (“For the mayor, Sunday was about votes”). */
const isSomebody = (ctx: Context, head: number) =>
  !/^(?:PRON|DET|PUNCT)$/.test(ctx.tree.token(head).upos) && dateMentionAt(ctx, head) === null;

/** The subject that the headline and the opening share; else the headline's where it is a name; else that of the first sentence. */
export function whoOf(ctx: Context, opening: readonly Sentence[]): Span | null {
  const subjects = opening.flatMap((s) => {
    const head = subjectIn(ctx, s);
    return head === null || !isSomebody(ctx, head) ? [] : [{ head, heading: s.kind === "heading" }];
  });
  const title = subjects.find((s) => s.heading);
  const prose = subjects.filter((s) => !s.heading);
  const titleWords = title === undefined ? new Set<string>() : wordsOf(ctx, title.head);
  const shared = prose.find((s) => [...wordsOf(ctx, s.head)].some((w) => titleWords.has(w)));
  const named = title !== undefined && ctx.tree.token(title.head).upos === "PROPN" ? title : undefined;
  const chosen = shared ?? named ?? prose[0] ?? title;
  return chosen === undefined ? null : phraseOf(ctx, chosen.head);
}
