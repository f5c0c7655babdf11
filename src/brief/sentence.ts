// The words of a position: stance and modality as a verb, the thing wanted in the source's own words.
import type { PositionClaim, Stance } from "../model/index.ts";
import { hangsOnOther, readInfinitive, wholePhrase } from "./clause.ts";
import { clauseOf } from "./predicate.ts";
import { capitalise, countWords, escapePattern, houseStyle, innerQuotes, isGerund, plain } from "./words.ts";

/** The grammar of the words after the stance, read from the passage they stand in. */
export type Shape = "predicate" | "infinitive" | "object" | "clause" | "gerund" | "noun" | "unclear";

const DETERMINER = /^(the|a|an|its|their|his|her|any|no|more|less|fewer|further|some|all|both|each|every|this|that|these|those|\d|[€$£¥])/i;
const SUBJECT_AND_VERB =
  /^[\p{L}\p{N}’'“” -]{1,60}?(?<!\p{L})(?<!\b(?:that|which|who)\s)(is|are|was|were|will|would|should|shall|must|can|could|may|might|has|have|had|does|do)\b/u;

/** Words that have their own verb: `will not discuss it`. */
const PREDICATE = /^(?:will|would|can|cannot|could|may|might|shall|should|must|won’t|does|do|did|has|have|had|is|are|was|were)\s/;

/** Verbs of saying in the third person: the words are a predicate of their own. */
const SAYS =
  /^(?:reaffirms|reiterates|welcomes|underlines|underscores|emphasi[sz]es|stresses|recogni[sz]es|acknowledges|condemns|urges|insists|affirms|pledges|commends|supports|opposes)\s/;
/** Adjectives before which “to” is a preposition: `response to natural disasters`. */
const ADJECTIVE = /^(?!(?:reveal|appeal|deal|seal|steal|heal|signal|equal|rival|bless|panic|mimic)\b)\p{Ll}+(?:al|ous|ic|ful|less)\s/u;

/** `Japan to pay more`, `the two leaders to meet`: somebody who is to do something. */
const OBJECT_AND_INFINITIVE =
  /^(?:\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}|(?:the|both|all|its|their) (?:\p{L}+ ){0,2}(?:leaders?|sides?|allies|members|partners|countries|governments?|states)) to \p{Ll}/u;

export function shapeOf(about: string, quote: string): Shape {
  const words = plain(about);
  if (/^to\s+\p{Ll}/u.test(words)) return "infinitive";
  if (/^that\s/i.test(words)) return "clause";
  if (PREDICATE.test(words) || SAYS.test(words)) return "predicate";
  const at = plain(quote).toLowerCase().indexOf(words.toLowerCase());
  const before = at > 0 ? (/(\S+)\s*$/.exec(plain(quote).slice(0, at))?.[1]?.toLowerCase() ?? "") : "";
  if (before === "that") return "clause";
  if (before === "to" && !ADJECTIVE.test(words) && !DETERMINER.test(words) && /^\p{Ll}/u.test(words) && !isGerund(words.split(" ")[0]!))
    return "infinitive";
  if (OBJECT_AND_INFINITIVE.test(words)) return "object";
  if (isGerund(words.split(" ")[0]!)) return "gerund";
  if (SUBJECT_AND_VERB.test(words)) return "clause";
  return words.includes(" ") || at >= 0 ? "noun" : "unclear";
}

type Frame = Partial<Record<Shape, string>>;

/** How each stance governs each shape; `{x}` are the source's words, `{whom}` the addressee where there is one. */
const ASSERTED: Readonly<Record<Stance, Frame>> = {
  seeks: { infinitive: "wants to {x}", object: "wants {x}", noun: "wants {x}", gerund: "seeks {x}", clause: "asks that {x}" },
  demands: {
    infinitive: "presses{whom} to {x}",
    object: "presses {x}",
    noun: "demands {x}",
    gerund: "demands {x}",
    clause: "demands that {x}",
  },
  offers: { infinitive: "offers to {x}", noun: "offers {x}", gerund: "is open to {x}", clause: "offers that {x}" },
  supports: { noun: "supports {x}", gerund: "supports {x}", clause: "supports that {x}" },
  opposes: { infinitive: "refuses to {x}", noun: "opposes {x}", gerund: "opposes {x}", clause: "says that {x}" },
  concerned: {},
  denies: { noun: "denies {x}", gerund: "denies {x}", clause: "denies that {x}" },
  welcomes: { noun: "welcomes {x}", gerund: "welcomes {x}", clause: "welcomes that {x}" },
  reaffirms: { noun: "reiterates {x}", gerund: "reiterates {x}", clause: "reiterates that {x}" },
};

const PLANNED: Readonly<Partial<Record<Stance, Frame>>> = {
  seeks: {
    infinitive: "will ask to {x}",
    object: "will ask {x}",
    noun: "will ask for {x}",
    gerund: "will ask for {x}",
    clause: "will ask that {x}",
  },
  demands: {
    infinitive: "will press{whom} to {x}",
    object: "will press {x}",
    noun: "will press for {x}",
    gerund: "will press for {x}",
    clause: "will press for “{x}”",
  },
  offers: { infinitive: "will offer to {x}", noun: "will offer {x}", gerund: "will offer {x}" },
  opposes: { infinitive: "will refuse to {x}", noun: "will oppose {x}", gerund: "will oppose {x}" },
  supports: { noun: "will support {x}", gerund: "will support {x}" },
  reaffirms: { noun: "will reiterate {x}", clause: "will reiterate that {x}" },
};

const POSSIBLE: Readonly<Partial<Record<Stance, Frame>>> = {
  seeks: {
    infinitive: "may ask to {x}",
    object: "may ask {x}",
    noun: "may ask for {x}",
    gerund: "may ask for {x}",
    clause: "may ask that {x}",
  },
  demands: { infinitive: "may press{whom} to {x}", object: "may press {x}", noun: "may press for {x}", gerund: "may press for {x}" },
  offers: { infinitive: "is considering an offer to {x}", noun: "is considering an offer of {x}", gerund: "is considering {x}" },
  opposes: { infinitive: "may refuse to {x}", noun: "may oppose {x}", gerund: "may oppose {x}" },
};

/** The verb alone, for words whose grammar is not clear: `wants: “…”`. */
const VERBS: Readonly<Record<Stance, string>> = {
  seeks: "wants",
  demands: "demands",
  offers: "offers",
  supports: "supports",
  opposes: "opposes",
  concerned: "is concerned",
  denies: "denies",
  welcomes: "welcomes",
  reaffirms: "reiterates",
};

/** Words of a passage that is quoted whole. */
const MAX_QUOTE = 25;

export interface PositionWords {
  /** `Concern.` in bold before the words. */
  readonly concern: boolean;
  /** `wants a framework agreement this year`; for a concern the thing feared. No subject, no stop. */
  readonly words: string;
  /** True for a clause with a subject of its own, before which no other may stand. */
  readonly clause: boolean;
}

/** Prepositions that belong to the stance's own verb (`open to`, `concerned about`) and go with it. */
const OWN_PREPOSITION = /^(?:about|over|at|regarding|concerning|to(?=\s(?!(?:b|st|sp|w|sw|cl|fl|r)r?ing\b)\S+ing\b))\s+/i;
/** Any other preposition in front means that the phrase lost its head. */
const HEADLESS =
  /^[([]|^(?:of|on|in|from|by|with|under|into|between|against|as|than|until|since|after|before|during|without|and|or|but|that|it|this|they|he|she|which|who|what|nobody|including)(?:\s|$)/i;
/** The speaker at the end of the words, who is printed after them anyway. */
const SPEAKER = /,?\s(?:according to|said|says?)\s[^,]*$/;
const CLAUSE_START = /^that\s+\S+\s+\S/i;

/** Speakers, who are nothing that is wanted: the end of “…, two officials said”. */
const SPEAKERS =
  /^(?:(?:the|an?|one|two|three|four|several|some|senior|unnamed|other)\s)+(?:\p{L}+\s){0,2}(?:officials?|diplomats?|aides?|sources?|people|advisers?|negotiators?|spokes\p{L}+)$/iu;

/** The word of fear itself: nobody is told what is feared. */
const ONLY_FEAR =
  /^(?:(?:deep|serious|shared|grave|any|their|its|our|these|mutual)\s)*(?:concerns?|worr(?:y|ies)|fears?|unease|anxiet(?:y|ies))$/i;

/** Whether the words can stand in a sentence: a phrase that lost its head, a bare pronoun or a lone short word says nothing. */
export function isSayable(claim: PositionClaim): boolean {
  const about = plain(claim.about)
    .replace(OWN_PREPOSITION, "")
    .replace(claim.stance === "concerned" ? /^(?:of|for|with|by)\s+/i : /^$/, "");
  if (!/\p{L}{2}|\d/u.test(about) || ONLY_FEAR.test(about)) return false;
  if (SPEAKERS.test(about)) return false;
  // What is feared may be a clause: “what they may give in return”.
  if (claim.stance === "concerned" && /^(?:what|how|whether|that)\s\S+\s/i.test(about)) return true;
  return CLAUSE_START.test(about) || !HEADLESS.test(about);
}

/** Stances that are read from many verbs: what follows must be theirs, and say something. */
const LOOSE: ReadonlySet<Stance> = new Set(["seeks", "supports", "reaffirms", "welcomes"]);
const LIGHT =
  /^(?:to|do|be|have|get|make|go|see|take|give|things?|lots?|very|different|together|his|her|their|its|our|them|it|more|some|all|and|of|or)$/i;

/** Whether words say next to nothing: one common noun, or only verbs such as “have” and “do”. */
function isBare(words: string): boolean {
  const told = plain(words)
    .split(" ")
    .filter((word) => /\p{L}|\d/u.test(word) && !LIGHT.test(word));
  return (
    told.length === 0 ||
    (told.length === 1 &&
      /^\p{Ll}+$/u.test(told[0]!) &&
      !DETERMINER.test(plain(words).replace(/^(?:their|its|his|her|all|some|more)\s/i, "")))
  );
}

/** `whom` is the printed addressee, used where the grammar needs one (`asks Japan to …`); `attributed` when “…, X says” will follow. */
export function positionWords(claim: PositionClaim, whom: string | null, attributed = false): PositionWords {
  const quote = claim.evidence[0]?.quote ?? "";
  const whole = wholePhrase(claim.about, quote)?.replace(/(?<!\b\p{Lu}\.\p{Lu})[.;,]+$/u, "") ?? null;
  if (whole === null) return { concern: false, clause: false, words: `${VERBS[claim.stance]}: “${innerQuotes(claim.about)} …”` };
  const said = attributed ? whole.replace(SPEAKER, "") : whole;
  const about = said.replace(OWN_PREPOSITION, "").replace(claim.stance === "seeks" || claim.stance === "demands" ? /^for\s+/i : /^$/, "");
  if (claim.stance === "concerned")
    return { concern: true, clause: false, words: houseStyle(about.replace(/^(?:that|of|for|with|by)\s+/i, "")) };
  const read = shapeOf(about, quote);
  if (read === "predicate") return { concern: false, clause: false, words: houseStyle(about) };
  const asking = claim.stance === "seeks" || claim.stance === "demands";
  const infinitive = asking && read === "infinitive" ? readInfinitive(about, quote) : null;
  // Who is to act must not be guessed: the passage then speaks for itself.
  if (infinitive?.kind === "unclear")
    return countWords(quote) <= MAX_QUOTE
      ? { concern: false, clause: true, words: `“${innerQuotes(quote)}”` }
      : { concern: false, clause: false, words: `${VERBS[claim.stance]}: “${innerQuotes(about)}”` };
  const [shape, asked]: [Shape, string] = infinitive?.kind === "object" ? ["object", infinitive.words] : [read, about];
  const table = claim.modality === "planned" ? PLANNED : claim.modality === "possible" ? POSSIBLE : ASSERTED;
  // A clause that was cut before its verb; what is asked for has none that is finite (“that the duty be halved”).
  const verbless = shape === "clause" && !asking && !SUBJECT_AND_VERB.test(about.replace(/^that\s/i, "")) && clauseOf(about) === null;
  if (verbless) return { concern: false, clause: false, words: `${VERBS[claim.stance]}: “${innerQuotes(about)}”` };
  if (LOOSE.has(claim.stance) && shape === "noun" && (isBare(about) || hangsOnOther(about, quote)))
    return { concern: false, clause: false, words: `${VERBS[claim.stance]}: “${innerQuotes(about)}”` };
  const frame = table[claim.stance]?.[shape] ?? (claim.modality === "asserted" ? undefined : ASSERTED[claim.stance][shape]);
  if (!frame) return { concern: false, clause: false, words: `${VERBS[claim.stance]}: “${innerQuotes(asked)}”` };
  if (asking && shape === "infinitive" && isBare(asked))
    return { concern: false, clause: false, words: `${VERBS[claim.stance]}: “${innerQuotes(asked)}”` };
  const bare = asked.replace(shape === "clause" ? /^that\s+/i : shape === "infinitive" ? /^to\s+/i : /^$/, "");
  // “says that” in front of a clause that somebody is quoted for would say it twice.
  const words = frame.startsWith("says that ") && attributed ? "{x}" : frame;
  const addressee = whom && !new RegExp(`\\b${escapePattern(whom)}\\b`).test(bare) ? ` ${whom}` : "";
  return { concern: false, clause: words === "{x}", words: words.replace("{whom}", addressee).replace("{x}", () => houseStyle(bare)) };
}

const PLURALS: Readonly<Record<string, string>> = {
  presses: "press",
  is: "are",
  refuses: "refuse",
  denies: "deny",
  does: "do",
  has: "have",
};

/** The words with a plural subject: `reiterates …` → `reiterate …`. */
export function inPlural(words: string): string {
  return words.replace(
    /^(\p{Ll}+)/u,
    (verb) => PLURALS[verb] ?? (/s$/.test(verb) && !/^(?:will|may)$/.test(verb) ? verb.slice(0, -1) : verb),
  );
}

/** A sentence from subject and words: `Mr Trump wants …`; without a subject the verb is capitalised. */
export const withSubject = (subject: string | null, words: string): string => capitalise(subject ? `${subject} ${words}` : words);
