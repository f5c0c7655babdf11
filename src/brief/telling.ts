// What a side does, told in the words of the text: the sentence a claim was read from, without the side as its subject.
import type { StoredClaim } from "../ledger/index.ts";
import { type ActorRef, actorKind, type Claim, covers, type Evidence, evidenceOf, overlaps, principal, type Span } from "../model/index.ts";
import { withoutDangling } from "./clause.ts";
import { type Context, publishedDay, sideOf } from "./context.ts";
import { withDates } from "./dated.ts";
import type { Naming } from "./naming.ts";
import { familyName } from "./naming.ts";
import { type Clause, clauseOf, inSingular } from "./predicate.ts";
import { sentenceOf } from "./sentences.ts";
import { isCourtesy, isFirstPerson, isOfBoth, isOurs, isTranscript, ofBoth, quotedSpeech } from "./speech.ts";
import { capitalise, countWords, escapePattern, houseStyle, plain, stopped, unaccented, withoutLead } from "./words.ts";

/** Words of a sentence that is printed whole; the average sentence of news has 22. */
const MAX_SENTENCE = 28;
/** Words of a clause of a longer one. */
const MAX_CLAUSE = 26;

type Held = Extract<Claim, { kind: "position" | "commitment" | "figure" }>;

export interface Telling {
  /** One sentence with its stop; the subject is left out where it is the side itself. */
  readonly words: string;
  /** Whether the words say themselves whose they are. */
  readonly named: boolean;
  /** Whether they are speech between marks, before which a name stands with a colon. */
  readonly spoken?: boolean;
}

export const holderOf = (context: Context, claim: Held): ActorRef | null =>
  claim.kind === "commitment" ? (claim.by.find((actor) => sideOf(context, actor) !== null) ?? claim.by[0] ?? null) : claim.holder;

/** Claims of a kind that has a holder, in the sentence of a claim. */
function neighbours(context: Context, stored: StoredClaim<Held>, sentence: Evidence): readonly Held[] {
  return (context.byDocument.get(stored.document) ?? []).flatMap(({ claim }) =>
    (claim.kind === "position" || claim.kind === "commitment" || claim.kind === "figure") && overlaps(claim.evidence[0]!, sentence)
      ? [claim]
      : [],
  );
}

/** A clause may begin here: after a mark, a word that joins clauses, or the “that” of reported speech. */
const BOUNDARY =
  /(?:^|[.,;:!?“”"‘(—–]|\s-|(?<![\p{L}])(?:and|but|while|because|although|if|whether|unless|or|so|yet)|(?<![\p{L}])(?:sa(?:id|ys?)|told(?:\s\S+){1,3}|repeat(?:ed|s)|stress(?:ed|es)|warn(?:ed|s)|announced|insist(?:ed|s)|add(?:ed|s)|confirmed|stated|reporters) that|(?<![\p{L}])(?:said|says))\s*$/u;

/** The passage to print: the sentence when it is short and speaks for one side, else the clause of the claim when it is whole. */
function passageOf(context: Context, stored: StoredClaim<Held>): string | null {
  const sentence = sentenceOf(context, stored);
  const own = stored.claim.evidence[0]!;
  const side = sideOf(context, holderOf(context, stored.claim));
  const text = context.byId.get(stored.document)!.text;
  const others = neighbours(context, stored, sentence).flatMap((claim) => {
    const other = sideOf(context, holderOf(context, claim));
    const span = claim.evidence[0]!;
    const apart = BOUNDARY.test(text.slice(sentence.start, span.start));
    return other !== null && other !== side && apart && (span.start !== own.start || span.end !== own.end) ? [span] : [];
  });
  if (others.length === 0 && countWords(sentence.quote) <= MAX_SENTENCE) return sentence.quote;
  const clause = ownClause(own, others, text);
  if (BOUNDARY.test(text.slice(sentence.start, own.start)) && clauseOf(clause) !== null && countWords(clause) <= MAX_CLAUSE) return clause;
  if (others.length > 0) return null;
  const whole = evidenceOf(text, sentence).quote;
  const prefix = prefixOf(whole, own.end - sentence.start);
  if (prefix !== null) return prefix;
  const list = listPrefix(whole);
  return list !== null && plain(list).includes(beginningOf(stored.claim)) ? list : null;
}

/** The first words of what a claim is about: they stand in a passage that tells it. */
function beginningOf(claim: Held): string {
  const words = claim.kind === "position" ? claim.about : claim.kind === "commitment" ? claim.action : claim.text;
  return plain(words).split(" ").slice(0, 3).join(" ");
}

const JOINT = /[,;]?\s*(?:(?:while|and|but|whereas|although)\s*)?$/;

/** The claim's own words up to where the other side's begin. */
function ownClause(own: Evidence, others: readonly Span[], text: string): string {
  const next = others.filter(({ start }) => start > own.start && start < own.end).sort((a, b) => a.start - b.start)[0];
  return next ? text.slice(own.start, next.start).replace(JOINT, "") : own.quote;
}

/** Whether a claim was read from a clause inside another's claim: what somebody wants a side to do, or what is told of a thing in passing. */
export function isSubordinate(context: Context, stored: StoredClaim<Held>): boolean {
  const own = stored.claim.evidence[0]!;
  const sentence = sentenceOf(context, stored);
  if (own.start === sentence.start || BOUNDARY.test(context.byId.get(stored.document)!.text.slice(sentence.start, own.start))) return false;
  const holder = holderOf(context, stored.claim);
  return neighbours(context, stored, sentence).some((claim) => {
    const other = holderOf(context, claim);
    return (
      other !== null &&
      holder !== null &&
      principal(other) !== principal(holder) &&
      claim.evidence[0]!.start < own.start &&
      covers(claim.evidence[0]!, own)
    );
  });
}

/** Whether a claim was read from speech with false starts, of which no line can be made. */
export const isUnfinished = (context: Context, stored: StoredClaim<Held>): boolean =>
  UNFINISHED.test(plain(sentenceOf(context, stored).quote));

/**
 * Whether a claim was read from speech that no line tells: a courtesy or the conduct of a talk (“I would like to start by …”), or words of a
 * transcript in the first person whose speaker is not known.
 */
export function isMereSpeech(context: Context, stored: StoredClaim<Held>): boolean {
  if (!isFirstPerson(sentenceOf(context, stored).quote)) return false;
  const { attribution } = stored.claim;
  const known = actorKind(holderOf(context, stored.claim)?.id ?? "") === "person" || (attribution?.named ?? false);
  return isCourtesy(stored.claim.evidence[0]!.quote) || (!known && isTranscript(context.byId.get(stored.document)?.text ?? ""));
}

/**
 * Whether words without a subject of their own stand after the other side's name in the same sentence, closer than after their holder's:
 * `while India is worried and has refused …` is India's refusal.
 */
export function isMisheld(context: Context, stored: StoredClaim<Held>): boolean {
  const side = sideOf(context, holderOf(context, stored.claim));
  const own = stored.claim.evidence[0]!;
  const sentence = sentenceOf(context, stored);
  if (side === null || clauseOf(own.quote)?.subject !== "") return false;
  const before = context.byId.get(stored.document)!.text.slice(sentence.start, own.start);
  const at = context.sides.map((state) => lastNamed(context, state, before));
  const [holder, other] = side === "a" ? [at[0]!, at[1]!] : [at[1]!, at[0]!];
  return other > holder && other >= 0;
}

/** Offset of the last place where a side stands as a subject before the end of a text; -1 where it does not. */
function lastNamed(context: Context, state: string, text: string): number {
  const names = [context.names.shortName(state), context.names.actor(state)?.name ?? ""].filter((name) => name !== "");
  return Math.max(
    ...names.map((name) => [...text.matchAll(new RegExp(`(?<![\\p{L}])${escapePattern(name)}(?=\\s)`, "gu"))].at(-1)?.index ?? -1),
  );
}

/** The beginning of a sentence up to the last comma or semicolon that leaves it short enough and keeps what stands before `least`. */
function prefixOf(sentence: string, least: number): string | null {
  const ends = [...sentence.matchAll(/[,;]\s/g)].map(({ index }) => index).filter((at) => at >= least - 1);
  const found = ends.map((at) => sentence.slice(0, at)).filter((text) => countWords(text) <= MAX_SENTENCE);
  return found.at(-1) ?? null;
}

/** After such a comma a list goes on, to its “and”: what stands before it is true without it. */
const LIST_GOES_ON = /^,\s(?:and\s|as well as\s|(?:the|to|its|their|an?)\s(?=.*,\s(?:and|as well as)\s))/s;

/** The beginning of a sentence that lists several things, up to a comma of the list; a condition or a restriction is never cut off. */
function listPrefix(sentence: string): string | null {
  if (/\b(?:if|unless|but|provided|except|although|until|only|not|no|never)\b/i.test(sentence)) return null;
  const ends = [...sentence.matchAll(/,\s/g)].map(({ index }) => index).filter((at) => LIST_GOES_ON.test(sentence.slice(at)));
  const found = ends.map((at) => withoutDangling(sentence.slice(0, at))).filter((text) => countWords(text) <= MAX_SENTENCE);
  const longest = found.at(-1);
  return longest !== undefined && countWords(longest) >= LEAST_OF_LIST && clauseOf(longest) !== null ? longest : null;
}

/** Words of the beginning of a list that tell enough. */
const LEAST_OF_LIST = 10;

/** The speaker after the words, who is printed after them anyway. */
const SPEAKER =
  /,?\s(?:according to\s[^,]*|(?:[^,“”]{2,70}\s)?(?:said|says?|added|confirmed|told reporters)(?:\s(?:on|last|this|in|at|late|early)\s[^,]*|\s(?:[^,“”]{2,60}))?)$/u;

const withoutStop = (text: string): string => plain(text).replace(/(?<!\b\p{Lu}\.\p{Lu})[.;,]+$/u, "");

const PERSON_PRONOUN = /^(?:he|she|I|you)$/i;
/** Speech as it was transcribed, with its false starts and questions. */
const UNFINISHED =
  /\byou know\b|\bI mean\b|[—–]\s?\S+(?:\s\S+)?\s?[—–]|\s[—–-]\s*$|^Q\s|^(?:Where|Which|Who|What|Why|How)\s|^\p{Lu}{2}[\p{Lu}. ]+: |\?$/u;

/** A clause that hangs on a word before it. */
const RELATIVE =
  /^(?:(?:in|by|for|of|with|to|from|on|at|under|during|after|through)\s)?(?:[Ww]hich|[Ww]hom|[Ww]hose|[Ww]here|[Ww]ho|that)\b/;

/** Whether a subject of the text is the side and nothing more: its name, its capital, “it”. */
function isSide(context: Context, side: string, subject: string): boolean {
  const words = houseStyle(subject).replace(/^the\s/i, "");
  const known = [context.names.shortName(side), context.names.actor(side)?.name ?? ""].map((name) =>
    name.replace(/^the\s/i, "").toLowerCase(),
  );
  if (known.includes(words.toLowerCase()) || /^(?:it|they|we)$/i.test(words)) return true;
  return (
    /^\p{Lu}[\p{L} ]+$/u.test(words) &&
    !/\b(?:House|Palace|Ministry|Office|Government)\b/.test(words) &&
    context.names.place(words)?.state === side
  );
}

/** A participant whom the text names by the family name, or by title and family name. */
function participantOf(context: Context, subject: string): ActorRef | null {
  const bare = unaccented(subject.replace(/^(?:(?:Mr|Ms|Mrs|President|Prime Minister|Chancellor|King)\s)+/, ""));
  return (
    context.meeting.participants.find(
      (person) =>
        actorKind(person.id) === "person" && [familyName(context, person), plain(person.name)].some((name) => bare === unaccented(name)),
    ) ?? null
  );
}

/** `subject` and what it does; null where the words do not say who acts. */
function composed(context: Context, naming: Naming, stored: StoredClaim<Held>, found: Clause, speaker: ActorRef | null): Telling | null {
  const holder = holderOf(context, stored.claim);
  if (!holder) return { words: `${found.subject} ${found.predicate}`.trim(), named: found.subject !== "" };
  const { subject, predicate } = found;
  const day = publishedDay(context, stored.document);
  const own = speaker ?? (actorKind(holder.id) === "person" ? holder : null);
  const bare = subject === "" || isSide(context, principal(holder), subject);
  const verb = /^(?:they|we)$/i.test(subject) ? inSingular(predicate) : predicate;
  if (own && (bare || PERSON_PRONOUN.test(subject) || unaccented(subject).endsWith(unaccented(familyName(context, own)))))
    return { words: `${naming.titled(own, day)} ${verb}`, named: true };
  if (PERSON_PRONOUN.test(subject)) return null;
  // A verb further on in a sentence of the two is theirs both.
  if (subject === "" && isOfBoth(sentenceOf(context, stored).quote) && actorKind(holder.id) === "state")
    return { words: `Both sides ${predicate}`, named: true };
  if (bare) return { words: verb, named: false };
  const participant = participantOf(context, subject);
  return { words: `${participant ? naming.titled(participant, day) : subject} ${predicate}`, named: true };
}

/** The named person through whom a state speaks. */
function ownSpeaker(context: Context, claim: Held): ActorRef | null {
  const { attribution } = claim;
  const actor = attribution?.actor ?? null;
  const holder = holderOf(context, claim);
  const own = actor && attribution?.named && actorKind(actor.id) === "person" && holder && principal(actor) === principal(holder);
  return own ? actor : null;
}

/** Words cut off before the verb of saying end with the speaker's name. */
const withoutName = (words: string, speaker: string): string => {
  const tail = `, ${houseStyle(speaker)}`;
  return words.endsWith(tail) ? words.slice(0, -tail.length) : words;
};

/** Speech in the first person, between marks, with its speaker where that is known. */
function spoken(context: Context, naming: Naming, stored: StoredClaim<Held>, words: string): Telling | null {
  const speech = quotedSpeech(words);
  if (speech === null) return null;
  const holder = holderOf(context, stored.claim);
  if (holder && actorKind(holder.id) === "person")
    return { words: `${naming.titled(holder, publishedDay(context, stored.document))}: ${speech}`, named: true };
  const says = naming.says(stored.claim.attribution, stored.document, holder);
  return { words: says === "" ? speech : speech.replace(/\.$/, `${says}.`), named: false, spoken: true };
}

/**
 * A claim in the words of its text: `Wants the first boat delivered by 2032.` Null where neither sentence nor clause can be printed: too
 * long, without a verb that is known, or with a subject that the words leave open.
 */
export function tell(context: Context, naming: Naming, stored: StoredClaim<Held>): Telling | null {
  const passage = passageOf(context, stored);
  if (passage === null || UNFINISHED.test(plain(passage))) return null;
  const whole = withoutStop(withoutLead(passage));
  if (RELATIVE.test(whole)) return null;
  const ofTwo = isOurs(whole) && isOfBoth(whole);
  if (isFirstPerson(whole) && !ofTwo) return spoken(context, naming, stored, whole);
  const speaker = ownSpeaker(context, stored.claim);
  const own = ofTwo ? ofBoth(whole) : whole;
  const cut = stored.claim.attribution ? withoutName(own.replace(SPEAKER, ""), stored.claim.attribution.text) : own;
  const [words, attributed] = cut !== own && countWords(cut) >= 3 && clauseOf(cut) ? [cut, true] : [own, false];
  const found = clauseOf(words);
  if (!found) return null;
  const told = composed(context, naming, stored, found, attributed ? speaker : null);
  if (!told) return null;
  const says =
    attributed && !(speaker && told.named) ? naming.says(stored.claim.attribution, stored.document, holderOf(context, stored.claim)) : "";
  return { words: stopped(withDates(context, stored.document, capitalise(told.words) + says)), named: told.named };
}
