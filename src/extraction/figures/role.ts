// The role of a quantity and who holds it: climbs from the quantity to the first word that gives it one.
import type { ActorRef, FigureRole } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import type { Context } from "../context.ts";
import { modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, type Party, partiesAt, possessors, voices } from "../parties.ts";
import { agentsOf, objectOf, subjectOf } from "../predicate.ts";
import { ACTUAL, FIGURE_ROWS, type FigureRow } from "./rules.ts";

const VERBS = new Map<string, FigureRow>();
const NOUNS = new Map<string, FigureRow>();
const ADJECTIVES = new Map<string, FigureRow>();
for (const row of FIGURE_ROWS) {
  for (const w of row.verbs) VERBS.set(w.split("+")[0]!, row);
  for (const w of row.nouns) NOUNS.set(w, row);
  for (const w of row.adjectives ?? []) ADJECTIVES.set(w, row);
}

/** Verbs that only move or hold a quantity; the verb above them gives the role. */
const CARRIERS = new Set(
  "reach go be spend raise cut bring lift lower increase reduce stay remain keep rise fall drop move issue have produce make build stand come amount total hit exceed grow double boost expand take pay buy get climb slash hold use".split(
    " ",
  ),
);
/** Verbs that keep a quantity where it is: the figure is today's, whoever asks for it. */
const KEEPERS = new Set(["stay", "remain", "keep", "hold", "maintain", "continue", "stand"]);
/** Steps a role word may stand above its quantity; measured on the development figures: 6 finds 97 %, 10 adds none. */
const MAX_CLIMB = 8;

export interface Reading {
  readonly rule: string;
  readonly role: FigureRole;
  readonly holder: ActorRef | null;
  readonly toward: readonly ActorRef[];
  /** Verb of the clause the quantity stands in, the quantity itself where it has none. */
  readonly verb: number;
  /** Top of what was climbed: evidence must hold it. */
  readonly top: number;
  readonly weak: boolean;
}

function official(ctx: Context, parties: readonly Party[]): ActorRef[] {
  return voices(
    ctx,
    actorsOf(parties).filter((a) => isOfficial(ctx, a)),
  );
}

function isRoleVerb(ctx: Context, verb: number, row: FigureRow): boolean {
  const { tree } = ctx;
  const lemma = tree.lemma(verb);
  const mode = modeOf(tree, verb);
  const prepositions = tree.by(verb, "obl").map((k) => tree.preposition(k));
  if (lemma === "put") return prepositions.includes("on") && tree.by(verb, "obl").some((k) => tree.lemma(k) === "table");
  if (lemma === "call") return prepositions.some((p) => p === "for" || p === "on" || p === "upon");
  if (lemma === "tell") return tree.first(verb, "xcomp") !== null;
  if (lemma === "like") return tree.by(verb, "aux").some((k) => /^(?:would|'d|’d)$/.test(tree.lemma(k)));
  if (lemma === "expect") return !tree.isPassive(verb) || row.role === "estimate";
  if (lemma === "invest" || lemma === "provide" || lemma === "contribute" || lemma === "sign")
    return mode.future || mode.past || row.role === "pledge";
  if (lemma === "discuss" || lemma === "study") return mode.modality !== "negated";
  return true;
}

/** The role of the quantity headed by `head`, its holder and whom it is asked of. */
export function roleOf(ctx: Context, head: number): Reading {
  const { tree } = ctx;
  let verb = -1;
  let at = head;
  let kept = false;
  for (let step = 0; step < MAX_CLIMB && at >= 0; step++) {
    const lemma = tree.lemma(at);
    const { upos } = tree.token(at);
    if (upos === "NOUN" || upos === "PROPN") {
      const row = NOUNS.get(lemma);
      if (row !== undefined && at !== head) return nominal(ctx, at, row, verb);
      // “a target … of 2 %” beside the quantity: “its target, 2 %”
      const beside = tree
        .by(at, "compound", "amod")
        .map((k) => NOUNS.get(tree.lemma(k)))
        .find((r) => r !== undefined);
      if (beside !== undefined) return nominal(ctx, at, beside, verb);
    } else if (upos === "ADJ") {
      const row = ADJECTIVES.get(lemma);
      if (row !== undefined) return verbal(ctx, at, row, verb < 0 ? at : verb, kept);
    }
    if (tree.isClause(at)) {
      if (verb < 0) verb = at;
      const row = upos === "VERB" ? (VERBS.get(lemma) ?? ADJECTIVES.get(lemma)) : undefined;
      if (row !== undefined && isRoleVerb(ctx, at, row)) return verbal(ctx, at, row, verb, kept);
      const subject = tree.first(at, "nsubj");
      const bySubject = subject === null ? undefined : NOUNS.get(tree.lemma(subject));
      if (bySubject !== undefined && subject !== null) return nominal(ctx, subject, bySubject, at);
      if (KEEPERS.has(lemma)) kept = true;
      if (!CARRIERS.has(lemma) && tree.by(at, "cop").length === 0) break;
      const own = modeOf(tree, at);
      if (tree.relation(at) === "root" || !/^(?:xcomp|ccomp|advcl|acl|conj)$/.test(tree.relation(at))) {
        return plain(
          ctx,
          at,
          own.modality === "planned" ? "pledge" : own.modality === "possible" ? (own.obligation ? "demand" : "option") : "actual",
        );
      }
    }
    at = tree.head(at);
  }
  if (verb < 0) return plain(ctx, head, "actual");
  const mode = modeOf(tree, verb);
  return plain(
    ctx,
    verb,
    mode.modality === "planned" && agentsOf(ctx, verb).length > 0
      ? "pledge"
      : mode.modality === "possible"
        ? mode.obligation
          ? "demand"
          : "option"
        : "actual",
  );
}

/** Role from a noun: its possessor holds it, else the subject of the verb over it. */
function nominal(ctx: Context, noun: number, row: FigureRow, verb: number): Reading {
  const { tree } = ctx;
  const own = possessors(ctx, noun);
  const above = tree.head(noun);
  const parties = own.length > 0 ? own : above >= 0 && tree.isVerbal(above) ? agentsOf(ctx, above) : [];
  const speaker = attributionOf(ctx, noun)?.actor ?? null;
  const holder =
    official(ctx, parties)[0] ??
    (speaker !== null && row.role !== "option" && row.role !== "estimate"
      ? (official(ctx, [{ actors: [speaker], token: noun, mention: null, how: "fallback" }])[0] ?? null)
      : null);
  return { rule: row.id, role: row.role, holder, toward: [], verb: verb < 0 ? noun : verb, top: noun, weak: parties.length === 0 };
}

/** Role from a verb or adjective: its subject holds it; object or `from` is asked. */
function verbal(ctx: Context, token: number, row: FigureRow, verb: number, kept: boolean): Reading {
  const { tree } = ctx;
  const passive = tree.token(token).upos === "VERB" && tree.isPassive(token);
  const subject = subjectOf(tree, token);
  const agents = tree.token(token).upos === "VERB" ? agentsOf(ctx, token) : subject === null ? [] : partiesAt(ctx, subject);
  const holder = official(ctx, agents)[0] ?? null;
  const object = passive ? null : objectOf(tree, token);
  const asked: Party[] = object === null ? [] : partiesAt(ctx, object);
  for (const k of tree.by(token, "obl")) if (/^(?:from|of|on|upon)$/.test(tree.preposition(k) ?? "")) asked.push(...partiesAt(ctx, k));
  const inner = verb === token ? null : subjectOf(tree, verb);
  if (asked.length === 0 && inner !== null) asked.push(...partiesAt(ctx, inner));
  const toward = official(ctx, asked).filter((a) => a.id !== holder?.id);
  const negated = modeOf(tree, token).negated;
  const role: FigureRole = kept && row.role === "demand" ? "actual" : negated && row.role === "pledge" ? "threshold" : row.role;
  return { rule: row.id, role, holder, toward, verb, top: token, weak: agents.some((p) => p.how === "fallback") };
}

function plain(ctx: Context, verb: number, role: FigureRole): Reading {
  const holder = role === "actual" ? null : (official(ctx, agentsOf(ctx, verb))[0] ?? null);
  const row = FIGURE_ROWS.find((r) => r.role === role);
  return { rule: row?.id ?? ACTUAL.id, role, holder, toward: [], verb, top: verb, weak: role !== "actual" && holder === null };
}
