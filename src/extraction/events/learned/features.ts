// What the classifier of event types sees of a sentence with a source and a target: words around them, the verbs that join them, mood, cues.
import type { Tree } from "../../tree.ts";
import { NOUN_CUES, VERB_CUES } from "./cues.ts";

/** Places in the sentence whose words are also given by their meaning (a short vector). */
export const SLOTS = ["verb", "below", "path", "object", "all", "source", "target", "between"] as const;
export type MeaningSlot = (typeof SLOTS)[number];

export interface Features {
  /** Words and parse, by name. */
  readonly words: ReadonlyMap<string, number>;
  /** Cue lists and mood, by name. */
  readonly cues: ReadonlyMap<string, number>;
  readonly slots: Readonly<Record<MeaningSlot, readonly string[]>>;
}

/** Weights of features against each other before each block is scaled to length 1; tried on five folds: the verb counts double. */
const HEAVY = 2;
const BETWEEN = 1.5;
/** How deep complements are followed below the verb of the source. */
const MAX_BELOW = 3;
const FUTURE = new Set(["will", "would", "shall"]);
const MODAL = new Set(["may", "might", "can", "could", "must", "should"]);
const FUNCTION = new Set("the a an of to in on for and be have with by that at from as it its his their this s".split(" "));

/** A sentence with its two actors, and the questions features ask of it. */
class Sentence {
  readonly tree: Tree;
  readonly from: number;
  readonly to: number;
  private readonly source: ReadonlySet<number>;
  private readonly target: ReadonlySet<number>;

  constructor(tree: Tree, source: readonly number[], target: readonly number[]) {
    this.tree = tree;
    this.source = new Set(source);
    this.target = new Set(target);
    const anchors = [...source, ...target];
    const sentences = anchors.map((i) => tree.sentence(i));
    this.from = Math.min(...sentences.map((s) => s.from));
    this.to = Math.max(...sentences.map((s) => s.to));
  }

  /** `S` or `T` where a token belongs to an actor, else null. */
  actor(i: number): "S" | "T" | null {
    return this.source.has(i) ? "S" : this.target.has(i) ? "T" : null;
  }

  word(i: number): string {
    return this.tree.token(i).xpos === "CD" ? "#" : this.tree.lemma(i);
  }

  /** The token of an actor's phrase whose head lies outside it. */
  head(side: "S" | "T"): number | null {
    const ids = side === "S" ? this.source : this.target;
    let first: number | null = null;
    for (const i of ids) {
      first ??= i;
      if (!ids.has(this.tree.head(i)) && !/^(?:PUNCT|DET|ADP)$/.test(this.tree.token(i).upos)) return i;
    }
    return first;
  }

  /** The nearest predicate over a token. */
  predicate(i: number | null, copular: boolean): number | null {
    if (i === null) return null;
    const found = this.tree.ancestors(i).find((h) => {
      const { upos } = this.tree.token(h);
      return upos === "VERB" || upos === "ADJ" || (copular && this.tree.by(h, "cop").length > 0);
    });
    return found ?? null;
  }

  /** The complement of a predicate that is its content: `agreed to name`. */
  below(predicate: number): number | null {
    return this.tree.kids(predicate).find((k) => /^[xc]comp$/.test(this.tree.token(k).deprel) && this.actor(k) === null) ?? null;
  }
}

type Put = (name: string, value?: number) => void;

function putWords(s: Sentence, put: Put): void {
  const sequence: string[] = [];
  for (let i = s.from; i < s.to; i++) {
    const actor = s.actor(i);
    if (actor !== null) {
      if (sequence.at(-1) !== actor) sequence.push(actor);
      if (/^(?:NOUN|VERB|ADJ)$/.test(s.tree.token(i).upos)) put(`${actor}:${s.word(i)}`);
    } else if (s.tree.token(i).upos !== "PUNCT") sequence.push(s.word(i));
  }
  sequence.forEach((word, i) => {
    put(`1:${word}`);
    if (i + 1 < sequence.length) put(`2:${word} ${sequence[i + 1]}`);
    if (i + 2 < sequence.length) put(`3:${word} ${sequence[i + 1]} ${sequence[i + 2]}`);
  });
}

/** A predicate and its dependents; `place` says which predicate it is. */
function putPredicate(s: Sentence, place: string, i: number, put: Put): void {
  put(`${place}:${s.word(i)}`, HEAVY);
  for (const k of s.tree.kids(i)) {
    const { deprel } = s.tree.token(k);
    if (deprel === "punct" || deprel === "det") continue;
    const actor = s.actor(k);
    put(`${place}:${s.word(i)}>${deprel}:${actor ?? s.word(k)}`);
    if (actor !== null) continue;
    put(`${place}:>${deprel}:${s.word(k)}`);
    if (/^(?:obl|nmod|obj|xcomp|ccomp|advcl|nsubj)$/.test(deprel))
      for (const m of s.tree.kids(k)) if (/^(?:case|mark)$/.test(s.tree.token(m).deprel)) put(`${place}:>${deprel}/${s.word(m)}`);
  }
}

interface Predicates {
  /** Of the source, then what it complements downwards. */
  readonly chain: readonly number[];
  readonly ofTarget: number | null;
}

function predicatesOf(s: Sentence): Predicates {
  const chain: number[] = [];
  let at = s.predicate(s.head("S"), true);
  while (at !== null && !chain.includes(at) && chain.length <= MAX_BELOW) {
    chain.push(at);
    at = s.below(at);
  }
  return { chain, ofTarget: s.predicate(s.head("T"), false) };
}

/** The way from source to target through the tree: its words and relations. */
function putPath(s: Sentence, put: Put): string[] {
  const [source, target] = [s.head("S"), s.head("T")];
  if (source !== null) put(`source-as:${s.tree.token(source).deprel}`);
  if (target !== null) {
    put(`target-as:${s.tree.token(target).deprel}`);
    for (const k of s.tree.by(target, "case")) put(`target-case:${s.word(k)}`);
  }
  if (source === null || target === null) return [];
  const up = [source, ...s.tree.ancestors(source)];
  const other = [target, ...s.tree.ancestors(target)];
  const top = up.find((i) => other.includes(i));
  if (top === undefined) return [];
  const left = up.slice(0, up.indexOf(top));
  const right = other.slice(0, other.indexOf(top));
  const inner = [...left.slice(1), ...right.slice(1)].filter((i) => s.actor(i) === null);
  if (s.actor(top) === null) put(`joint:${s.word(top)}`, HEAVY);
  for (const i of inner) put(`path:${s.word(i)}`, HEAVY);
  const relations = (ids: readonly number[]) => ids.map((i) => s.tree.token(i).deprel).join("<");
  const words = (ids: readonly number[]) =>
    ids
      .slice(1)
      .filter((i) => s.actor(i) === null)
      .map((i) => s.word(i))
      .join("<");
  put(`path-as:${relations(left)}^${relations(right)}`);
  put(`path-words:${words(left)}^${s.word(top)}^${words(right)}`);
  return [...(s.actor(top) === null ? [s.word(top)] : []), ...inner.map((i) => s.word(i))];
}

function betweenWords(s: Sentence, source: readonly number[], target: readonly number[]): string[] {
  const [a, b] = [Math.max(...source), Math.min(...target)];
  const [from, to] = a < b ? [a + 1, b] : [Math.max(...target) + 1, Math.min(...source)];
  const out: string[] = [];
  for (let i = from; i < to; i++) if (s.tree.token(i).upos !== "PUNCT") out.push(s.word(i));
  return out;
}

/** `future`, `modal`, `not`, `if`, `to` of a predicate, joined. */
function moodOf(s: Sentence, i: number): string {
  const marks = new Set<string>();
  for (const k of s.tree.kids(i)) {
    const relation = s.tree.relation(k);
    const word = s.tree.lemma(k);
    if (relation === "aux" && FUTURE.has(word)) marks.add("future");
    else if (relation === "aux" && MODAL.has(word)) marks.add("modal");
    else if (relation === "advmod" && /^(?:not|n't|never)$/.test(word)) marks.add("not");
    else if (relation === "mark" && /^(?:if|unless)$/.test(word)) marks.add("if");
    else if (relation === "mark" && word === "to") marks.add("to");
  }
  return [...marks].sort().join("+");
}

function putCues(s: Sentence, { chain, ofTarget }: Predicates, put: Put, count: Put): void {
  const places: (readonly [string, number])[] = chain.map((i, depth) => [depth === 0 ? "verb" : "below", i]);
  if (ofTarget !== null && !chain.includes(ofTarget)) places.push(["of-target", ofTarget]);
  const types = new Set<string>();
  const moods = new Set<string>();
  for (const [place, i] of places) {
    const mood = moodOf(s, i);
    if (mood !== "") {
      moods.add(mood);
      put(`mood:${place}:${mood}`);
      put(`mood:${mood}`);
    }
    for (const type of VERB_CUES.get(s.tree.lemma(i)) ?? []) {
      types.add(type);
      put(`cue:${place}:${type}`);
      count(`cue-verbs:${type}`, 1);
      put(`cue-mood:${type}:${mood}`);
    }
    for (const k of s.tree.kids(i)) {
      const { deprel } = s.tree.token(k);
      if (!/^(?:obj|obl|nsubj|nsubj:pass|nmod)$/.test(deprel) || (s.actor(k) !== null && deprel !== "obj")) continue;
      for (const type of NOUN_CUES.get(s.tree.lemma(k)) ?? []) {
        types.add(type);
        put(`cue-noun:${deprel}:${type}`);
        put(`cue-noun:${type}`);
        put(`cue-noun-mood:${type}:${mood}`);
      }
      for (const m of s.tree.kids(k))
        if (/^(?:nmod|compound|amod|conj)$/.test(s.tree.token(m).deprel))
          for (const type of NOUN_CUES.get(s.tree.lemma(m)) ?? []) put(`cue-within:${type}`);
    }
  }
  for (let i = s.from; i < s.to; i++) {
    const { upos } = s.tree.token(i);
    if (s.actor(i) !== null) for (const type of NOUN_CUES.get(s.tree.lemma(i)) ?? []) put(`cue-actor:${type}`, 0.7);
    else
      for (const type of (upos === "VERB" ? VERB_CUES : upos === "NOUN" ? NOUN_CUES : null)?.get(s.tree.lemma(i)) ?? [])
        count(`cue-any:${type}`, 0.5);
  }
  const together = [...moods].sort().join("|");
  put(`moods:${together}`);
  for (const type of types) put(`cue-moods:${type}:${together}`);
}

/**
 * Features of a sentence by the tokens of its source and of its target (either may be empty, not both).
 * Names of actors are never features: only the common words inside them are.
 */
export function featuresOf(tree: Tree, source: readonly number[], target: readonly number[]): Features {
  const s = new Sentence(tree, source, target);
  const words = new Map<string, number>();
  const cues = new Map<string, number>();
  const put: Put = (name, value = 1) => words.set(name, value);
  putWords(s, put);
  const predicates = predicatesOf(s);
  const { chain, ofTarget } = predicates;
  const heads = (["S", "T"] as const).map((side) => s.head(side));
  const common = heads.map((h) => (h === null || tree.token(h).upos === "PROPN" ? [] : [s.word(h)]));
  common.forEach((list, i) => {
    for (const word of list) put(`${i === 0 ? "source" : "target"}:${word}`);
  });
  chain.forEach((i, depth) => {
    putPredicate(s, depth === 0 ? "verb" : "below", i, put);
  });
  if (ofTarget !== null) putPredicate(s, "of-target", ofTarget, put);
  const path = putPath(s, put);
  const between = source.length > 0 && target.length > 0 ? betweenWords(s, source, target) : [];
  for (const word of between) put(`between:${word}`, BETWEEN);
  putCues(
    s,
    predicates,
    (name, value = 1) => cues.set(name, value),
    (name, value = 1) => cues.set(name, (cues.get(name) ?? 0) + value),
  );
  const objects = [...chain, ...(ofTarget === null ? [] : [ofTarget])].flatMap((i) =>
    s.tree.by(i, "obj", "obl", "xcomp").filter((k) => s.actor(k) === null && tree.token(k).upos !== "PROPN"),
  );
  const all: string[] = [];
  for (let i = s.from; i < s.to; i++) {
    const word = s.word(i);
    if (s.actor(i) === null && /^\p{L}+$/u.test(word) && !FUNCTION.has(word) && tree.token(i).upos !== "PROPN") all.push(word);
  }
  const unique = (list: readonly string[]) => [...new Set(list)];
  return {
    words,
    cues,
    slots: {
      verb: chain.slice(0, 1).map((i) => s.word(i)),
      below: unique([...chain.slice(1), ...(ofTarget === null ? [] : [ofTarget])].map((i) => s.word(i))),
      path: unique(path),
      object: unique(objects.map((i) => s.word(i))),
      all: unique(all),
      source: common[0]!,
      target: common[1]!,
      between: unique(between),
    },
  };
}
