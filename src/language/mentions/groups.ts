// Groups, organs and collectives: noun phrases that act without a proper name, found by their head noun and the parse.
import type { Token } from "../annotation.ts";
import { base, type Range } from "../tree.ts";
import { add, isPlural, type Scene } from "./candidate.ts";
import { BODIES, COLLECTIVES, FORCES, KNOWING, KNOWING_ADJECTIVES, ORGANS, PEOPLE, SPEAKERS } from "./lexicon.ts";
import type { NameSpans } from "./names.ts";
import { stateOf } from "./states.ts";

/** Longest tail of `people briefed on …` kept in the mention. */
const MAX_TAIL = 10;
const PRE = new Set(["det", "amod", "compound", "nummod", "nmod", "flat"]);

/** The noun phrase's left edge: modifiers before the head, with no gap and no punctuation but hyphens. */
function leftEdge(scene: Scene, head: number, limit: number): number {
  const { tokens, tree } = scene;
  let from = head;
  for (const child of [...tree.children(head)].reverse()) {
    if (child > head) continue;
    const token = tokens[child]!;
    if (token.xpos === "HYPH") continue;
    const relation = base(token.deprel);
    if (!PRE.has(relation) || token.deprel === "nmod:unmarked" || (relation === "det" && token.lemma === "no")) break;
    const range = tree.subtree(child);
    if (range.from < limit || range.to !== from) break;
    from = range.from;
  }
  return from;
}

/** `people briefed on the talks`, `a person familiar with the plan`: the tail that makes somebody a source, and where it ends. */
function knowingTail(scene: Scene, head: number, limit: number): number | null {
  const { tokens, tree } = scene;
  for (const child of tree.children(head)) {
    const token = tokens[child]!;
    if (child < head || token.deprel === "acl:relcl") continue;
    const knows =
      (base(token.deprel) === "acl" && KNOWING.has(token.lemma)) ||
      (token.upos === "ADJ" && KNOWING_ADJECTIVES.has(token.lemma.toLowerCase()));
    if (!knows) continue;
    let { to } = tree.subtree(child);
    to = Math.min(to, limit, head + 1 + MAX_TAIL);
    for (let i = child + 1; i < to; i++)
      if ((tokens[i]!.upos === "PUNCT" && tokens[i]!.xpos !== "HYPH") || isFiniteVerb(tokens[i]!)) to = i;
    return to;
  }
  // The parser often hangs the participle elsewhere; next to the noun it means the same, up to a mark or a finite verb.
  const next = head + 1 < limit ? tokens[head + 1]! : null;
  if (!next || !(KNOWING_ADJECTIVES.has(next.lemma.toLowerCase()) || (next.xpos === "VBN" && KNOWING.has(next.lemma)))) return null;
  let to = head + 2;
  while (to < Math.min(limit, head + 1 + MAX_TAIL) && tokens[to]!.upos !== "PUNCT" && !isFiniteVerb(tokens[to]!)) to++;
  return to;
}

function isFiniteVerb(token: Token): boolean {
  return /^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos);
}

/** States a noun phrase belongs to: by modifiers before the head (`Japanese`, `U.S. and Japanese`, `Defence Ministry` alone has none) and `of`, `from`, `in` after it. */
function allegiance(scene: Scene, spans: NameSpans, head: number, from: number): string[] {
  const { tokens, tree } = scene;
  const states = new Set<string>();
  for (let i = from; i < head; i++) {
    const state = stateOf(spans.at(i));
    if (state) states.add(state);
    else personState(scene, i, states);
  }
  // A person's state may not be known; what stands after the noun is kept behind it.
  if ([...states].some((s) => !s.startsWith("candidate:"))) return [...states];
  for (const child of tree.children(head)) {
    if (child < head || base(tokens[child]!.deprel) !== "nmod") continue;
    const preposition = tree.child(child, "case");
    const word = preposition < 0 ? "" : tokens[preposition]!.lemma;
    if (!/^(?:of|from|in|at)$/.test(word)) continue;
    for (const at of [child, ...tree.children(child).filter((c) => word !== "at" && tokens[c]!.deprel === "conj")]) {
      // People at a place are not of the place's state; people at a body are, and at a state's body of the state.
      const span = spans.at(at);
      const owner = tree.child(at, "nmod:poss");
      const body = span?.surface?.kind === "organisation" || span?.surface?.kind === "organ";
      const state = (word !== "at" || body ? stateOf(span) : null) ?? (owner < 0 ? null : stateOf(spans.at(owner)));
      if (state) states.add(state);
    }
  }
  return [...states];
}

/** `the Trump administration`, `Kishida's cabinet`: the candidate is a person; its state is looked up when it is resolved. */
function personState(scene: Scene, token: number, states: Set<string>): void {
  const owner = scene.candidates[scene.covered[token]! - 1];
  if (owner?.sort === "person" && owner.head === token) states.add(`candidate:${scene.covered[token]! - 1}`);
}

/** `heads of government`: heads of anything else are nobody. */
const isHeadOf = (scene: Scene, head: number): boolean =>
  scene.forms[head + 1] === "of" && /^(?:state|government|delegation)$/.test(scene.forms[head + 2] ?? "");

function collectiveOf(scene: Scene, head: number, states: readonly string[]): boolean {
  const { tokens, tree } = scene;
  const lemma = tokens[head]!.lemma.toLowerCase();
  if (!COLLECTIVES.has(lemma) || !(isPlural(tokens[head]!) || lemma === "side") || states.length > 0) return false;
  if (lemma === "head" && !isHeadOf(scene, head)) return false;
  let definite = false;
  for (const child of tree.children(head)) {
    if (child > head) continue;
    const token = tokens[child]!;
    const relation = base(token.deprel);
    if (relation === "det" && /^(?:the|these|those|both|all)$/.test(token.lemma.toLowerCase())) definite = true;
    else if (relation === "nummod" && /^(?:two|three|four|2|3|4)$/.test(token.lemma.toLowerCase())) definite = true;
    else if (token.xpos === "PRP$" && /^(?:our|their)$/.test(token.text.toLowerCase())) definite = true;
    else if (relation === "amod" || relation === "compound" || relation === "nmod") return false;
  }
  return definite && isPlural(tokens[head]!);
}

/** `The two last met in May`: a number with an article and no noun. */
function isTheTwo(scene: Scene, token: Token): boolean {
  if (!/^(?:two|three)$/i.test(token.text) || !/^(?:nsubj|obj|nmod:poss)/.test(token.deprel) || scene.covered[token.index]) return false;
  const before = token.index > 0 ? scene.tokens[token.index - 1]! : null;
  return before?.lemma === "the" && before.head === token.index;
}

/** `in force`, `a source of income`: nobody. */
function isMass(scene: Scene, token: Token, from: number): boolean {
  const lemma = token.lemma.toLowerCase();
  if (isPlural(token)) return false;
  if (lemma === "force") return from === token.index;
  return lemma === "source" && scene.forms[token.index + 1] === "of";
}

/** Whether a noun stands for a group where it is no collective: `power` and `democracy` alone do not, `the U.S.-Ghana alliance` is a relation of two states. */
function named(lemma: string, plural: boolean, states: number): boolean {
  if (lemma === "alliance" && states > 1) return false;
  if (SPEAKERS.has(lemma) || PEOPLE.has(lemma) || BODIES.has(lemma) || FORCES.has(lemma) || ORGANS.has(lemma)) return true;
  return states > 0
    ? lemma === "side" || lemma === "delegation" || lemma === "leader"
    : !plural && (lemma === "country" || lemma === "nation");
}

/** Adds groups, organs and collectives whose head noun is free. */
export function findGroups(scene: Scene, spans: NameSpans): void {
  const { tokens, sentences, covered, tree } = scene;
  for (const token of tokens) {
    if (isTheTwo(scene, token)) {
      add(scene, { sort: "collective", from: token.index - 1, to: token.index + 1, head: token.index, number: "plur" });
      continue;
    }
    if ((token.upos !== "NOUN" && token.upos !== "PROPN") || covered[token.index] || token.deprel === "compound") continue;
    const lemma = token.lemma.toLowerCase();
    const organ = ORGANS.get(lemma) ?? null;
    const speaker = SPEAKERS.has(lemma);
    if (!organ && !speaker && !FORCES.has(lemma) && !PEOPLE.has(lemma) && !BODIES.has(lemma) && !COLLECTIVES.has(lemma)) continue;
    const span = spans.at(token.index);
    if (span && (span.surface?.kind === "organ" || (token.upos === "PROPN" && !organ))) continue; // a name of its own
    if (tree.child(token.index, "cop") >= 0) continue; // a predicate says what somebody is and names nobody
    const sentence = sentences[token.sentence]!;
    const from = leftEdge(scene, token.index, sentence.from);
    const states = allegiance(scene, spans, token.index, from);
    const range: Range = { from, to: token.index + 1 };
    if (collectiveOf(scene, token.index, states)) {
      const to = lemma === "head" ? token.index + 3 : range.to;
      add(scene, { from, to, sort: "collective", head: token.index, number: "plur" });
      continue;
    }
    if (organ && !isPlural(token)) {
      add(scene, { ...range, sort: "organ", head: token.index, states, ids: organSector(scene, from, token.index, organ) });
      continue;
    }
    if (!named(lemma, isPlural(token), states.length) || isMass(scene, token, from)) continue;
    const tail = knowingTail(scene, token.index, sentence.to);
    const person = speaker || PEOPLE.has(lemma);
    add(scene, {
      ...range,
      to: tail ?? range.to,
      sort: "group",
      head: token.index,
      states,
      anonymous: speaker || (person && tail !== null),
    });
  }
}

/** The CAMEO sector of an organ; a ministry or court is told apart by the words before it only where they change the sector. */
function organSector(scene: Scene, from: number, head: number, sector: string): string[] {
  for (let i = from; i < head; i++) if (/^defen[cs]e$/i.test(scene.forms[i]!) && sector === "GOV") return ["MIL"];
  return [sector];
}
