// Frames: rows of lexical units with the slots their roles fill, matched over predicates.
import type { Context } from "./context.ts";
import { type Party, partiesAt } from "./parties.ts";
import { adjectivePredicate, nounPredicate, type Predicate, particleOf, subjectOf, verbPredicate } from "./predicate.ts";
import type { RuleInfo } from "./rules.ts";
import { left } from "./trace.ts";

/** Where a role stands: the clause a predicate takes, its object, or the object of one of some prepositions (`for|of`). */
export type Slot = "clause" | "object" | `prep:${string}`;

export interface Frame {
  /** Verbs by lemma; `rule:out` with a particle, `call+for|on` only with one of these prepositions. */
  readonly verbs?: readonly string[];
  /** Nouns by lemma: under a light verb or with a possessor. */
  readonly nouns?: readonly string[];
  /** Adjectives and participles after a copula, by lemma or form. */
  readonly adjectives?: readonly string[];
  /** What it is about; the first slot that is filled. Without one the frame does not match. */
  readonly about: readonly Slot[];
  /** Whom it is directed at. */
  readonly toward: readonly Slot[];
}

export interface FrameMatch<R extends Frame> {
  readonly row: R;
  readonly predicate: Predicate;
  readonly pos: "verb" | "noun" | "adjective";
  /** Head token of what it is about. */
  readonly about: number;
  readonly toward: readonly Party[];
}

interface Unit<R> {
  readonly row: R;
  readonly pos: "verb" | "noun" | "adjective";
  readonly particle: string | null;
  readonly prepositions: readonly string[] | null;
}

function parseUnit<R>(text: string, pos: Unit<R>["pos"], row: R): readonly [string, Unit<R>] {
  const [head = "", prepositions] = text.split("+");
  const [lemma = "", particle] = head.split(":");
  return [lemma, { row, pos, particle: particle ?? null, prepositions: prepositions?.split("|") ?? null }];
}

/** An index of frames by the lemma of their lexical unit. */
export class FrameIndex<R extends Frame & Pick<RuleInfo, "id">> {
  private readonly units = new Map<string, Unit<R>[]>();

  constructor(rows: readonly R[]) {
    for (const row of rows) {
      for (const [words, pos] of [
        [row.verbs, "verb"],
        [row.nouns, "noun"],
        [row.adjectives, "adjective"],
      ] as const) {
        for (const word of words ?? []) {
          const [lemma, unit] = parseUnit(word, pos, row);
          this.units.set(lemma, [...(this.units.get(lemma) ?? []), unit]);
        }
      }
    }
    // units that ask for more come first: “call for” before “call”
    for (const list of this.units.values()) list.sort((a, b) => demands(b) - demands(a));
  }

  /**
   * The first frame whose unit and slots fit at a token and that nothing speaks against; null when none does. A slot filled by what
   * cannot be the matter itself (`isMatter`) is passed over: in “pledged 90 million euros to Malta” the money is pledged.
   */
  matchAt(
    ctx: Context,
    token: number,
    objection: (match: FrameMatch<R>) => string | null = () => null,
    isMatter: (token: number) => boolean = () => true,
  ): FrameMatch<R> | null {
    const { tree } = ctx;
    const lemma = tree.lemma(token);
    const form = tree.token(token).text.toLowerCase();
    const units = this.units.get(lemma) ?? this.units.get(form);
    if (units === undefined) return null;
    let cached: Predicate | null = null;
    let cachedPos = "";
    let taken: FrameMatch<R> | null = null;
    const tried: (readonly [id: string, why: string])[] = [];
    for (const unit of units) {
      const { id } = unit.row;
      const pos = posOf(ctx, token, unit);
      if (pos === null) continue;
      if (cached === null || cachedPos !== pos) {
        cached = pos === "verb" ? verbPredicate(ctx, token) : pos === "noun" ? nounPredicate(ctx, token) : adjectivePredicate(ctx, token);
        cachedPos = pos;
      }
      const predicate: Predicate = cached;
      const { particle, prepositions } = unit;
      if (particle !== null && particleOf(tree, token) !== particle) {
        if (ctx.trace !== null) tried.push([id, `it asks for “${lemma} ${particle}”`]);
        continue;
      }
      if (prepositions !== null && !predicate.obliques.some((o) => prepositions.includes(o.preposition))) {
        if (ctx.trace !== null) tried.push([id, `it asks for “${prepositions.join("” or “")}” after the word`]);
        continue;
      }
      const about = fill(ctx, predicate, unit, isMatter);
      if (about === null) {
        tried.push([id, "nothing fills the place of what it is about"]);
        continue;
      }
      const match: FrameMatch<R> = {
        row: unit.row,
        predicate,
        pos,
        about,
        toward: unit.row.toward.flatMap((slot) => partiesIn(ctx, predicate, slot, about)),
      };
      const against = objection(match);
      if (against !== null) tried.push([id, against]);
      else if (taken !== null) tried.push([id, `${taken.row.id} fits the same word and comes first`]);
      else taken = match;
      if (taken !== null && ctx.trace === null) return taken;
    }
    // a row may hold a word several times, with one preposition and another
    for (const [id, why] of tried) if (id !== taken?.row.id) left(ctx, id, token, why);
    return taken;
  }
}

const demands = (unit: Unit<unknown>) => (unit.particle === null ? 0 : 1) + (unit.prepositions === null ? 0 : 1);

function posOf(ctx: Context, token: number, unit: Unit<unknown>): Unit<unknown>["pos"] | null {
  const { upos } = ctx.tree.token(token);
  if (unit.pos === "verb") return upos === "VERB" ? "verb" : null;
  if (unit.pos === "noun") return upos === "NOUN" ? "noun" : null;
  // “is concerned about” is tagged as adjective or as passive participle
  const copular = ctx.tree.by(token, "cop").length > 0 || /^(?:xcomp|conj|amod|advcl|acl)$/.test(ctx.tree.relation(token));
  if (upos === "ADJ" && copular) return "adjective";
  return upos === "VERB" &&
    ctx.tree.token(token).xpos === "VBN" &&
    ctx.tree.kids(token).some((k) => ctx.tree.token(k).deprel === "aux:pass")
    ? "adjective"
    : null;
}

function fill<R extends Frame>(ctx: Context, predicate: Predicate, unit: Unit<R>, isMatter: (token: number) => boolean): number | null {
  for (const slot of unit.row.about) {
    const found = slotToken(predicate, slot, unit.prepositions);
    if (found !== null && found !== predicate.token && isMatter(found)) return found;
  }
  // “India’s concern is the tariff”: the noun is the subject of what it is about
  if (unit.pos === "noun" && ctx.tree.relation(predicate.token) === "nsubj" && predicate.agents.length > 0) {
    const head = ctx.tree.head(predicate.token);
    if (ctx.tree.by(head, "cop").length > 0) return head;
  }
  return null;
}

function slotToken(predicate: Predicate, slot: Slot, own: readonly string[] | null): number | null {
  if (slot === "clause") return predicate.clause;
  if (slot === "object") return predicate.second ?? predicate.object;
  const wanted = slot.slice(5).split("|");
  const hit = predicate.obliques.find(
    (o) => wanted.includes(o.preposition) && (own === null || own.includes(o.preposition) || !own.some((p) => wanted.includes(p))),
  );
  return hit?.token ?? null;
}

function partiesIn(ctx: Context, predicate: Predicate, slot: Slot, about: number): readonly Party[] {
  if (slot === "clause") {
    const subject = predicate.clause === null ? null : subjectOf(ctx.tree, predicate.clause);
    return subject === null ? [] : partiesAt(ctx, subject);
  }
  if (slot === "object") return predicate.object === null || predicate.object === about ? [] : partiesAt(ctx, predicate.object);
  const wanted = slot.slice(5).split("|");
  return predicate.obliques.filter((o) => wanted.includes(o.preposition) && o.token !== about).flatMap((o) => partiesAt(ctx, o.token));
}
