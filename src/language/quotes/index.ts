// Quotations and reported statements: words in marks with their speakers, and clauses that somebody is said to have said or thought.
import type { Span } from "../../model/index.ts";
import type { Mention, Quotation, Sentence, Token } from "../annotation.ts";
import { treeOf } from "../tree.ts";
import { type Attached, cueOf } from "./direct.ts";
import { type Frame, framesOf, type TokenRange } from "./frames.ts";
import { findQuoted, type Quoted } from "./marks.ts";
import { reportsIn } from "./reports.ts";

export interface Attribution {
  /** The words that name whose statement or thought it is; null where none do. */
  readonly source: Span | null;
  /** Token position of the cue; null where there is none. */
  readonly cue: number | null;
  /** The words said or thought, marks included where they are quoted. */
  readonly content: readonly Span[];
  /** Quoted words of the content, without their marks. */
  readonly quoted: readonly Span[];
  readonly kind: Quotation["kind"];
  /** Speech, or a thought, wish or attitude that nobody uttered. */
  readonly said: boolean;
  readonly sentence: number;
}

interface Draft {
  source: TokenRange | null;
  cue: number | null;
  content: TokenRange[];
  quoted: Quoted[];
  said: boolean;
  sentence: number;
}

/** Shortest quoted stretch, in tokens, that is a quotation by itself without any cue; shorter ones are names, titles and words set apart. */
const ALONE = 6;

/** Everything attributed to somebody, in text order. Linear in the text but for the depth of its parse. */
export function findAttributions(_text: string, tokens: readonly Token[], sentences: readonly Sentence[]): readonly Attribution[] {
  const quotes = findQuoted(tokens, sentences);
  const inside = new Int32Array(tokens.length).fill(-1);
  quotes.forEach((quoted, i) => {
    inside.fill(i, quoted.open, quoted.end);
  });
  const tree = treeOf(tokens);
  const inQuotes = (at: number): boolean => inside[at]! >= 0;
  const drafts: Draft[] = [];
  const owner: (Draft | null)[] = quotes.map(() => null);

  for (const sentence of sentences) {
    for (const { frame, said } of reportsIn(tree, sentence, framesOf(tree, sentence, inQuotes)))
      drafts.push(draftOf(frame, said, sentence));
  }
  joinQuotes(quotes, drafts, owner);
  quotes.forEach((quoted, i) => {
    if (owner[i] === null) owner[i] = attach(quoted, i);
  });

  function attach(quoted: Quoted, i: number): Draft | null {
    const attached = cueOf(tree, sentences, quoted, inQuotes);
    const before = i > 0 ? quotes[i - 1]! : null;
    const previous = i > 0 ? owner[i - 1]! : null;
    if (attached !== null && !(attached.side === "before" && continuesSplit(quoted, previous))) return addQuote(quoted, attached);
    if (before !== null && previous !== null && follows(tokens, sentences, before, quoted)) {
      if (before.paragraph === quoted.paragraph) {
        previous.content.push({ from: quoted.open, to: quoted.end });
        previous.quoted.push(quoted);
        return previous;
      }
      return record({
        ...previous,
        cue: null,
        content: [{ from: quoted.open, to: quoted.end }],
        quoted: [quoted],
        sentence: tokens[quoted.open]!.sentence,
      });
    }
    const introduced = introducedBefore(quoted);
    if (introduced !== null) return introduced;
    if (quoted.to - quoted.from < ALONE) return null;
    return record({
      source: null,
      cue: null,
      content: [{ from: quoted.open, to: quoted.end }],
      quoted: [quoted],
      said: true,
      sentence: tokens[quoted.open]!.sentence,
    });
  }

  /** “A,” he said, “B”: the second part has the cue of the first. */
  function continuesSplit(quoted: Quoted, previous: Draft | null): boolean {
    return previous !== null && previous.cue !== null && tokens[previous.cue]!.sentence === tokens[quoted.open]!.sentence;
  }

  function addQuote(quoted: Quoted, attached: Attached): Draft {
    const same = drafts.find((draft) => draft.cue === attached.cue);
    const content = { from: quoted.open, to: quoted.end };
    if (same !== undefined) {
      if (!same.content.some((range) => range.from <= content.from && content.to <= range.to))
        same.content = merged([...same.content, content]);
      same.quoted.push(quoted);
      same.said = true;
      same.source ??= attached.source;
      return same;
    }
    return record({
      source: attached.source,
      cue: attached.cue,
      content: [content],
      quoted: [quoted],
      said: true,
      sentence: tokens[attached.cue]!.sentence,
    });
  }

  /** A quotation that fills its paragraph after a sentence that ends with a colon or a cue without content. */
  function introducedBefore(quoted: Quoted): Draft | null {
    const sentence = sentences[tokens[quoted.open]!.sentence]!;
    const before = sentences[sentence.index - 1];
    if (before === undefined || sentence.from !== quoted.open || tokens[before.to - 1]!.text !== ":") return null;
    const attached = cueOf(tree, sentences, { ...quoted, open: before.to, from: before.to, to: before.to, end: before.to }, inQuotes);
    return attached === null ? null : addQuote(quoted, attached);
  }

  function record(draft: Draft): Draft {
    drafts.push(draft);
    return draft;
  }

  return drafts
    .filter((draft) => draft.content.length > 0)
    .sort((a, b) => a.content[0]!.from - b.content[0]!.from || (a.cue ?? -1) - (b.cue ?? -1))
    .map((draft) => finish(tokens, draft));
}

function draftOf(frame: Frame, said: boolean, sentence: Sentence): Draft {
  return { source: frame.source, cue: frame.cue, content: [...frame.content], quoted: [], said, sentence: sentence.index };
}

/** Gives each quoted stretch that lies in the content of a cue to that cue; content is widened to whole marks. */
function joinQuotes(quotes: readonly Quoted[], drafts: readonly Draft[], owner: (Draft | null)[]): void {
  quotes.forEach((quoted, i) => {
    for (const draft of drafts) {
      const at = draft.content.findIndex((range) => range.from < quoted.end && quoted.open < range.to);
      if (at < 0) continue;
      const range = draft.content[at]!;
      const inside = Math.min(range.to, quoted.end) - Math.max(range.from, quoted.open);
      if (inside * 2 < quoted.end - quoted.open) continue;
      draft.content[at] = { from: Math.min(range.from, quoted.open), to: Math.max(range.to, quoted.end) };
      draft.content = merged(draft.content);
      draft.quoted.push(quoted);
      owner[i] ??= draft;
    }
  });
}

/** Whether `next` goes on speaking: right after the first, or as its own sentence or paragraph after the sentence of the first. */
function follows(tokens: readonly Token[], sentences: readonly Sentence[], first: Quoted, next: Quoted): boolean {
  if (next.open === first.end || first.continues) return true;
  const a = tokens[first.end - 1]!.sentence;
  const b = tokens[next.open]!.sentence;
  if (b - a > 1) return false;
  const sentence = sentences[b]!;
  // “…,” he said. “…”: the next sentence begins with the mark, or the first part is split by its cue.
  return a === b || sentence.from === next.open;
}

function merged(ranges: readonly TokenRange[]): TokenRange[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const out: TokenRange[] = [];
  for (const range of sorted) {
    const last = out.at(-1);
    if (last !== undefined && range.from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else out.push(range);
  }
  return out;
}

function spanOf(tokens: readonly Token[], range: TokenRange): Span {
  return { start: tokens[range.from]!.start, end: tokens[range.to - 1]!.end };
}

function finish(tokens: readonly Token[], draft: Draft): Attribution {
  const words = draft.content.reduce((sum, range) => sum + range.to - range.from, 0);
  const quotedWords = draft.quoted.reduce((sum, quoted) => sum + quoted.end - quoted.open, 0);
  const kind = draft.quoted.length === 0 ? "indirect" : quotedWords >= words ? "direct" : "mixed";
  return {
    source: draft.source === null || draft.source.to <= draft.source.from ? null : spanOf(tokens, draft.source),
    cue: draft.cue,
    content: draft.content.map((range) => spanOf(tokens, range)),
    quoted: draft.quoted.map((quoted) => spanOf(tokens, { from: quoted.from, to: quoted.to })),
    kind,
    said: draft.said,
    sentence: draft.sentence,
  };
}

/**
 * Quotations and reported statements with the ids of their speakers. Thoughts, wishes and attitudes are left out.
 * The speaker is the actor mention that shares most characters with the words that name the source.
 */
export function findQuotations(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly Quotation[] {
  return findAttributions(text, tokens, sentences)
    .filter((attribution) => attribution.said)
    .map((attribution, id) => ({
      id,
      kind: attribution.kind,
      content: attribution.kind === "indirect" ? attribution.content : attribution.quoted,
      speaker: attribution.source === null ? null : speakerIn(mentions, attribution.source),
      cue: attribution.cue,
      sentence: attribution.sentence,
    }));
}

function speakerIn(mentions: readonly Mention[], source: Span): number | null {
  let best: number | null = null;
  let most = 0;
  for (const mention of mentions) {
    if (mention.kind !== "actor" || mention.start >= source.end || mention.end <= source.start) continue;
    const shared = Math.min(mention.end, source.end) - Math.max(mention.start, source.start);
    if (shared > most) {
      most = shared;
      best = mention.id;
    }
  }
  return best;
}
