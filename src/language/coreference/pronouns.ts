// Pronouns: he, she, it, they and their cases by agreement, role and distance; I and we by the quotation they stand in.
import { type Cell, type Discourse, type Link, link } from "./discourse.ts";
import { plural } from "./plural.ts";
import { FIRST } from "./salience.ts";
import { neuter, singular } from "./singular.ts";

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
