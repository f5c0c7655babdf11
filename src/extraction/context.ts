// What every extractor works on: one annotated document, its trees, and who its parties are.
import type { ActorRef } from "../model/index.ts";
import { CueIndex } from "./cues.ts";
import type { ActorMention, AnnotatedDocument, DateMention, Knowledge, Mention, PlaceMention, QuantityMention } from "./input.ts";
import type { Trace } from "./trace.ts";
import { Tree } from "./tree.ts";

export interface Context {
  readonly doc: AnnotatedDocument;
  readonly text: string;
  readonly knowledge: Knowledge;
  readonly tree: Tree;
  readonly cues: CueIndex;
  /** Day of publication, `YYYY-MM-DD`, or null. */
  readonly day: string | null;
  /** Who the text as such is about: the participants of its first meeting; whom “the two leaders” means where nothing nearer does. */
  readonly parties: readonly ActorRef[];
  /** Whose text it is (`we`, `our`): the states and organisations that a statement, readout or speech speaks for. */
  readonly issuers: readonly ActorRef[];
  /** Told of readings that are left, where somebody asks. */
  readonly trace: Trace;
}

export function createContext(doc: AnnotatedDocument, knowledge: Knowledge, trace: Trace = null): Context {
  return {
    doc,
    text: doc.document.text,
    knowledge,
    tree: new Tree(doc),
    cues: CueIndex.of(knowledge),
    day: doc.published,
    parties: [],
    issuers: [],
    trace,
  };
}

function mentionsCovering(ctx: Context, token: number): readonly Mention[] {
  const ids = ctx.doc.mentionsAt.get(token);
  return ids === undefined ? [] : ids.map((id) => ctx.doc.mentions[id]!).filter((m) => m !== undefined);
}

/** The mention of an actor that a token heads; else the longest that covers it. */
export function actorMentionAt(ctx: Context, token: number): ActorMention | null {
  let longest: ActorMention | null = null;
  for (const m of mentionsCovering(ctx, token)) {
    if (m.kind !== "actor") continue;
    if (m.head === token) return m;
    longest ??= m;
  }
  return longest;
}

export function placeMentionAt(ctx: Context, token: number): PlaceMention | null {
  for (const m of mentionsCovering(ctx, token)) if (m.kind === "place") return m;
  return null;
}

export function dateMentionAt(ctx: Context, token: number): DateMention | null {
  for (const m of mentionsCovering(ctx, token)) if (m.kind === "date") return m;
  return null;
}

export function quantityMentionAt(ctx: Context, token: number): QuantityMention | null {
  for (const m of mentionsCovering(ctx, token)) if (m.kind === "quantity") return m;
  return null;
}

/** Mentions of one kind whose tokens lie in `[from, to)`, in text order. */
export function mentionsIn<K extends Mention["kind"]>(ctx: Context, kind: K, from: number, to: number): Extract<Mention, { kind: K }>[] {
  const out: Extract<Mention, { kind: K }>[] = [];
  const seen = new Set<number>();
  for (let i = from; i < to; i++) {
    for (const m of mentionsCovering(ctx, i)) {
      if (m.kind !== kind || m.from < from || m.to > to || seen.has(m.id)) continue;
      seen.add(m.id);
      out.push(m as Extract<Mention, { kind: K }>);
    }
  }
  return out;
}
