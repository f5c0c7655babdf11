// Figures: quantities that matter to an issue, with what they measure, whose they are, and whether they are fact, target, demand or offer.
import type { ActorRef, FigureClaim, FigureRole } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import { type Context, dateMentionAt, mentionsIn, quantityMentionAt } from "../context.ts";
import { clauseRange, spanOf } from "../evidence.ts";
import type { DateMention, QuantityMention } from "../input.ts";
import { modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { objectOf } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";
import { issueNear } from "../topics.ts";
import { type Measure, measureOf, phrase, ROLE_NOUNS, whoseOf } from "./measure.ts";
import { isBareUnit, movedBefore, movedIn, numberedBefore, topicBefore, weighed } from "./named.ts";
import { headOf, quantitiesOf } from "./numbers.ts";
import { type Reading, roleOf } from "./role.ts";
import { ACTUAL, FIGURE_ROWS } from "./rules.ts";

export const FIGURE_RULES: readonly RuleInfo[] = [...FIGURE_ROWS, ACTUAL];

/** Units of time, rank and speech that are no figures of an issue. */
const NO_FIGURE = new Set(
  "year month week day hour minute second decade century night morning time round page item point option question step phase anniversary side leader minister official people person man woman part way visit meeting term degree kilometre kilometer mile metre meter".split(
    " ",
  ),
);
/** Things that states count in their dealings, however few. */
const STRATEGIC = new Set(
  (
    "reactor jet aircraft fighter plane bomber helicopter missile rocket tank ship vessel submarine warship frigate destroyer drone warhead troop soldier marine visa refugee hostage prisoner " +
    "ton tonne barrel megawatt gigawatt satellite base battery dose brigade battalion island car vehicle truck"
  ).split(" "),
);
/** Counted things below this number are written as words of the story (“two officials”), not as figures of an issue. */
const MIN_COUNT = 5;

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

const isMoney = (unit: string) => /^[A-Z]{3}$/.test(unit);
const isShare = (unit: string) => unit.startsWith("%");

function unitOf(q: QuantityMention): string {
  if (q.unit === "%" && q.base !== null && /\bGDP\b|gross domestic product/i.test(q.base)) return "%GDP";
  return q.unit;
}

function issueIn(ctx: Context, from: number, to: number): string | null {
  return ctx.cues.find(ctx.tree, from, to)[0]?.issue ?? null;
}

/** Whether a quantity can be a figure at all: shares and money are, counts only of what an issue deals in or in numbers. */
function counts(ctx: Context, q: QuantityMention, measure: Measure | null): boolean {
  if (isMoney(q.unit) || isShare(q.unit)) return true;
  if (q.unit === "number") return false;
  const noun = q.unit.replace(/(?<=x|s|h)es$|s$/, "");
  if (NO_FIGURE.has(noun)) return (noun === "person" || noun === "people") && q.value >= 1000;
  if (STRATEGIC.has(noun)) return true;
  if (q.value < MIN_COUNT) return false;
  if (q.value >= 1000) return true;
  return measure !== null && issueIn(ctx, measure.range.from, Math.max(measure.range.to, q.to)) !== null;
}

function yearOf(ctx: Context, q: QuantityMention, verb: number): string | null {
  const { tree } = ctx;
  const { from, to } = tree.extent(verb);
  const sentence = tree.sentence(q.head);
  const dates = mentionsIn(ctx, "date", Math.max(sentence.from, Math.min(from, q.from)), Math.min(sentence.to, Math.max(to, q.to)));
  const yearly = dates.filter((d) => yearIn(d) !== null);
  const near = yearly.sort((a, b) => distance(a, q) - distance(b, q))[0];
  return near === undefined ? null : yearIn(near);
}

const distance = (d: DateMention, q: QuantityMention) => (d.from >= q.to ? d.from - q.to : (q.from - d.to) * 2);

/** The year a date gives a figure: a year, a fiscal year, “the end of 2023”; a day is when something was said. */
function yearIn(d: DateMention): string | null {
  if (d.value.startsWith("FY")) return d.value;
  const whole = /^(\d{4})(?:-(?:H|Q)\d)?$/.exec(d.value);
  if (whole !== null) return whole[1]!;
  return null;
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
  const before = previous.filter((d) => tree.sentence(d.quantity.head).paragraph === paragraph);
  // “64,800 crore rupees, about €7.2 billion”: one figure in two currencies
  const same = q.sameAs === null ? undefined : before.find((d) => d.quantity.id === q.sameAs);
  if (same !== undefined) return { ...same, quantity: q, unit: unitOf(q) };
  const reading = roleOf(ctx, q);
  const { modality } = modeOf(tree, reading.verb);
  // “will not discuss a number beyond 2 per cent”: no figure of anybody
  if ((modality === "hypothetical" || modality === "negated") && reading.role === "actual" && !reading.presupposed) return null;
  const unstated = isOrigin(ctx, q) && !/^(?:demand|offer|target|request)$/.test(nounRole(ctx, q));
  const cut = movedIn(ctx, q);
  const bare = isBareUnit(ctx, q);
  const numbered = q.unit === "number" ? numberedBefore(ctx, q) : null;
  const direct =
    cut ?? (bare ? weighed(ctx, q) : null) ?? (numbered === null ? measureOf(ctx, q, reading.verb) : phrase(ctx, numbered.head, q));
  // “the target of 2 %”, “the 5 % sought by X”: of what the sentence named before
  const open = direct === null || reading.participle !== undefined || isRoleNoun(ctx, direct);
  const twin = open ? before.findLast((d) => d.quantity.sentence === q.sentence && d.unit === unitOf(q)) : undefined;
  const moved = open && twin === undefined && (isMoney(q.unit) || isShare(q.unit)) ? movedBefore(ctx, q) : null;
  const asking = direct === null && moved === null && isMoney(q.unit) && reading.role === "demand" ? topicBefore(ctx, q) : null;
  const measured =
    moved?.measure ??
    asking ??
    (twin !== undefined && reading.participle !== undefined
      ? null
      : bare && cut === null && weighed(ctx, q) === null && before.some((d) => d.unit === q.unit)
        ? null
        : direct);
  // a measure that is itself a quantity (“from 2.5 percent to 25 percent”) is none
  const unfit =
    measured !== null && ((quantityMentionAt(ctx, measured.head) !== null && !isCounted(q)) || dateMentionAt(ctx, measured.head) !== null);
  const found = unfit ? null : measured;
  let unit = unitOf(q);
  let inherited: Draft | undefined;
  if (unit === "number") {
    // “India still asks for 60”: the unit of the figure before it, where a word gives it a role
    if ((reading.role === "actual" && !unstated) || q.value < 1) return null;
    inherited = numbered === null ? before.findLast((d) => Math.abs(Math.log10(d.quantity.value / q.value)) < 1.5) : undefined;
    if (inherited === undefined && numbered === null) return null;
    unit = inherited?.unit ?? numbered!.unit;
  } else if (!counts(ctx, q, found)) return null;
  else if (found === null) inherited = before.findLast((d) => d.unit === unit);
  const own = found === null ? null : issueIn(ctx, found.range.from, found.range.to);
  const issue =
    own ??
    inherited?.issue ??
    (unit === "%GDP" ? issueOfShare(ctx, q) : null) ??
    issueNear(ctx, q.head, clauseRange(ctx, reading.verb, [q.head]));
  // “to 2 per cent of GDP …, from 1.6 per cent”: one base for both
  if (unit === "%" && issue === "defence-spending" && before.some((d) => d.unit === "%GDP")) unit = "%GDP";
  const measure = (found === null ? undefined : withoutOwner(found.words)) ?? inherited?.measure ?? q.base ?? "";
  // “the 5 % sought from its allies” is theirs, whatever the figure before it counted
  const payer = tree.relation(reading.verb) === "acl" && tree.head(reading.verb) === q.head ? reading.toward[0] : undefined;
  const whose = payer ?? whoseOf(ctx, found, reading.verb, reading.presupposed) ?? (found === null ? (inherited?.whose ?? null) : null);
  const nothing = measure === "" && issue === null && reading.holder === null;
  if (nothing) return null;
  // counted things that money is asked for are its object, not what is asked
  const priced = previous.some(
    (d) => d.quantity.sentence === q.sentence && isMoney(d.unit) && tree.head(d.quantity.head) === tree.head(q.head),
  );
  const object = isCounted(q) && tree.preposition(q.head) === "for" && (priced || quantityMentionAt(ctx, tree.head(q.head)) !== null);
  const role: FigureRole = unstated || object ? "actual" : shareRole(reading.role, unit, own);
  const holder = role === "actual" && (unstated || object) ? null : reading.holder;
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

/** A measure that is only the word for its role: “the target”. */
const isRoleNoun = (ctx: Context, m: Measure) => ROLE_NOUNS.has(ctx.tree.lemma(m.head)) && !/\s/.test(m.words);

/** “its defence budget” measures the defence budget. */
const withoutOwner = (words: string) => words.replace(/^(?:its|their|his|her|our) (?=\S)/i, "");

const isCounted = (q: QuantityMention) => !isMoney(q.unit) && !isShare(q.unit) && q.unit !== "number";

/** A share that somebody pledges to reach is a target, except a duty; money pledged is a pledge. */
function shareRole(role: FigureRole, unit: string, issue: string | null): FigureRole {
  return role === "pledge" && isShare(unit) && issue !== "trade-tariffs" ? "target" : role;
}

/** The issue of a share of GDP: what a state spends on defence where its paragraph speaks of defence. */
function issueOfShare(ctx: Context, q: QuantityMention): string | null {
  const { tree } = ctx;
  const { paragraph } = tree.sentence(q.head);
  const near = ctx.doc.sentences.filter((s) => s.paragraph === paragraph);
  for (const { from, to } of near)
    for (let i = from; i < to; i++) if (/^(?:defen[cs]e|military|army|armed|nato)$/.test(tree.lemma(i))) return "defence-spending";
  return null;
}

/** The role noun that a change moves: “raised its demand from 50 to 60”. */
function nounRole(ctx: Context, q: QuantityMention): string {
  const head = ctx.tree.head(q.head);
  if (head < 0) return "";
  const object = objectOf(ctx.tree, head) ?? ctx.tree.first(head, "nsubj");
  return object === null ? "" : ctx.tree.lemma(object);
}

/** Whether the text gives the figure a place in the affairs of states: an issue, or an official whose or who asks. */
function matters(ctx: Context, d: Draft): boolean {
  if (d.reading.holder !== null || d.whose !== null) return true;
  const solid = d.issue !== null || isMoney(d.unit) || isShare(d.unit);
  if (!solid) return false;
  const { paragraph } = ctx.tree.sentence(d.quantity.head);
  const near = ctx.doc.sentences.filter((s) => s.paragraph === paragraph);
  return (
    near.flatMap((s) => mentionsIn(ctx, "actor", s.from, s.to)).some((m) => m.actors.some((a) => isOfficial(ctx, a))) ||
    ctx.parties.length > 0 ||
    ctx.issuers.length > 0
  );
}

export function extractFigures(ctx: Context): FigureClaim[] {
  const drafts: Draft[] = [];
  for (const mention of quantitiesOf(ctx)) {
    if (ctx.tree.sentence(mention.head).kind === "heading") continue;
    const draft = draftOf(ctx, { ...mention, head: headOf(ctx, mention) }, drafts);
    if (draft !== null && matters(ctx, draft)) drafts.push(draft);
  }
  return drafts.map((d) => toClaim(ctx, d));
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
