// One window of tokens from scores to annotations: tree, labels, tags, names, lemmas.
import { bestTags, predecessors } from "./bio.ts";
import type { Scores } from "./heads.ts";
import type { Lemmatizer } from "./lemmas.ts";
import { bestTree } from "./tree.ts";
import type { Labels } from "./weights.ts";

/** What the engine says about one sentence; all lists have one entry a token. */
export interface EngineSentence {
  /** Universal parts of speech. */
  readonly upos: readonly string[];
  /** Penn tags. */
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
  /** 0 for the root, else the 1-based index of the head token. */
  readonly heads: readonly number[];
  /** UD v2 labels with their subtypes. */
  readonly deprels: readonly string[];
  /** BIO tags: "O", "B-PERSON", "I-GPE"; types PERSON NORP FAC ORG GPE LOC EVENT LAW. */
  readonly names: readonly string[];
}

/** Whether most words of a sentence are written in capitals. */
function isShouted(tokens: readonly string[]): boolean {
  const words = tokens.filter((t) => /\p{L}{2}/u.test(t));
  return words.length > 2 && 2 * words.filter((w) => w === w.toUpperCase()).length > words.length;
}

export class Analyst {
  private readonly labels: Labels;
  private readonly lemmatizer: Lemmatizer;
  private readonly allowed: readonly (readonly number[])[];

  constructor(labels: Labels, lemmatizer: Lemmatizer) {
    this.labels = labels;
    this.lemmatizer = lemmatizer;
    this.allowed = predecessors(labels.names);
  }

  /** Annotations of a window of tokens from its scores. */
  analyse(tokens: readonly string[], scores: Scores): EngineSentence {
    const heads = bestTree(scores.arcs, tokens.length, scores.heads);
    const xpos = scores.xpos.map((label) => this.labels.xpos[label]!);
    const shouted = isShouted(tokens);
    const names = bestTags(scores.names, this.labels.names, this.allowed);
    return {
      upos: scores.upos.map((label) => this.labels.upos[label]!),
      xpos,
      lemmas: tokens.map((form, i) => this.lemmatizer.lemma(form, xpos[i]!, names[i]!, shouted)),
      heads,
      deprels: scores.labels(heads).map((label) => this.labels.deprel[label]!),
      names,
    };
  }
}

/** Windows of one sentence put together; the roots of later windows hang on the first root as parataxis. */
export function joined(parts: readonly EngineSentence[]): EngineSentence {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const root = first ? first.heads.indexOf(0) + 1 : 0;
  const heads: number[] = [];
  const deprels: string[] = [];
  for (const [k, part] of parts.entries()) {
    const offset = heads.length;
    part.heads.forEach((h, i) => {
      const moved = h === 0 && k > 0;
      heads.push(h === 0 ? (moved ? root : 0) : h + offset);
      deprels.push(moved ? "parataxis" : part.deprels[i]!);
    });
  }
  const all = (field: "upos" | "xpos" | "lemmas" | "names"): string[] => parts.flatMap((p) => p[field]);
  return { upos: all("upos"), xpos: all("xpos"), lemmas: all("lemmas"), heads, deprels, names: all("names") };
}
