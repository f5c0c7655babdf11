// The role of a quantity and who holds it: climbs from the quantity to the first word that gives it one.
import { type ActorRef, actorKind, type FigureRole } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { type Context, dateMentionAt } from "../context.ts";
import type { QuantityMention } from "../input.ts";
import { modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, type Party, partiesAt, possessors, stateOf, voices } from "../parties.ts";
import { agentsOf, objectOf, particleOf, subjectOf } from "../predicate.ts";
import { ACTUAL, FIGURE_ROWS, type FigureRow } from "./rules.ts";

interface VerbUnit {
  readonly row: FigureRow;
  readonly particle: string | null;
}
const VERBS = new Map<string, VerbUnit[]>();
const NOUNS = new Map<string, FigureRow>();
const ADJECTIVES = new Map<string, FigureRow>();
for (const row of FIGURE_ROWS) {
  for (const w of row.verbs) {
    const [lemma = "", particle] = w.split(":");
    VERBS.set(lemma, [...(VERBS.get(lemma) ?? []), { row, particle: particle ?? null }]);
  }
  for (const w of row.nouns) NOUNS.set(w, row);
  for (const w of row.adjectives ?? []) ADJECTIVES.set(w, row);
}
const ROW = new Map<FigureRole, FigureRow>(FIGURE_ROWS.map((r) => [r.role, r]));

/** Verbs that only move or hold a quantity; the verb above them gives the role. */
const CARRIERS = new Set(
  (
    "reach go be spend raise cut bring lift lower increase reduce stay remain keep rise fall drop move issue have produce make build stand come amount total hit exceed grow double boost expand " +
    "take pay buy get climb slash hold use support back accept allow let help work start begin continue manufacture do see grant receive"
  ).split(" "),
);
/** Verbs that keep a quantity where it is: the figure is today's, whoever asks for it. */
const KEEPERS = new Set(["stay", "remain", "keep", "hold", "maintain", "continue", "stand"]);
/** Things that money is given as or agreed on: the verb over them says whether it is promised. */
const GIVEN = new Set(
  "aid assistance package grant loan compact support funding fund financing finance credit guarantee donation relief facility tranche agreement contract deal order investment".split(
    " ",
  ),
);
/** Verbs by which one side lets a quantity pass. */
const YIELDING = new Set(["let", "allow", "permit", "admit"]);
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
  /** The quantity only describes a thing the text takes for granted (“a $44 billion pipeline”): its clause says nothing of it. */
  readonly presupposed: boolean;
  readonly weak: boolean;
  /** The participle after the quantity that gives its role: “the 5 % sought by X from Y”. */
  readonly participle?: number;
}

/** Nouns after the name of an organisation that mean those who belong to it. */
const MEMBERS = new Set(["ally", "member", "partner", "state", "country", "nation", "government"]);

/** Whom a phrase asks: “from NATO allies” is of NATO. */
function askedAt(ctx: Context, token: number): readonly Party[] {
  const { tree } = ctx;
  if (MEMBERS.has(tree.lemma(token))) {
    const named = tree.by(token, "compound").flatMap((k) => partiesAt(ctx, k));
    const group = named.filter((p) => p.actors.some((a) => actorKind(a.id) === "organisation" || a.id === a.id.toUpperCase()));
    if (group.length > 0) return group;
  }
  return partiesAt(ctx, token);
}

/** The reading of a participle right after its quantity, where it says by whom or from whom. */
function participial(ctx: Context, q: QuantityMention): Reading | null {
  const { tree } = ctx;
  const verb = tree.by(q.head, "acl").find((k) => k >= q.to && tree.token(k).xpos === "VBN");
  const row = verb === undefined ? null : rowOfVerb(ctx, verb);
  if (verb === undefined || row === null) return null;
  const found = verbal(ctx, verb, row, verb, false);
  if (found.holder === null && found.toward.length === 0 && row.role !== "target") return null;
  const above = tree.ancestors(verb).find((k) => tree.isClause(k));
  return { ...found, top: above ?? verb, presupposed: false, participle: verb };
}

/** More than these, and a figure is nobody's own: “the sixty signatories agreed to a fund of $2 billion”. */
const MAX_OWNERS = 5;

/** Whose voice a figure can be: officials as their states, and companies as themselves. */
export function owners(ctx: Context, parties: readonly Party[]): ActorRef[] {
  const actors = actorsOf(parties).filter((a) => isOfficial(ctx, a) || actorKind(a.id) === "organisation");
  const all = voices(ctx, actors);
  return all.length > MAX_OWNERS ? [] : all;
}

/** The speaker of the words as the state or organisation he speaks for; null where the text itself speaks. */
function speakerOf(ctx: Context, token: number): ActorRef | null {
  const actor = attributionOf(ctx, token)?.actor ?? null;
  return actor !== null && isOfficial(ctx, actor) ? stateOf(ctx, actor) : null;
}

function rowOfVerb(ctx: Context, verb: number): FigureRow | null {
  const { tree } = ctx;
  const lemma = tree.lemma(verb);
  const particle =
    particleOf(tree, verb) ??
    tree
      .by(verb, "advmod")
      .map((k) => tree.lemma(k))
      .find((w) => w === "up" || w === "down") ??
    // “gone up to €5.7bn”: the parse may hang the particle on the amount
    /^(?:up|down)$/.exec(tree.tokens[verb + 1]?.text.toLowerCase() ?? "")?.[0] ??
    null;
  const unit = VERBS.get(lemma)?.find((u) => u.particle === null || u.particle === particle);
  if (unit === undefined) return null;
  const prepositions = tree.by(verb, "obl").map((k) => tree.preposition(k));
  if (lemma === "put") return tree.by(verb, "obl").some((k) => tree.lemma(k) === "table") ? unit.row : null;
  if (lemma === "call") {
    const next = tree.tokens[verb + 1]?.text.toLowerCase() ?? "";
    return /^(?:for|on|upon)$/.test(next) || prepositions.some((p) => p === "for" || p === "on" || p === "upon") ? unit.row : null;
  }
  // a sale that is approved is made; money that is approved is promised
  if (lemma === "approve") {
    const object = objectOf(tree, verb);
    return object === null || !/^(?:sale|purchase|export)$/.test(tree.lemma(object)) ? unit.row : null;
  }
  if (lemma === "tell") return tree.first(verb, "xcomp") !== null ? unit.row : null;
  if (lemma === "like") return tree.by(verb, "aux").some((k) => /^(?:would|'d|’d)$/.test(tree.lemma(k))) ? unit.row : null;
  if (lemma === "discuss" || lemma === "study") return modeOf(tree, verb).negated ? null : unit.row;
  return unit.row;
}

/** “not above 5.4 billion”, “costing more than €5”: a bound and not an amount. */
function isBound(ctx: Context, q: QuantityMention, verb: number): boolean {
  const { tree } = ctx;
  const before = tree.tokens[q.from - 1]?.text.toLowerCase() ?? "";
  const preposition = tree.preposition(q.head) ?? before;
  const over = /^(?:above|below|beyond|over|under|exceeding)$/.test(preposition) || /^(?:above|beyond)$/.test(before);
  if (over && verb >= 0 && modeOf(tree, verb).negated) return true;
  const priced = verb >= 0 && /^(?:cost|price|exceed)$/.test(tree.lemma(verb));
  return (over || q.qualifier === "more-than" || q.qualifier === "less-than") && (priced || over) && /^[A-Z]{3}$/.test(q.unit);
}

/**
 * The word a quantity's phrase hangs on. A phrase after the comma that ends a relative clause is of the clause before it:
 * “threatened Canada, where the makers run plants, with 25 per cent”.
 */
function governor(ctx: Context, q: QuantityMention): number {
  const { tree } = ctx;
  const head = tree.head(q.head);
  const edge = Math.min(q.from, ...tree.by(q.head, "case"));
  // “keeps to its plan | for 5 per cent”, where the parse hangs the phrase on the verb
  const before = edge - 1;
  const named = edge < q.from && before > head && tree.token(before).upos === "NOUN" && /^(?:for|of|to)$/.test(tree.lemma(edge));
  if (named && head >= 0 && tree.isVerbal(head) && NOUNS.has(tree.lemma(before))) return before;
  if (head < 0 || tree.tokens[edge - 1]?.text !== "," || tree.token(edge).upos !== "ADP" || head > edge) return head;
  let opener = tree.extent(head).from;
  while (opener < head && tree.token(opener).upos === "PUNCT") opener++;
  const relative = /^(?:where|who|which|whose)$/i.test(tree.token(opener).text) || tree.token(head).deprel === "acl:relcl";
  if (!relative || tree.tokens[opener - 1]?.text !== ",") return head;
  const above = tree.head(head);
  return above >= 0 && tree.token(above).upos !== "VERB" && tree.head(above) >= 0 ? tree.head(tree.firstConjunct(above)) : above;
}

/** Verbs that move an amount. */
const MOVING = new Set("raise lift increase lower cut reduce bring double drop put set".split(" "));

/** The verb of the relative clause that says who asks or offers the amount a verb moves. */
function sumAsked(ctx: Context, verb: number): { readonly verb: number; readonly row: FigureRow } | null {
  const { tree } = ctx;
  const nouns = tree.by(verb, "obj", "parataxis", "appos");
  // “the number of posts it wants opened”: the clause may hang on what is counted
  for (const noun of [...nouns, ...nouns.flatMap((k) => tree.by(k, "nmod"))])
    for (const clause of tree.by(noun, "acl")) {
      const row = tree.token(clause).deprel === "acl:relcl" && tree.token(noun).upos === "NOUN" ? rowOfVerb(ctx, clause) : null;
      if (row !== null) return { verb: clause, row };
    }
  return null;
}

/** “Egypt seeks 15,000; Italy grants 12,000”: what a semicolon parts from the clause above is of itself. */
const isBeyondStop = (ctx: Context, verb: number) =>
  ctx.tree.relation(verb) === "parataxis" &&
  (ctx.tree.tokens[ctx.tree.extent(verb).from]?.text === ";" || ctx.tree.tokens[ctx.tree.extent(verb).from - 1]?.text === ";");

/** The role of a quantity, its holder and whom it is asked of. */
export function roleOf(ctx: Context, q: QuantityMention): Reading {
  const { tree } = ctx;
  const { head } = q;
  const presupposed = isPresupposed(ctx, q);
  const isMoney = /^[A-Z]{3}$/.test(q.unit);
  const said = participial(ctx, q);
  if (said !== null) return said;
  let verb = -1;
  let at = head;
  let kept = false;
  for (let step = 0; step < MAX_CLIMB && at >= 0; step++) {
    const lemma = tree.lemma(at);
    const { upos } = tree.token(at);
    if ((upos === "NOUN" || upos === "PROPN") && at !== head) {
      const row = rowOfNoun(ctx, at);
      if (row !== null) return { ...nominal(ctx, at, row, verb), presupposed };
    }
    if (presupposed && at !== head && upos === "NOUN" && tree.relation(head) !== "nmod" && !(isMoney && GIVEN.has(lemma)))
      return { ...plain(ctx, at, "actual"), presupposed };
    if (upos === "ADJ" && ADJECTIVES.has(lemma))
      return { ...verbal(ctx, at, ADJECTIVES.get(lemma)!, verb < 0 ? at : verb, kept), presupposed: false };
    if (tree.isClause(at) || (upos === "VERB" && at !== head)) {
      if (verb < 0) verb = at;
      if (isBound(ctx, q, at)) return { ...plain(ctx, at, "threshold"), presupposed: false };
      const row = upos === "VERB" ? (rowOfVerb(ctx, at) ?? ADJECTIVES.get(lemma) ?? null) : null;
      if (row !== null) return { ...verbal(ctx, at, row, verb, kept), presupposed: false };
      // “the French offer remained 30 per cent”, “the ceiling is 48,600 crore”
      const subject = tree.by(at, "nsubj").find((k) => k < q.from || k >= q.to);
      const bySubject = subject === undefined || tree.token(subject).upos !== "NOUN" ? null : rowOfNoun(ctx, subject);
      if (bySubject !== null) return { ...nominal(ctx, subject!, bySubject, verb), presupposed: false };
      const moved = objectOf(tree, at);
      const object = moved === null || (moved >= q.from && moved < q.to) ? null : moved;
      const byObject = object === null || tree.token(object).upos !== "NOUN" ? null : rowOfNoun(ctx, object);
      if (byObject !== null) return { ...nominal(ctx, object!, byObject, at), presupposed: false };
      // “raised to 450 million euros the sum it asks”
      const asked = MOVING.has(lemma) ? sumAsked(ctx, at) : null;
      if (asked !== null) return { ...verbal(ctx, asked.verb, asked.row, asked.verb, false), verb: at, top: at, presupposed: false };
      if (KEEPERS.has(lemma)) kept = true;
      const unless = tree.by(at, "mark").some((k) => tree.lemma(k) === "unless");
      if (unless && tree.head(at) >= 0) return { ...verbal(ctx, tree.head(at), ROW.get("demand")!, at, false), presupposed: false };
      // “set at 24 % and cut to 10 %”: a participle after its noun states a fact
      const fact = tree.token(at).deprel === "acl" && tree.token(at).xpos === "VBN";
      const carries = CARRIERS.has(lemma) || tree.by(at, "cop").length > 0 || isAsked(ctx, at);
      const own = modeOf(tree, at);
      if (fact || !carries) return { ...plain(ctx, verb, fact ? "actual" : byMode(ctx, verb, kept)), presupposed };
      if (tree.relation(at) === "root" || isBeyondStop(ctx, at) || !/^(?:xcomp|ccomp|advcl|acl|conj|parataxis)$/.test(tree.relation(at)))
        return { ...plain(ctx, at, own.obligation ? "demand" : byMode(ctx, at, kept)), presupposed };
      if (own.obligation) return { ...plain(ctx, at, "demand"), presupposed };
    }
    at = at === head ? governor(ctx, q) : tree.head(at);
  }
  return { ...plain(ctx, verb < 0 ? head : verb, verb < 0 ? "actual" : byMode(ctx, verb, kept)), presupposed };
}

/** “asked B to train 700 nurses”: whatever B is to do, the verb above says who asks for it, or offers to. */
function isAsked(ctx: Context, verb: number): boolean {
  const above = ctx.tree.head(verb);
  return ctx.tree.relation(verb) === "xcomp" && above >= 0 && ctx.tree.token(above).upos === "VERB" && rowOfVerb(ctx, above) !== null;
}

/**
 * The noun that an amount between commas gives the size of (“the deficit, $68.5 billion last year, was not closed”); null where
 * it stands otherwise. The parse takes it for an apposition or for a second subject.
 */
export function sizedBy(ctx: Context, q: QuantityMention): number | null {
  const { tree } = ctx;
  const rel = tree.relation(q.head);
  const above = tree.head(q.head);
  if (above < 0) return null;
  if (rel === "appos") return /^(?:NOUN|PROPN)$/.test(tree.token(above).upos) && above < q.from ? above : null;
  if (!/^(?:nsubj|obj)$/.test(rel)) return null;
  const before = tree.tokens[q.from - 1];
  if (before?.text !== ",") return null;
  const first = tree.by(above, rel).findLast((k) => k < q.from && tree.token(k).upos === "NOUN");
  return first ?? null;
}

/** “a $44 billion pipeline”, “the deficit, $68.5 billion”: an amount that describes a noun. */
function isPresupposed(ctx: Context, q: QuantityMention): boolean {
  const { tree } = ctx;
  const rel = tree.relation(q.head);
  if (rel === "appos" || sizedBy(ctx, q) !== null) return true;
  const above = tree.head(q.head);
  const noun = above >= 0 && /^(?:NOUN|PROPN)$/.test(tree.token(above).upos) && dateMentionAt(ctx, above) === null;
  return noun && /^(?:compound|nummod|amod)$/.test(rel);
}

function rowOfNoun(ctx: Context, noun: number): FigureRow | null {
  const { tree } = ctx;
  // “a French asking price”
  if (tree.lemma(noun) === "price" && tree.kids(noun).some((k) => tree.token(k).text.toLowerCase() === "asking")) return ROW.get("demand")!;
  const own = NOUNS.get(tree.lemma(noun));
  if (own !== undefined) return own;
  return (
    tree
      .by(noun, "compound", "amod")
      .map((k) => NOUNS.get(tree.lemma(k)))
      .find((r) => r !== undefined) ?? null
  );
}

/** The role that the mode of a clause gives where no word does. */
function byMode(ctx: Context, verb: number, kept: boolean): FigureRole {
  const mode = modeOf(ctx.tree, verb);
  if (mode.obligation) return "demand";
  // whoever “will let in” or “would allow” a quantity offers it
  if (YIELDING.has(ctx.tree.lemma(verb)) && (mode.modality === "planned" || mode.modality === "possible")) return "offer";
  if (mode.modality === "planned") return kept ? "actual" : "pledge";
  return mode.modality === "possible" ? "option" : "actual";
}

/** Role from a noun: its possessor holds it, else the subject of the verb over it, else the speaker. */
function nominal(ctx: Context, noun: number, row: FigureRow, verb: number): Omit<Reading, "presupposed"> {
  const { tree } = ctx;
  const named = possessors(ctx, noun);
  // “the readiness expressed by India”
  const own = named.length > 0 ? named : tree.by(noun, "acl").flatMap((k) => (tree.token(k).xpos === "VBN" ? agentsOf(ctx, k) : []));
  const above = tree.head(noun);
  const parties = own.length > 0 ? own : above >= 0 && tree.isVerbal(above) && tree.relation(noun) === "obj" ? agentsOf(ctx, above) : [];
  const holder = owners(ctx, parties)[0] ?? (row.role === "estimate" ? null : speakerOf(ctx, noun));
  // “Acme's $3 billion offer for Borealis”: what one company would pay for another says what it is put at
  const bids = row.role === "offer" && holder !== null && !isOfficial(ctx, holder);
  const { id, role } = bids ? ROW.get("estimate")! : row;
  return { rule: id, role, holder, toward: [], verb: verb < 0 ? noun : verb, top: noun, weak: parties.length === 0 };
}

/** Role from a verb or adjective: its subject holds it; object or `from` is asked. */
function verbal(ctx: Context, token: number, row: FigureRow, verb: number, kept: boolean): Omit<Reading, "presupposed"> {
  const { tree } = ctx;
  // “is prepared to”: a participle that says how its subject is minded
  const isVerb = tree.token(token).upos === "VERB" && !(tree.isPassive(token) && ADJECTIVES.has(tree.lemma(token)));
  const subject = subjectOf(tree, token);
  const agents = isVerb ? agentsOf(ctx, token) : subject === null ? [] : partiesAt(ctx, subject);
  const holder = owners(ctx, agents)[0] ?? null;
  const object = isVerb && tree.isPassive(token) ? null : objectOf(tree, token);
  const asked: Party[] = object === null ? [] : [...partiesAt(ctx, object)];
  for (const k of tree.by(token, "obl")) if (/^(?:from|of|on|upon)$/.test(tree.preposition(k) ?? "")) asked.push(...askedAt(ctx, k));
  const inner = verb === token ? null : subjectOf(tree, verb);
  if (asked.length === 0 && inner !== null) asked.push(...partiesAt(ctx, inner));
  const toward = owners(ctx, asked).filter((a) => a.id !== holder?.id);
  const role: FigureRole = kept && row.role === "demand" ? "actual" : row.role;
  return { rule: row.id, role, holder, toward, verb, top: token, weak: agents.some((p) => p.how === "fallback") };
}

/** “Firms build about 12 per cent, one of them estimated”: a clause that somebody says he only reckons. */
function isReckoned(ctx: Context, verb: number): boolean {
  const { tree } = ctx;
  const { to } = tree.sentence(verb);
  const reckons = (k: number) => tree.token(k).upos === "VERB" && /^(?:estimate|reckon|project|forecast)$/.test(tree.lemma(k));
  if (tree.head(verb) >= 0 && tree.relation(verb) === "ccomp" && reckons(tree.head(verb))) return true;
  for (let k = verb + 1; k < to; k++)
    if (reckons(k) && tree.by(k, "nsubj").length > 0 && tree.first(k, "obj", "ccomp", "xcomp") === null) return true;
  return false;
}

function plain(ctx: Context, verb: number, said: FigureRole): Omit<Reading, "presupposed"> {
  const { tree } = ctx;
  const role = said === "actual" && isReckoned(ctx, verb) ? "estimate" : said;
  const above = tree.relation(verb) === "ccomp" ? owners(ctx, agentsOf(ctx, tree.head(verb)))[0] : undefined;
  const speaker = role === "demand" || role === "option" ? (above ?? speakerOf(ctx, verb)) : null;
  const holder = role === "actual" ? null : (speaker ?? owners(ctx, agentsOf(ctx, verb))[0] ?? null);
  return { rule: ROW.get(role)?.id ?? ACTUAL.id, role, holder, toward: [], verb, top: verb, weak: role !== "actual" && holder === null };
}
