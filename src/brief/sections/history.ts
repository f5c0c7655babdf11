// Sentences of the texts about journeys to the meeting and about what went before it: read for these alone, since no kind of claim holds them.
import { actorKind, type Evidence, evidenceOf, overlaps } from "../../model/index.ts";
import { type Context, tellsOfMeeting } from "../context.ts";
import { withDates } from "../dated.ts";
import { type DraftLine, each, line, say } from "../draft.ts";
import { contentWords } from "../merge.ts";
import { familyName } from "../naming.ts";
import { sidePatterns } from "../relevance.ts";
import { sentencesOf } from "../sentences.ts";
import { isFirstPerson, isTranscript } from "../speech.ts";
import { staleFigures } from "../stale.ts";
import { countWords, houseStyle, namePattern, stopped, withoutLead } from "../words.ts";
import type { Kit } from "./kit.ts";

/** Words of one sentence that is printed. */
const LENGTH = { least: 5, most: 32 } as const;
/** Share of the shorter one's content words from which two sentences tell the same. */
const SAME = 0.6;

const DAY =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?\s\d{1,2}|\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)|tomorrow|next week|this week|weekend)\b/;
/** Verbs of a journey to come; a past tense tells of another one. */
const JOURNEY =
  /\b(?:leaves?|departs?|arrives?|lands?|flies|fly|returns?|travels?|stays?|stops? over|dines?)\b|\b(?:will|would|to|due|is|are)\s(?:\S+\s)?(?:leave|depart|arrive|land|fly|return|travel|stay|be back|back|dine)\b|\bprivate (?:dinner|lunch)\b/i;

/** What is said to come out of the meeting, and what is said not to come up or not to come out. */
const RESULT =
  "contract|agreement|deal|treaty|pact|accord|statement|declaration|communiqué|communique|news conference|press conference|announcement|decision|protocol|memorandum|letter of intent|breakthrough";
const EXPECTED = new RegExp(
  `\\b(?:${RESULT})s?\\b[^.;]{0,60}\\b(?:will|would|is|are|was|to be|expected|planned|likely|draft\\p{L}*|due|possible)\\b|\\b(?:will|would|expected to|plan to|planned to|hope to|draft\\p{L}*|to)\\s(?:\\S+\\s)?(?:sign|issue|announce|adopt|release|hold|draft\\p{L}*|give)\\s(?:\\S+\\s){0,4}(?:${RESULT})s?\\b|\\bdrafting\\b|(?<!-driven )\\bagenda\\b`,
  "iu",
);
const NEGATED =
  /\b(?:no|not|never|undecided|neither|without|rul(?:e[sd]?|ing) out|off the (?:table|agenda)|unlikely|declin\p{Ll}+|refus\p{Ll}+)\b/iu;
const OPEN =
  /\b(?:undecided|whether\s(?:\S+\s){1,5}(?:raises?|discuss\p{Ll}*|brings?|comes?|signs?)|not yet (?:clear|decided)|remains? open)\b/iu;

/** What tells of earlier meetings, of the place of this one in a row, and of how the two stand to each other. */
const BEFORE: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  {
    pattern:
      /\b(?:first|second|third|fourth|fifth|sixth|last|latest|inaugural|only)\s(?:\S+\s){0,3}(?:visits?|trips?|meetings?|talks|summits?|encounters?|journeys?|stops?|leaders?|tours?)\b/i,
    weight: 2,
  },
  { pattern: /\b(?:last|first|previously|has|have|had)\s(?:\S+\s)?met\b|\bmet\s(?:in|at|on|during|last)\b/i, weight: 2 },
  { pattern: /\b(?:rapport|friendship|chief guest|guest of honou?r|state visit|turned away|predecessors?|precedent)\b/i, weight: 2 },
  { pattern: /\b(?:was|were) (?:last|first)? ?in\b|\bvisited\b|\bhosted\b|\bsince (?:\S+ ){0,4}(?:took|taking) office\b/i, weight: 1 },
  {
    pattern:
      /\b(?:last (?:month|year|week|summer|autumn|spring|winter|January|February|March|April|May|June|July|August|September|October|November|December)|in (?:19|20)\d\d|in (?:January|February|March|April|May|June|July|August|September|October|November|December))\b/i,
    weight: 0.5,
  },
];
/** One strong mark. */
const ENOUGH = 2;

interface Found {
  readonly document: string;
  readonly sentence: Evidence;
}

/** Names of who meets, and words that stand for them. */
function leadersPattern(context: Context): RegExp {
  const names = context.meeting.participants
    .filter(({ id }) => actorKind(id) === "person")
    .map((person) => namePattern(familyName(context, person)));
  return new RegExp(
    `(?<![\\p{L}])(?:${[...names, "[Tt]he (?:two|president|prime minister|chancellor|leaders|visit|trip|meeting)", "[Tt]heir", "[Hh]e", "[Ss]he", "[Ii]t (?:will|is|would) be"].join("|")})(?![\\p{L}])`,
    "u",
  );
}

/** How questions and answers begin that are spoken and not written. */
const SPOKEN = /^(?:Q\s|(?:So|Well|Look|Again|Now|Yes|No|Okay|And|But|Beyond that)\b)|\(inaudible\)/;

/** A leader of somebody else, by title and name. */
const TITLED =
  /\b(?:President|Prime Minister|Premier|Chancellor|King|Queen)(?:-elect)?\s(?:\p{Lu}[\p{L}’'-]+\s){0,2}?(\p{Lu}[\p{L}’'-]+)/gu;

/** Whether a sentence is of one side and somebody else's leader: “President Biden and President Ruto …” says nothing of Brazil. */
function isOfOthers(context: Context, text: string): boolean {
  const own = leadersPattern(context);
  const strange = [...text.matchAll(TITLED)].some(([named]) => !own.test(named));
  return strange && !sidePatterns(context).every((pattern) => pattern.test(text));
}

/** Sentences of the texts about this meeting that fit, each told once; those of copies are notes to the first. */
function sentences(context: Context, fits: (text: string) => boolean): readonly (readonly Found[])[] {
  const groups: { readonly words: ReadonlySet<string>; readonly all: Found[] }[] = [];
  const stale = staleFigures(context);
  for (const { document } of context.documents) {
    if (document.kind === "readout" || !tellsOfMeeting(context, document.id)) continue;
    const spoken = isTranscript(document.text);
    const replaced = (context.byDocument.get(document.id) ?? []).flatMap(({ claim }) => (stale.has(claim.id) ? claim.evidence : []));
    for (const span of sentencesOf(context, document.id)) {
      const sentence = evidenceOf(document.text, span);
      const count = countWords(sentence.quote);
      if (replaced.some((old) => overlaps(old, sentence))) continue;
      if (count < LENGTH.least || count > LENGTH.most || !fits(sentence.quote)) continue;
      if ((spoken && SPOKEN.test(sentence.quote)) || isOfOthers(context, sentence.quote)) continue;
      const words = contentWords(sentence.quote);
      const same = groups.find(
        (group) => [...words].filter((word) => group.words.has(word)).length >= SAME * Math.min(words.size, group.words.size),
      );
      if (same) same.all.push({ document: document.id, sentence });
      else groups.push({ words, all: [{ document: document.id, sentence }] });
    }
  }
  return groups.map(({ all }) => all);
}

/** A sentence that begins with “He” or “She”, with the name in its place where the sentence before names one of who meets and no other. */
function withName({ context, naming }: Kit, { document, sentence }: Found, words: string): string {
  if (!/^(?:He|She)\s/.test(words)) return words;
  const spans = sentencesOf(context, document);
  const before = spans[spans.findIndex(({ start }) => start === sentence.start) - 1];
  if (!before) return words;
  const text = evidenceOf(context.byId.get(document)!.text, before).quote;
  const named = context.meeting.participants.filter(
    (person) =>
      actorKind(person.id) === "person" &&
      new RegExp(`(?<![\\p{L}])${namePattern(familyName(context, person))}(?![\\p{L}])`, "u").test(text),
  );
  return named.length === 1 ? words.replace(/^(?:He|She)/, naming.later(named[0]!)) : words;
}

function toLine(kit: Kit, lead: string, all: readonly Found[]): DraftLine {
  const { context } = kit;
  const { document, sentence } = all[0]!;
  const told = withoutLead(sentence.quote).replace(/^[\p{Lu}\s]{3,}[–—-]\s/u, "");
  const words = withName(kit, all[0]!, withDates(context, document, houseStyle(told)));
  return line([say(stopped(`${lead}${words}`), each(all.map((one) => ({ document: one.document, evidence: one.sentence }))))]);
}

/** When who travels, as the texts have it. */
export function journeyLines(kit: Kit): readonly DraftLine[] {
  const { context } = kit;
  const leaders = leadersPattern(context);
  return sentences(context, (text) => JOURNEY.test(text) && DAY.test(text) && leaders.test(text))
    .slice(0, 4)
    .map((all) => toLine(kit, "Travel: ", all));
}

export interface Expected {
  readonly likely: readonly DraftLine[];
  readonly unlikely: readonly DraftLine[];
}

/** Sentences about results and agenda, those that deny them or leave them open apart. */
export function expectedLines(kit: Kit, limit: number): Expected {
  const { context } = kit;
  const found = sentences(
    context,
    (text) => (EXPECTED.test(text) || OPEN.test(text)) && !/^[“"]/.test(text) && !isFirstPerson(text),
  ).filter((all) => !JOURNEY.test(all[0]!.sentence.quote) || NEGATED.test(all[0]!.sentence.quote));
  const of = (denied: boolean): DraftLine[] =>
    found
      .filter((all) => NEGATED.test(all[0]!.sentence.quote) === denied)
      .slice(0, limit)
      .map((all) => toLine(kit, "", all));
  return { likely: of(false), unlikely: of(true) };
}

/** Sentences about earlier meetings that are told. */
export const HISTORY = 4;

/** What went before, the most telling first, in the order of the texts. */
export function historyLines(kit: Kit, limit: number): readonly DraftLine[] {
  const { context } = kit;
  const leaders = leadersPattern(context);
  const weigh = (text: string): number => BEFORE.reduce((sum, { pattern, weight }) => sum + (pattern.test(text) ? weight : 0), 0);
  const found = sentences(context, (text) => leaders.test(text) && weigh(text) >= ENOUGH && !/^[“"]/.test(text) && !isFirstPerson(text));
  return found
    .map((all, index) => ({ all, index, weight: weigh(all[0]!.sentence.quote) }))
    .sort((x, y) => y.weight - x.weight || x.index - y.index)
    .slice(0, limit)
    .sort((x, y) => x.index - y.index)
    .map(({ all }) => toLine(kit, "", all));
}
