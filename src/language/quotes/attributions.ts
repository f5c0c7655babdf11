// Attributions: quoted stretches and reporting frames brought together, each with its cue and source.
import type { Span } from "../../model/index.ts";
import type { Quotation, Sentence, Token } from "../annotation.ts";
import { type Tree, treeOf } from "../tree.ts";
import { type Attached, cueOf, introducing, signedBy, strongCueAfter } from "./direct.ts";
import { type FrameKind, framesOf } from "./frames.ts";
import { findQuoted, type Quoted } from "./marks.ts";
import { reportsIn } from "./reports.ts";
import type { TokenRange } from "./source.ts";

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
  /** The content is a clause, not a thing talked about (“criticised the deal”). */
  readonly clausal: boolean;
  readonly sentence: number;
}

interface Draft {
  source: TokenRange | null;
  readonly cue: number | null;
  content: TokenRange[];
  readonly quoted: Quoted[];
  said: boolean;
  readonly clausal: boolean;
  readonly sentence: number;
}

/** Shortest quoted stretch, in tokens, that is a quotation by itself without any cue; shorter ones are names, titles and words set apart. */
const ALONE = 6;
/** Frames whose content is a clause. */
const CLAUSAL: ReadonlySet<FrameKind> = new Set(["clause", "before", "according", "that", "colon"] as const);
/** A cue before the second part of a split quotation counts only this near to its mark; else the part goes on with the cue of the first. */
const NEAR = 4;
/** Longest label of a turn, in tokens: `VICE PRESIDENT ADA OSEI`. */
const LABEL = 5;

/** Everything attributed to somebody, in text order. Linear in the text but for the depth of its parse. */
export function findAttributions(_text: string, tokens: readonly Token[], sentences: readonly Sentence[]): readonly Attribution[] {
  return new Finder(tokens, sentences).run();
}

class Finder {
  private readonly tokens: readonly Token[];
  private readonly sentences: readonly Sentence[];
  private readonly tree: Tree;
  private readonly quotes: readonly Quoted[];
  private readonly inside: Uint8Array;
  private readonly drafts: Draft[] = [];
  private readonly byCue = new Map<number, Draft>();
  private readonly owner: (Draft | null)[];

  constructor(tokens: readonly Token[], sentences: readonly Sentence[]) {
    this.tokens = tokens;
    this.sentences = sentences;
    this.tree = treeOf(tokens);
    this.quotes = findQuoted(tokens, sentences);
    this.inside = new Uint8Array(tokens.length);
    for (const quoted of this.quotes) this.inside.fill(1, quoted.open, quoted.end);
    this.owner = this.quotes.map(() => null);
  }

  private readonly inQuotes = (at: number): boolean => this.inside[at] === 1;

  run(): readonly Attribution[] {
    const { quotes, owner } = this;
    quotes.forEach((quoted, i) => {
      const attached = strongCueAfter(this.tree, this.sentences, quoted, this.inQuotes);
      if (attached !== null) owner[i] = this.addQuote(quoted, attached);
    });
    this.addReports();
    this.separate();
    this.joinQuotes();
    quotes.forEach((quoted, i) => {
      owner[i] ??= this.attach(quoted, i);
    });
    return this.drafts
      .filter((draft) => draft.content.length > 0)
      .sort((a, b) => a.content[0]!.from - b.content[0]!.from || (a.cue ?? -1) - (b.cue ?? -1))
      .map((draft) => finish(this.tokens, draft));
  }

  private addReports(): void {
    for (const sentence of this.sentences) {
      for (const { frame, said } of reportsIn(this.tree, sentence, framesOf(this.tree, sentence, this.inQuotes))) {
        if (this.byCue.has(frame.cue)) continue;
        // A parse that finds the speaker among the quoted words is wrong about it.
        const source = frame.source !== null && this.inQuotes(frame.source.from) ? null : frame.source;
        this.record({
          source,
          cue: frame.cue,
          content: [...frame.content],
          quoted: [],
          said,
          clausal: CLAUSAL.has(frame.kind),
          sentence: sentence.index,
        });
      }
    }
  }

  /** “… that it failed, citing its cost”, “… that it failed, and he noted that …”: what a second cue reports is not part of what the first does. */
  private separate(): void {
    const { tokens } = this;
    for (const outer of this.drafts) {
      outer.content = outer.content.map((range) => {
        for (let at = range.from + 2; at < range.to; at++) {
          const inner = this.byCue.get(at);
          if (inner === undefined || inner === outer || inner.cue === null) continue;
          if (tokens[at]!.xpos === "VBG" && tokens[at - 1]!.text === ",") return { from: range.from, to: at - 1 };
          const own = inner.source;
          const finite = own !== null && own.to <= at && own.from > range.from + 2 && /^VB[DZP]$/.test(tokens[at]!.xpos);
          if (finite && /^(?:and|but)$/.test(tokens[own.from - 1]!.text) && tokens[at]!.deprel === "conj")
            return { from: range.from, to: own.from - 1 };
        }
        return range;
      });
    }
  }

  /** Gives each quoted stretch that lies in the content of a cue to that cue; content is widened to whole marks. */
  private joinQuotes(): void {
    const bySentence = new Map<number, Draft[]>();
    for (const draft of this.drafts) bySentence.set(draft.sentence, [...(bySentence.get(draft.sentence) ?? []), draft]);
    this.quotes.forEach((quoted, i) => {
      if (this.owner[i] !== null) return;
      for (const draft of bySentence.get(this.tokens[quoted.open]!.sentence) ?? []) {
        const at = draft.content.findIndex((range) => range.from < quoted.end && quoted.open < range.to);
        if (at < 0) continue;
        const range = draft.content[at]!;
        const shared = Math.min(range.to, quoted.end) - Math.max(range.from, quoted.open);
        if (shared * 2 < quoted.end - quoted.open) continue;
        draft.content[at] = { from: Math.min(range.from, quoted.open), to: Math.max(range.to, quoted.end) };
        draft.content = merged(draft.content);
        draft.quoted.push(quoted);
        this.owner[i] ??= draft;
      }
    });
  }

  private attach(quoted: Quoted, i: number): Draft | null {
    const { tokens, sentences, tree } = this;
    const before = i > 0 ? this.quotes[i - 1]! : null;
    const previous = i > 0 ? this.owner[i - 1]! : null;
    const turn = turnIn(tokens, quoted);
    if (turn !== null)
      return this.record({
        source: { from: quoted.from, to: turn },
        cue: turn,
        content: [{ from: turn + 1, to: quoted.end }],
        quoted: [{ ...quoted, from: turn + 1 }],
        said: true,
        clausal: true,
        sentence: tokens[quoted.open]!.sentence,
      });
    const attached = cueOf(tree, sentences, quoted, this.inQuotes);
    if (attached !== null && !this.goesOn(quoted, previous, attached)) return this.addQuote(quoted, attached);
    const signature = signedBy(tokens, sentences, quoted);
    const whole = { from: quoted.open, to: quoted.end };
    const sentence = tokens[quoted.open]!.sentence;
    if (signature !== null)
      return this.record({ source: signature, cue: null, content: [whole], quoted: [quoted], said: true, clausal: true, sentence });
    if (before !== null && previous !== null && follows(tokens, sentences, before, quoted)) {
      if (before.paragraph === quoted.paragraph) {
        previous.content = merged([...previous.content, whole]);
        previous.quoted.push(quoted);
        return previous;
      }
      return this.record({ ...previous, cue: null, content: [whole], quoted: [quoted], sentence });
    }
    const introduction = introducing(tree, sentences, quoted, this.inQuotes);
    if (introduction !== null) return this.addQuote(quoted, introduction);
    if (quoted.to - quoted.from < ALONE) return null;
    return this.record({ source: null, cue: null, content: [whole], quoted: [quoted], said: true, clausal: true, sentence });
  }

  /** “A,” he said in a speech that …, “B”: the second part has the cue of the first, unless another stands right before it. */
  private goesOn(quoted: Quoted, previous: Draft | null, attached: Attached): boolean {
    if (attached.side !== "before" || previous?.cue == null || previous.cue === attached.cue) return false;
    return this.tokens[previous.cue]!.sentence === this.tokens[quoted.open]!.sentence && attached.cue < quoted.open - NEAR;
  }

  private addQuote(quoted: Quoted, attached: Attached): Draft {
    const content = { from: attached.side === "before" ? this.clauseStart(quoted, attached.cue) : quoted.open, to: quoted.end };
    const same = this.byCue.get(attached.cue);
    if (same === undefined) {
      return this.record({
        source: attached.source,
        cue: attached.cue,
        content: [content],
        quoted: [quoted],
        said: true,
        clausal: true,
        sentence: this.tokens[attached.cue]!.sentence,
      });
    }
    same.content = merged([...same.content, content]);
    same.quoted.push(quoted);
    same.said = true;
    same.source ??= attached.source;
    return same;
  }

  /** Where the clause begins that ends in quoted words: “said that the plan was “dead””. A comma or colon before the mark begins a quotation of its own. */
  private clauseStart(quoted: Quoted, cue: number): number {
    const { tokens } = this;
    if (quoted.open <= cue + 1 || /^[,:]$/.test(tokens[quoted.open - 1]!.text)) return quoted.open;
    for (let at = cue + 1; at < quoted.open; at++) if (this.inQuotes(at)) return quoted.open;
    for (let at = cue + 1; at < quoted.open; at++) if (tokens[at]!.text === "that") return at;
    return cue + 1;
  }

  private record(draft: Draft): Draft {
    this.drafts.push(draft);
    if (draft.cue !== null) this.byCue.set(draft.cue, draft);
    return draft;
  }
}

/** Whether `next` goes on speaking: right after the first, or as its own sentence or paragraph after the sentence of the first. */
function follows(tokens: readonly Token[], sentences: readonly Sentence[], first: Quoted, next: Quoted): boolean {
  if (next.open === first.end || first.continues) return true;
  // Words in other marks (a headline in single ones) are not the same speech.
  if (tokens[next.open]!.text !== tokens[first.open]!.text) return false;
  const a = tokens[first.end - 1]!.sentence;
  const b = tokens[next.open]!.sentence;
  // “…,” he said. “…”: the next sentence begins with the mark, or the first part is split by its cue.
  return b - a <= 1 && (a === b || sentences[b]!.from === next.open);
}

/** “OSEI: We will sign.”: the colon after a name in capitals that begins quoted words, as in a transcript; null where there is none. */
function turnIn(tokens: readonly Token[], quoted: Quoted): number | null {
  let at = quoted.from;
  while (at < quoted.to && at < quoted.from + LABEL && /^\p{Lu}[\p{Lu}.’'-]+$/u.test(tokens[at]!.text)) at++;
  return at > quoted.from && at + 1 < quoted.to && tokens[at]!.text === ":" ? at : null;
}

function merged(ranges: readonly TokenRange[]): TokenRange[] {
  const out: TokenRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
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
  return {
    source: draft.source === null || draft.source.to <= draft.source.from ? null : spanOf(tokens, draft.source),
    cue: draft.cue,
    content: draft.content.map((range) => spanOf(tokens, range)),
    quoted: draft.quoted.map((quoted) => spanOf(tokens, quoted)),
    kind: draft.quoted.length === 0 ? "indirect" : quotedWords >= words ? "direct" : "mixed",
    said: draft.said,
    clausal: draft.clausal,
    sentence: draft.sentence,
  };
}
