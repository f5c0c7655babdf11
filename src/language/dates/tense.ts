// Tense of what a date belongs to: it decides whether “on Friday” lies before or after publication.
import type { Token } from "../annotation.ts";
import type { Tense } from "./moment.ts";

/** Steps up the tree from a date to its verb: deeper chains are errors of the parse. */
const REACH = 10;
const MODALS = /^(?:will|shall|should|may|can|must|’ll|'ll|wo|ca)$/;
const CONDITIONAL = /^(?:would|could|might|’d|'d)$/;
const AHEAD = /^(?:will|would|'ll|’ll|shall|wo|to|scheduled|due|expected|upcoming|plans|planned|set|slated|until|by|next|tomorrow)$/;
/** Words for what is still to come, whatever their tense: “was due on Friday”, “are expected to last”. */
const PLANNED = /^(?:expect|schedule|slate|plan|set|poise|due|likely|ready|bind|tip)$/;
const PLANNED_WORDS = /^(?:will|due|expected|scheduled|slated|planned|poised|plans|intends|hopes|aims|likely)$/;
/** Tokens before a date in which such a word counts where the parse finds no tense. */
const NEAR = 8;
/** Verbs of speech in the present do not date what hangs on them. */
const SPEECH = /^(?:say|tell|report|write|add|note|announce)$/;

/** Tense of the verb that governs the tokens `[from, to)`; null when there is none or it does not tell. */
export function tenseOf(tokens: readonly Token[], start: number, end: number, from: number, to: number): Tense {
  if (tokens[from]?.xpos === "") return tenseByWords(tokens, start, end, from);
  let at = from;
  for (let i = from; i < to; i++) {
    const head = tokens[i]!.head;
    if (head < from || head >= to) {
      at = i;
      break;
    }
  }
  // “Wednesday's ruling” has happened unless a verb says that it will.
  const owned = tokens[at]!.deprel === "nmod:poss";
  for (let step = 0; step < REACH; step++) {
    at = tokens[at]?.head ?? -1;
    const token = tokens[at];
    if (token === undefined || at < start || at >= end) break;
    if (token.upos !== "VERB" && token.upos !== "AUX" && !hasCopula(tokens, start, end, at)) continue;
    const tense = verbTense(tokens, start, end, at, owned);
    if (tense === "climb") continue;
    if (tense === null) break;
    return tense;
  }
  for (let i = from - 1; i >= start && i >= from - NEAR; i--) if (PLANNED_WORDS.test(tokens[i]!.text)) return "future";
  return null;
}

function hasCopula(tokens: readonly Token[], start: number, end: number, at: number): boolean {
  for (let i = start; i < end; i++) if (tokens[i]!.head === at && tokens[i]!.deprel === "cop") return true;
  return false;
}

function verbTense(tokens: readonly Token[], start: number, end: number, verb: number, owned: boolean): Tense | "climb" {
  let be = "";
  let infinitive = false;
  for (let i = start; i < end; i++) {
    const token = tokens[i]!;
    if (token.head !== verb) continue;
    const word = token.text.toLowerCase();
    if (token.deprel.startsWith("aux") || token.deprel === "cop") {
      if (MODALS.test(word)) return "future";
      if (word === "could" && isDenied(tokens, start, end, verb)) return "past";
      if (CONDITIONAL.test(word) && token.lemma !== "have") return "conditional";
      if (token.lemma === "have") return "past";
      if (token.lemma === "be") be = word;
      if (token.lemma === "do") return word === "did" ? "past" : null;
    }
    if (word === "to" && (token.deprel === "mark" || token.xpos === "TO")) infinitive = true;
  }
  const tag = tokens[verb]!.xpos;
  if (PLANNED.test(tokens[verb]!.lemma) && (tag === "VBN" || tag.startsWith("JJ"))) return owned ? null : "future";
  if (infinitive) {
    if (owned) return null;
    if (wasPlanned(tokens, start, end, tokens[verb]!.head)) return "past";
    // “flew in to meet her on Friday”: a purpose lies where its clause does.
    return tokens[verb]!.deprel === "advcl" ? "climb" : "future";
  }
  if (/^(?:was|were)$/.test(be)) return "past";
  if (tag === "VBD") return "past";
  if (tag === "VBN") return be === "" ? "past" : null;
  if (tag === "VBG") return be === "" ? "climb" : "future";
  if (tag === "VBZ" || tag === "VBP") return owned || SPEECH.test(tokens[verb]!.lemma) ? null : "future";
  return tag === "VB" ? (owned ? null : "future") : be === "" ? "climb" : null;
}

/** “could not be reached”, “neither could be found”: what was tried in vain is past. */
function isDenied(tokens: readonly Token[], start: number, end: number, verb: number): boolean {
  for (let i = start; i < end; i++)
    if (tokens[i]!.head === verb && /^(?:not|n't|n’t|never|neither|nor)$/i.test(tokens[i]!.text)) return true;
  return false;
}

/** “had been due to expire on Friday”: a plan of the past perfect has been overtaken. */
function wasPlanned(tokens: readonly Token[], start: number, end: number, at: number): boolean {
  if (!PLANNED.test(tokens[at]?.lemma ?? "")) return false;
  for (let i = start; i < end; i++) if (tokens[i]!.head === at && tokens[i]!.text.toLowerCase() === "had") return true;
  return false;
}

/** Without tags: a word that looks ahead among the eight before the date, in the same clause. */
function tenseByWords(tokens: readonly Token[], start: number, end: number, from: number): Tense {
  for (let i = from - 1; i >= start && i >= from - 8; i--) {
    const word = tokens[i]!.text.toLowerCase();
    if (AHEAD.test(word)) return "future";
    if (/ed$/.test(word) || /^(?:said|was|were|had|met|told|held|went|came|took|made|began|fell|rose|won|lost|left)$/.test(word))
      return "past";
  }
  for (let i = from + 1; i < end && i < from + 6; i++) if (/^(?:will|would)$/.test(tokens[i]!.text)) return "future";
  return null;
}
