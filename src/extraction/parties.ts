// Who stands at a place in the tree: the actors of a noun phrase, of its coordination, of its possessor, and whom they speak for.
import { type ActorRef, actorKind } from "../model/index.ts";
import { actorMentionAt, type Context, mentionsIn } from "./context.ts";
import type { ActorMention } from "./input.ts";
import { oncePer } from "./once.ts";
import { isTitled } from "./titled.ts";

/** How an actor was found; `fallback` (nearest mention, or the document's parties) lowers the confidence of a claim. */
export type Found = "dependency" | "possessor" | "fallback";

export interface Party {
  readonly actors: readonly ActorRef[];
  /** Head token of the phrase that names them. */
  readonly token: number;
  readonly mention: ActorMention | null;
  readonly how: Found;
}

/** Nouns whose phrase speaks for the state or organisation named in it: “the French side”, “Washington's negotiators”. */
const VOICES = new Set(
  (
    "side government team office delegation administration official negotiator spokesman spokeswoman spokesperson diplomat minister ministry " +
    "leader president premier chancellor authority cabinet department agency representative ambassador embassy envoy leadership capital officer " +
    "adviser advisor aide force forces navy army military parliament congress senate head chief secretary council commission member country nation people public"
  ).split(" "),
);
const COLLECTIVE =
  /^(?:(?:the|both|these|our|all(?! (?:countries|nations|states|governments)))\b.*\b(?:leaders?|sides|countries|nations|governments|parties|presidents|ministers|capitals|men|delegations|states|allies|partners|two|three)|both|the (?:two|three|pair))$/i;
const THEY = new Set(["they", "them", "their", "theirs", "both", "two"]);
const WE = new Set(["we", "us", "our", "ours", "i", "my", "me"]);

function merge(lists: readonly (readonly ActorRef[])[]): ActorRef[] {
  const seen = new Map<string, ActorRef>();
  for (const list of lists) for (const actor of list) if (!seen.has(actor.id)) seen.set(actor.id, actor);
  return [...seen.values()];
}

function groupRef(text: string): ActorRef {
  const name = text.replace(/\s+/g, " ").trim();
  const words = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  return { id: `group:${words.replace(/^(?:the|a|an|some|several|one)-/, "").replace(/^-|-$/g, "")}`, name };
}

/** Whom a phrase without resolved actors means, by its words; empty when nobody can be told. */
function byWords(ctx: Context, words: string): readonly ActorRef[] {
  const lower = words.toLowerCase();
  if (WE.has(lower)) return ctx.issuers;
  if (THEY.has(lower) || COLLECTIVE.test(lower)) return ctx.parties.length > 1 ? ctx.parties : [];
  return [];
}

/** Actors named inside a phrase by a possessor, a state adjective or an `of` complement: “Japan's”, “Japanese”, “of Japan”. */
export function namedInside(ctx: Context, head: number): ActorRef[] {
  const { tree } = ctx;
  const out: ActorRef[] = [];
  for (const kid of tree.kids(head)) {
    const rel = tree.token(kid).deprel;
    const inside =
      rel === "nmod:poss" ||
      rel === "compound" ||
      rel === "amod" ||
      rel === "nmod:desc" ||
      (rel === "nmod" && /^(?:of|in|from|for|by)$/.test(tree.preposition(kid) ?? ""));
    if (!inside) continue;
    for (const k of tree.coordinated(kid)) {
      const mention = actorMentionAt(ctx, k);
      if (mention !== null) out.push(...(mention.actors.length > 0 ? mention.actors : byWords(ctx, mention.text)));
    }
  }
  return merge([out]);
}

function isQuoted(ctx: Context, token: number): boolean {
  const { start, end } = ctx.tree.token(token);
  return ctx.doc.quotations.some((q) => q.kind !== "indirect" && q.content.some((c) => c.start <= start && end <= c.end));
}

/** States and organs that the words of a mention name where they are no mention of their own: “the Pentagon's policy chief”. */
function surfacesIn(ctx: Context, mention: ActorMention): ActorRef[] {
  const words = ctx.tree.tokens.slice(mention.from, mention.to).map((t) => t.text);
  const out: ActorRef[] = [];
  for (const match of ctx.knowledge.surfaces(words))
    if (match.ids.length === 1 && /^(?:state|adjective|capital|seat|organ)$/.test(match.kind)) {
      const { actor } = ctx.knowledge.resolve(words.slice(match.from, match.to).join(" "), ctx.day);
      if (actor !== null) out.push(actor);
    }
  return out;
}

/** “the foreign ministers of Canada | and Mexico”: the states beyond the mention that the plural of its title is shared with. */
function sharedHolders(ctx: Context, mention: ActorMention): ActorRef[] {
  const { tree } = ctx;
  if (mention.form !== "group" || mention.actors.length > 1 || tree.token(mention.head).xpos !== "NNS") return [];
  const of = tree.by(mention.head, "nmod").find((k) => k < mention.to && tree.preposition(k) === "of");
  if (of === undefined) return [];
  return tree
    .coordinated(of)
    .filter((k) => k >= mention.to)
    .flatMap((k) => actorMentionAt(ctx, k)?.actors ?? [])
    .filter((a) => actorKind(a.id) === "state");
}

function one(ctx: Context, token: number): Party | null {
  const { tree } = ctx;
  const mention = actorMentionAt(ctx, token);
  if (mention !== null && (mention.head === token || mention.from === token || mention.to - mention.from > 1 || mention.form === "name")) {
    // a text that speaks for somebody means him by “we”, outside quotations
    if (mention.form === "pronoun" && WE.has(mention.text.toLowerCase()) && !isQuoted(ctx, token))
      return ctx.issuers.length > 0 ? { actors: ctx.issuers, token, mention, how: "dependency" } : null;
    if (mention.actors.length > 0)
      return { actors: merge([mention.actors, sharedHolders(ctx, mention)]), token, mention, how: "dependency" };
    const isVoice = VOICES.has(tree.lemma(mention.head));
    const named = isVoice ? namedInside(ctx, mention.head) : [];
    const inside = (isVoice && named.length === 0 ? surfacesIn(ctx, mention) : named).map((a) => stateOf(ctx, a));
    if (inside.length > 0) return { actors: merge([inside]), token, mention, how: "dependency" };
    const meant = byWords(ctx, mention.text);
    if (meant.length > 0) return { actors: meant, token, mention, how: "fallback" };
    if (mention.anonymous || mention.form === "group" || mention.form === "office" || mention.form === "organisation")
      return { actors: [groupRef(mention.text)], token, mention, how: "dependency" };
    return null;
  }
  const lemma = tree.lemma(token);
  if (VOICES.has(lemma)) {
    const inside = namedInside(ctx, token).map((a) => stateOf(ctx, a));
    if (inside.length > 0) return { actors: merge([inside]), token, mention: null, how: "dependency" };
  }
  const { from, to } = tree.extent(token);
  const words =
    to - from <= 5
      ? tree.tokens
          .slice(from, to)
          .map((t) => t.text)
          .join(" ")
      : tree.token(token).text;
  const meant = tree.token(token).upos === "PRON" || VOICES.has(lemma) || lemma === "two" || lemma === "both" ? byWords(ctx, words) : [];
  return meant.length > 0 ? { actors: meant, token, mention: null, how: "fallback" } : null;
}

/** The actors of the noun phrase at `token`, without its coordination; null when it names no actor. */
export function partyAt(ctx: Context, token: number): Party | null {
  const direct = one(ctx, token);
  if (direct !== null) return direct;
  for (const appositive of ctx.tree.by(token, "appos", "flat")) {
    const other = one(ctx, appositive);
    if (other !== null) return { ...other, token };
  }
  return null;
}

/** The actors of a noun phrase and of all that is coordinated with it, in text order; empty when none is one. */
export const partiesAt = oncePer(readParties);

function readParties(ctx: Context, token: number): readonly Party[] {
  const out: Party[] = [];
  const mentions = new Set<number>();
  for (const k of ctx.tree.coordinated(token)) {
    const party = partyAt(ctx, k);
    if (party === null) continue;
    if (party.mention !== null) {
      if (mentions.has(party.mention.id)) continue;
      mentions.add(party.mention.id);
    }
    out.push(party);
  }
  return out;
}

/** Nouns whose `of` names what is done to, not who does it: “support of Ukraine”, “the invasion of Ukraine”. */
const OBJECT_OF = new Set(
  (
    "support backing endorsement invasion arrest detention deportation shelling bombardment occupation release criticism condemnation appreciation praise rejection " +
    "suspension protection admiration defense defence recognition annexation denial destruction bombing"
  ).split(" "),
);

/** The possessor of a noun: `nmod:poss`, else a state adjective or compound before it, else `of` or `by` after it. */
export function possessors(ctx: Context, noun: number): Party[] {
  const { tree } = ctx;
  const groups: number[][] = [
    tree.by(noun, "nmod:poss"),
    tree.kids(noun).filter((k) => (tree.relation(k) === "amod" || tree.relation(k) === "compound") && actorMentionAt(ctx, k) !== null),
    tree.kids(noun).filter((k) => {
      const preposition = tree.relation(k) === "nmod" ? tree.preposition(k) : null;
      return preposition === "by" || preposition === "from" || (preposition === "of" && !OBJECT_OF.has(tree.lemma(noun)));
    }),
  ];
  for (const group of groups) {
    const found = group.flatMap((k) => partiesAt(ctx, k));
    if (found.length > 0) return found.map((p) => ({ ...p, how: p.how === "fallback" ? "fallback" : "possessor" }));
  }
  return [];
}

/** Words of the sentence that {@link besides} looks through. */
const MAX_REACH = 70;

/** Whether only words of a title or a modifier stand in `[from, to)`: “with | former President | Donald Trump”. */
function onlyTitle(ctx: Context, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { upos, xpos } = ctx.tree.token(i);
    if (!/^(?:DET|ADJ|NOUN|PROPN|PUNCT|CCONJ)$/.test(upos) && xpos !== "POS" && ctx.tree.tokens[i - 1]?.text !== "-") return false;
    if (upos === "PUNCT" && !/^(?:-|“|")$/.test(ctx.tree.token(i).text)) return false;
  }
  return true;
}

/**
 * Actors of a list after one of some prepositions, to the right of `start` in its clause, by the order of words: what a parse
 * of a long list of titles and names loses. Ends at the first verb and at the first word that is no part of a list.
 */
export function besides(ctx: Context, start: number, prepositions: readonly string[]): Party[] {
  const { tree } = ctx;
  const end = Math.min(tree.sentence(start).to, start + MAX_REACH);
  const out: Party[] = [];
  let inside = false;
  let gap = start + 1;
  for (let i = start + 1; i < end; i++) {
    const token = tree.token(i);
    if (/^[;:—–]$/.test(token.text)) break;
    const mention = actorMentionAt(ctx, i);
    if (inside && mention !== null && mention.from === i && onlyTitle(ctx, gap, i) && i - gap <= 6) {
      if (/^nsubj/.test(tree.token(mention.head).deprel) && out.length > 0) break;
      // a title whose name follows as a mention of its own: “President | -elect Yoon Suk-yeol”
      if (mention.actors.length === 0 && mention.form !== "collective" && mention.to - mention.from === 1) continue;
      const party = one(ctx, mention.head);
      if (party !== null) out.push(party);
      i = mention.to - 1;
      gap = mention.to;
      continue;
    }
    if (inside && (token.upos === "CCONJ" || token.text === ",") && i - gap <= 1) {
      gap = i + 1;
      continue;
    }
    if (prepositions.includes(token.text.toLowerCase()) && token.upos === "ADP") {
      if (out.length > 0) break;
      inside = true;
      gap = i + 1;
    } else if ((token.upos === "VERB" || token.upos === "AUX") && tree.token(i - 1).text !== "-") {
      if (!inside || tree.token(i).xpos !== "VB" || out.length > 0) break;
    } else if (inside && out.length > 0 && token.upos === "ADP") break;
  }
  return out;
}

/** Actors of several parties, each once, in order. */
export function actorsOf(parties: readonly Party[]): ActorRef[] {
  return merge(parties.map((p) => p.actors));
}

/** The state or organisation an actor belongs to, as a reference; the actor itself where it has none. */
export function stateOf(ctx: Context, actor: ActorRef): ActorRef {
  return actor.state === undefined || actor.state === actor.id ? actor : ctx.knowledge.ref(actor.state);
}

/** Offices whose holders do not speak for their state as such. */
const NO_VOICE = new Set(["legislator", "other", "ambassador"]);

/**
 * Whom a holder of positions and commitments speaks for: the state of a head of state, minister or unnamed official;
 * organs of a state and persons without such an office stay themselves.
 */
export function voice(ctx: Context, actor: ActorRef): ActorRef {
  const kind = actorKind(actor.id);
  if (actor.state === undefined || (kind !== "person" && kind !== "group")) return actor;
  if (kind === "group") return stateOf(ctx, actor);
  const term = ctx.day === null ? null : ctx.knowledge.officeOn(actor.id, ctx.day);
  if (term !== null) return NO_VOICE.has(term.role) ? actor : stateOf(ctx, actor);
  // a term that has ended: the person speaks for nobody; no term known at all: the text's own words decide
  if (ctx.knowledge.terms(actor.id).length === 0) return stateOf(ctx, actor);
  return ctx.day !== null && isTitled(ctx, actor, ctx.day) ? stateOf(ctx, actor) : actor;
}

export function voices(ctx: Context, actors: readonly ActorRef[]): ActorRef[] {
  return merge([actors.map((a) => voice(ctx, a))]);
}

/** All actors mentioned in `[from, to)`, pronouns and collectives included, each once, in text order. */
export function actorsIn(ctx: Context, from: number, to: number): ActorRef[] {
  return merge(mentionsIn(ctx, "actor", from, to).map((m) => (m.actors.length > 0 ? m.actors : byWords(ctx, m.text))));
}
