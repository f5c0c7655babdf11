// Predicates: who does what to whom, over passives, relative clauses, control, raising, coordination, light verbs and nominalisations.
import { actorMentionAt, type Context } from "./context.ts";
import { type Mode, modeOf } from "./mode.ts";
import { oncePer } from "./once.ts";
import { type Party, partiesAt, partyAt, possessors } from "./parties.ts";
import type { Tree } from "./tree.ts";

export interface Oblique {
  readonly preposition: string;
  readonly token: number;
}

export interface Predicate {
  /** The word that means the act: a verb, a noun (`commitment`) or an adjective (`concerned`). */
  readonly token: number;
  /** The word that carries tense and subject: the verb itself, a light verb over a noun, the noun itself where nothing governs it. */
  readonly verb: number;
  readonly agents: readonly Party[];
  /** Whom or what it is done to: direct object, subject of a passive, noun a participle hangs on. */
  readonly object: number | null;
  /** What is given, asked or promised, where `object` is who gets it: the loan of “promised Kenya a loan”. */
  readonly second: number | null;
  readonly obliques: readonly Oblique[];
  /** Head of the clause it takes: infinitive, that-clause, gerund. */
  readonly clause: number | null;
  readonly mode: Mode;
}

/** Verbs that say that somebody has or utters what their object noun means. */
export const LIGHT = new Set(
  (
    "express voice raise convey reiterate reaffirm affirm underscore underline stress emphasize emphasise highlight state declare announce give make take have " +
    "hold reach sign conclude share show demonstrate offer extend lodge issue repeat renew restate outline confirm discuss note recall review maintain " +
    "deliver submit send put pay lay strike seal clinch register record cite communicate articulate signal conduct convene open launch keep"
  ).split(" "),
);

/** Verbs whose infinitive is done by their object: “urged Japan to spend”. */
const OBJECT_CONTROL = new Set(
  "urge ask press tell invite call allow want expect order instruct direct enable help encourage force persuade request require push lobby beg permit let make need like wish cause lead get advise warn remind convince task authorise authorize have".split(
    " ",
  ),
);
const RELATIVE = new Set(["who", "which", "that", "whom", "whose"]);
const MAX_DEPTH = 8;

function isRelativePronoun(tree: Tree, token: number): boolean {
  return RELATIVE.has(tree.lemma(token)) && tree.token(token).upos === "PRON";
}

/** The noun a relative clause hangs on, for a verb inside it. */
function antecedent(tree: Tree, verb: number): number | null {
  let at = tree.firstConjunct(verb);
  for (let step = 0; step < MAX_DEPTH; step++) {
    if (tree.token(at).deprel === "acl:relcl") return tree.head(at);
    if (tree.relation(at) !== "xcomp" && tree.relation(at) !== "ccomp") return null;
    at = tree.firstConjunct(tree.head(at));
  }
  return null;
}

/**
 * “A wants a pact, while B is worried and has refused”: the parse joins “refused” to “wants”. Where a clause of contrast with a
 * subject of its own stands between, and no comma ends it, the second verb is of that clause.
 */
function subjectBetween(tree: Tree, verb: number, head: number): number | null {
  const cc = tree.by(verb, "cc")[0];
  if (cc === undefined || tree.tokens[cc - 1]?.text === ",") return null;
  const clause = tree
    .by(head, "advcl")
    .findLast(
      (k) => k > head && k < verb && tree.by(k, "mark", "advmod").some((m) => /^(?:while|whereas|although|though)$/.test(tree.lemma(m))),
    );
  return clause === undefined ? null : (tree.by(clause, "nsubj").findLast((k) => k > head && k < verb) ?? null);
}

/** The grammatical subject of a clause, its own or shared: token of the noun phrase; null when the tree has none. */
export function subjectOf(tree: Tree, verb: number, depth = 0): number | null {
  if (verb < 0 || depth > MAX_DEPTH) return null;
  // of two subjects (a heading before a colon is often taken for one) the nearest before the verb counts
  const subjects = tree.by(verb, "nsubj", "csubj");
  const own = subjects.findLast((k) => k < verb) ?? subjects[0];
  if (own !== undefined) return isRelativePronoun(tree, own) ? (antecedent(tree, verb) ?? own) : own;
  const head = tree.head(verb);
  if (head < 0) return null;
  const rel = tree.token(verb).deprel;
  if (rel === "conj" && (tree.isVerbal(head) || tree.isClause(head)))
    return subjectBetween(tree, verb, head) ?? subjectOf(tree, head, depth + 1);
  if (rel === "xcomp" || rel === "ccomp" || rel.startsWith("advcl") || rel === "parataxis") {
    if (rel === "xcomp" && OBJECT_CONTROL.has(tree.lemma(head)) && !tree.isPassive(head)) {
      const object =
        tree.first(head, "obj", "iobj") ?? tree.by(head, "obl").find((k) => tree.preposition(k) === "on" || tree.preposition(k) === "for");
      if (object !== undefined && object !== null && object !== verb) return object;
    }
    if (rel === "parataxis") return null;
    return tree.isVerbal(head) || tree.isClause(head) ? subjectOf(tree, head, depth + 1) : null;
  }
  if (rel === "acl") {
    // a noun takes the infinitive: whoever has the noun does it
    if (tree.token(verb).xpos === "VBG" || tree.token(verb).xpos === "VBN") return head;
    const possessor = tree.first(head, "nmod:poss");
    if (possessor !== null) return possessor;
    // “the readiness expressed by India to …”, “the decision of France to …”
    const voiced = tree.by(head, "acl").flatMap((k) => tree.by(k, "obl").filter((o) => tree.token(o).deprel === "obl:agent"))[0];
    const of = CLAUSE_NOUNS.has(tree.lemma(head)) ? tree.by(head, "nmod").find((k) => k < verb && tree.preposition(k) === "of") : undefined;
    if ((voiced ?? of) !== undefined) return voiced ?? of!;
    const above = tree.head(head);
    return above >= 0 && tree.isVerbal(above) ? subjectOf(tree, above, depth + 1) : null;
  }
  if (rel === "acl:relcl") return head;
  return null;
}

/** Token of who does the act of a verb: subject of an active, `by` of a passive. */
export function agentOf(tree: Tree, verb: number): number | null {
  if (!tree.isPassive(verb)) return subjectOf(tree, verb);
  const by = tree.by(verb, "obl").find((k) => tree.token(k).deprel === "obl:agent" || tree.preposition(k) === "by");
  return by ?? null;
}

/** Token of what a verb acts on. */
export function objectOf(tree: Tree, verb: number): number | null {
  if (tree.isPassive(verb)) {
    const { deprel } = tree.token(verb);
    if (deprel === "acl") return tree.head(verb);
    return subjectOf(tree, verb);
  }
  const own = tree.first(verb, "obj", "iobj");
  if (own !== null) return isRelativePronoun(tree, own) ? antecedent(tree, verb) : own;
  // “the agreement France wants”: an object relative clause without a pronoun
  if (tree.token(verb).deprel === "acl:relcl" && tree.first(verb, "nsubj") !== null && tree.first(verb, "cop") === null)
    return tree.head(verb);
  // conjoined verbs share a later object: “welcomed and supported the plan” hangs it on the first
  if (tree.relation(verb) === "conj" && tree.first(verb, "xcomp", "ccomp", "obl") === null) {
    const head = tree.head(verb);
    const shared = tree.isVerbal(head) ? tree.by(head, "obj").find((k) => k > verb) : undefined;
    if (shared !== undefined) return shared;
  }
  return null;
}

/** The second of two objects: “promised Kenya | a loan”; parsers call the first `iobj` or `obj`. */
function secondObject(tree: Tree, verb: number): number | null {
  if (tree.isPassive(verb)) return tree.first(verb, "obj");
  const objects = tree.by(verb, "obj", "iobj").filter((k) => k > verb);
  return objects.length > 1 ? objects.at(-1)! : null;
}

/** Prepositional complements and adjuncts of a verb or noun, gerunds with a preposition included. */
export function obliquesOf(tree: Tree, token: number): Oblique[] {
  const out: Oblique[] = [];
  for (const k of tree.kids(token)) {
    const rel = tree.relation(k);
    if (rel === "obl" || rel === "nmod") {
      const preposition = tree.preposition(k);
      if (preposition !== null) out.push({ preposition, token: k });
    } else if (rel === "advcl" || rel === "acl" || rel === "ccomp" || rel === "xcomp") {
      const mark = tree.by(k, "mark", "case").find((m) => tree.token(m).upos === "ADP" || tree.token(m).upos === "SCONJ");
      if (mark !== undefined && tree.token(k).xpos === "VBG") out.push({ preposition: tree.lemma(mark), token: k });
    }
  }
  return out;
}

/** A clause of time or reason, and “…, one of them said”, which parsers take for what is asked or said. */
function isApart(tree: Tree, clause: number): boolean {
  if (tree.by(clause, "mark").some((m) => /^(?:before|after|until|when|while|as|since|because|once)$/.test(tree.lemma(m)))) return true;
  const { from } = tree.extent(clause);
  const finite = tree.by(clause, "nsubj").length > 0 && tree.by(clause, "mark").length === 0;
  return finite && REPORTING.has(tree.lemma(clause)) && (tree.token(from).text === "," || tree.tokens[from - 1]?.text === ",");
}
const REPORTING = new Set(["say", "add", "tell", "note", "report", "write", "explain"]);

/** The clause a predicate takes: `xcomp`, `ccomp`, an infinitive or gerund hung on as `advcl` or `acl`. */
export function clauseOf(tree: Tree, token: number): number | null {
  const direct = tree.by(token, "xcomp", "ccomp").find((k) => k > token && !isApart(tree, k));
  if (direct !== undefined) return direct;
  for (const k of tree.by(token, "advcl", "acl")) {
    if (k < token || tree.token(k).deprel === "acl:relcl") continue;
    if (tree.by(k, "mark").some((m) => tree.lemma(m) === "to" || tree.lemma(m) === "that")) return k;
  }
  return null;
}

/** Nouns that mean an act to come or a wish, with the infinitive that says which. */
export const CLAUSE_NOUNS = new Set(
  (
    "commitment determination dedication resolve desire wish hope intention willingness readiness need attempt effort plan promise pledge decision agreement aim goal ambition aspiration " +
    "refusal offer proposal opportunity obligation responsibility interest vow undertaking"
  ).split(" "),
);

/** The infinitive after a noun by the order of words, where the parse hangs it elsewhere: “our desire | to further deepen”. */
function infinitiveAfter(tree: Tree, noun: number): number | null {
  if (!CLAUSE_NOUNS.has(tree.lemma(noun))) return null;
  let at = noun + 1;
  // “its larger promise, to build the bridge, still has no date”
  if (tree.tokens[at]?.text === "," && tree.tokens[at + 1]?.text.toLowerCase() === "to") at++;
  // “the decision of France to issue …”
  if (tree.tokens[at]?.text.toLowerCase() === "of") {
    at++;
    while (at < noun + 6 && /^(?:DET|ADJ|PROPN|NOUN)$/.test(tree.tokens[at]?.upos ?? "")) at++;
  }
  if (tree.tokens[at]?.text.toLowerCase() !== "to") return null;
  for (let i = at + 1; i < at + 5 && i < tree.tokens.length; i++) {
    const { upos } = tree.token(i);
    if (upos === "VERB") return i;
    if (upos !== "ADV" && upos !== "PART" && upos !== "ADP") return null;
  }
  return null;
}

/** Nearest actor mention left of a verb that has no subject in the tree, inside its sentence and not behind another finite clause. */
function nearestLeft(ctx: Context, verb: number): Party[] {
  const { tree } = ctx;
  const { from } = tree.sentence(verb);
  for (let i = verb - 1; i >= from && verb - i < 25; i--) {
    const { upos, text } = tree.token(i);
    if (upos === "PUNCT" && /^[;:.!?]$/.test(text)) break;
    const party = partyAt(ctx, i);
    if (party !== null && tree.preposition(i) === null && party.mention !== null && party.mention.head === i)
      return [...listBefore(ctx, party.mention.from), { ...party, how: "fallback" }];
  }
  return [];
}

/** Actors coordinated before a token by the order of words: “the United States and | Indonesia”. */
function listBefore(ctx: Context, from: number): Party[] {
  const { tree } = ctx;
  const out: Party[] = [];
  let at = from - 1;
  for (let step = 0; step < 12 && at > 0; step++) {
    const { upos, text } = tree.token(at);
    if (upos !== "CCONJ" && text !== ",") break;
    const mention = actorMentionAt(ctx, at - 1);
    if (mention !== null && mention.to === at) {
      const party = partyAt(ctx, mention.head);
      if (party === null) break;
      out.unshift({ ...party, how: "fallback" });
      at = mention.from - 1;
    } else at--;
  }
  return out;
}

/**
 * “said that 3 per cent was too little and called on Tokyo to …”: a second verb that the parse joins to what is said, though the
 * clause it would share a subject with is about a thing. Its agent is who says.
 */
function sayerBefore(ctx: Context, verb: number): readonly Party[] {
  const { tree } = ctx;
  if (tree.relation(verb) !== "conj" || tree.first(verb, "nsubj") !== null || !/^VB[DZP]$/.test(tree.token(verb).xpos)) return [];
  const said = tree.firstConjunct(verb);
  const head = tree.head(said);
  if (head < 0 || tree.relation(said) !== "ccomp" || tree.token(head).xpos !== tree.token(verb).xpos) return [];
  const sayer = subjectOf(tree, head);
  return sayer === null ? [] : partiesAt(ctx, sayer);
}

/** Agents of a verb: by the tree; where it has no subject at all, the nearest actor to the left. */
export function agentsOf(ctx: Context, verb: number): readonly Party[] {
  const { tree } = ctx;
  const token = agentOf(tree, verb);
  if (token !== null) {
    const own = partiesAt(ctx, token);
    return own.length > 0 || tree.isPassive(verb) ? own : sayerBefore(ctx, verb);
  }
  if (tree.isPassive(verb) || tree.head(verb) >= 0) return [];
  const tag = tree.token(verb).xpos;
  return tag === "VB" ? [] : nearestLeft(ctx, verb);
}

/** What belongs to a noun of will or promise, wherever the parse hangs it: its infinitive, else its complement with `to` or `for`. */
export function nounClause(tree: Tree, noun: number): number | null {
  if (!CLAUSE_NOUNS.has(tree.lemma(noun))) return null;
  const clause = clauseOf(tree, noun) ?? infinitiveAfter(tree, noun);
  if (clause !== null || tree.by(noun, "nmod").some((k) => k > noun)) return clause;
  return tree.by(tree.head(noun), "obl").find((k) => k > noun && /^(?:to|for|toward|towards)$/.test(tree.preposition(k) ?? "")) ?? null;
}

/** The infinitive after an object that is asked to act, where the parse hangs it elsewhere: “asked Mr Lutnick in a meeting | to exempt Japan”. */
function askedInfinitive(ctx: Context, verb: number): number | null {
  const { tree } = ctx;
  if (!OBJECT_CONTROL.has(tree.lemma(verb)) || tree.isPassive(verb)) return null;
  const object = tree.first(verb, "obj", "iobj");
  if (object === null || partyAt(ctx, object) === null) return null;
  const { to } = tree.sentence(verb);
  for (let i = object + 1; i < Math.min(to - 1, object + 16); i++) {
    const { upos, text } = tree.token(i);
    if (text.toLowerCase() === "to" && upos === "PART" && tree.token(i + 1).upos === "VERB") return i + 1;
    if (/^[;:.]$/.test(text) || /^VB[DPZ]$/.test(tree.token(i).xpos)) return null;
  }
  return null;
}

/** The predicate of a verb. */
export const verbPredicate = oncePer(readVerbPredicate);

function readVerbPredicate(ctx: Context, verb: number): Predicate {
  const { tree } = ctx;
  return {
    token: verb,
    verb,
    agents: agentsOf(ctx, verb),
    object: objectOf(tree, verb),
    second: secondObject(tree, verb),
    obliques: obliquesOf(tree, verb),
    clause: clauseOf(tree, verb) ?? askedInfinitive(ctx, verb),
    mode: modeOf(tree, verb),
  };
}

const WANTING = new Set(["want", "hope", "wish", "seek", "aim", "refuse", "decline", "need", "work", "help"]);

/** Whether a verb only says what something is for (“to support its security”) or repeats the verb over it. */
export function isPurpose(tree: Tree, verb: number, depth = 0): boolean {
  const first = tree.firstConjunct(verb);
  const { deprel, xpos } = tree.token(first);
  if (/^VB[DPZ]$/.test(xpos) || tree.by(first, "aux").length > 0) return false;
  const head = tree.head(first);
  if (deprel === "xcomp")
    return WANTING.has(tree.lemma(head)) || (depth < MAX_DEPTH && tree.token(head).upos === "VERB" && isPurpose(tree, head, depth + 1));
  if (deprel === "advcl" && xpos === "VBG" && tree.lemma(verb) === "aim") return false;
  return /^(?:advcl|acl)/.test(deprel) && deprel !== "acl:relcl";
}

/** The light verb over a noun, if one governs it: “voiced unease”, “reached an agreement”; null otherwise. */
export function lightVerb(tree: Tree, noun: number): number | null {
  const first = tree.firstConjunct(noun);
  const rel = tree.relation(first);
  const head = tree.head(first);
  if (head < 0) return null;
  if ((rel === "obj" || tree.token(first).deprel === "nsubj:pass") && LIGHT.has(tree.lemma(head))) return head;
  if (tree.token(first).deprel === "nsubj:pass") return head;
  return null;
}

/** The predicate of a noun: its possessor acts; else the subject of the light verb over it. */
export const nounPredicate = oncePer(readNounPredicate);

function readNounPredicate(ctx: Context, noun: number): Predicate {
  const { tree } = ctx;
  const light = lightVerb(tree, noun);
  const own = possessors(ctx, noun);
  const obliques = obliquesOf(tree, noun);
  if (light !== null) for (const o of obliquesOf(tree, light)) if (o.token > noun) obliques.push(o);
  const verb = light ?? noun;
  const agents = own.length > 0 ? own : light !== null ? agentsOf(ctx, light) : [];
  return {
    token: noun,
    verb,
    agents,
    object: null,
    second: null,
    obliques,
    clause: clauseOf(tree, noun) ?? infinitiveAfter(tree, noun) ?? (light === null ? null : clauseOf(tree, light)),
    mode: modeOf(tree, verb),
  };
}

/** The predicate of an adjective or participle after a copula: “is concerned about”, “remains opposed to”. */
export function adjectivePredicate(ctx: Context, adjective: number): Predicate {
  const { tree } = ctx;
  const subject = subjectOf(tree, adjective);
  return {
    token: adjective,
    verb: adjective,
    agents: subject === null ? [] : partiesAt(ctx, subject),
    object: null,
    second: null,
    obliques: obliquesOf(tree, adjective),
    clause: clauseOf(tree, adjective),
    mode: modeOf(tree, adjective),
  };
}

/** Particle and fixed preposition of a verb: `rule out`. */
export function particleOf(tree: Tree, verb: number): string | null {
  const particle = tree.by(verb, "compound").find((k) => tree.token(k).deprel === "compound:prt");
  return particle === undefined ? null : tree.lemma(particle);
}
