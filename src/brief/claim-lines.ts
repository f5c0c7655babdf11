// Lines of positions, promises and refusals: in the words of the text where a sentence can be printed, else by the template of the stance.
import type { StoredClaim } from "../ledger/index.ts";
import { type ActorRef, actorKind, type CommitmentClaim, type CommitmentStatus, type PositionClaim, principal } from "../model/index.ts";
import { wholePhrase } from "./clause.ts";
import { pointers, publishedDay, sideOf } from "./context.ts";
import { isDisputed } from "./disputed.ts";
import { type DraftLine, each, line, say, strong } from "./draft.ts";
import type { Merged } from "./merge.ts";
import { principalName } from "./naming.ts";
import { successorSince } from "./predecessors.ts";
import type { Kit } from "./sections/kit.ts";
import { inPlural, positionWords, withSubject } from "./sentence.ts";
import { sentenceOf } from "./sentences.ts";
import { isFirstPerson, isOfBoth, ofBoth } from "./speech.ts";
import { tell } from "./telling.ts";
import { capitalise, countWords, houseStyle, isGerund, plain, printDate, stopped, withoutLead } from "./words.ts";

/** Who acts, where it is not the side as such: `Mr Trump`, `the White House`; null for the state itself. */
function subjectOf(kit: Kit, holder: ActorRef, document: string): string | null {
  return actorKind(holder.id) === "state" || holder.id === principal(holder)
    ? null
    : kit.naming.titled(holder, publishedDay(kit.context, document));
}

/** The named person through whom a state speaks: “Mr X says that …” rather than “the state says that …, says Mr X”. */
function ownSpeaker({ holder, attribution }: PositionClaim): ActorRef | null {
  const actor = attribution?.actor ?? null;
  const own = actor && attribution?.named && actorKind(actor.id) === "person" && principal(actor) === principal(holder);
  return own ? actor : null;
}

/** What must be known of a line: that sources dispute it, or that it was said under a predecessor. */
function remarkOn(kit: Kit, stored: StoredClaim): string {
  const disputed = isDisputed(kit.context, stored) ? "; disputed, see 9" : "";
  const successor = successorSince(kit.context, stored);
  if (!successor) return disputed;
  const day = publishedDay(kit.context, stored.document);
  return `${disputed} (${day ? `${printDate(day)}, ` : ""}before ${kit.naming.later(successor)} took office)`;
}

/** The line with a remark before its stop. */
const remarked = (words: string, remark: string): string => (remark === "" ? words : words.replace(/\.?$/, `${remark}.`));

/** A concern of at least this many words, with no pronoun that points outside it, stands without its verb. */
const FEARED_WORDS = 3;
const FEAR = /\b(?:concern|worr|fear|wary|uneas|unease|anxi|afraid|alarm|nervous|apprehens|warn|caution)/i;
const OPEN_PRONOUN = /^(?:its|their|his|her|it|they|this|that|these|those)\b/i;

/** `named` puts the side's name before the verb, where no column or prefix says whose line it is. */
export function positionLine(kit: Kit, merged: Merged<PositionClaim>, named = false): DraftLine | null {
  const { claim, document } = merged.first;
  const own = sideOf(kit.context, claim.holder);
  const note = each(pointers(merged.all));
  const side = named ? principalName(kit.context, principal(claim.holder)) : null;
  const concern = claim.stance === "concerned" ? concernLine(kit, merged) : null;
  if (concern) return concern;
  const told = tell(kit.context, kit.naming, merged.first);
  if (told) {
    const words =
      side && told.spoken
        ? `${side}: ${told.words}`
        : side && !told.named
          ? `${side} ${told.words.charAt(0).toLowerCase()}${told.words.slice(1)}`
          : told.words;
    const lead = claim.stance === "concerned" ? [strong("Concern.")] : [];
    const cell = isOfBoth(told.words) ? "both" : own;
    return line([...lead, say(remarked(words, remarkOn(kit, merged.first)), note)], cell);
  }
  const whom = claim.toward.length === 1 ? kit.naming.later(claim.toward[0]!) : null;
  const speaker = ownSpeaker(claim);
  const subject = subjectOf(kit, speaker ?? claim.holder, document) ?? side;
  const says = speaker ? "" : kit.naming.says(claim.attribution, document, claim.holder);
  const { words: stated, clause } = positionWords(claim, whom, says !== "");
  const words = stated.replace(/(?<![\p{L}’'-])our(?![\p{L}’'-])/gu, "its");
  if (isWeak(words) || isFirstPerson(words)) return null;
  return line([say(stopped(`${withSubject(clause ? null : subject, words)}${says}${remarkOn(kit, merged.first)}`), note)], own);
}

/** Whether words tell what is feared: long enough, whole, and with no pronoun at their head that points out of them. */
const isFear = (words: string): boolean => countWords(words) >= FEARED_WORDS && !OPEN_PRONOUN.test(words) && !/…/.test(words);

/** `Concern. Even a smaller increase would hurt.`; null where the thing feared is not said whole without its verb. */
function concernLine(kit: Kit, { first, all }: Merged<PositionClaim>): DraftLine | null {
  const { claim, document } = first;
  const speaker = ownSpeaker(claim);
  const says = speaker ? "" : kit.naming.says(claim.attribution, document, claim.holder);
  const { words } = positionWords(claim, null, says !== "");
  const passage = plain(claim.evidence[0]!.quote);
  // What stands before the word of fear is not what is feared: “On X, its concern is Y”.
  if (passage.search(FEAR) > passage.indexOf(plain(claim.about))) return null;
  if (!isFear(words)) return null;
  const subject = subjectOf(kit, speaker ?? claim.holder, document);
  return line(
    [strong("Concern."), say(stopped(`${capitalise(words)}${subject ? ` (${subject})` : ""}${says}`), each(pointers(all)))],
    sideOf(kit.context, claim.holder),
  );
}

const PROMISED: Readonly<Partial<Record<CommitmentStatus, string>>> = {
  pledged: "has pledged",
  agreed: "has agreed",
  proposed: "is considering",
  "under-way": "under way:",
  done: "done:",
  slipped: "deadline missed:",
  broken: "not kept:",
};

/** The verb of a promise with what is promised: an infinitive, a gerund (`are committed to working …`) or a thing. */
function promised(verb: string, whole: string, both: boolean): string {
  const gerund = isGerund(whole.split(" ")[0]!);
  const infinitive = /^\p{Ll}/u.test(whole) && !/^(?:the|an?|its|their|no|more|further)\s/.test(whole) && !gerund;
  if (verb.endsWith(":")) return `${both ? "both sides, " : ""}${verb} ${houseStyle(whole)}`;
  const governed =
    gerund && verb === "has pledged"
      ? "is committed to"
      : gerund && verb === "has agreed"
        ? "has agreed on"
        : infinitive && !/^to\s/.test(whole)
          ? `${verb} to`
          : verb;
  return `${both ? `both sides ${inPlural(governed)}` : governed} ${houseStyle(whole)}`;
}

/** `Has pledged to raise …`. */
export function promiseLine(kit: Kit, { first, all }: Merged<CommitmentClaim>): DraftLine | null {
  const { claim, document } = first;
  const sides = new Set(claim.by.flatMap((actor) => sideOf(kit.context, actor) ?? []));
  const verb = PROMISED[claim.status];
  if (!verb || sides.size === 0) return null;
  const cell = sides.size === 2 ? "both" : [...sides][0]!;
  const told = tell(kit.context, kit.naming, first);
  const remark = remarkOn(kit, first);
  if (told) return line([say(remarked(told.words, remark), each(pointers(all)))], isOfBoth(told.words) ? "both" : cell);
  const whole = wholePhrase(claim.action, claim.evidence[0]!.quote)?.replace(/[.,;]+$/, "");
  if (!whole) return null;
  if (isFirstPerson(cell === "both" ? ofBoth(whole) : whole)) return null;
  const words = promised(verb, cell === "both" ? ofBoth(whole) : whole, sides.size === 2);
  const by = claim.by.find((actor) => sideOf(kit.context, actor) !== null)!;
  const says = kit.naming.says(claim.attribution, document, by);
  return line([say(remarked(stopped(capitalise(words) + says), remark), each(pointers(all)))], cell);
}

/** `No promise on Alaska`; `Has not promised to pay`. */
export function refusalLine(kit: Kit, { claim, document }: StoredClaim<CommitmentClaim>): DraftLine {
  const whole = (wholePhrase(claim.action, claim.evidence[0]!.quote) ?? plain(claim.action)).replace(/[.;,]+$/, "");
  const words = /^(?:on|about|over|regarding)\s/i.test(whole)
    ? `No promise ${whole}`
    : /^(?:\p{Lu}|the\s|an?\s|its\s)/u.test(whole)
      ? `No promise on ${whole}`
      : `Has not promised ${/^to\s/i.test(whole) ? whole : `to ${whole}`}`;
  const by = claim.by.find((actor) => sideOf(kit.context, actor) !== null) ?? null;
  return line(
    [say(stopped(houseStyle(words) + kit.naming.says(claim.attribution, document, by)), each(pointers([{ claim, document }])))],
    sideOf(kit.context, by),
  );
}

/** A verb with words between marks behind it: their grammar is not known, and they may be cut. */
const isWeak = (words: string): boolean => /^\p{L}+(?: \p{L}+)?: “/u.test(words) || words.includes("…");

/** Whether two positions are one that both sides take in the same words. */
export const isJoint = ({ first: a }: Merged<PositionClaim>, { first: b }: Merged<PositionClaim>): boolean =>
  a.document === b.document && a.claim.evidence[0]!.start === b.claim.evidence[0]!.start && a.claim.stance === b.claim.stance;

/** What two sides say as “we”, told of them: `We reaffirm our support` → `Both sides reaffirm their support`. */
function jointSpeech(kit: Kit, stored: StoredClaim<PositionClaim>): string | null {
  const words = withoutLead(sentenceOf(kit.context, stored).quote);
  const said = /^(?:Together, )?[Ww]e\s(?:also\s|further\s|hereby\s|jointly\s)?(?=\p{Ll})(.+)$/su.exec(words)?.[1];
  if (said === undefined || countWords(said) > MAX_JOINT || isFirstPerson(ofBoth(said))) return null;
  return stopped(`Both sides ${houseStyle(ofBoth(said))}`);
}

/** Words of a sentence of both that is printed whole. */
const MAX_JOINT = 30;

/** `Both sides reiterate …`; in the words of the text where its subject is the two of them. */
export function jointLine(kit: Kit, { first, all }: Merged<PositionClaim>): DraftLine | null {
  const note = each(pointers(all));
  const speech = jointSpeech(kit, first);
  const remark = remarkOn(kit, first);
  if (speech) return line([say(remarked(speech, remark), note)], "both");
  const told = tell(kit.context, kit.naming, first);
  if (told && !told.spoken)
    return line(
      [
        say(
          remarked(told.named ? told.words : `Both sides ${inPlural(told.words.charAt(0).toLowerCase() + told.words.slice(1))}`, remark),
          note,
        ),
      ],
      "both",
    );
  const { concern, words: stated, clause } = positionWords(first.claim, null);
  const words = ofBoth(stated);
  if (isWeak(words) || isFirstPerson(words) || (concern && !isFear(words))) return null;
  if (concern) return line([strong("Concern of both."), say(remarked(stopped(capitalise(words)), remark), note)], "both");
  return line([say(remarked(stopped(clause ? capitalise(words) : `Both sides ${inPlural(words)}`), remark), note)], "both");
}
