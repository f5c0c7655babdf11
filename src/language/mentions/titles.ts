// Titles: the words around a person's name that say what the person is: office before, office after, apposition, plain description.
import type { OfficeMatch } from "../../knowledge/index.ts";
import type { Token } from "../annotation.ts";
import { headOf, type Range } from "../tree.ts";
import { isPlural, officeAt, type Scene } from "./candidate.ts";
import { honorific, PEOPLE, SPEAKERS } from "./lexicon.ts";

/** Longest office phrase looked for before a name: `the United States Permanent Representative to the United Nations` has nine tokens. */
const MAX_TITLE = 12;
/** Longest apposition kept as a title; beyond it the parse is mostly wrong or the words are a clause. */
const MAX_APPOSITION = 16;

export interface Title {
  /** What the mention grows to on this side. */
  readonly edge: number;
  readonly words: Range;
  readonly office: OfficeMatch | null;
}

function linked(scene: Scene, a: Range, b: Range): boolean {
  const { tokens } = scene;
  for (let i = a.from; i < a.to; i++) if (tokens[i]!.head >= b.from && tokens[i]!.head < b.to) return true;
  for (let i = b.from; i < b.to; i++) if (tokens[i]!.head >= a.from && tokens[i]!.head < a.to) return true;
  return false;
}

/** Longest field of an office between its title and the name: `for the Western Hemisphere`. */
const MAX_FIELD = 9;

/** Whether the tokens between a title and a name are the title's field: `Assistant Secretary of State` **for African Affairs** NAME. */
function isField(scene: Scene, from: number, to: number): boolean {
  const { tokens, forms } = scene;
  if (from >= to || to - from > MAX_FIELD || !/^(?:for|of|to|on)$/.test(forms[from]!)) return false;
  for (let i = from; i < to; i++) {
    const small = /^(?:for|of|to|on|the|and|&)$/.test(forms[i]!);
    if (small ? i === to - 1 : !(/^\p{Lu}/u.test(forms[i]!) || tokens[i]!.xpos === "POS" || tokens[i]!.xpos === "HYPH")) return false;
  }
  return true;
}

/** An office phrase that ends at `end`, the longest there is, not before `limit`. */
function officeEndingAt(scene: Scene, end: number, limit: number): { from: number; office: OfficeMatch } | null {
  let found: { from: number; office: OfficeMatch } | null = null;
  for (let k = end - 1; k >= Math.max(limit, end - MAX_TITLE - MAX_FIELD); k--) {
    if (scene.covered[k] || scene.tokens[k]!.upos === "VERB") break;
    const match = officeAt(scene, k);
    if (match && (match.to === end || isField(scene, match.to, end))) found = { from: k, office: match.office };
  }
  return found;
}

function isTitleWord(token: Token): boolean {
  return (
    /^\p{Lu}/u.test(token.text) &&
    (token.upos === "NOUN" || token.upos === "ADJ" || (token.upos === "PROPN" && !token.name.endsWith("-PERSON")))
  );
}

/** Where the noun phrase that ends in `range` begins: nouns, adjectives and possessors that the parse hangs on it, without a gap. */
function nominalLeft(scene: Scene, range: Range, limit: number): number {
  const { tokens } = scene;
  const head = headOf(tokens, range.from, range.to);
  let { from } = range;
  while (from - 1 >= limit && !scene.covered[from - 1]) {
    const token = tokens[from - 1]!;
    if (token.text === "Q") break; // marks a question in a transcript
    if (token.xpos === "POS" && from - 2 >= limit && tokens[from - 2]!.upos === "PROPN" && tokens[from - 2]!.deprel === "nmod:poss") {
      from -= 2;
      continue;
    }
    if (token.lemma === "and" && from - 2 >= limit && isTitleWord(tokens[from - 2]!) && isTitleWord(tokens[from]!)) {
      from -= 2; // `Foreign and Security Policy Advisor`
      continue;
    }
    const nominal = token.upos === "NOUN" || token.upos === "PROPN" || token.upos === "ADJ" || token.xpos === "HYPH";
    const linkedHere = (token.head >= from && token.head < range.to) || tokens[head]!.head === token.index;
    // `German`: a capitalised adjective belongs to the title it stands before, whatever the parse hung it on.
    const nationality = token.upos === "ADJ" && isTitleWord(token) && isTitleWord(tokens[from]!);
    if (!nationality && (!nominal || !linkedHere)) break;
    from--;
  }
  return from;
}

/** The office before a name: `Prime Minister NAME`, `Japan's prime minister, NAME,`. */
export function officeBefore(scene: Scene, name: Range, limit: number): Title | null {
  const { tokens, forms } = scene;
  let at = name.from;
  let match = officeEndingAt(scene, at, limit);
  if (!match && at - 1 > limit && forms[at - 1] === ",") {
    const apart = officeEndingAt(scene, at - 1, limit);
    const closed = forms[name.to] === "," || forms[name.to] === undefined;
    if (apart && (linked(scene, { from: apart.from, to: at - 1 }, name) || closed)) match = apart;
    if (match) at--;
  }
  if (!match) return null;
  let edge = nominalLeft(scene, { from: match.from, to: name.to }, limit);
  const words = { from: edge, to: at };
  if (edge > limit && (tokens[edge - 1]!.upos === "DET" || honorific(forms[edge - 1]!) !== null)) edge--;
  return { edge, words, office: match.office };
}

/** The office after a name: `NAME, President of the French Republic,`. `isName` tells where another name begins: `NAME, President OTHER and …` is none. */
export function officeAfter(scene: Scene, name: Range, limit: number, isName: (token: number) => boolean): Title | null {
  const { forms, tokens } = scene;
  if (name.to + 1 >= limit || forms[name.to] !== ",") return null;
  let from = name.to + 1;
  if (tokens[from]!.upos === "DET" && from + 1 < limit) from++;
  const match = officeAt(scene, from);
  if (!match || match.to > limit) return null;
  const next = match.to < limit ? tokens[match.to]! : null;
  if (next && (isName(match.to) || next.xpos === "POS" || (next.upos === "NOUN" && next.start === tokens[match.to - 1]!.end + 1)))
    return null;
  return { edge: match.to, words: { from, to: match.to }, office: match.office };
}

/** A description after a name by the parse: `NAME, the minister's choice for the post,`. */
export function apposition(scene: Scene, name: Range, head: number, limit: number): Title | null {
  const { tokens, forms, tree } = scene;
  for (const child of tree.children(head)) {
    const token = tokens[child]!;
    if (token.deprel !== "appos" || child < name.to || token.upos !== "NOUN") continue;
    const range = tree.subtree(child);
    let { from, to } = range;
    while (from < to && tokens[from]!.upos === "PUNCT") from++;
    while (to > from && tokens[to - 1]!.upos === "PUNCT") to--;
    if (from !== name.to + 1 || forms[name.to] !== "," || to > limit || to - from > MAX_APPOSITION) continue;
    return { edge: to, words: { from: /^an?$/i.test(forms[from]!) ? from + 1 : from, to }, office: null };
  }
  return null;
}

/** A description before a name that no table has: `Foreign Ministry spokeswoman NAME`, `student NAME`. */
export function descriptionBefore(scene: Scene, name: Range, limit: number): Title | null {
  const { tokens } = scene;
  const from = nominalLeft(scene, name, limit);
  let noun = name.from - 1;
  while (noun >= from && tokens[noun]!.upos !== "NOUN" && tokens[noun]!.upos !== "PROPN") noun--;
  if (noun < from) return null;
  const lemma = tokens[noun]!.lemma.toLowerCase();
  // A common noun right before a person's name describes the person (`captain`, `curator`); a proper noun must be a kind of person to do so.
  const kind = tokens[noun]!.upos === "NOUN" || SPEAKERS.has(lemma) || PEOPLE.has(lemma) || /(?:man|woman|person|ist|er|or)$/.test(lemma);
  if (noun !== name.from - 1 || isPlural(tokens[noun]!) || !kind) return null;
  const words = { from, to: name.from };
  const edge = from > limit && tokens[from - 1]!.upos === "DET" ? from - 1 : from;
  return { edge, words, office: null };
}
