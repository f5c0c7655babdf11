// What the texts say beyond all lines: sentences with figures, conditions, refusals and fears that no claim was read from, in their own words.
import { type Evidence, evidenceOf, overlaps } from "../model/index.ts";
import { issueAround } from "./adopt.ts";
import type { Context } from "./context.ts";
import { withDates } from "./dated.ts";
import { type DraftLine, type DraftSection, each, line, type Pointer, say } from "./draft.ts";
import { contentWords } from "./merge.ts";
import { isAbout, sidePatterns } from "./relevance.ts";
import { sentencesOf } from "./sentences.ts";
import { staleFigures } from "./stale.ts";
import { countWords, innerQuotes, plain } from "./words.ts";

/** Sentences printed, and the words of all of them: with the body they make three pages. */
const LIMIT = 16;
const MAX_WORDS = 360;
/** Longer texts speak of many meetings: a day's briefing of the press. UTF-16 units. */
const LONGEST = 30_000;
/** Words of one sentence. */
const LENGTH = { least: 6, most: 34 } as const;
/** Share of a sentence that cited passages cover when it counts as told. */
const TOLD = 0.5;
/** Share of content words in common from which two sentences tell one thing. */
const SAME = 0.6;

/** What makes a sentence worth a minister's time, each with its weight. */
const WEIGHTS: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  {
    pattern:
      /\d[\d.,]*\s?(?:%|per ?cent|billion|million|trillion|tonnes|tons)|[$€£¥]\s?\d|\b\d{1,3}(?:,\d{3})+\b|\b(?:half|third|quarter|tenth) of\b/i,
    weight: 2,
  },
  { pattern: /\b(?:if|unless|provided that|on condition|depends? on|only when|linked to|in return for|in exchange for)\b/i, weight: 2 },
  {
    pattern:
      /\b(?:not|no|never|refus\p{Ll}+|reject\p{Ll}*|oppos\p{Ll}+|rul(?:e[sd]?|ing) out|den(?:y|ies|ied)|declin\p{Ll}+|undecided|out of reach|non-negotiable)\b/iu,
    weight: 1.5,
  },
  { pattern: /\b(?:concern\p{Ll}*|worr\p{Ll}+|fear\p{Ll}*|wary|uneas\p{Ll}+|disput\p{Ll}+|threat\p{Ll}*)\b/iu, weight: 1 },
  {
    pattern: /\b(?:block|ban|halt|suspend|delay|postpone|impose|sign|agree|raise|cut|offer|promise|pledge)(?:s|e?d|ned|ped)?\b/i,
    weight: 1,
  },
  { pattern: /\b(?:could|may|might|would|is considering|are considering|option)\b/i, weight: 0.5 },
];
/** From this weight on a sentence is told: a figure and a side, or a refusal, a side and one thing more. */
const ENOUGH = 3;

interface Candidate {
  readonly document: string;
  readonly sentence: Evidence;
  readonly weight: number;
}

function weightOf(text: string, sides: readonly RegExp[]): number {
  const marks = WEIGHTS.reduce((sum, { pattern, weight }) => sum + (pattern.test(text) ? weight : 0), 0);
  return marks === 0 ? 0 : marks + sides.filter((side) => side.test(text)).length;
}

/** Passages that the drafts cite, by document. */
function citedIn(drafts: readonly DraftSection[]): ReadonlyMap<string, readonly Pointer[]> {
  const cited = new Map<string, Pointer[]>();
  for (const { cite } of drafts.flatMap((section) => section.groups.flatMap((group) => group.lines.flatMap(({ segments }) => segments)))) {
    for (const pointer of cite?.pointers ?? []) cited.set(pointer.document, [...(cited.get(pointer.document) ?? []), pointer]);
  }
  return cited;
}

/** Share of a sentence that passages cover. */
function covered(sentence: Evidence, passages: readonly Pointer[]): number {
  let at = sentence.start;
  let sum = 0;
  for (const { evidence } of [...passages].sort((a, b) => a.evidence.start - b.evidence.start)) {
    const start = Math.max(evidence.start, at);
    const end = Math.min(evidence.end, sentence.end);
    if (end <= start) continue;
    sum += end - start;
    at = end;
  }
  return sum / Math.max(1, sentence.end - sentence.start);
}

function candidatesOf(context: Context, drafts: readonly DraftSection[]): readonly Candidate[] {
  const sides = sidePatterns(context);
  const cited = citedIn(drafts);
  const stale = staleFigures(context);
  return context.documents
    .filter(({ document }) => isAbout(context, document.id) && document.text.length <= LONGEST)
    .flatMap(({ document }) => {
      const replaced = (context.byDocument.get(document.id) ?? []).flatMap(({ claim }) => (stale.has(claim.id) ? claim.evidence : []));
      return sentencesOf(context, document.id).flatMap((span): Candidate[] => {
        const sentence = evidenceOf(document.text, span);
        const words = countWords(sentence.quote);
        if (words < LENGTH.least || words > LENGTH.most || !/[.!”"’]$/.test(sentence.quote)) return [];
        if (covered(sentence, cited.get(document.id) ?? []) >= TOLD || replaced.some((old) => overlaps(old, sentence))) return [];
        return [{ document: document.id, sentence, weight: weightOf(plain(sentence.quote), sides) }];
      });
    })
    .filter(({ weight }) => weight >= ENOUGH);
}

/** Sentences of one story stand in every copy: the first is kept, the others become notes to it. */
function distinct(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const groups: { readonly words: ReadonlySet<string>; readonly all: Candidate[] }[] = [];
  for (const candidate of candidates) {
    const words = contentWords(candidate.sentence.quote);
    const same = groups.find((group) => {
      const shared = [...words].filter((word) => group.words.has(word)).length;
      return shared >= SAME * Math.min(words.size, group.words.size);
    });
    if (same) same.all.push(candidate);
    else groups.push({ words, all: [candidate] });
  }
  return groups.map(({ all }) => all);
}

/** Lines by issue: what the texts say that no other line tells, the weightiest first, in the order of the texts within an issue. */
export function furtherLines(context: Context, drafts: readonly DraftSection[]): ReadonlyMap<string, readonly DraftLine[]> {
  const groups = distinct(candidatesOf(context, drafts));
  const ranked = groups.map((all, index) => ({ all, index })).sort((x, y) => y.all[0]!.weight - x.all[0]!.weight || x.index - y.index);
  let words = 0;
  const kept = ranked.slice(0, LIMIT).filter(({ all }) => {
    words += countWords(all[0]!.sentence.quote);
    return words <= MAX_WORDS;
  });
  const lines = new Map<string, DraftLine[]>();
  for (const { all } of [...kept].sort((x, y) => x.index - y.index)) {
    const { document, sentence } = all[0]!;
    const issue = issueAround(context, document, sentence);
    const quoted = withDates(context, document, `“${innerQuotes(plain(sentence.quote).replace(/\.$/, ""))}”`);
    const notes = each(all.map((one) => ({ document: one.document, evidence: one.sentence })));
    lines.set(issue, [...(lines.get(issue) ?? []), line([say(`${quoted}.`, notes)])]);
  }
  return lines;
}
