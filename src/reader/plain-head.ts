// The head of a plain text: outlet, date, address, headline and author before the first running sentence.
import type { Published, Removal } from "../model/index.ts";
import { lineRow } from "./html/lines.ts";
import { machineMoment } from "./metadata/moment.ts";
import { joinNames, persons, uncapitalise } from "./metadata/names.ts";
import { writtenDates } from "./metadata/written.ts";
import type { Paragraph } from "./plain-lines.ts";
import { wordCount } from "./whitespace.ts";

export interface Head {
  readonly title: string | null;
  readonly site: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: Published | null;
  /** The paragraphs that follow, and those of the head that say nothing about the text and so may be part of it. */
  readonly body: readonly Paragraph[];
  readonly removals: readonly Removal[];
}

const ENDS_SENTENCE = /[.!?…]["”’')\]]*$/;

/** Words of the longest headline: official statements name every signatory. */
const LONGEST_HEADLINE = 60;

/** Whether a paragraph is running text: a sentence of some length, or several lines' worth of words. */
export function isRunning(text: string): boolean {
  const n = wordCount(text);
  return (n >= 12 && ENDS_SENTENCE.test(text)) || n >= LONGEST_HEADLINE;
}

const FIELD =
  /^(title|headline|subject|date|published|publication date|posted|author|by|from|source|site|outlet|url|link|to|cc|sent|reply-to|message-id|mime-version|content-type|content-transfer-encoding|received|return-path|list-unsubscribe|x-[a-z-]{1,40})\s*:\s*(\S.*)$/i;
const GENERIC =
  /^(?:press release|news release|for immediate release|immediate release|media (?:note|release|advisory)|statement|remarks|readout|communiqu[ée])\b(?:\s*\(.*\))?$/i;
const PAGE_LINE = /\b(?:page|p\.)\s?\w{1,3}$|^vol(?:ume|\.)\s/i;
const BYLINE = /^(?:by|von|par|por|written by)\s+\p{Lu}/iu;

const CLOCK_LINE = /^\d{1,2}:\d{2}\s?[AP]\.?\s?M\b/i;

/** How much a line of the head looks like the headline; 0 or less is none. */
function headlinePoints(paragraph: Paragraph, alone: boolean, index: number): number {
  const { text } = paragraph;
  const n = wordCount(text);
  if (
    n < 2 ||
    n > LONGEST_HEADLINE ||
    FIELD.test(text) ||
    /^\[.*\]$/.test(text) ||
    PAGE_LINE.test(text) ||
    GENERIC.test(text) ||
    BYLINE.test(text)
  )
    return 0;
  if (CLOCK_LINE.test(text) || /^\(?\d{1,2}[.)]\s/.test(text) || lineRow(text, n)) return 0;
  const capitals = !/\p{Ll}/u.test(text);
  return 2 + (alone ? 1 : 0) + (n >= 4 ? 2 : 0) + (index === 0 ? 1 : 0) - (capitals ? 2 : 0) - (ENDS_SENTENCE.test(text) ? 1 : 0);
}

/** A line that is a date and little else. */
function dateLine(text: string): Published | null {
  if (wordCount(text) > 14) return null;
  const machine = machineMoment(text);
  const written = machine ?? writtenDates(text, "dmy")[0];
  return written ? { value: written.value, precision: written.precision, source: "text" } : null;
}

/** The name in a mail's `From:` line, without the address. */
function sender(from: string | undefined): string | null {
  const name = from?.replace(/<[^<>]*>/g, "").replace(/^["'\s]+|["'\s]+$/g, "") ?? "";
  return name && !name.includes("@") ? name : null;
}

/** Reads the head of `paragraphs`; at most 14 of them. */
export function readHead(paragraphs: readonly Paragraph[]): Head {
  let length = 0;
  while (length < Math.min(14, paragraphs.length) && !isRunning(paragraphs[length]!.text)) length++;
  // A text of short lines only has no head but its first line.
  if (length === paragraphs.length) length = Math.min(1, paragraphs.length);
  const head = paragraphs.slice(0, length);
  let url: string | null = null;
  let published: Published | null = null;
  const fields = new Map<string, string>();
  const bylines: string[] = [];
  const told = new Set<number>();
  let titleIndex = -1;
  let best = 2;
  for (const [i, paragraph] of head.entries()) {
    const { text } = paragraph;
    const field = FIELD.exec(text);
    const address = /^<?(https?:\/\/\S+?)>?$/.exec(text)?.[1];
    const date = address ? null : dateLine(field ? field[2]! : text);
    if (address) {
      url ??= address;
      told.add(i);
      continue;
    }
    if (field || date || BYLINE.test(text) || /^\[.*\]$/.test(text)) told.add(i);
    if (field) fields.set(field[1]!.toLowerCase(), field[2]!);
    if (BYLINE.test(text)) bylines.push(text);
    else if (date && (!field || /date|published|posted|sent/i.test(field[1]!))) published ??= date;
    else {
      const alone = head.filter((other) => other.group === paragraph.group).length === 1;
      // The place above the hour heads a transcript, not an article.
      const points = CLOCK_LINE.test(head[i + 1]?.text ?? "") ? 0 : headlinePoints(paragraph, alone, i);
      if (points > best) {
        best = points;
        titleIndex = i;
      }
    }
  }
  const stated = fields.get("title") ?? fields.get("headline") ?? fields.get("subject") ?? null;
  const title = stated ?? head[titleIndex]?.text ?? null;
  // What stands before the headline is masthead; what stands after it and tells nothing is a heading of the text.
  for (let i = 0; i <= titleIndex; i++) told.add(i);
  const masthead = head.findIndex(
    ({ text }, i) =>
      (titleIndex < 0 || i < titleIndex) && wordCount(text) <= 8 && /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && !/\d/.test(text),
  );
  const site =
    fields.get("source") ??
    fields.get("site") ??
    fields.get("outlet") ??
    sender(fields.get("from")) ??
    (masthead >= 0 ? uncapitalise(head[masthead]!.text) : null);
  const author = joinNames(persons([fields.get("author") ?? fields.get("by") ?? "", ...bylines].filter(Boolean), site));
  return {
    title,
    site,
    author,
    url: url ?? /^https?:\/\/\S+$/.exec(fields.get("url") ?? fields.get("link") ?? "")?.[0] ?? null,
    published,
    body: [...head.filter((_, i) => !told.has(i)), ...paragraphs.slice(length)],
    removals: head.flatMap(({ text }, i) =>
      told.has(i) ? [{ step: "head", reason: i === titleIndex ? "headline" : "line of the head", text }] : [],
    ),
  };
}
