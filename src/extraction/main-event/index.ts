// The main event of a text in three questions: who, where, when. Read from its headline and opening, in any field of news.
import type { Span } from "../../model/index.ts";
import { type Context, createContext } from "../context.ts";
import type { AnnotatedDocument, Knowledge, Sentence } from "../input.ts";
import { whenOf } from "./when.ts";
import { whereOf } from "./where.ts";
import { whoOf } from "./who.ts";

export interface MainEvent {
  /** The words that name who did it or whom it befell; null where no sentence of the opening has a subject. */
  readonly who: Span | null;
  /** Where it happened, by the name of a place in the text; never the dateline. */
  readonly where: Span | null;
  /** The day, `YYYY-MM-DD`: the first one the opening tells, else the day of publication. */
  readonly when: string | null;
}

/** Sentences of prose that count as the opening; fewer words than the minimum are captions and labels. */
const OPENING = 3;
const MIN_TOKENS = 7;

/** Headings before the first sentence of prose, then that sentence and those after it. */
function openingOf(ctx: Context): readonly Sentence[] {
  const { sentences, tokens } = ctx.tree;
  const isClause = (s: Sentence) => s.to - s.from >= MIN_TOKENS && tokens.slice(s.from, s.to).some((t) => t.upos === "VERB");
  const prose = sentences.filter((s) => s.kind === "prose" && isClause(s)).slice(0, OPENING);
  const start = prose[0]?.index ?? sentences.length;
  return [...sentences.filter((s) => s.index < start && s.kind === "heading").slice(0, 1), ...prose];
}

/** Who, where and when of a text's main event. The title counts where the text begins with it. */
export function mainEventOf(doc: AnnotatedDocument, knowledge: Knowledge): MainEvent {
  const ctx = createContext(doc, knowledge);
  const opening = openingOf(ctx);
  return { who: whoOf(ctx, opening), where: whereOf(ctx, opening), when: whenOf(ctx, opening) };
}
