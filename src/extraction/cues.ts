// Finds the issues that words name: lemma sequences of the knowledge layer over the tokens of a range.
import type { Knowledge } from "./input.ts";
import type { Tree } from "./tree.ts";

interface Cue {
  readonly issue: string;
  readonly lemmas: readonly string[];
}

export interface IssueHit {
  readonly issue: string;
  /** Token positions, half-open. */
  readonly from: number;
  readonly to: number;
}

/** Words of measuring that say nothing of an issue: a share of GDP is of whatever its sentence speaks of. */
const NO_CUES = new Set(["gdp", "gross domestic product", "percent of gdp"]);

const NONE: readonly Cue[] = [];

const indexes = new WeakMap<Knowledge, CueIndex>();

export class CueIndex {
  private readonly byFirst = new Map<string, Cue[]>();

  private constructor(knowledge: Knowledge) {
    for (const issue of knowledge.issues) {
      for (const cue of issue.cues) {
        if (NO_CUES.has(cue)) continue;
        const lemmas = cue.toLowerCase().split(" ").filter(Boolean);
        const first = lemmas[0];
        if (first === undefined || first === "*") continue;
        const list = this.byFirst.get(first) ?? [];
        list.push({ issue: issue.id, lemmas });
        this.byFirst.set(first, list);
      }
    }
    const order = (c: Cue) => (c.issue.startsWith("other:") ? 0 : 1);
    for (const list of this.byFirst.values())
      list.sort((a, b) => b.lemmas.length - a.lemmas.length || order(a) - order(b) || (a.issue < b.issue ? -1 : 1));
  }

  /** The index over a knowledge layer's cues, built once a layer. */
  static of(knowledge: Knowledge): CueIndex {
    let index = indexes.get(knowledge);
    if (index === undefined) {
      index = new CueIndex(knowledge);
      indexes.set(knowledge, index);
    }
    return index;
  }

  /**
   * Issues named in `[from, to)`, in text order. At each position the longest cue wins; cues of the same length for
   * different issues all count; a shorter cue inside a longer one of another issue does not.
   */
  find(tree: Tree, from: number, to: number): IssueHit[] {
    const hits: IssueHit[] = [];
    let covered = from;
    for (let i = from; i < to; i++) {
      const found = this.at(tree, i, to);
      if (found.length === 0) continue;
      const end = i + found[0]!.lemmas.length;
      if (end <= covered) continue;
      const other = found.filter((c) => c.issue.startsWith("other:"));
      for (const cue of other.length > 0 ? other : found) hits.push({ issue: cue.issue, from: i, to: i + cue.lemmas.length });
      covered = end;
    }
    return hits;
  }

  private at(tree: Tree, i: number, to: number): readonly Cue[] {
    const lemma = tree.lemma(i);
    const surface = tree.form(i);
    const byLemma = this.byFirst.get(lemma);
    const bySurface = lemma === surface ? undefined : this.byFirst.get(surface);
    if (byLemma === undefined && bySurface === undefined) return NONE;
    let best: readonly Cue[] = NONE;
    for (const list of [byLemma ?? NONE, bySurface ?? NONE]) {
      for (const cue of list) {
        if (best.length > 0 && cue.lemmas.length < best[0]!.lemmas.length) break;
        if (i + cue.lemmas.length > to || !matches(tree, i, cue.lemmas)) continue;
        best = best.length > 0 && cue.lemmas.length > best[0]!.lemmas.length ? [cue] : [...best, cue];
      }
    }
    return best;
  }
}

function matches(tree: Tree, at: number, lemmas: readonly string[]): boolean {
  for (let k = 0; k < lemmas.length; k++) {
    const want = lemmas[k]!;
    if (want !== "*" && tree.lemma(at + k) !== want && tree.form(at + k) !== want) return false;
  }
  return true;
}
