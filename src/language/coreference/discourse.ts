// Discourse: the actor mentions of a text with what decides whether a later word can mean them: role, number, gender, quotation.
import type { Knowledge } from "../../knowledge/index.ts";
import type { ActorRef } from "../../model/index.ts";
import type { ActorMention, Quotation, Sentence, Token } from "../annotation.ts";
import type { Cast } from "../mentions/cast.ts";
import type { Candidate } from "../mentions/index.ts";
import { base, type Tree } from "../tree.ts";

/** Longest label of a turn in tokens, the colon included. */
const MAX_LABEL = 8;

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Cell {
  readonly mention: Mutable<ActorMention>;
  readonly candidate: Candidate;
}

/** Whose text it is: `the President` of a government's own readout is its president, `we` its state. */
export interface Publisher {
  readonly state: string | null;
  /** The person whose remarks they are. */
  readonly speaker: ActorRef | null;
  /** The signatories of a joint statement, two or more: its “we”. */
  readonly voices: readonly ActorRef[];
  /** Whether it is an account of a meeting or call: its first sentences name who took part, and “they” are the same to the end. */
  readonly readout: boolean;
}

export type Role = "subject" | "object" | "other";

export interface Discourse {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly tree: Tree;
  readonly knowledge: Knowledge;
  readonly on: string | null;
  readonly cast: Cast;
  readonly publisher: Publisher;
  /** In the order in which they are resolved: by end, inner before outer. */
  readonly cells: readonly Cell[];
  /** Positions in `cells` of the mentions of a sentence. */
  readonly bySentence: readonly (readonly Cell[])[];
  /** Token → quotation whose words cover it, or null. */
  quotationAt(token: number): Quotation | null;
  cellOf(mention: number): Cell | null;
  /** In a transcript, the mention that labels the turn a sentence belongs to (`PRESIDENT RUTO: …`); null elsewhere. */
  turnOf(sentence: number): Cell | null;
}

export function discourse(
  parts: Pick<Discourse, "tokens" | "sentences" | "tree" | "knowledge" | "on" | "cast" | "publisher"> & {
    readonly cells: readonly Cell[];
    readonly quotations: readonly Quotation[];
  },
): Discourse {
  const cells = [...parts.cells].sort((a, b) => a.mention.to - b.mention.to || b.mention.from - a.mention.from);
  const bySentence: Cell[][] = parts.sentences.map(() => []);
  const byId = new Map<number, Cell>();
  for (const cell of cells) {
    bySentence[cell.mention.sentence]!.push(cell);
    byId.set(cell.mention.id, cell);
  }
  const quoted = new Int32Array(parts.tokens.length).fill(-1);
  parts.quotations.forEach((quotation, index) => {
    if (quotation.kind === "indirect") return;
    for (const span of quotation.content) {
      for (let i = firstTokenAt(parts.tokens, span.start); i < parts.tokens.length && parts.tokens[i]!.start < span.end; i++)
        quoted[i] = index;
    }
  });
  return {
    ...parts,
    cells,
    bySentence,
    quotationAt: (token) => parts.quotations[quoted[token]!] ?? null,
    cellOf: (mention) => byId.get(mention) ?? null,
    turnOf: turns(parts.tokens, parts.sentences, bySentence),
  };
}

/** Turns of a transcript: a paragraph that begins with a mention and a colon opens one, which lasts until the next; any other label of capitals ends it. */
function turns(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  bySentence: readonly (readonly Cell[])[],
): (sentence: number) => Cell | null {
  const speaker: (Cell | null)[] = [];
  let current: Cell | null = null;
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      let colon = sentence.from;
      while (colon < Math.min(sentence.to, sentence.from + MAX_LABEL) && tokens[colon]!.text !== ":") colon++;
      if (tokens[colon]?.text === ":" && colon > sentence.from) {
        const label = bySentence[sentence.index]!.find((c) => c.mention.from === sentence.from && c.mention.to === colon);
        const capitals = tokens.slice(sentence.from, colon).every((t) => t.text === t.text.toUpperCase());
        if (label && (label.candidate.sort === "person" || label.candidate.sort === "office")) current = label;
        else if (capitals) current = null;
      }
    }
    speaker.push(current);
  }
  return (sentence) => speaker[sentence] ?? null;
}

/** Position of the first token that begins at or after an offset. */
export function firstTokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (tokens[mid]!.start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The grammatical role of a mention; a conjunct has that of its first conjunct. */
export function roleOf(d: Pick<Discourse, "tokens">, cell: Cell): Role {
  let at = cell.mention.head;
  for (let steps = 0; steps < 12; steps++) {
    const token = d.tokens[at]!;
    if (token.deprel !== "conj" && token.deprel !== "appos" && token.deprel !== "flat") break;
    at = token.head;
  }
  const relation = base(d.tokens[at]!.deprel);
  if (relation === "nsubj" || relation === "csubj" || d.tokens[at]!.deprel === "obl:agent") return "subject";
  return relation === "obj" || relation === "iobj" ? "object" : "other";
}

/** The clause's predicate above a token: the nearest verb or copular predicate that governs it. */
export function clauseOf(d: Pick<Discourse, "tokens">, token: number): number {
  let at = token;
  for (let steps = 0; steps < 60; steps++) {
    const { head, deprel } = d.tokens[at]!;
    if (head < 0) return at;
    const relation = base(deprel);
    if (relation === "nsubj" || relation === "obj" || relation === "iobj" || relation === "obl" || relation === "csubj") return head;
    if (["advcl", "acl", "ccomp", "xcomp", "parataxis"].includes(relation)) return at;
    at = head;
  }
  return at;
}

/** Whether a subject is that of the sentence or of a clause joined to it by “and” or a semicolon. */
export function isMain(d: Pick<Discourse, "tokens">, subject: number): boolean {
  let at = clauseOf(d, subject);
  for (let steps = 0; steps < 8; steps++) {
    const { head, deprel } = d.tokens[at]!;
    if (head < 0) return true;
    if (deprel !== "conj" && deprel !== "parataxis") return false;
    at = head;
  }
  return false;
}

export function isPerson(ref: ActorRef): boolean {
  return ref.id.startsWith("person:");
}

/** Whether all of a mention's actors are states, organs or organisations. */
export function isBody(cell: Cell): boolean {
  return cell.mention.actors.length > 0 && cell.mention.actors.every((a) => !isPerson(a) && !a.id.startsWith("group:"));
}

/** What a mention was found to take up: the mention it was resolved through, if any, and its actors. */
export interface Link {
  readonly through: Cell | null;
  readonly actors: readonly ActorRef[];
}

export function link(through: Cell | null, actors: readonly ActorRef[]): Link {
  return { through, actors };
}

/** Sentences at the start of a readout among which one names who took part. */
const OPENING = 3;

/** Who took part in what a readout is about: the persons of the first sentence that names two or more. Empty for other texts. */
export function participants(d: Discourse): { readonly through: Cell; readonly actors: readonly ActorRef[] } | null {
  if (!d.publisher.readout) return null;
  for (const cells of d.bySentence.slice(0, OPENING)) {
    const persons = new Map<string, ActorRef>();
    let through: Cell | null = null;
    for (const cell of [...cells].sort((a, b) => a.mention.from - b.mention.from)) {
      const ref = cell.mention.actors.length === 1 ? cell.mention.actors[0]! : null;
      if (!ref || !isPerson(ref) || cell.candidate.sort === "pronoun") continue;
      through ??= cell;
      persons.set(ref.id, ref);
    }
    if (through && persons.size > 1) return { through, actors: [...persons.values()] };
  }
  return null;
}
