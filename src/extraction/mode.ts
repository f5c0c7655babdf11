// How a predicate is meant: asserted, planned, possible, negated or hypothetical, read off its auxiliaries and what governs it.
import type { Modality } from "../model/index.ts";
import { oncePer } from "./once.ts";
import type { Tree } from "./tree.ts";

export interface Mode {
  readonly modality: Modality;
  /** The act is denied or refused (`did not`, `refused to`, `failed to`). */
  readonly negated: boolean;
  /** The act lies ahead of the text (`will`, `plans to`, `is due to`). */
  readonly future: boolean;
  /** The act lies behind the text (past tense or perfect, under no future). */
  readonly past: boolean;
  /** `should`, `must`, `has to`: said to be needed. */
  readonly obligation: boolean;
  /** `may`, `is expected to`, `is likely to`: less than sure. */
  readonly hedged: boolean;
  /** Tokens that govern the predicate by raising or control, inner first. */
  readonly chain: readonly number[];
}

/** Predicates over an infinitive or a gerund that put the act ahead, by lemma. */
const PLANNED = new Set(
  "plan intend prepare schedule set due slate agree commit pledge promise decide vow undertake resolve ready announce arrange determined poise go instruct order direct invite accept look".split(
    " ",
  ),
);
const POSSIBLE = new Set(
  "hope want seek consider try likely propose offer ask would expect anticipate wish aim discuss weigh mull contemplate willing open able ready suggest threaten reckon".split(
    " ",
  ),
);
const UNDONE = new Set("refuse decline fail reject avoid unable unwilling stop cease forget neglect rule deny oppose unlikely".split(" "));
const HEDGES = new Set("expect anticipate likely may might could possibly perhaps probably consider hope".split(" "));
const NEGATIONS = new Set(["not", "n't", "never", "no", "neither", "nor", "without", "hardly"]);

/** Relations over which a governor passes its own meaning on to the clause below. */
const RAISING = new Set(["xcomp", "acl", "advcl", "ccomp"]);

function negationOf(tree: Tree, verb: number): boolean {
  for (const kid of tree.kids(verb)) {
    const word = tree.lemma(kid);
    const rel = tree.relation(kid);
    if ((rel === "advmod" || rel === "det" || rel === "mark" || rel === "cc") && NEGATIONS.has(word) && kid < verb + 2) return true;
    // “no longer supports”
    if (rel === "advmod" && /^long(?:er)?$/.test(word) && tree.kids(kid).some((k) => tree.lemma(k) === "no")) return true;
    // “No contract will be signed”
    // “held no talks”
    if ((rel === "nsubj" || rel === "obj") && tree.by(kid, "det").some((d) => tree.lemma(d) === "no")) return true;
    // “Nobody should expect”
    if (rel === "nsubj" && /^(?:nobody|none|nothing)$/.test(word)) return true;
  }
  return false;
}

/** “has yet to sign”, “is yet to sign”: not done so far. */
const isYetTo = (tree: Tree, verb: number) =>
  /^(?:have|be|remain)$/.test(tree.lemma(tree.head(verb))) && tree.by(verb, "advmod").some((k) => tree.lemma(k) === "yet" && k < verb);

interface Local {
  readonly will: boolean;
  readonly would: boolean;
  readonly may: boolean;
  readonly must: boolean;
  readonly past: boolean;
  readonly conditional: boolean;
}

function localOf(tree: Tree, verb: number): Local {
  let will = false;
  let would = false;
  let may = false;
  let must = false;
  let conditional = false;
  let past = /^(VBD)$/.test(tree.token(verb).xpos);
  let hasAux = false;
  for (const kid of tree.kids(verb)) {
    const rel = tree.relation(kid);
    const word = tree.lemma(kid);
    const text = tree.form(kid);
    if (rel === "aux" || rel === "cop") {
      hasAux = true;
      if (word === "will" || word === "shall" || text === "’ll" || text === "'ll") will = true;
      else if (word === "would" || text === "’d") would = true;
      else if (word === "may" || word === "might" || word === "could" || word === "can") may = true;
      else if (word === "should" || word === "must" || word === "ought") must = true;
      else if (word === "have" || tree.token(kid).xpos === "VBD") past = true;
    }
    if (rel === "mark" && (word === "if" || word === "unless" || word === "whether")) conditional = true;
    if (rel === "advmod" && word === "whether") conditional = true;
  }
  if (will || would || may || must) past = past && !will;
  else if (tree.token(verb).xpos === "VBN" && !hasAux && tree.token(verb).deprel !== "xcomp") past = true;
  return { will, would, may, must, past, conditional };
}

/** The mode of the clause that `verb` heads (a verb or a copular predicate). */
export const modeOf = oncePer(readMode);

function readMode(tree: Tree, verb: number): Mode {
  let own = localOf(tree, verb);
  const first = tree.firstConjunct(verb);
  // a conjoined verb shares the auxiliaries of the first: “will meet and discuss”
  if (first !== verb && !tree.kids(verb).some((k) => tree.relation(k) === "aux" || tree.relation(k) === "nsubj")) {
    const lead = localOf(tree, first);
    const bare = tree.token(verb).xpos === "VB";
    own = {
      will: own.will || (bare && lead.will),
      would: own.would || (bare && lead.would),
      may: own.may || (bare && lead.may),
      must: own.must || (bare && lead.must),
      past: own.past || (!bare && lead.past),
      conditional: own.conditional || lead.conditional,
    };
  }
  let negated = negationOf(tree, verb);
  let future = own.will || own.would;
  let hedged = own.may;
  let planned = own.will;
  let possible = own.may || own.would;
  let conditional = own.conditional;
  let past = own.past;
  const chain: number[] = [];
  let at = first;
  for (let step = 0; step < 8; step++) {
    const head = tree.head(at);
    if (head < 0 || !RAISING.has(tree.relation(at))) break;
    const rel = tree.relation(at);
    const infinitive = tree.by(at, "mark").some((m) => tree.lemma(m) === "to");
    const word = tree.lemma(head);
    const known = PLANNED.has(word) || POSSIBLE.has(word) || UNDONE.has(word);
    if (rel === "ccomp" && !known) {
      if (own.conditional) conditional = true;
      break;
    }
    if ((rel === "advcl" || rel === "acl") && !(infinitive && known)) {
      // “did not fly to Rabat to meet the king”: what it was for has not come about either
      if (rel === "advcl" && infinitive && negationOf(tree, head)) negated = true;
      break;
    }
    chain.push(head);
    if (PLANNED.has(word)) {
      planned = true;
      future = true;
    } else if (POSSIBLE.has(word)) {
      possible = true;
      future = true;
    } else if (UNDONE.has(word)) negated = true;
    if (HEDGES.has(word)) hedged = true;
    if (negationOf(tree, head) || isYetTo(tree, at)) negated = true;
    const up = localOf(tree, head);
    if (up.conditional) conditional = true;
    if (up.may) {
      possible = true;
      hedged = true;
    }
    // “managed to”, “continued to”: the governor's past is the act's own
    if (!known && up.past) past = true;
    if (!known && up.will) {
      planned = true;
      future = true;
    }
    if (known) past = false;
    at = tree.firstConjunct(head);
  }
  // a bare “to” infinitive on top is a headline's future: “Leaders to meet in May”
  if (tree.token(first).xpos === "VB" && tree.head(first) < 0 && tree.by(first, "mark").some((m) => tree.lemma(m) === "to")) {
    planned = true;
    future = true;
  }
  const question = isQuestion(tree, verb);
  const modality: Modality =
    conditional || question ? "hypothetical" : negated ? "negated" : planned ? "planned" : possible || own.must ? "possible" : "asserted";
  return { modality, negated, future: future && !past, past: past && !future, obligation: own.must, hedged, chain };
}

/** Whether the sentence ends with a question mark, a closing quotation mark after it aside. */
function isQuestion(tree: Tree, verb: number): boolean {
  const { from, to } = tree.sentence(verb);
  for (let i = to - 1; i >= from && i > to - 4; i--) if (tree.tokens[i]!.text === "?") return true;
  return false;
}
