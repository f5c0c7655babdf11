// Pronouns: he, she, it, they and their cases by agreement, role and distance; I and we by the quotation they stand in.
import type { ActorRef } from "../../model/index.ts";
import { BODIES, COLLECTIVES, ORGANS, PEOPLE, SPEAKERS } from "../mentions/lexicon.ts";
import { base } from "../tree.ts";
import { type Cell, clauseOf, type Discourse, isBody, isMain, isPerson, type Link, link, participants, roleOf } from "./discourse.ts";

/** Sentences looked back. In OntoGUM news 96 % of third-person pronouns have their antecedent within three sentences. */
const REACH = 3;
/** Weights of the choice: a sentence back costs more than a subject gains. Set on OntoGUM news train (eval/coreference.ts). */
const SENTENCE = 22;
const SUBJECT = 20;
const MAIN = 6;
const OBJECT = 8;
const SAME_CLAUSE = 14;
const PARALLEL = 10;
const UNKNOWN = 8;
/** Verbs of thanks and blame: `thanked her for her support`: the possessor is the object. */
const THANKS = new Set(
  "thank congratulate praise commend applaud criticize criticise blame condemn accuse honor honour salute welcome remember mourn".split(
    " ",
  ),
);
const PRAISED = 24;
const GENDER = 12;
const PARAGRAPH = 4;

const FIRST = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/i;

export function isFirstPerson(cell: Cell): boolean {
  return cell.candidate.sort === "pronoun" && FIRST.test(cell.mention.text);
}

type Kind = "he" | "she" | "it" | "they" | "first" | null;

function kindOf(word: string): Kind {
  if (/^(?:he|him|his|himself)$/.test(word)) return "he";
  if (/^(?:she|her|hers|herself)$/.test(word)) return "she";
  if (/^(?:it|its|itself)$/.test(word)) return "it";
  if (/^(?:they|them|their|theirs|themselves|both)$/.test(word)) return "they";
  return "first";
}

export function resolvePronoun(d: Discourse, cell: Cell): Link | null {
  switch (kindOf(cell.mention.text.toLowerCase())) {
    case "he":
      return singular(d, cell, "m");
    case "she":
      return singular(d, cell, "f");
    case "it":
      return neuter(d, cell);
    case "they":
      return plural(d, cell);
    default:
      return first(d, cell);
  }
}

/** `I` and `we` mean the speaker of the quotation or of the turn in a transcript; elsewhere, in a government's own text, its state or the person whose remarks they are. */
function first(d: Discourse, cell: Cell): Link | null {
  const quotation = d.quotationAt(cell.mention.head);
  if (quotation) {
    const speaker = quotation.speaker === null ? null : d.cellOf(quotation.speaker);
    return speaker && speaker !== cell ? link(speaker, speaker.mention.actors) : null;
  }
  const one = /^(?:i|me|my|mine|myself)$/i.test(cell.mention.text);
  const turn = d.turnOf(cell.mention.sentence);
  if (turn && turn !== cell) return link(turn, turn.mention.actors);
  const { speaker, state, voices } = d.publisher;
  if (!one && voices.length > 0) return link(null, voices);
  if (one) return speaker ? link(null, [speaker]) : null;
  return state ? link(null, [d.knowledge.ref(state)]) : null;
}

/** Mentions before a pronoun, nearest sentence first. */
function* before(d: Discourse, cell: Cell, reach: number): Generator<{ cell: Cell; distance: number }> {
  for (let distance = 0; distance <= reach; distance++) {
    const sentence = cell.mention.sentence - distance;
    if (sentence < 0) return;
    for (const other of d.bySentence[sentence]!) {
      if (other === cell || other.mention.to > cell.mention.from) continue;
      yield { cell: other, distance };
    }
  }
}

/** A pronoun that is object or oblique of a verb does not mean the subject of the same verb. */
function bound(d: Discourse, pronoun: Cell, other: Cell): boolean {
  const token = d.tokens[pronoun.mention.head]!;
  if (token.deprel === "nmod:poss" || /sel(?:f|ves)$/i.test(token.text) || pronoun.mention.sentence !== other.mention.sentence)
    return false;
  const clause = clauseOf(d, pronoun.mention.head);
  return clause === clauseOf(d, other.mention.head) || controller(d, clause) === other.mention.head;
}

/** Who does what a clause without subject says: the object of the clause above for complements (`asked her to …`), else its subject (`called her to …`); -1 when the clause has its own. */
function controller(d: Discourse, clause: number): number {
  let at = clause;
  for (let steps = 0; steps < 6; steps++) {
    const token = d.tokens[at]!;
    if (token.head < 0 || d.tree.child(at, "nsubj", "csubj") >= 0) return -1;
    const relation = base(token.deprel);
    if (relation !== "xcomp" && relation !== "advcl" && relation !== "conj") return -1;
    const object = relation === "xcomp" ? d.tree.child(token.head, "obj") : -1;
    const found = object >= 0 && object < at ? object : d.tree.child(token.head, "nsubj");
    if (found >= 0) return found;
    at = token.head;
  }
  return -1;
}

function score(d: Discourse, pronoun: Cell, other: Cell, distance: number): number {
  const role = roleOf(d, other);
  const clause = clauseOf(d, pronoun.mention.head);
  const near = distance === 0 && (clause === clauseOf(d, other.mention.head) || controller(d, clause) === other.mention.head);
  const paragraph = d.sentences[pronoun.mention.sentence]!.paragraph !== d.sentences[other.mention.sentence]!.paragraph;
  const position = other.mention.head / (d.tokens.length + 1);
  const praised =
    d.tokens[pronoun.mention.head]!.deprel === "nmod:poss" && role === "object" && THANKS.has(d.tokens[clause]!.lemma) && near;
  return (
    (praised ? PRAISED : 0) +
    (role === "subject" ? SUBJECT + (isMain(d, other.mention.head) ? MAIN : 0) : role === "object" ? OBJECT : 0) +
    (near ? SAME_CLAUSE : 0) -
    distance * SENTENCE -
    (paragraph ? PARAGRAPH : 0) +
    position
  );
}

/** Whether somebody can be `he` or `she`: a person, or one unnamed person, with a gender that is not known to differ. */
function personal(d: Discourse, other: Cell, gender: "m" | "f"): "fits" | "may" | null {
  const { mention, candidate } = other;
  if (mention.actors.length === 1 && isPerson(mention.actors[0]!)) {
    const known = d.cast.member(mention.actors[0]!.id)?.gender ?? null;
    return known === null ? "may" : known === gender ? "fits" : null;
  }
  if (mention.form !== "group" || candidate.number !== "sing") return null;
  const lemma = d.tokens[mention.head]!.lemma.toLowerCase();
  if (!SPEAKERS.has(lemma) && !PEOPLE.has(lemma)) return null;
  if (/(?:wom[ae]n|girl|mother|daughter|wife)$/.test(lemma)) return gender === "f" ? "fits" : null;
  if (/(?:m[ae]n|boy|father|son|husband)$/.test(lemma)) return gender === "m" ? "fits" : null;
  return "may";
}

function singular(d: Discourse, cell: Cell, gender: "m" | "f"): Link | null {
  const quotation = d.quotationAt(cell.mention.head);
  const speaker = quotation?.speaker ?? null;
  let best: Cell | null = null;
  let top = Number.NEGATIVE_INFINITY;
  const speaking = speaker === null ? null : (d.cellOf(speaker)?.mention.actors[0]?.id ?? null);
  for (const { cell: other, distance } of before(d, cell, REACH)) {
    const fit = FIRST.test(other.mention.text) ? null : personal(d, other, gender);
    if (!fit || bound(d, cell, other)) continue;
    // Whoever speaks does not call himself “he” inside his own words, and outsiders do not take up a quotation's people.
    if (quotation && speaking !== null && other.mention.actors[0]?.id === speaking) continue;
    if (!quotation && d.quotationAt(other.mention.head)) continue;
    const value = score(d, cell, other, distance) + (fit === "fits" ? GENDER : 0);
    if (value > top) {
      top = value;
      best = other;
    }
  }
  if (!best) return null;
  const member = best.mention.actors.length === 1 ? d.cast.member(best.mention.actors[0]!.id) : null;
  if (member) member.gender ??= gender;
  return link(best, best.mention.actors);
}

/** Subjects of a sentence, before a token, that are no actors: `it` may mean them, so they stop the search. */
function rival(d: Discourse, cell: Cell, sentence: number, actor: Cell): boolean {
  const { from, to } = d.sentences[sentence]!;
  for (let i = Math.min(to, cell.mention.from) - 1; i >= from; i--) {
    const token = d.tokens[i]!;
    if (base(token.deprel) !== "nsubj" || (token.upos !== "NOUN" && token.upos !== "PROPN") || token.xpos === "NNS") continue;
    if (i <= actor.mention.head && i >= actor.mention.from) return false;
    return i > actor.mention.head || (sentence !== actor.mention.sentence && roleOf(d, actor) !== "subject");
  }
  return false;
}

/** `It is the largest pledge ever`: a predicate noun that is nobody tells that `it` is nobody either. */
function saysWhat(d: Discourse, cell: Cell): boolean {
  const token = d.tokens[cell.mention.head]!;
  if (base(token.deprel) !== "nsubj" || token.head < 0) return false;
  const predicate = d.tokens[token.head]!;
  if (predicate.upos !== "NOUN" || d.tree.child(token.head, "cop") < 0) return false;
  const lemma = predicate.lemma.toLowerCase();
  return !(SPEAKERS.has(lemma) || PEOPLE.has(lemma) || BODIES.has(lemma) || COLLECTIVES.has(lemma) || ORGANS.has(lemma));
}

/** `it`, `its`: a state, an organisation or a singular body; given up where a subject that is no actor stands nearer. */
function neuter(d: Discourse, cell: Cell): Link | null {
  if (saysWhat(d, cell)) return null;
  let best: Cell | null = null;
  let top = Number.NEGATIVE_INFINITY;
  const quotation = d.quotationAt(cell.mention.head);
  for (const { cell: other, distance } of before(d, cell, 1)) {
    const body = (isBody(other) && other.mention.actors.length === 1) || (other.mention.form === "group" && !isPersonal(d, other));
    if (!body || other.candidate.number === "plur" || other.candidate.sort === "adjective" || bound(d, cell, other)) continue;
    if (!quotation && d.quotationAt(other.mention.head)) continue;
    const value = score(d, cell, other, distance);
    if (value > top) {
      top = value;
      best = other;
    }
  }
  if (!best) return null;
  const subject = roleOf(d, best) === "subject";
  const possessive = cell.mention.text.toLowerCase() === "its";
  if (!subject && !(possessive && best.mention.sentence === cell.mention.sentence)) return null;
  if (rival(d, cell, best.mention.sentence, best)) return null;
  if (best.mention.sentence !== cell.mention.sentence && rival(d, cell, cell.mention.sentence, best)) return null;
  return link(best, best.mention.actors);
}

function isPersonal(d: Discourse, other: Cell): boolean {
  const lemma = d.tokens[other.mention.head]!.lemma.toLowerCase();
  return SPEAKERS.has(lemma) || PEOPLE.has(lemma);
}

interface Plural {
  readonly cell: Cell;
  readonly actors: readonly ActorRef[];
  readonly distance: number;
  readonly bonus: number;
}

/** `they`, `their`: groups, collectives, actors joined by “and”; then two persons that the sentence before set in relation; then one body. */
function plural(d: Discourse, cell: Cell): Link | null {
  const options: Plural[] = [];
  const quotation = d.quotationAt(cell.mention.head);
  for (const { cell: other, distance } of before(d, cell, 2)) {
    if (bound(d, cell, other) || (!quotation && d.quotationAt(other.mention.head))) continue;
    if (other.candidate.sort === "adjective" || FIRST.test(other.mention.text)) continue;
    const joined = conjoined(d, other, cell);
    if (joined.length > 1) options.push({ cell: other, actors: joined, distance, bonus: 6 });
    else if (other.candidate.number === "plur" || other.mention.actors.length > 1)
      options.push({ cell: other, actors: other.mention.actors, distance, bonus: 4 });
    else if (isBody(other) && (other.candidate.sort === "organisation" || other.candidate.sort === "organ"))
      options.push({ cell: other, actors: other.mention.actors, distance, bonus: -14 });
  }
  for (const distance of [0, 1]) {
    const pair = couple(d, cell, distance);
    if (pair) options.push({ ...pair, distance, bonus: -2 });
  }
  const subject = roleOf(d, cell) === "subject";
  let best: Plural | null = null;
  let top = Number.NEGATIVE_INFINITY;
  for (const option of options) {
    const parallel = subject && roleOf(d, option.cell) === "subject" ? PARALLEL : 0;
    const value = score(d, cell, option.cell, option.distance) + option.bonus + parallel - (option.actors.length === 0 ? UNKNOWN : 0);
    if (value > top) {
      top = value;
      best = option;
    }
  }
  if (best && best.actors.length > 0) return link(best.cell, best.actors);
  // In a readout `They` at the head of a clause are those who met.
  const opening = subject && isMain(d, cell.mention.head) ? participants(d) : null;
  return opening ? link(opening.through, opening.actors) : best && link(best.cell, best.actors);
}

/** The actors of a mention and of those joined to it by “and”, as far as they stand before the pronoun. */
function conjoined(d: Discourse, first: Cell, pronoun: Cell): readonly ActorRef[] {
  const actors = [...first.mention.actors];
  if (actors.length === 0) return actors;
  for (const child of d.tree.children(first.mention.head)) {
    if (d.tokens[child]!.deprel !== "conj" || child >= pronoun.mention.from) continue;
    const other = d.bySentence[first.mention.sentence]!.find((c) => c.mention.head === child);
    for (const actor of other?.mention.actors ?? []) if (!actors.some((a) => a.id === actor.id)) actors.push(actor);
  }
  return actors;
}

/** The two persons of a sentence (of what stands before the pronoun), when it has exactly two and one of them is its subject. */
function couple(d: Discourse, cell: Cell, distance: number): { cell: Cell; actors: readonly ActorRef[] } | null {
  const sentence = cell.mention.sentence - distance;
  if (sentence < 0) return null;
  const actors: ActorRef[] = [];
  let subject: Cell | null = null;
  for (const other of d.bySentence[sentence]!) {
    if (other.mention.to > cell.mention.from) continue;
    for (const actor of other.mention.actors) if (isPerson(actor) && !actors.some((a) => a.id === actor.id)) actors.push(actor);
    if (!subject && other.mention.actors.some(isPerson) && roleOf(d, other) === "subject") subject = other;
  }
  return actors.length === 2 && subject ? { cell: subject, actors } : null;
}
