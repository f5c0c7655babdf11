// Lines of positions, promises and refusals: in the words of the text where a sentence can be printed, else by the template of the stance.
import type { StoredClaim } from "../ledger/index.ts";
import { type ActorRef, actorKind, type CommitmentClaim, type CommitmentStatus, type PositionClaim, principal } from "../model/index.ts";
import { wholePhrase } from "./clause.ts";
import { pointers, publishedDay, sideOf } from "./context.ts";
import { isDisputed } from "./disputed.ts";
import { type DraftLine, each, line, say, strong } from "./draft.ts";
import type { Merged } from "./merge.ts";
import { principalName } from "./naming.ts";
import type { Kit } from "./sections/kit.ts";
import { inPlural, positionWords, withSubject } from "./sentence.ts";
import { tell } from "./telling.ts";
import { capitalise, countWords, houseStyle, isGerund, plain, stopped } from "./words.ts";

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

const disputed = (kit: Kit, stored: StoredClaim): string => (isDisputed(kit.context, stored) ? "; disputed, see 9" : "");

/** The line with a remark before its stop. */
const remarked = (words: string, remark: string): string => (remark === "" ? words : words.replace(/\.?$/, `${remark}.`));

/** A concern of at least this many words, with no pronoun that points outside it, stands without its verb. */
const FEARED_WORDS = 3;
const FEAR = /\b(?:concern|worr|fear|wary|uneas|unease|anxi|afraid|alarm|nervous|apprehens|warn|caution)/i;
const OPEN_PRONOUN = /^(?:its|their|his|her|it|they|this|that|these|those)\b/i;

/** `named` puts the side's name before the verb, where no column or prefix says whose line it is. */
export function positionLine(kit: Kit, merged: Merged<PositionClaim>, named = false): DraftLine | null {
  const { claim, document } = merged.first;
  const cell = sideOf(kit.context, claim.holder);
  const note = each(pointers(merged.all));
  const side = named ? principalName(kit.context, principal(claim.holder)) : null;
  const concern = claim.stance === "concerned" ? concernLine(kit, merged) : null;
  if (concern) return concern;
  const told = tell(kit.context, kit.naming, merged.first);
  if (told) {
    const words = side && !told.named ? `${side} ${told.words.charAt(0).toLowerCase()}${told.words.slice(1)}` : told.words;
    const lead = claim.stance === "concerned" ? [strong("Concern.")] : [];
    return line([...lead, say(remarked(words, disputed(kit, merged.first)), note)], cell);
  }
  const whom = claim.toward.length === 1 ? kit.naming.later(claim.toward[0]!) : null;
  const speaker = ownSpeaker(claim);
  const subject = subjectOf(kit, speaker ?? claim.holder, document) ?? side;
  const says = speaker ? "" : kit.naming.says(claim.attribution, document, claim.holder);
  const { words, clause } = positionWords(claim, whom, says !== "");
  if (isWeak(words)) return null;
  return line([say(stopped(`${withSubject(clause ? null : subject, words)}${says}${disputed(kit, merged.first)}`), note)], cell);
}

/** `Concern. Even a smaller increase would hurt.`; null where the thing feared is not said whole without its verb. */
function concernLine(kit: Kit, { first, all }: Merged<PositionClaim>): DraftLine | null {
  const { claim, document } = first;
  const speaker = ownSpeaker(claim);
  const says = speaker ? "" : kit.naming.says(claim.attribution, document, claim.holder);
  const { words } = positionWords(claim, null, says !== "");
  const passage = plain(claim.evidence[0]!.quote);
  // What stands before the word of fear is not what is feared: “On X, its concern is Y”.
  if (passage.search(FEAR) > passage.indexOf(plain(claim.about))) return null;
  if (countWords(words) < FEARED_WORDS || OPEN_PRONOUN.test(words) || /…/.test(words)) return null;
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
  "under-way": "is under way:",
  done: "has done:",
  slipped: "has missed the deadline:",
  broken: "has not kept:",
};

/** `Has pledged to raise …`. */
export function promiseLine(kit: Kit, { first, all }: Merged<CommitmentClaim>): DraftLine | null {
  const { claim, document } = first;
  const sides = new Set(claim.by.flatMap((actor) => sideOf(kit.context, actor) ?? []));
  const verb = PROMISED[claim.status];
  if (!verb || sides.size === 0) return null;
  const cell = sides.size === 2 ? "both" : [...sides][0]!;
  const told = tell(kit.context, kit.naming, first);
  if (told) return line([say(told.words, each(pointers(all)))], cell);
  const whole = wholePhrase(claim.action, claim.evidence[0]!.quote)?.replace(/[.,;]+$/, "");
  if (!whole) return null;
  const infinitive =
    /^\p{Ll}/u.test(whole) &&
    !/^(?:the|an?|its|their|no|more|further)\s/.test(whole) &&
    !isGerund(whole.split(" ")[0]!) &&
    !verb.endsWith(":");
  const words = `${sides.size === 2 ? `both sides ${inPlural(verb)}` : verb} ${infinitive && !/^to\s/.test(whole) ? "to " : ""}${houseStyle(whole)}`;
  const by = claim.by.find((actor) => sideOf(kit.context, actor) !== null)!;
  const says = kit.naming.says(claim.attribution, document, by);
  return line([say(stopped(capitalise(words) + says), each(pointers(all)))], cell);
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

/** `Both sides reiterate …`; in the words of the text where its subject is the two of them. */
export function jointLine(kit: Kit, { first, all }: Merged<PositionClaim>): DraftLine | null {
  const note = each(pointers(all));
  const told = tell(kit.context, kit.naming, first);
  if (told)
    return line(
      [say(told.named ? told.words : `Both sides ${inPlural(told.words.charAt(0).toLowerCase() + told.words.slice(1))}`, note)],
      "both",
    );
  const { concern, words, clause } = positionWords(first.claim, null);
  if (isWeak(words)) return null;
  if (concern) return line([strong("Concern of both."), say(stopped(capitalise(words)), note)], "both");
  return line([say(stopped(clause ? capitalise(words) : `Both sides ${inPlural(words)}`), note)], "both");
}
