// Positions that no single lexical unit gives: “should”, “will not”, “against”, a denied request, a quoted price.
import type { FigureClaim, PositionClaim, Stance } from "../../model/index.ts";
import { principal } from "../../model/index.ts";
import { attributionOf, SPEECH } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import { answererOf, conditionOf } from "../conditions.ts";
import type { Context } from "../context.ts";
import { clauseSpan } from "../evidence.ts";
import { modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { type Party, partiesAt, stateOf } from "../parties.ts";
import { agentsOf, objectOf, subjectOf } from "../predicate.ts";
import { AGAINST, CONDITION, DENIED, NUMBERED, SHOULD, WILL_NOT } from "./rules-more.ts";
import { POLARITY, type Stand } from "./stand.ts";

const REFUSABLE = new Set(
  "discuss accept sign agree allow tolerate recognize recognise negotiate change soften retreat yield permit join support consider lift concede surrender compromise bow approve back drop give".split(
    " ",
  ),
);

/** “X said that Y should …”: the speaker demands. */
export function readShould(ctx: Context, token: number): Stand | null {
  const { tree } = ctx;
  if (!modeOf(tree, token).obligation || tree.relation(token) !== "ccomp") return null;
  const head = tree.head(token);
  if (!SPEECH.has(tree.lemma(head)) && !/^(?:convey|propose|recommend)$/.test(tree.lemma(head))) return null;
  const holders = agentsOf(ctx, head);
  if (holders.length === 0 || modeOf(tree, token).negated) return null;
  const subject = subjectOf(tree, token);
  return {
    rule: SHOULD.id,
    stance: "demands",
    strength: 5,
    holders,
    about: token,
    toward: subject === null ? [] : partiesAt(ctx, subject),
    modality: "asserted",
    span: clauseSpan(ctx, head),
    token,
    verb: head,
  };
}

/** “will not discuss”, “would not sign”. */
export function readWillNot(ctx: Context, token: number): Stand | null {
  const { tree } = ctx;
  if (!REFUSABLE.has(tree.lemma(token))) return null;
  const mode = modeOf(tree, token);
  if (conditionOf(ctx, token) !== null) return null;
  if (!mode.negated || mode.modality === "hypothetical" || !tree.by(token, "aux").some((k) => /^(?:will|would|wo)$/.test(tree.lemma(k))))
    return null;
  const holders = agentsOf(ctx, token);
  if (holders.length === 0) return null;
  return {
    rule: WILL_NOT.id,
    stance: "opposes",
    strength: 5,
    holders,
    about: token,
    toward: [],
    modality: "asserted",
    span: clauseSpan(ctx, token),
    token,
    verb: token,
  };
}

/** Acts that hurt: tied to a condition they are a threat and not an offer. */
const HURTS = new Set(
  "impose put levy slap sanction retaliate attack strike punish respond withdraw leave cut halt suspend stop block ban expel freeze raise".split(
    " ",
  ),
);
/** Acts of a side that an “if” can offer. */
const GIVES = new Set(
  (
    "study consider discuss look accept agree lift ease drop cut reduce open raise increase give grant offer provide send sell buy supply release return recognize recognise join sign " +
    "support back withdraw end resume restart negotiate talk meet host share extend improve remove suspend delay wait reopen pay invest"
  ).split(" "),
);

/** “would raise tariffs”, “would cut aid”: the same verbs hurt with such an object. */
function isHostile(ctx: Context, verb: number): boolean {
  const { tree } = ctx;
  const object = objectOf(tree, verb);
  if (object === null) return false;
  const burden = /^(?:tariff|duty|levy|sanction|tax|price|pressure)$/.test(tree.lemma(object));
  const help = /^(?:aid|support|funding|help|assistance|cooperation|tie|supply)$/.test(tree.lemma(object));
  return (
    (burden && /^(?:raise|increase|extend)$/.test(tree.lemma(verb))) ||
    (help && /^(?:cut|reduce|withdraw|suspend|end|delay)$/.test(tree.lemma(verb)))
  );
}

/**
 * “would not sign unless 60 per cent is made at home” demands what comes after “unless”; “a larger share could be studied if India
 * ordered more” offers the share; “would put tariffs on goods if the deficit is not closed” demands that it be closed.
 */
export function readConditional(ctx: Context, token: number): Stand | null {
  const { tree } = ctx;
  const condition = conditionOf(ctx, token);
  if (condition === null) return null;
  const modal = tree.by(token, "aux").some((k) => /^(?:will|would|could|can|might|may|'ll|’ll)$/.test(tree.lemma(k)));
  const lemma = tree.lemma(token);
  const refused = negated(ctx, token);
  if (!modal) return null;
  const own = tree.isPassive(token) ? [] : agentsOf(ctx, token);
  const holders = own.length > 0 ? own : answererOf(ctx, token);
  if (holders.length === 0) return null;
  const subject = subjectOf(tree, condition.clause);
  const toward = subject === null ? [] : partiesAt(ctx, subject);
  const common = { rule: CONDITION.id, holders, toward, span: clauseSpan(ctx, token), token, verb: token } as const;
  if ((refused && (condition.barring || GIVES.has(lemma))) || (condition.barring && HURTS.has(lemma)))
    return { ...common, stance: "demands", strength: 5, about: condition.clause, modality: "asserted" };
  if (refused || !GIVES.has(lemma) || isHostile(ctx, token)) return null;
  return { ...common, stance: "offers", strength: null, about: token, modality: "possible" };
}

const negated = (ctx: Context, token: number) => ctx.tree.by(token, "advmod").some((k) => /^(?:not|n't|never)$/.test(ctx.tree.lemma(k)));

/** “is against X”, “is in favour of X”: a nominal predicate with a preposition of stance. */
export function readAgainst(ctx: Context, token: number): Stand | null {
  const { tree } = ctx;
  if (tree.by(token, "cop").length === 0) return null;
  const preposition = tree.preposition(token);
  const mode = modeOf(tree, token);
  const favour = preposition === "in" && /^(?:favour|favor)$/.test(tree.lemma(token)) ? tree.first(token, "nmod", "obl") : null;
  const stance: Stance | null = preposition === "against" ? "opposes" : favour !== null ? "supports" : null;
  if (stance === null || mode.modality === "hypothetical") return null;
  const holders = agentsOf(ctx, token);
  if (holders.length === 0) return null;
  return {
    rule: AGAINST.id,
    stance: mode.negated ? (stance === "opposes" ? "supports" : "opposes") : stance,
    strength: null,
    holders,
    about: favour ?? token,
    toward: [],
    modality: "asserted",
    span: clauseSpan(ctx, token),
    token,
    verb: token,
  };
}

const ASKED = new Set([
  "request",
  "ask",
  "demand",
  "put",
  "propose",
  "raise",
  "offer",
  "give",
  "make",
  "discuss",
  "decide",
  "agree",
  "promise",
]);

/** “No figure was requested”, “No number was put to me”, “nothing had been decided”: the speaker or the side that writes denies it. */
export function readDenied(ctx: Context, token: number): Stand | null {
  const { tree } = ctx;
  if (!ASKED.has(tree.lemma(token)) || !tree.isPassive(token)) return null;
  const subject = tree.first(token, "nsubj");
  if (subject === null) return null;
  const nothing = tree.lemma(subject) === "nothing" || tree.by(subject, "det").some((k) => tree.lemma(k) === "no");
  const mode = modeOf(tree, token);
  if (!nothing || !mode.past) return null;
  const speaker = attributionOf(ctx, token)?.actor ?? null;
  const actors = speaker !== null && isOfficial(ctx, speaker) ? [speaker] : speaker === null ? ctx.issuers : [];
  if (actors.length === 0) return null;
  const holders: Party[] = [{ actors, token, mention: null, how: "dependency" }];
  return {
    rule: DENIED.id,
    stance: "denies",
    strength: null,
    holders,
    about: subject,
    toward: [],
    modality: "asserted",
    span: clauseSpan(ctx, token),
    token,
    verb: token,
  };
}

const OF_ROLE: Partial<Record<FigureClaim["role"], Stance>> = { demand: "demands", offer: "offers" };

/** A number that a side asks or offers is a position of it, where no other reading has found one there. */
export function fromFigures(ctx: Context, figures: readonly FigureClaim[], found: readonly PositionClaim[]): PositionClaim[] {
  const claims: PositionClaim[] = [];
  for (const f of figures) {
    const stance = OF_ROLE[f.role];
    if (stance === undefined || f.holder === null || !isOfficial(ctx, f.holder)) continue;
    const holder = f.holder;
    const known = [...found, ...claims].some(
      (p) =>
        principal(p.holder) === principal(holder) && p.evidence.some((e) => f.evidence.some((x) => e.start < x.end && x.start < e.end)),
    );
    if (known) continue;
    claims.push(
      makeClaim<PositionClaim>(
        ctx,
        {
          kind: "position",
          holder: stateOf(ctx, holder),
          stance,
          polarity: POLARITY[stance],
          issue: f.issue ?? "other:price",
          about: f.measure.includes(f.text) ? f.measure : `${f.text}`,
          toward: f.toward,
          strength: null,
        },
        { rule: NUMBERED.id, modality: f.modality, attribution: f.attribution, evidence: [f.evidence[0]!] },
      ),
    );
  }
  return claims;
}
