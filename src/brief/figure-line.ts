// A figure in a line of its own: whose, how much, in which role, for when; in the text's own words where these say it better.
import type { StoredClaim } from "../ledger/index.ts";
import { type FigureClaim, type FigureRole, principal } from "../model/index.ts";
import { type Context, pointers, sideOf } from "./context.ts";
import { withDates } from "./dated.ts";
import { isDisputed } from "./disputed.ts";
import { type DraftLine, each, line, say } from "./draft.ts";
import { measureWords, printFigure, roleTail } from "./figures.ts";
import type { Merged } from "./merge.ts";
import type { Naming } from "./naming.ts";
import { sentenceOf } from "./sentences.ts";
import { isFirstPerson, isOfBoth, quotedSpeech } from "./speech.ts";
import { tell } from "./telling.ts";
import { capitalise, countWords, houseStyle, innerQuotes, listWords, plain, printDate, stopped, withoutLead } from "./words.ts";

/** What is bargained over stands before what is. */
export const ROLE_ORDER: readonly FigureRole[] = ["demand", "offer", "pledge", "option", "target", "threshold", "actual", "estimate"];
const BARGAINING: ReadonlySet<FigureRole> = new Set(["demand", "offer", "pledge", "option"]);

/** Whether the words for what is measured say already whose it is. */
function namesOwner(context: Context, { whose, measure }: FigureClaim): boolean {
  if (!whose) return true;
  const state = principal(whose);
  return [context.names.shortName(state), context.names.adjective(state), whose.name].some((name) => measure.includes(name));
}

/** Words of a stretch of text that stands in for a missing measure. */
const SEGMENT = { least: 3, most: 20, whole: 28 } as const;

/** A relative clause, which hangs on what is not printed. */
const HANGING = /^(?:that|which|who|where)\b/;

/** The passage, or the stretch of it around the figure from one comma to the next; null when it is too short or too long to print. */
function segmentOf({ evidence, text }: FigureClaim): string | null {
  const passage = plain(evidence[0]!.quote);
  const at = passage.indexOf(plain(text));
  if (at < 0) return null;
  if (countWords(passage) <= SEGMENT.whole) return HANGING.test(passage) ? null : passage.replace(/[.,;]$/, "");
  const before = passage.slice(0, at);
  const start = Math.max(
    ...[", ", "; ", ": ", " – ", " — ", " - "].map((mark) => before.lastIndexOf(mark) + (before.includes(mark) ? mark.length : 1)),
  );
  const end = /,\s|[;:]\s|\s[–—-]\s|$/.exec(passage.slice(at + text.length))!.index + at + text.length;
  const segment = passage.slice(start, end).replace(/[.,;]$/, "");
  const words = countWords(segment);
  return words >= SEGMENT.least && words <= SEGMENT.most && !HANGING.test(segment) ? segment : null;
}

const CLAUSE = /\s(?:is|are|was|were|has|have|had|will|would|could|may|might|said|says|asks?|offers?|wants?)\s/;

/** A whole clause of the text stands as a sentence, a piece of one between quotation marks. */
function ownWords(segment: string): string {
  return CLAUSE.test(segment) && !isFirstPerson(segment) && !/^(?:with|of|in|for|from|to|by|on|at|and|but|which|who|that)\b/i.test(segment)
    ? capitalise(houseStyle(segment))
    : `“${innerQuotes(segment)}”`;
}

/** What shops say: an advertisement that was taken for text. */
const REBATE = /(?:%|per ?cent)\s(?:off|discount)\b/i;

/** Whether a figure can be said: what it measures is known, or a side bargains with it, or the text around it can stand for it. */
export function isTelling(claim: FigureClaim): boolean {
  const passage = plain(claim.evidence[0]!.quote);
  if (REBATE.test(passage) || cutsToken(passage, plain(claim.text))) return false;
  return measureWords(claim.measure) !== "" || BARGAINING.has(claim.role) || segmentOf(claim) !== null;
}

/** Whether the figure begins inside a name: `8I` of `P-8I`. */
const cutsToken = (passage: string, figure: string): boolean =>
  /[\p{L}][-\u2010\u2011]?$/u.test(passage.slice(0, Math.max(passage.indexOf(figure), 0)));

const lowered = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** `Duty on wine: 150%`; for things counted, whose noun is part of the figure, `12,000 visas for students`. */
function figureWords(claim: FigureClaim, figure: string, owner: string): string {
  const measure = measureWords(claim.measure);
  const noun = (figure.split(" ").pop() ?? "").toLowerCase();
  const counted = claim.unit.toLowerCase().startsWith(noun.replace(/s$/, "")) && noun.length > 2;
  if (counted && measure.toLowerCase().startsWith(noun)) return capitalise(`${figure}${measure.slice(noun.length)}${owner}`);
  return measure ? `${capitalise(measure)}${owner}: ${figure}` : `${capitalise(figure)}${owner}`;
}

/** What is weighed and not decided: `Is considering $1 trillion; not decided`, with the side's name in front where no column gives it. */
function optionWords(claim: FigureClaim, figure: string, owner: string, side: string | null, year: string): string {
  const thing = lowered(figureWords(claim, figure, "").replace(/^(.*): (.*)$/, "$2 ($1)"));
  return side === null
    ? `One option is ${thing}${owner}${year}; not decided`
    : `${side ? `${side} is` : "Is"} considering ${thing}${year}; not decided`;
}

/** The line of a figure: `Student visas: 10,200 in 2023.`; `named` puts a side's name before what it weighs. */
export function figureLine(context: Context, naming: Naming, { first, all }: Merged<FigureClaim>, named = false): DraftLine {
  const { claim, document } = first;
  // What a side asks, offers or considers stands in its column; what is, was or is aimed at stands with the numbers.
  const side = BARGAINING.has(claim.role) ? sideOf(context, claim.holder) : null;
  const self = claim.attribution?.actor?.id === claim.whose?.id;
  const owner = claim.whose && side === null && !self && !namesOwner(context, claim) ? ` (${naming.later(claim.whose)})` : "";
  const disputed = isDisputed(context, first) ? "; disputed, see 9" : "";
  const sentence = sentenceWords(context, naming, first, side, named);
  if (sentence) {
    const cell = isOfBoth(sentence) ? "both" : (side ?? "both");
    return line([say(disputed ? sentence.replace(/\.?$/, `${disputed}.`) : sentence, each(pointers(all)))], cell);
  }
  const words = lineWords(context, naming, claim, side, owner, named);
  // A passage that names its speaker itself needs no second one.
  const says = /\b(?:said|says|according to)\b/.test(words) ? "" : naming.says(claim.attribution, document, claim.holder);
  return line([say(stopped(words + says + disputed), each(pointers(all)))], side ?? "both");
}

/** The sentence of the text, of a side what it does in it; null where it is too long or, of a side, has no verb that is known. */
function sentenceWords(
  context: Context,
  naming: Naming,
  stored: StoredClaim<FigureClaim>,
  side: "a" | "b" | null,
  named: boolean,
): string | null {
  if (side !== null) {
    const told = tell(context, naming, stored);
    if (!told) return null;
    const name = context.names.shortName(context.sides[side === "a" ? 0 : 1]);
    if (told.spoken) return named ? `${name}: ${told.words}` : told.words;
    return named && !told.named ? `${name} ${told.words.charAt(0).toLowerCase()}${told.words.slice(1)}` : told.words;
  }
  const { quote } = sentenceOf(context, stored);
  const words = houseStyle(withoutLead(quote));
  if (isFirstPerson(words)) return quotedSpeech(withoutLead(quote));
  return countWords(words) <= SEGMENT.whole && CLAUSE.test(words) ? stopped(withDates(context, stored.document, capitalise(words))) : null;
}

function lineWords(context: Context, naming: Naming, claim: FigureClaim, side: "a" | "b" | null, owner: string, named: boolean): string {
  const measure = measureWords(claim.measure);
  const nameless = measure === "" || measure.toLowerCase() === claim.unit.toLowerCase();
  // In a long sentence the words for what is measured are read wrongly too often to stand alone.
  const segment = nameless || side === null ? segmentOf(claim) : null;
  if (segment) return ownWords(segment);
  const figure = printFigure(claim);
  const told = claim.year !== null && measure.includes(claim.year.replace(/^FY/, ""));
  const year = claim.year && !told ? `${claim.role === "actual" || claim.role === "target" ? " in" : " for"} ${printDate(claim.year)}` : "";
  if (claim.role === "option") {
    const name = side === null ? null : named ? context.names.shortName(context.sides[side === "a" ? 0 : 1]) : "";
    return optionWords(claim, figure, owner, name, year);
  }
  return figureWords(claim, figure, owner) + roleTail(claim.role, listWords(claim.toward.map((actor) => naming.later(actor)))) + year;
}
