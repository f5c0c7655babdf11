// Figures: quantities that matter to an issue, with what they measure, whose they are, and whether they are fact, target, demand or offer.
import { type ActorRef, type FigureClaim, type FigureRole, principal } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import { type Context, dateMentionAt, mentionsIn, quantityMentionAt } from "../context.ts";
import { clauseRange, spanOf } from "../evidence.ts";
import type { QuantityMention } from "../input.ts";
import { modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { partyAt } from "../parties.ts";
import { objectOf } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";
import { issueNear } from "../topics.ts";
import { CORRECTED, extractCorrected } from "./corrected.ts";
import { clauseMeasure, type Measure, measureOf, phrase, ROLE_NOUNS, whoseOf } from "./measure.ts";
import {
  isBareUnit,
  isIncrement,
  movedBefore,
  movedIn,
  numberedBy,
  pricedBefore,
  relativeTo,
  topicBefore,
  weighed,
  weighedBefore,
} from "./named.ts";
import { headOf, quantitiesOf } from "./numbers.ts";
import { holderAbove, holderBefore, isMeasurable, namedBeside, ownerNear, partOf } from "./owner.ts";
import { type Reading, roleOf } from "./role.ts";
import { ACTUAL, FIGURE_ROWS } from "./rules.ts";
import {
  counts,
  isCounted,
  isIdle,
  isMoney,
  isOnlyNamed,
  isShare,
  issueOfMeasure,
  issueOfShare,
  nameOf,
  STRATEGIC,
  singular,
  unitOf,
  yearOf,
} from "./units.ts";

export const FIGURE_RULES: readonly RuleInfo[] = [...FIGURE_ROWS, ACTUAL, CORRECTED];

interface Draft {
  readonly quantity: QuantityMention;
  readonly reading: Reading;
  readonly measure: string;
  readonly measureHead: number | null;
  readonly issue: string | null;
  readonly whose: ActorRef | null;
  readonly unit: string;
  readonly role: FigureRole;
}

/** “from X to Y”: the quantity that the change starts from. */
function isOrigin(ctx: Context, q: QuantityMention): boolean {
  const { tree } = ctx;
  for (let i = q.from - 1; i >= q.from - 3 && i >= 0; i--) {
    if (tree.token(i).text.toLowerCase() === "from") return true;
    if (!/^(?:about|around|nearly|almost|some|roughly|currently|only|just)$/i.test(tree.token(i).text)) return false;
  }
  return false;
}

function draftOf(ctx: Context, q: QuantityMention, previous: readonly Draft[]): Draft | null {
  const { tree } = ctx;
  const paragraph = tree.sentence(q.head).paragraph;
  const near = (d: Draft) => tree.sentence(d.quantity.head).paragraph === paragraph || isNextTo(ctx, d, q);
  const before = previous.slice(previous.findLastIndex((d) => !near(d)) + 1);
  // “64,800 crore rupees, about €7.2 billion”: one figure in two currencies
  const same = q.sameAs === null ? undefined : before.find((d) => d.quantity.id === q.sameAs);
  if (same !== undefined) return { ...same, quantity: q, unit: unitOf(q) };
  const reading = roleOf(ctx, q);
  const { modality } = modeOf(tree, reading.verb);
  // “will not discuss a number beyond 2 per cent”: no figure of anybody
  if ((modality === "hypothetical" || modality === "negated") && reading.role === "actual" && !reading.presupposed) return null;
  if (isIdle(ctx, q) || (isIncrement(ctx, q) && reading.role !== "actual")) return null;
  const unstated = isOrigin(ctx, q) && !/^(?:demand|offer|target|request)$/.test(nounRole(ctx, q));
  const cut = movedIn(ctx, q);
  const bare = isBareUnit(ctx, q);
  const numbered = q.unit === "number" ? numberedBy(ctx, q) : null;
  const named =
    cut ??
    relativeTo(ctx, q) ??
    (bare ? weighed(ctx, q) : null) ??
    (numbered === null ? measureOf(ctx, q, reading.verb) : phrase(ctx, numbered.head, q));
  // “The Kenyan offer stands at 500 million”: of what the amount before it was for
  const direct = named !== null && isRoleNoun(ctx, named) && before.some((d) => d.unit === unitOf(q)) ? null : named;
  // “the target of 2 %”, “the 5 % sought by X”: of what the sentence named before
  const open = direct === null || reading.participle !== undefined || isRoleNoun(ctx, direct);
  const twin = open ? before.findLast((d) => d.quantity.sentence === q.sentence && d.unit === unitOf(q)) : undefined;
  const moved = open && twin === undefined && (isMoney(q.unit) || isShare(q.unit)) ? movedBefore(ctx, q) : null;
  const haggled = direct === null && moved === null && isMoney(q.unit) && reading.role !== "actual";
  const asking = haggled
    ? ((reading.role === "demand" ? topicBefore(ctx, q) : null) ??
      (before.some((d) => d.unit === q.unit) ? null : pricedBefore(ctx, q, STRATEGIC)))
    : null;
  const measured =
    moved?.measure ??
    asking ??
    (twin !== undefined && reading.participle !== undefined
      ? null
      : bare && cut === null && weighed(ctx, q) === null
        ? before.some((d) => d.unit === q.unit)
          ? null
          : (weighedBefore(ctx, q) ?? direct)
        : direct);
  // a measure that is itself a quantity (“from 2.5 percent to 25 percent”) is none
  const unfit = measured !== null && !isCounted(q) && !fits(ctx, measured);
  // “comes to 9.9 trillion yen this year”: the parse may hang an amount on its year
  const instead = unfit && dateMentionAt(ctx, measured.head) !== null ? clauseMeasure(ctx, q, reading.verb, q.head) : null;
  const found = !unfit ? measured : instead !== null && fits(ctx, instead) ? instead : null;
  let unit = unitOf(q);
  let inherited: Draft | undefined;
  if (unit === "number") {
    // “India still asks for 60”: the unit of the figure before it, where a word gives it a role
    if ((reading.role === "actual" && !unstated) || q.value < 1) return null;
    inherited = numbered === null ? likest(before, q.value) : undefined;
    if (inherited === undefined && numbered === null) return null;
    unit = inherited?.unit ?? numbered!.unit;
  } else if (!counts(ctx, q, found, isBargained(reading) && tree.relation(q.head) !== "nsubj") && !before.some((d) => d.unit === unit))
    return null;
  else if (found === null) inherited = before.findLast((d) => d.unit === unit || (unit === "%" && d.unit === "%GDP" && q.base === null));
  const own = found === null ? null : issueOfMeasure(ctx, found, unit);
  const issue =
    own ??
    inherited?.issue ??
    (unit === "%GDP" ? issueOfShare(ctx, q) : null) ??
    issueNear(ctx, q.head, clauseRange(ctx, reading.verb, [q.head])) ??
    issueBefore(ctx, q, unit, found, previous);
  // “to 2 per cent of GDP …, from 1.6 per cent”: one base for both
  if (unit === "%" && issue === "defence-spending" && previous.some((d) => d.unit === "%GDP" && d.issue === issue)) unit = "%GDP";
  const measure =
    (found === null ? undefined : withoutOwner(found.words)) ??
    inherited?.measure ??
    (issue === null ? null : nameOf(ctx, issue)) ??
    q.base ??
    "";
  // “the 5 % sought from its allies” is theirs, whatever the figure before it counted
  const payer = tree.relation(reading.verb) === "acl" && tree.head(reading.verb) === q.head ? reading.toward[0] : undefined;
  // what somebody promises or offers is his, whoever speaks of it
  const given = reading.role === "pledge" || reading.role === "offer" ? reading.holder : null;
  const beside = namedBeside(ctx, q, isCounted(q), isCounted(q) && STRATEGIC.has(singular(q.unit))) ?? given;
  const paid = isMoney(unit) && PAYING.has(tree.lemma(reading.verb));
  if (measure === "" && issue === null && reading.holder === null && !paid) return null;
  // counted things that money is asked for are its object, not what is asked
  const priced = before.some(
    (d) => d.quantity.sentence === q.sentence && isMoney(d.unit) && tree.head(d.quantity.head) === tree.head(q.head),
  );
  const object = isCounted(q) && tree.preposition(q.head) === "for" && (priced || quantityMentionAt(ctx, tree.head(q.head)) !== null);
  const undone = modality === "negated" && (reading.role === "pledge" || reading.role === "offer");
  const role: FigureRole = unstated || object || undone ? "actual" : shareRole(reading.role, unit, own);
  const aimed = role === "target" && reading.holder === null ? whoseOf(ctx, found, null, reading.verb, reading.presupposed) : null;
  const spoken = reading.holder ?? aimed ?? (role === "threshold" ? holderAbove(ctx, reading.verb) : holderBefore(ctx, q, role));
  const holder = role === "actual" && (unstated || object || undone) ? null : spoken;
  const carried = found === null ? inherited?.whose : undefined;
  // “aid is to reach 0.4 per cent, against a Danish request for 0.7”: the request is of whoever spends
  const asked =
    role === "demand" && holder !== null && reading.toward.length === 0
      ? before.findLast(
          (d) =>
            d.quantity.sentence === q.sentence &&
            d.unit === unit &&
            d.whose !== null &&
            d.role !== "demand" &&
            principal(d.whose) !== principal(holder),
        )
      : undefined;
  const whose =
    payer ??
    asked?.whose ??
    partOf(ctx, q, previous) ??
    whoseOf(ctx, found, beside, reading.verb, reading.presupposed || object) ??
    carried ??
    ownerNear(ctx, { ...reading, holder }, role, found, previous);
  return {
    quantity: q,
    reading: { ...reading, holder },
    measure: measure === "" ? ctx.text.slice(q.start, q.end) : measure,
    measureHead: unfit ? null : (measured?.head ?? null),
    issue,
    whose,
    unit,
    role,
  };
}

/** Verbs by which money goes from one state to another. */
const PAYING = new Set("pay owe lend give transfer donate repay reimburse compensate".split(" "));

/** Whether a figure stands in the sentence before one that is a paragraph of its own: the wire breaks after each sentence. */
function isNextTo(ctx: Context, d: Draft, q: QuantityMention): boolean {
  const { sentences } = ctx.tree;
  const at = ctx.tree.sentence(q.head).index;
  return d.quantity.sentence === at - 1 && sentences[at + 1]?.paragraph !== sentences[at]!.paragraph;
}

/** Sentences back in which a figure of the same kind still says what a bare one is of; the wire writes paragraphs of one sentence. */
const REACH = 4;

/**
 * The issue of a figure that neither its sentence nor its paragraph names: of the last share shortly before where it is a share;
 * of the last amount where it measures nothing of its own, or arms after arms (“12 frigates … for the ships”).
 */
function issueBefore(ctx: Context, q: QuantityMention, unit: string, found: Measure | null, previous: readonly Draft[]): string | null {
  const { tree } = ctx;
  const at = tree.sentence(q.head).index;
  // “South Korea, which spends about 2.6 percent”: of the text's shares of what is spent
  const verb = tree.head(q.head);
  if (unit === "%" && verb >= 0 && tree.lemma(verb) === "spend") return previous.findLast((d) => d.unit === "%GDP")?.issue ?? null;
  const near = previous.filter((d) => d.issue !== null && at - tree.sentence(d.quantity.head).index <= REACH);
  const hardware = (head: number | null) => head !== null && STRATEGIC.has(tree.lemma(head));
  const alike = (d: Draft) =>
    isShare(unit)
      ? isShare(d.unit)
      : found === null
        ? d.unit === unit
        : hardware(found.head) && (hardware(d.measureHead) || hardware(d.quantity.head));
  return near.findLast(alike)?.issue ?? null;
}

/** Whether a phrase can name what a share or an amount of money is of: no date, no person, no other amount; counted things can (“for 12 frigates”). */
function fits(ctx: Context, m: Measure): boolean {
  const other = quantityMentionAt(ctx, m.head);
  return (other === null || isCounted(other)) && dateMentionAt(ctx, m.head) === null && isMeasurable(ctx, m.head);
}

/** A measure that is only the word for its role, and whose: “the target”, “the Kenyan offer”. */
function isRoleNoun(ctx: Context, m: Measure): boolean {
  if (!ROLE_NOUNS.has(ctx.tree.lemma(m.head))) return false;
  return !/\s/.test(m.words) || ctx.tree.by(m.head, "amod", "compound", "nmod").every((k) => partyAt(ctx, k) !== null);
}

/** Orders of magnitude that a bare number may lie from the figure whose unit it shares. */
const MAX_ORDERS = 1.5;

/** The figure whose unit a bare number shares: the nearest in size, of equals the last. */
function likest(before: readonly Draft[], value: number): Draft | undefined {
  const apart = (d: Draft) => Math.abs(Math.log10(d.quantity.value / value));
  const near = before.filter((d) => apart(d) < MAX_ORDERS);
  const least = Math.min(...near.map(apart));
  return near.findLast((d) => apart(d) === least);
}

/** “its defence budget” measures the defence budget. */
const withoutOwner = (words: string) => words.replace(/^(?:its|their|his|her|our) (?=\S)/i, "");

/** A share that somebody pledges to reach is a target, except a duty; money pledged is a pledge. */
function shareRole(role: FigureRole, unit: string, issue: string | null): FigureRole {
  return role === "pledge" && isShare(unit) && issue !== "trade-tariffs" ? "target" : role;
}

/** The role noun that a change moves: “raised its demand from 50 to 60”. */
function nounRole(ctx: Context, q: QuantityMention): string {
  const head = ctx.tree.head(q.head);
  if (head < 0) return "";
  const object = objectOf(ctx.tree, head) ?? ctx.tree.first(head, "nsubj");
  return object === null ? "" : ctx.tree.lemma(object);
}

/** Whether somebody who is named asks for it or offers it. */
const isBargained = ({ role, holder }: Reading): boolean => holder !== null && (role === "demand" || role === "offer" || role === "pledge");

/** Whether the text gives the figure a place in the affairs of states: an issue, or an official whose or who asks. */
function matters(ctx: Context, d: Draft): boolean {
  if (d.reading.holder !== null || d.whose !== null) return true;
  const solid = d.issue !== null || isMoney(d.unit) || isShare(d.unit);
  if (!solid) return false;
  return (
    ctx.tree
      .paragraph(d.quantity.head)
      .flatMap((s) => mentionsIn(ctx, "actor", s.from, s.to))
      .some((m) => m.actors.some((a) => isOfficial(ctx, a))) ||
    ctx.parties.length > 0 ||
    ctx.issuers.length > 0
  );
}

export function extractFigures(ctx: Context): FigureClaim[] {
  const corrected = extractCorrected(ctx);
  if (corrected.length > 0) return corrected;
  const drafts: Draft[] = [];
  for (const mention of quantitiesOf(ctx)) {
    if (ctx.tree.sentence(mention.head).kind === "heading") continue;
    const draft = draftOf(ctx, { ...mention, head: headOf(ctx, mention) }, drafts);
    if (draft !== null && matters(ctx, draft)) drafts.push(draft);
  }
  // what a sentence only speaks of still tells what later numbers are of
  return drafts.filter((d) => !isOnlyNamed(ctx, d.quantity)).map((d) => toClaim(ctx, d));
}

/** The verb that sets the figure of `noun`, its subject, against another one: “the target of 2 % remains below the 5 % …”. */
function comparing(ctx: Context, noun: number): number | null {
  const { tree } = ctx;
  const verb = tree.head(noun);
  if (verb < 0 || tree.relation(noun) !== "nsubj") return null;
  return tree.by(verb, "obl", "obj").some((k) => quantityMentionAt(ctx, k) !== null) ? verb : null;
}

function toClaim(ctx: Context, d: Draft): FigureClaim {
  const { quantity: q, reading } = d;
  const said = reading.participle === undefined ? [] : [ctx.tree.extent(reading.participle).to - 1];
  const keep = [q.from, q.to - 1, reading.top, ...said, ...(d.measureHead === null ? [] : [d.measureHead])].filter(
    (t) => ctx.tree.token(t).sentence === q.sentence,
  );
  const clause = clauseRange(ctx, comparing(ctx, reading.top) ?? reading.top, keep);
  return makeClaim<FigureClaim>(
    ctx,
    {
      kind: "figure",
      value: q.value,
      high: q.high,
      unit: d.unit,
      qualifier: q.qualifier,
      measure: d.measure,
      issue: d.issue,
      whose: d.whose,
      holder: reading.holder,
      toward: reading.toward,
      role: d.role,
      year: yearOf(ctx, q, reading.verb),
      base: q.base,
      text: ctx.text.slice(q.start, q.end),
    },
    {
      rule: reading.rule,
      modality: modeOf(ctx.tree, reading.verb).modality,
      attribution: attributionOf(ctx, q.head),
      evidence: [spanOf(ctx, clause)],
      weak: reading.weak,
    },
  );
}
