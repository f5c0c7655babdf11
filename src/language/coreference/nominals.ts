// Nominals: `the official`, `these groups`, `the company`, `the country`, `the government`: definite nouns that take up an earlier mention.
import { BODIES, ORGANS, PEOPLE, SPEAKERS } from "../mentions/lexicon.ts";
import { organOf } from "../mentions/organs.ts";
import { slug } from "../mentions/slug.ts";
import { base } from "../tree.ts";
import { apposition } from "./apposition.ts";
import { type Cell, clauseOf, type Discourse, isMain, type Link, link, roleOf } from "./discourse.ts";
import { indefinite } from "./offices.ts";

/** People who speak for the one they belong to. */
const STAFF = new Set(
  "aide adviser advisor team official minister diplomat spokesman spokeswoman spokesperson negotiator delegation envoy side troop force".split(
    " ",
  ),
);
/** Sentences looked back for the same noun, and for a body that another noun takes up. */
const SAME_NOUN = 8;
const OTHER_NOUN = 2;

function definite(d: Discourse, cell: Cell): boolean {
  return d.tree.children(cell.mention.head).some((c) => {
    const token = d.tokens[c]!;
    return base(token.deprel) === "det" && /^(?:the|this|that|these|those|both)$/i.test(token.text);
  });
}

function* earlier(d: Discourse, cell: Cell, reach: number): Generator<Cell> {
  for (let sentence = cell.mention.sentence; sentence >= Math.max(0, cell.mention.sentence - reach); sentence--) {
    const cells = d.bySentence[sentence]!;
    for (let i = cells.length - 1; i >= 0; i--) {
      const other = cells[i]!;
      if (other !== cell && other.mention.to <= cell.mention.from) yield other;
    }
  }
}

/** Adjectives and nouns that tell groups of one noun apart: `senior`, `Indian`, `French`. */
function modifiers(d: Discourse, cell: Cell): string[] {
  const words: string[] = [];
  for (let i = cell.mention.from; i < cell.mention.head; i++) {
    const token = d.tokens[i]!;
    if (token.upos === "ADJ" || token.upos === "NOUN" || token.upos === "PROPN") words.push(token.lemma.toLowerCase());
  }
  return words;
}

/** A definite group, organ or office that repeats the noun of an earlier mention without contradicting its modifiers. */
function sameNoun(d: Discourse, cell: Cell): Cell | null {
  const head = d.tokens[cell.mention.head]!;
  const lemma = head.lemma.toLowerCase();
  const own = modifiers(d, cell);
  for (const other of earlier(d, cell, SAME_NOUN)) {
    if (!["group", "organisation", "office"].includes(other.mention.form) || other.candidate.name) continue;
    if (d.tokens[other.mention.head]!.lemma.toLowerCase() !== lemma || other.candidate.number !== cell.candidate.number) continue;
    const theirs = modifiers(d, other);
    if (own.every((w) => theirs.includes(w))) return quantified(d, other) ? null : other;
    if (own.length > 0 && theirs.length > 0) continue;
    return null;
  }
  return null;
}

/** `any other country`, `no company`: nobody in particular. */
function quantified(d: Discourse, cell: Cell): boolean {
  return d.tree.children(cell.mention.head).some((c) => /^(?:any|every|each|no|another)$/i.test(d.tokens[c]!.text));
}

/** `the foundation` after `the Volta Foundation`: the last body with the noun in its name. */
function nameNoun(d: Discourse, cell: Cell): Cell | null {
  const lemma = d.tokens[cell.mention.head]!.lemma.toLowerCase();
  if (cell.candidate.number === "plur" || !(BODIES.has(lemma) || ORGANS.has(lemma)) || modifiers(d, cell).length > 0) return null;
  for (const other of earlier(d, cell, SAME_NOUN)) {
    if (other.candidate.sort !== "organisation" || other.mention.actors.length !== 1) continue;
    const name = `${other.mention.text} ${other.mention.actors[0]!.name}`.toLowerCase();
    if (name.split(/[\s-]+/).includes(lemma)) return other;
  }
  return null;
}

/** `the company`, `the agency`, `the country`: the last body or state named, when only one stands in reach. */
function otherNoun(d: Discourse, cell: Cell): Cell | null {
  const lemma = d.tokens[cell.mention.head]!.lemma.toLowerCase();
  const wantsState = lemma === "country" || lemma === "nation";
  if (cell.candidate.number === "plur" || (!wantsState && !BODIES.has(lemma)) || modifiers(d, cell).length > 0) return null;
  const subject = wantsState ? subjectState(d, cell) : null;
  let found: Cell | null = null;
  for (const other of earlier(d, cell, OTHER_NOUN)) {
    const fits = wantsState
      ? other.mention.form === "state" && other.candidate.sort === "state" && /^[A-Z]{3}$/.test(other.mention.actors[0]?.id ?? "")
      : other.mention.form === "organisation" && other.candidate.sort === "organisation";
    if (!fits || other.mention.actors.length !== 1 || other.mention.actors[0]!.id === subject) continue;
    if (!found) found = other;
    else if (found.mention.sentence !== other.mention.sentence) break;
    else if (found.mention.actors[0]!.id !== other.mention.actors[0]!.id) {
      // Two in one sentence: for a body the subject wins; for a state nothing is decided.
      if (wantsState || (roleOf(d, other) === "subject") === (roleOf(d, found) === "subject")) return null;
      if (roleOf(d, other) === "subject") found = other;
    }
  }
  return found;
}

/** The state whose actor is the subject of the clause a mention stands in: `the country` there is another one. */
function subjectState(d: Discourse, cell: Cell): string | null {
  const subject = d.tree.child(clauseOf(d, cell.mention.head), "nsubj");
  const owner = d.bySentence[cell.mention.sentence]!.find((c) => c.mention.head === subject);
  const ref = owner?.mention.actors.length === 1 ? owner.mention.actors[0]! : null;
  return ref ? (ref.state ?? ref.id) : null;
}

/** State by the subject of the same sentence, by the dateline or by the publisher, for `the government`, `officials`. */
function contextState(d: Discourse, cell: Cell, home: string | null): { state: string; through: Cell | null } | null {
  let subject: Cell | null = null;
  for (const other of d.bySentence[cell.mention.sentence]!) {
    if (other.mention.to > cell.mention.from || other === cell) continue;
    if (other.mention.actors.length !== 1 || !principalState(other) || d.quotationAt(other.mention.head)) continue;
    if (roleOf(d, other) === "subject" && isMain(d, other.mention.head)) subject = other;
  }
  const state = subject ? principalState(subject) : null;
  if (state) return { state, through: subject };
  return home ? { state: home, through: null } : null;
}

/** The state a mention acts for; a group's only where the text says it (`Japanese diplomats`), not where it was itself inferred. */
function principalState(cell: Cell): string | null {
  const ref = cell.mention.actors[0]!;
  if (/^[A-Z]{3}$/.test(ref.id)) return ref.id;
  if (!ref.state || !/^[A-Z]{3}$/.test(ref.state)) return null;
  return ref.id.startsWith("group:") && cell.candidate.states.length === 0 ? null : ref.state;
}

/** The collective after a group: `officials of both countries`, `aides to the two leaders`; null when there is none. */
export function collectiveOf(d: Discourse, cell: Cell): Cell | null {
  if (cell.candidate.sort !== "group" || cell.candidate.states.length > 0) return null;
  for (const child of d.tree.children(cell.mention.head)) {
    if (child < cell.mention.head || base(d.tokens[child]!.deprel) !== "nmod") continue;
    const other = d.bySentence[cell.mention.sentence]!.find((c) => c.mention.head === child);
    if (other?.candidate.sort === "collective") return other;
  }
  return null;
}

/** `his country` is the possessor's state, `her government` its government, `their aides` aides of that state. */
function ofPossessor(d: Discourse, cell: Cell, lemma: string): Link | null {
  if (cell.candidate.states.length > 0 || cell.candidate.name) return null;
  const possessor = d.tree.children(cell.mention.head).find((c) => d.tokens[c]!.deprel === "nmod:poss" && c < cell.mention.head);
  const owner = possessor === undefined ? undefined : d.bySentence[cell.mention.sentence]!.find((c) => c.mention.head === possessor);
  const state = owner?.mention.actors.length === 1 ? (owner.mention.actors[0]!.state ?? owner.mention.actors[0]!.id) : null;
  if (!owner || !state || !/^[A-Z]{3}$/.test(state)) return null;
  if (/^(?:country|nation|homeland)$/.test(lemma)) return link(owner, [d.knowledge.ref(state)]);
  const noun = d.tokens[cell.mention.head]!.text.toLowerCase();
  if (cell.candidate.sort === "organ") {
    const ref = organOf(d.knowledge, d.on, noun, state, cell.candidate.ids[0] ?? null);
    return ref && link(owner, [ref]);
  }
  if (!STAFF.has(lemma)) return null;
  const name = `${owner.mention.actors[0]!.name} ${noun}`;
  return link(owner, [{ id: `group:${slug(name)}`, name, state }]);
}

/** Resolves a group, an organ or a collective noun that names no state; `home` is the state the text is written from, null when unknown. */
export function resolveNominal(d: Discourse, cell: Cell, home: string | null): Link | null {
  const { mention, candidate } = cell;
  const lemma = d.tokens[mention.head]!.lemma.toLowerCase();
  const owners = collectiveOf(d, cell);
  if (owners && owners.mention.actors.length > 0) {
    const noun = d.tokens[mention.head]!.text;
    return link(
      owners,
      owners.mention.actors.flatMap((owner) => {
        const state = owner.state ?? owner.id;
        if (!/^[A-Z]{3}$/.test(state)) return [];
        const name = `${d.knowledge.adjective(state)} ${noun}`;
        return [{ id: `group:${slug(name)}`, name, state }];
      }),
    );
  }
  const owned = ofPossessor(d, cell, lemma);
  if (owned) return owned;
  const apposed = apposition(d, cell);
  if (apposed) return link(apposed, apposed.mention.actors);
  if (candidate.states.length > 0 || (candidate.name && candidate.sort !== "organ")) return null;
  if (!indefinite(d, cell)) {
    const other = definite(d, cell) ? (nameNoun(d, cell) ?? otherNoun(d, cell)) : null;
    if (other) return link(other, other.mention.actors);
    const same = definite(d, cell) || candidate.sort === "organ" ? sameNoun(d, cell) : null;
    if (same) return link(same, same.mention.actors);
  }
  if (candidate.sort === "organ") {
    // A government or a ministry that acts is that of the state that acts; with a capital letter (`the Navy`), that of the place the text is written from.
    const sector = candidate.ids[0] ?? null;
    // As an object it is as often the other side's, and a new or former one is not today's.
    if (indefinite(d, cell) || modifiers(d, cell).some((w) => /^(?:new|next|former|previous|future|foreign)$/.test(w))) return null;
    const acting = roleOf(d, cell) === "subject" || d.tokens[mention.head]!.deprel === "nmod:poss";
    const acts = acting && (sector === null || sector === "GOV");
    const proper = /^\p{Lu}/u.test(d.tokens[mention.head]!.text);
    const found = acts ? contextState(d, cell, home) : proper && home ? { state: home, through: null } : null;
    if (!found) return null;
    const words = candidate.name ? mention.text.replace(/^the /i, "") : d.tokens[mention.head]!.text.toLowerCase();
    const ref = organOf(d.knowledge, d.on, words, found.state, sector);
    return ref ? link(found.through, [ref]) : null;
  }
  // Bare `officials` belong to the state that acts in the sentence, or to the place the text is written from.
  if (
    mention.anonymous &&
    (SPEAKERS.has(lemma) || PEOPLE.has(lemma)) &&
    mention.actors.length === 1 &&
    /^(?:official|aide|adviser|advisor|diplomat|minister)$/.test(lemma)
  ) {
    const found = contextState(d, cell, home);
    const words = mention.actors[0]!.name;
    const id = found && `group:${slug(`${d.knowledge.adjective(found.state)} ${words}`)}`;
    // The id says whose they are, the name only what the text says.
    if (found && id) return link(found.through, [{ id, name: words, state: found.state }]);
  }
  return null;
}
