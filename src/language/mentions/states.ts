// States, capitals, seats, regions and places: names of territory, and whether a government is meant or a spot on the map.
import type { SurfaceMatch } from "../../knowledge/index.ts";
import { base, headOf, type Range } from "../tree.ts";
import { add, type Scene, wordsOf } from "./candidate.ts";
import { CALLING, LOCATIVE, MOTION, PERSONAL, VOLITION } from "./lexicon.ts";
import type { NameSpan } from "./name-span.ts";
import type { NameSpans } from "./names.ts";

/** The states, organisations and regions that name spans in a range stand for: `Japanese`, `NATO`, `European`, `Tokyo`. */
export function statesIn(spans: NameSpans, range: Range): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = range.from; i < range.to; i++) {
    const span = spans.at(i);
    for (const surface of span?.surface ? [span.surface] : (span?.inside ?? [])) {
      const state = allegianceOf(surface);
      if (state) found.add(state);
    }
  }
  return found;
}

/** What a name span says of allegiance when it stands before a noun. */
export function stateOf(span: NameSpan | null): string | null {
  return span?.surface ? allegianceOf(span.surface) : null;
}

function allegianceOf(surface: SurfaceMatch): string | null {
  return ["person", "place", "exercise", "treaty"].includes(surface.kind) ? null : (surface.ids[0] ?? null);
}

/** Whether a capital, a seat or a region at `head` is meant as an actor. Rules in order: possessor and subject act; the preposition decides; then the verb. */
export function actsAsActor(scene: Scene, head: number): boolean {
  const { tokens, tree } = scene;
  let at = head;
  // A conjunct is what its first conjunct is; twelve steps cover any list in print.
  for (let steps = 0; steps < 12 && tokens[at]!.deprel === "conj" && tree.child(at, "case") < 0; steps++) at = tokens[at]!.head;
  const token = tokens[at]!;
  // The nearest one: a parse that skips a noun leaves two (`with X at the White House`).
  const preposition = tree.children(at).findLast((c) => c < at && tokens[c]!.deprel === "case") ?? -1;
  const relation = base(token.deprel);
  const governor = token.head >= 0 ? tokens[token.head]! : null;
  if (token.deprel === "nmod:poss") return governor !== null && !governor.deprel.startsWith("obl");
  if (relation === "nsubj") return tree.child(token.head, "cop") < 0 || /^(?:ADJ|ADV|VERB)$/.test(tokens[token.head]!.upos);
  if (token.deprel === "obl:agent") return true;
  if (preposition >= 0) {
    const word = tokens[preposition]!.lemma.toLowerCase();
    if (LOCATIVE.has(word)) return false;
    if (word === "on" || word === "upon") return governor !== null && CALLING.has(governor.lemma.toLowerCase());
    return PERSONAL.has(word) && relation !== "nmod" ? true : word === "with" || word === "between" || word === "against";
  }
  if (relation === "obj" || relation === "iobj") {
    const verb = governor?.lemma.toLowerCase() ?? "";
    return VOLITION.has(verb) && !MOTION.has(verb);
  }
  return false;
}

/** Capitals that act for something else than their state: in the press, Brussels is the Union. */
const METONYMS: ReadonlyMap<string, readonly string[]> = new Map([["Brussels", ["EU"]]]);

/** Adds states by name and adjective that no other candidate has taken, capitals and seats as actors or places, regions and other places. */
export function findTerritory(scene: Scene, spans: NameSpans): void {
  for (const span of spans.list) {
    if (span.label === "PERSON" || span.label === "ORG") continue;
    if (span.surface) territory(scene, span, span.surface);
    else if (span.label === "GPE" || span.label === "LOC" || span.label === "FAC") {
      const known = scene.knowledge.place(wordsOf(scene, span));
      if (known?.kind === "country" && known.state) {
        territory(scene, span, { from: span.from, to: span.to, kind: "state", ids: [known.state] });
      } else place(scene, span, []);
    }
  }
}

/** Where a name begins, its own article included: in `the NATO summit` the article is the summit’s. */
export function withArticle(scene: Scene, span: Range): number {
  const before = span.from - 1;
  if (before < 0 || scene.covered[before] || scene.tokens[before]!.sentence !== scene.tokens[span.from]!.sentence) return span.from;
  const { lemma, head } = scene.tokens[before]!;
  return lemma === "the" && head >= span.from && head < span.to ? before : span.from;
}

function place(scene: Scene, span: Range, ids: readonly string[]): void {
  if (scene.covered[span.from]) return;
  add(scene, {
    sort: "place",
    from: span.from,
    to: span.to,
    head: headOf(scene.tokens, span.from, span.to),
    name: { from: span.from, to: span.to },
    ids,
  });
}

function territory(scene: Scene, span: NameSpan, surface: SurfaceMatch): void {
  const { tokens, covered } = scene;
  const head = headOf(tokens, span.from, span.to);
  const possessor = tokens[span.to]?.xpos === "POS" && tokens[span.to]!.sentence === tokens[head]!.sentence;
  switch (surface.kind) {
    case "state":
    case "adjective": {
      if (covered[span.from] && !(possessor && nests(scene, span))) return;
      const from = surface.kind === "state" ? withArticle(scene, span) : span.from;
      add(scene, { sort: surface.kind, from, to: span.to, head, name: span, ids: surface.ids, number: "sing" });
      return;
    }
    case "capital":
    case "seat":
    case "region": {
      if (covered[span.from] || tokens[head]!.upos === "ADJ") return;
      if (actsAsActor(scene, head)) {
        const from = withArticle(scene, span);
        const ids = METONYMS.get(wordsOf(scene, span)) ?? surface.ids;
        add(scene, { sort: "metonym", from, to: span.to, head, name: span, ids, number: "sing" });
      } else place(scene, span, surface.ids);
      return;
    }
    case "place":
      place(scene, span, surface.ids);
      return;
    default:
  }
}

/** Whether a covered possessor lies in a group (`Japan's officials`), where it acts on its own, and not in a title. */
function nests(scene: Scene, span: Range): boolean {
  const outer = scene.candidates[scene.covered[span.from]! - 1];
  return outer?.sort === "group" || outer?.sort === "organ" || outer?.sort === "collective";
}
