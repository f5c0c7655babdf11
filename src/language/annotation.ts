// The annotated document: everything the language stage says about a text, as spans over it.
import type { ActorRef, Document, PartialDate, Problem, Span } from "../model/index.ts";

/** One token in UD English tokenisation. Positions are over the whole document. */
export interface Token extends Span {
  readonly index: number;
  readonly sentence: number;
  readonly text: string;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** Penn tag. */
  readonly xpos: string;
  /** Document-wide index of the head token; -1 for the root of a sentence. */
  readonly head: number;
  /** UD v2 relation with subtype: `nsubj:pass`. */
  readonly deprel: string;
  /** BIO name tag of the engine: `B-PERSON`, `I-GPE`, `O`. */
  readonly name: string;
}

export interface Sentence extends Span {
  readonly index: number;
  /** Token positions, half-open. */
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  readonly kind: "prose" | "heading" | "list-item";
}

interface MentionBase extends Span {
  /** Position in `AnnotatedDocument.mentions`. */
  readonly id: number;
  readonly sentence: number;
  /** Token positions, half-open. */
  readonly from: number;
  readonly to: number;
  /** The token of the mention whose head lies outside it. */
  readonly head: number;
  readonly text: string;
}

/** Words that mean an actor. Nested parts (the state in `Japanese officials`) are not mentions of their own unless they act on their own (possessors do). */
export interface ActorMention extends MentionBase {
  readonly kind: "actor";
  /** name: `Shigeru Ishiba`; state: `Japan`, `Japanese` (as a modifier); office: `the prime minister`; pronoun; metonym: `Tokyo`, `the White House`;
   *  collective: `the two leaders`, `both sides`; group: `Japanese officials`, `a senior official`; organisation. */
  readonly form: "name" | "state" | "office" | "pronoun" | "metonym" | "collective" | "group" | "organisation";
  /** Who it is: one for a person or a state, several for a collective, none when not resolved. */
  readonly actors: readonly ActorRef[];
  /** The office stated with it, in words of the text: `Prime Minister`. */
  readonly title: string | null;
  readonly qualifier: string | null;
  /** The mention it was resolved through (pronouns, offices, collectives), if any. */
  readonly antecedent: number | null;
  /** True for speakers who are not named: `officials`, `a person briefed on the talks`. */
  readonly anonymous: boolean;
}

export interface PlaceMention extends MentionBase {
  readonly kind: "place";
  readonly placeId: string;
  readonly name: string;
  readonly state: string | null;
}

/** A TIMEX3: `value` in its notation (`2025-02-07`, `2025-W06`, `2025-02-07TEV`, `P100D`, `XXXX-WXX-5`, `PRESENT_REF`, `FY2027`). */
export interface DateMention extends MentionBase {
  readonly kind: "date";
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  readonly value: string;
  readonly mod:
    | "START"
    | "MID"
    | "END"
    | "APPROX"
    | "BEFORE"
    | "AFTER"
    | "EQUAL_OR_LESS"
    | "EQUAL_OR_MORE"
    | "LESS_THAN"
    | "MORE_THAN"
    | null;
  /** Calendar form: first and last day (inclusive) as far as known, `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `FY2027`; both null for sets, durations and vague references. */
  readonly first: PartialDate | null;
  readonly last: PartialDate | null;
  /** `deadline` for “by 30 June”, “within 100 days” (then `last` is the last day). */
  readonly relation: "on" | "by" | "since" | "until" | "before" | "after" | "within" | null;
  /** How it was resolved, one phrase: `weekday after publication Wed 2025-02-05`. */
  readonly how: string;
}

export interface QuantityMention extends MentionBase {
  readonly kind: "quantity";
  readonly value: number;
  readonly high: number | null;
  /** `%`, ISO 4217 code, or a plural noun lemma for what is counted: `persons`, `missiles`, `tonnes`, `points`; `number` when bare. */
  readonly unit: string;
  readonly qualifier: "about" | "at-least" | "at-most" | "more-than" | "less-than" | "nearly" | null;
  /** What a share is a share of: `GDP`, `contract value`; null when not stated. */
  readonly base: string | null;
  /** A conversion that the text itself gives beside it (`64,800 crore rupees, about €7.2 billion`): id of that mention. */
  readonly sameAs: number | null;
}

export type Mention = ActorMention | PlaceMention | DateMention | QuantityMention;

/** A quotation or a reported statement. */
export interface Quotation {
  readonly id: number;
  readonly kind: "direct" | "mixed" | "indirect";
  /** The words without the marks (direct, mixed), or the clause (indirect). Several where one quotation is split by its cue. */
  readonly content: readonly Span[];
  /** Id of the speaker's ActorMention; null where nobody is named. */
  readonly speaker: number | null;
  /** Token position of the cue (`said`, `according`), null where there is none. */
  readonly cue: number | null;
  readonly sentence: number;
}

export interface AnnotatedDocument {
  readonly document: Document;
  /** Publication day in the text's own zone, `YYYY-MM-DD`; null when unknown. */
  readonly published: string | null;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  /** Token position → ids of the mentions that cover it, longest first. */
  readonly mentionsAt: ReadonlyMap<number, readonly number[]>;
  readonly problems: readonly Problem[];
}
