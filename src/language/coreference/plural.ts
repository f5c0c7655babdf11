// Plural pronouns of the third person: groups, actors joined by “and”, two persons in relation, those who met.
import type { ActorRef } from "../../model/index.ts";
import { type Cell, type Discourse, isBody, isMain, isPerson, type Link, link, participants, roleOf } from "./discourse.ts";
import { before, bound, FIRST, PARALLEL, score, UNKNOWN } from "./salience.ts";

interface Plural {
  readonly cell: Cell;
  readonly actors: readonly ActorRef[];
  readonly distance: number;
  readonly bonus: number;
}

/** `they`, `their`: groups, collectives, actors joined by “and”; then two persons that the sentence before set in relation; then one body. */
export function plural(d: Discourse, cell: Cell): Link | null {
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
