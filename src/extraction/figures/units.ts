// Which quantities are figures of an issue, in what unit, of which issue and year.
import { type Context, mentionsIn } from "../context.ts";
import type { DateMention, QuantityMention } from "../input.ts";
import type { Measure } from "./measure.ts";

/** Units of time, rank and speech that are no figures of an issue. */
const NO_FIGURE = new Set(
  "year month week day hour minute second decade century night morning time round page item point option question step phase anniversary side leader minister official people person man woman part way visit meeting ally partner friend colleague counterpart term vote degree kilometre kilometer mile metre meter".split(
    " ",
  ),
);
/** Things that states count in their dealings, however few. */
export const STRATEGIC = new Set(
  (
    "reactor jet aircraft fighter plane bomber helicopter missile rocket tank ship vessel submarine warship frigate destroyer drone warhead troop soldier marine visa refugee hostage prisoner " +
    "ton tonne barrel megawatt gigawatt satellite base battery dose brigade battalion island car vehicle truck launcher howitzer radar interceptor mortar cannon gun boat corvette carrier"
  ).split(" "),
);
/** What prices on an exchange do. */
const MARKET = new Set(
  "fall rise drop gain lose climb slip jump close open slide tumble surge end trade rally decline shed add advance".split(" "),
);
/** Counted things below this number are written as words of the story (“two officials”), not as figures of an issue. */
const MIN_COUNT = 5;

export const isMoney = (unit: string) => /^[A-Z]{3}$/.test(unit);
export const isShare = (unit: string) => unit.startsWith("%");
/** Symbols of units that texts write out, and one word for things that texts count by several. */
const SYMBOLS: Readonly<Record<string, string>> = {
  megawatt: "MW",
  megawatts: "MW",
  gigawatt: "GW",
  gigawatts: "GW",
  jets: "aircraft",
  fighters: "aircraft",
  planes: "aircraft",
  warplanes: "aircraft",
  airplanes: "aircraft",
  cars: "vehicles",
  automobiles: "vehicles",
};

/** Nouns for people, who are counted as persons whatever they do; soldiers are troops. */
const PERSONS = new Set(
  (
    "person people migrant refugee seeker worker engineer student child citizen national tourist traveller traveler visitor prisoner detainee hostage resident specialist expert nurse doctor " +
    "teacher trainee scholar pupil labourer laborer employee farmer evacuee deportee passenger arrival returnee civilian subscriber inhabitant"
  ).split(" "),
);

/** Those who bargain, and are not bargained over. */
const PARTIES = new Set(
  "country nation state government member ally partner signatory neighbour neighbor leader power party group company firm".split(" "),
);

/** The unit of a figure: `%GDP`, `%`, a currency code, a symbol, `persons`, else the counted noun as the text has it. */
export function unitOf(q: QuantityMention): string {
  if (q.unit === "%" && q.base !== null && /\bGDP\b|gross domestic product/i.test(q.base)) return "%GDP";
  return SYMBOLS[q.unit] ?? (PERSONS.has(singular(q.unit)) ? "persons" : q.unit);
}

export const singular = (unit: string) => (/[^aeiou]ies$/.test(unit) ? unit.replace(/ies$/, "y") : unit.replace(/(?<=x|ss|h)es$|s$/, ""));

export const isCounted = (q: QuantityMention) => !isMoney(q.unit) && !isShare(q.unit) && q.unit !== "number";

/** The issue that the words of a measure name; a percentage of duty is one of tariffs. */
export function issueOfMeasure(ctx: Context, m: Measure, unit: string): string | null {
  const named = issueIn(ctx, m.range.from, m.range.to);
  if (named !== null || !isShare(unit)) return named;
  const words = ctx.tree.tokens.slice(m.range.from, m.range.to);
  return words.some((t) => /^(?:duty|tariff|levy|import|imported)$/.test(t.lemma.toLowerCase())) ? "trade-tariffs" : null;
}

function issueIn(ctx: Context, from: number, to: number): string | null {
  return ctx.cues.find(ctx.tree, from, to)[0]?.issue ?? null;
}

/** Whether a quantity can be a figure at all: shares and money are, counts only of what is `bargained` over, what an issue deals in, or in numbers. */
export function counts(ctx: Context, q: QuantityMention, measure: Measure | null, bargained: boolean): boolean {
  if (isMoney(q.unit) || isShare(q.unit)) return true;
  if (q.unit === "number") return false;
  const noun = singular(q.unit);
  if (NO_FIGURE.has(noun)) return (noun === "person" || noun === "people") && q.value >= 1000;
  if (STRATEGIC.has(noun) || (bargained && q.value > 1 && !PARTIES.has(noun))) return true;
  if (q.value < MIN_COUNT) return false;
  if (q.value >= 1000) return true;
  return measure !== null && issueIn(ctx, measure.range.from, Math.max(measure.range.to, q.to)) !== null;
}

/** The issue of a share of GDP: what a state spends on defence where its paragraph speaks of defence. */
export function issueOfShare(ctx: Context, q: QuantityMention): string | null {
  const { tree } = ctx;
  const { paragraph } = tree.sentence(q.head);
  const near = ctx.doc.sentences.filter((s) => s.paragraph === paragraph);
  for (const { from, to } of near)
    for (let i = from; i < to; i++) if (/^(?:defen[cs]e|military|army|armed|nato)$/.test(tree.lemma(i))) return "defence-spending";
  return null;
}

/** What an issue of the table is called; null for one that is not in it. */
export const nameOf = (ctx: Context, issue: string) => ctx.knowledge.issue(issue)?.label.toLowerCase() ?? null;

/** “Sixty is a political number”: a number that the sentence speaks of, and measures nothing with. */
export function isOnlyNamed(ctx: Context, q: QuantityMention): boolean {
  const { tree } = ctx;
  const of = tree.head(q.head);
  return (
    tree.token(q.head).upos === "NUM" &&
    of >= 0 &&
    tree.relation(q.head) === "nsubj" &&
    tree.by(of, "cop").length > 0 &&
    tree.token(of).upos === "NOUN"
  );
}

/** “20% off until Sunday”, “shares fell about 2%”: the talk of shops and exchanges. */
export function isIdle(ctx: Context, q: QuantityMention): boolean {
  if (!isShare(q.unit)) return false;
  const { tree } = ctx;
  if (tree.tokens[q.to]?.text.toLowerCase() === "off") return true;
  const verb = tree.head(q.head);
  const subject = verb < 0 ? null : tree.first(verb, "nsubj");
  return (
    subject !== null &&
    /^(?:share|stock|index|future|bond)$/.test(tree.lemma(subject)) &&
    tree.token(subject).upos === "NOUN" &&
    MARKET.has(tree.lemma(verb))
  );
}

/** The year or fiscal year that a figure is of, by the nearest date of its clause. */
export function yearOf(ctx: Context, q: QuantityMention, verb: number): string | null {
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

const ROUND = /^(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions) of\b/i;

/** Whether a quantity can be a figure: “thousands of jobs” cannot be compared with one, and an age is none of a state. */
export const isExact = (q: { readonly text: string; readonly unit: string }): boolean => !ROUND.test(q.text) && q.unit !== "years of age";
