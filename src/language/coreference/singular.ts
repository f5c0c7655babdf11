// Singular pronouns of the third person: he and she for persons, it for states and bodies.
import { BODIES, COLLECTIVES, ORGANS, PEOPLE, SPEAKERS } from "../mentions/lexicon.ts";
import { base } from "../tree.ts";
import { type Cell, type Discourse, isBody, isPerson, type Link, link, roleOf } from "./discourse.ts";
import { before, bound, FIRST, GENDER, REACH, score } from "./salience.ts";

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

export function singular(d: Discourse, cell: Cell, gender: "m" | "f"): Link | null {
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

/** Verbs whose subject `it` is nobody: `it seems`, `it goes without saying`. */
const IMPERSONAL = new Set("seem appear happen turn follow matter emerge rain snow".split(" "));

/** `It is important that …`, `it goes without saying`: where the parse did not see an expletive. */
function isPleonastic(d: Discourse, cell: Cell): boolean {
  const token = d.tokens[cell.mention.head]!;
  if (base(token.deprel) !== "nsubj" || token.head < 0) return false;
  const predicate = d.tokens[token.head]!;
  if (IMPERSONAL.has(predicate.lemma)) return true;
  if (predicate.lemma === "go" && d.tokens[token.head + 1]?.text === "without") return true;
  if (predicate.upos !== "ADJ" || d.tree.child(token.head, "cop") < 0) return false;
  // An adjective with a clause after it; what somebody is `ready to` or `willing to` do stays somebody's.
  return /^(?:clear|important|possible|impossible|likely|unlikely|necessary|essential|vital|critical|crucial|time|true|hard|difficult|easy|good|better)$/.test(
    predicate.lemma.toLowerCase(),
  );
}

/** `it`, `its`: a state, an organisation or a singular body; given up where a subject that is no actor stands nearer. */
export function neuter(d: Discourse, cell: Cell): Link | null {
  if (saysWhat(d, cell) || isPleonastic(d, cell)) return null;
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
