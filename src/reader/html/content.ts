// The main text of a page: outline, furniture cut, container chosen, lines cleaned.
import { writtenDates } from "../metadata/written.ts";
import { wordCount } from "../whitespace.ts";
import { type Cuts, cutLines, cutLinkLists, cutParts, cutPullQuotes } from "./clean.ts";
import { alignedBlocks, chooseContainer, type Vote } from "./container.ts";
import { type Element, parentElement } from "./dom.ts";
import { readFragment } from "./fragment.ts";
import type { Outline } from "./outline.ts";
import { ProseSums } from "./prose.ts";

export interface Content {
  /** The text as the page's metadata state it, where the page itself shows little of it; else null, and the text is what is not cut. */
  readonly stated: readonly string[] | null;
  /** What each pass proposed, for those who tune it. */
  readonly votes: readonly Vote[];
}

/**
 * Reads the main text out of a page's outline: what is left uncut in `cuts`.
 * @param cuts what was cut already, by the names of elements; it is filled further
 * @param stated the article's text as the page's metadata gives it, if any
 * @param headline index of the block that is the headline, or -1
 * @param title the headline's words: a block that only repeats them is no paragraph
 */
export function contentOf(
  outline: Outline,
  cuts: Cuts,
  body: Element,
  stated: string | null,
  headline: number,
  title: string | null,
): Content {
  const sums = new ProseSums(outline, (index) => cuts[index] === undefined);
  const { element, votes } = chooseContainer(outline, sums, body, stated, headline);
  const range = outline.rangeOf(element);
  for (let i = 0; i < outline.blocks.length; i++) {
    if (i < range[0] || i >= range[1]) cuts[i] ??= { step: "content", reason: "outside the main text" };
  }
  cutHead(outline, cuts, range, sums, headline, title);
  cutDateLines(outline, cuts, range);
  cutLines(outline, cuts, range);
  cutLinkLists(outline, cuts, range);
  cutContacts(outline, cuts, range);
  cutParts(outline, cuts, range);
  cutPullQuotes(outline, cuts, range);
  cutLastHeadings(outline, cuts, range);
  return { stated: preferStated(outline, keptText(outline, cuts), stated), votes };
}

/** The text of the blocks that are not cut. */
export function keptText(outline: Outline, cuts: Cuts): readonly string[] {
  return outline.blocks.filter((_, i) => !cuts[i]).map((block) => block.text);
}

/** The headline, wherever it stands, and what stands before it inside the container. */
function cutHead(
  outline: Outline,
  cuts: Cuts,
  range: readonly [number, number],
  sums: ProseSums,
  headline: number,
  title: string | null,
): void {
  for (let i = range[0]; i < range[1]; i++) {
    const block = outline.blocks[i]!;
    if (i === headline || (block.heading === 1 && i < range[0] + 12) || (title !== null && block.text === title)) {
      cuts[i] ??= { step: "title", reason: "headline" };
    }
  }
  if (headline < range[0] || headline >= range[1]) return;
  // A headline that comes after much of the text is another copy of it: that of a link, or of a second article.
  if (sums.prose([range[0], headline]) > 0.3 * sums.prose(range)) return;
  for (let i = range[0]; i < headline; i++) cuts[i] ??= { step: "content", reason: "before the headline" };
}

/** Lines with the author, the date or the reading time before the first paragraphs, or between them when they are nothing else. */
function cutDateLines(outline: Outline, cuts: Cuts, range: readonly [number, number]): void {
  let running = 0;
  for (let i = range[0]; i < range[1] && running < 3; i++) {
    const block = outline.blocks[i]!;
    if (cuts[i]) continue;
    if (block.words > 20 || (block.sentences > 0 && block.words > 9)) {
      running++;
      continue;
    }
    const date = writtenDates(block.text, "dmy")[0];
    const rest = date && `${block.text.slice(0, date.start)} ${block.text.slice(date.end)}`.replace(CLOCK, " ").replace(AGO, " ");
    const dated =
      rest !== undefined &&
      (wordCount(rest) <= (running === 0 ? 6 : 4) || (block.words <= 25 && (rest.match(FIELD_NAME)?.length ?? 0) >= 2));
    const by =
      running <= 1 && block.sentences === 0 && block.words <= 20 && /^(?:by|von|par|por|words by|story by)\s+\p{Lu}/iu.test(block.text);
    if (dated || by || READING_TIME.test(block.text)) cuts[i] = { step: "byline", reason: "line on author, date or length" };
  }
}

/** `Author:`, `Category:` beside a date. */
const FIELD_NAME = /(?:^|[\s|·-])\p{L}{3,15}(?: \p{L}{2,4})?:/gu;
const CLOCK = /\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,5}\b)?/gi;
const AGO = /\b(?:updated?|modified)\s.{0,20}\bago\b/i;

const READING_TIME =
  /^(?:reading time|time to read|tempo de leitura|lesezeit|temps de lecture|tiempo de lectura)\b.{0,30}$|^\d{1,3}\s?(?:min(?:ute)?s?|minuti|minutos|minuten)\s?(?:read|de lecture|de lectura|de leitura|lesezeit|di lettura)?\.?$/i;

const CONTACT = /[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?:^|\s)@\w{2,30}\b|\btwitter\.com\/\w/i;

/** Short last lines that say how to reach the author or follow the outlet. */
function cutContacts(outline: Outline, cuts: Cuts, range: readonly [number, number]): void {
  let seen = 0;
  for (let i = range[1] - 1; i >= range[0] && seen < 3; i--) {
    const block = outline.blocks[i]!;
    if (cuts[i]) continue;
    seen++;
    // Quoted posts carry handles too, and are part of the text.
    if (
      block.words <= 30 &&
      CONTACT.test(block.text) &&
      !/^[—–-]/.test(block.text) &&
      !/["“”]/.test(block.text) &&
      !inQuotation(block.element)
    ) {
      cuts[i] = { step: "byline", reason: "how to reach the author" };
    }
  }
}

function inQuotation(element: Element): boolean {
  for (let at: Element | null = element, up = 0; at && up < 3; at = parentElement(at), up++) if (at.tagName === "blockquote") return true;
  return false;
}

/** Headings with no text after them head nothing. */
function cutLastHeadings(outline: Outline, cuts: Cuts, range: readonly [number, number]): void {
  for (let i = range[1] - 1; i >= range[0]; i--) {
    if (cuts[i]) continue;
    if (outline.blocks[i]!.heading === 0) break;
    cuts[i] = { step: "content", reason: "heading without text" };
  }
}

/** Pages that carry their text only in metadata: it is read from there, when the page itself shows little of it. */
function preferStated(outline: Outline, paragraphs: readonly string[], stated: string | null): readonly string[] | null {
  if (!stated || stated.length < 400) return null;
  const shown = alignedBlocks(outline, stated).reduce((sum, yes, i) => sum + (yes ? outline.blocks[i]!.text.length : 0), 0);
  if (shown >= 0.4 * stated.length || paragraphs.join(" ").length > stated.length) return null;
  return readFragment(stated).paragraphs;
}
