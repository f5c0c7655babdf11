// What a phrase is about: its items, each with its issue and its words.
import { actorKind } from "../model/index.ts";
import { actorMentionAt, type Context, dateMentionAt } from "./context.ts";
import { phraseRange, spanOf } from "./evidence.ts";
import type { Range } from "./tree.ts";

/** Longest `about` in words (guidelines of the gold). */
const MAX_WORDS = 12;

export interface Topic {
  /** Issue id, or `other:<slug>` where no cue fits. */
  readonly issue: string;
  readonly about: string;
  /** Whether the item's own words name the issue, and not those around it. */
  readonly cued: boolean;
  /** Tokens of the item. */
  readonly range: Range;
}

/** The first words of a range, at most twelve, as the text has them. */
export function wordsOf(ctx: Context, range: Range, limit = MAX_WORDS): string {
  const { tokens } = ctx.tree;
  let words = 0;
  let { from } = range;
  // “about the cost” is the cost; “to soften the law” stays
  while (from < range.to - 1 && (tokens[from]!.upos === "ADP" || /^(?:if|unless)$/i.test(tokens[from]!.text))) from++;
  let to = from;
  while (to < range.to && words < limit) {
    if (tokens[to]!.upos !== "PUNCT") words++;
    to++;
  }
  // no dangling “and will”, “to the”
  while (to > from + 1 && /^(?:CCONJ|AUX|ADP|DET|PART|PUNCT|SCONJ)$/.test(tokens[to - 1]!.upos) && tokens[to - 1]!.text !== "%") to--;
  const { start, end } = spanOf(ctx, { from, to: Math.max(to, from + 1) });
  return ctx.text.slice(start, end).replace(/\s+/g, " ");
}

const EMPTY_NOUNS = new Set(
  (
    "importance need effort commitment determination resolve support progress work issue question matter goal aim end way step view role concern desire nature strength interest cent percent share number amount " +
    "dollar euro pound yen won rupee yuan franc krona krone"
  ).split(" "),
);

/** `other:<slug>` from the noun that a phrase turns on. */
export function otherIssue(ctx: Context, head: number): string {
  const { tree } = ctx;
  let at = head;
  for (let step = 0; step < 6; step++) {
    const verbal = tree.isVerbal(at);
    const next = verbal
      ? (tree.by(at, "obj").at(-1) ?? tree.first(at, "nsubj", "obl", "xcomp", "ccomp"))
      : EMPTY_NOUNS.has(tree.lemma(at))
        ? tree.first(at, "nmod", "acl")
        : null;
    if (next === null) break;
    at = next;
  }
  if (/^(?:PRON|NUM|SYM)$/.test(tree.token(at).upos)) return "other:general";
  const parts = [...tree.by(at, "compound", "amod").filter((k) => k < at && at - k <= 2), at].map((k) =>
    tree.lemma(k).replace(/[^\p{L}\p{N}]+/gu, ""),
  );
  return `other:${parts.filter(Boolean).slice(-2).join("-") || "general"}`;
}

/** The token of a cue that says how it hangs in the sentence: an adjective or compound counts as its noun. */
function structuralHead(ctx: Context, hit: Range): number {
  const { tree } = ctx;
  let at = hit.to - 1;
  for (let i = hit.to - 1; i >= hit.from; i--) {
    if (tree.head(i) < hit.from || tree.head(i) >= hit.to) {
      at = i;
      break;
    }
  }
  for (let step = 0; step < 4 && /^(?:amod|compound)$/.test(tree.relation(at)); step++) at = tree.head(at);
  return at;
}

/** Whether a token stands in a clause that only adds to the phrase: “…, which harm workers”, “… as it faces aggression”. */
export function isAside(ctx: Context, token: number, roots: readonly number[]): boolean {
  const { tree } = ctx;
  let at = token;
  for (let step = 0; step < 30 && at >= 0 && !roots.includes(at); step++) {
    const { deprel } = tree.token(at);
    if (deprel === "acl:relcl" || (deprel.startsWith("advcl") && tree.token(at).xpos !== "VBG")) return true;
    at = tree.head(at);
  }
  return false;
}

/** “before the local elections”: a cue that only says when. */
const isTime = (ctx: Context, hit: Range) =>
  /^(?:before|after|since|until|during|ahead of|prior to|by)$/.test(ctx.tree.preposition(structuralHead(ctx, hit)) ?? "");

/**
 * The issue that words without a cue of their own belong to: of the rest of their clause, of their sentence, else the first
 * one that their paragraph names before them (“India still asks for 60”). Null where the paragraph names none.
 */
export function issueNear(ctx: Context, token: number, around: Range | null): string | null {
  const { tree } = ctx;
  const ranges = [...(around === null ? [] : [around]), tree.sentence(token)];
  for (const { from, to } of ranges) {
    const hit = ctx.cues.find(tree, from, to).find((h) => !isInName(ctx, h) && !isTime(ctx, h));
    if (hit !== undefined) return hit.issue;
  }
  const { paragraph, index } = tree.sentence(token);
  // the topic sentence of the paragraph comes first
  let first = index;
  while (first > 0 && tree.sentences[first - 1]!.paragraph === paragraph) first--;
  for (let i = first; i < index; i++) {
    const { from, to } = tree.sentences[i]!;
    const hit = ctx.cues.find(tree, from, to).find((h) => !isInName(ctx, h) && !isTime(ctx, h));
    if (hit !== undefined) return hit.issue;
  }
  return null;
}

/** Whether a cue is part of a name, title or date and says nothing: the “job” of “the Pentagon's top policy job”, “the fiscal year that …”. */
export function isInName(ctx: Context, hit: Range): boolean {
  if (dateMentionAt(ctx, hit.from) !== null) return true;
  const mention = actorMentionAt(ctx, hit.from);
  if (mention === null || !(mention.from <= hit.from && hit.to <= mention.to)) return false;
  // “the Democratic People's Republic”, “the G7”; but “the alliance” that is a group of nobody known counts
  return mention.actors.length > 0 || /^(?:name|organisation|state)$/.test(mention.form);
}

/** “congratulated him on his election”: a courtesy between leaders, and no word on how elections are held. */
function isPersonal(ctx: Context, hit: Range): boolean {
  const { tree } = ctx;
  const noun = hit.to - 1;
  return (
    /^(?:re-?)?election$/.test(tree.lemma(noun)) &&
    tree.by(noun, "nmod:poss").some((k) => /^(?:his|her|your)$/.test(tree.token(k).text.toLowerCase()))
  );
}

/**
 * The items of a phrase. Items that are coordinated have an issue each; a cue inside the modifier of another cue does not
 * count (“defence cooperation on climate”: one item). `clause` is the infinitive that belongs to the phrase where the parse
 * hangs it on the verb (“reiterated its commitment | to reinforce …”). A phrase without a cue takes one from the clauses that hang on it or
 * from the rest of `around`; without any it is one item of issue `other:<slug>`.
 */
export function topicsOf(ctx: Context, head: number, clause: number | null = null, around: Range | null = null): Topic[] {
  const { tree } = ctx;
  const keep = clause === null ? [] : tree.subtree(clause);
  const roots = clause === null ? [head] : [head, clause];
  const whole = topicRange(ctx, head, keep);
  const all = ctx.cues.find(tree, whole.from, whole.to).filter((h) => !isInName(ctx, h));
  const core = all.filter((hit) => !isAside(ctx, structuralHead(ctx, hit), roots));
  // a that-clause says one thing; a phrase can list several
  const single = tree.token(head).upos === "VERB" && tree.by(head, "nsubj").length > 0;
  const hits = core.length > 0 && !single ? core : (core.length > 0 ? core : all).slice(0, 1);
  const heads = hits.map((hit) => structuralHead(ctx, hit));
  const topics: Topic[] = [];
  const taken = new Set<string>();
  for (let i = 0; i < hits.length; i++) {
    const issue = isPersonal(ctx, hits[i]!) ? "leader-relationship" : hits[i]!.issue;
    if (taken.has(issue)) continue;
    const modifier = heads.some(
      (h, j) => j !== i && hits[j]!.issue !== issue && hits[j]!.from !== hits[i]!.from && isModifier(ctx, heads[i]!, h),
    );
    if (modifier) continue;
    taken.add(issue);
    const range = itemRange(ctx, head, heads[i]!, whole, hits[i]!);
    topics.push({ issue, about: wordsOf(ctx, range), cued: true, range });
  }
  if (topics.length > 0) return topics;
  return [
    {
      issue: issueOfParties(ctx, head) ?? issueNear(ctx, head, around) ?? otherIssue(ctx, head),
      about: wordsOf(ctx, whole),
      cued: false,
      range: whole,
    },
  ];
}

/** Bodies of one field, whose name stands for it. */
const FIELDS: Readonly<Record<string, string>> = {
  IMF: "finance-debt",
  WB: "finance-debt",
  WTO: "trade-agreement",
  WHO: "health",
  IAEA: "nuclear-proliferation",
  NATO: "alliance",
  OPEC: "oil-gas",
  FAO: "agriculture-food",
  WFP: "agriculture-food",
  UNHCR: "migration-refugees",
  ICC: "rule-of-law-detainees",
};
/** Nouns of attachment: “commitment to Peru” is to the relation with it. */
const ATTACHMENT = new Set(["commitment", "dedication", "devotion", "attachment", "friendship", "bond", "tie", "relationship", "relation"]);

/** The issue of a phrase that names only states and bodies: the defence of a state, a bond with one, a body of one field. */
function issueOfParties(ctx: Context, head: number): string | null {
  const { tree } = ctx;
  let at = head;
  for (let step = 0; step < 4; step++) {
    const inner = tree.by(at, "nmod").find((k) => k > at && /^(?:of|to|for|with|in)$/.test(tree.preposition(k) ?? ""));
    const lemma = tree.lemma(at);
    if (/^(?:ally|alliance)$/.test(lemma)) return "alliance";
    if (inner === undefined) return null;
    const named = actorMentionAt(ctx, inner)?.actors ?? [];
    const state = named.some((a) => actorKind(a.id) === "state");
    if (state && /^(?:defen[cs]e|protection)$/.test(lemma)) return "alliance";
    if (state && ATTACHMENT.has(lemma)) return "diplomatic-relations";
    const field = named.map((a) => FIELDS[a.id]).find((f) => f !== undefined);
    if (field !== undefined) return field;
    at = inner;
  }
  return null;
}

/** Whether `inner` hangs below `outer` by other means than coordination or “including …”. */
function isModifier(ctx: Context, inner: number, outer: number): boolean {
  const { tree } = ctx;
  let at = inner;
  for (let step = 0; step < 20 && at >= 0 && at !== outer; step++) {
    if (tree.relation(at) === "conj" && tree.firstConjunct(at) === tree.firstConjunct(outer)) return false;
    at = tree.head(at);
  }
  return at === outer && inner !== outer;
}

/** The tokens of what a predicate is about: the phrase or clause of its head, with what is coordinated with it. */
export function topicRange(ctx: Context, head: number, keep: readonly number[] = []): Range {
  const { tree } = ctx;
  const inside = tree.subtree(
    head,
    (k) => tree.relation(k) === "parataxis" || (tree.relation(k) === "conj" && tree.head(k) === head && tree.by(k, "nsubj").length > 0),
  );
  const all = [...inside, ...keep];
  return { from: Math.min(...all), to: Math.max(...all) + 1 };
}

/** The part of a phrase that speaks of one cue: its conjunct where the phrase is coordinated, else the whole. */
function itemRange(ctx: Context, head: number, cueHead: number, whole: Range, hit: Range): Range {
  const { tree } = ctx;
  let at = cueHead;
  for (let step = 0; step < 20 && at >= 0 && at !== head; step++) {
    const coordinated = tree.relation(at) === "conj" || tree.by(at, "conj").length > 0;
    if (coordinated) {
      const range = phraseRange(ctx, at, [hit.from, hit.to - 1]);
      return { from: Math.max(range.from, whole.from), to: Math.min(range.to, whole.to) };
    }
    at = tree.head(at);
  }
  return whole;
}
