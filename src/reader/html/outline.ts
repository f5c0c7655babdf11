// The outline of a page: its blocks of text in document order, and for every element the range of blocks it holds.
import { fold, wordCount } from "../whitespace.ts";
import { attribute, type Element, INLINE, type Parent, walk } from "./dom.ts";
import { unescapeAgain } from "./entities.ts";

/** One run of text between two line breaks of the layout: a paragraph, a heading, a list item, a cell, or words loose in a `div`. */
export interface Block {
  readonly text: string;
  /** The nearest element that breaks lines. */
  readonly element: Element;
  readonly words: number;
  /** Words inside links. */
  readonly linkWords: number;
  readonly links: number;
  /** Heading level 1 to 6, or 0. */
  readonly heading: number;
  readonly listItem: boolean;
  /** Whether sentences end in it. */
  readonly sentences: number;
  /** A short line right after a picture that says what the picture's own description says, or is set in another type. */
  readonly caption: boolean;
}

export interface Outline {
  readonly blocks: readonly Block[];
  /** Elements that hold at least one block, in document order. */
  readonly elements: readonly Element[];
  /** The half-open range of blocks an element holds; empty for elements without text. */
  rangeOf(element: Element): readonly [number, number];
}

/** Elements whose text is never article text: code, controls, embedded documents. */
const SKIPPED = new Set(
  "script style noscript template iframe object embed svg canvas button select option textarea input label audio video map head title datalist progress meter".split(
    " ",
  ),
);

/** Types that captions are set in. */
const STYLES = new Set(["em", "i", "small", "center"]);
/** Longest line that is taken for a caption. */
const CAPTION_WORDS = 40;

const SENTENCE_END = /[.!?…。！？][”"’'»)\]]*(?=\s|$)/gu;

/** A single `<br>` divides paragraphs where the line before it is a whole sentence of some length; else it is a space. */
function splitLines(text: string): string[] {
  if (!text.includes("\n")) return [unescapeAgain(fold(text))];
  const parts: string[] = [];
  let current = "";
  for (const line of text.split("\n").map((part) => unescapeAgain(fold(part)))) {
    if (!line) continue;
    current = current ? `${current} ${line}` : line;
    if (line.length >= 60 && /[.!?…:][”"’'»)\]]*$/u.test(line)) {
      parts.push(current);
      current = "";
    }
  }
  if (current) parts.push(current);
  return parts;
}

/** Reads the outline of everything under `root`. Linear in the size of the page. */
export function outlineOf(root: Parent): Outline {
  const blocks: Block[] = [];
  const ranges = new Map<Element, [number, number]>();
  const order: Element[] = [];
  const lines: { element: Element; heading: number; listItem: boolean }[] = [];
  let buffer: string[] = [];
  let linked: string[] = [];
  let inLink = 0;
  let links = 0;
  let breaks = 0;
  /** The description of a picture with no text after it yet. */
  let picture: string | null = null;
  let inStyle = 0;
  let styled: string[] = [];
  /** Inline elements with the pieces of the buffer that they hold. */
  let inline: { readonly element: Element; readonly from: number; to: number }[] = [];

  // Elements that a page invents are lines of text inside a paragraph, and boxes elsewhere.
  const isInline = (tag: string): boolean =>
    INLINE.has(tag) || (tag.includes("-") && /^(?:p|h[1-6])$/.test(lines[lines.length - 1]?.element.tagName ?? ""));

  /** An inline element that holds the whole of a block has that block for its range: its name speaks of the block. */
  const rangesOfWhole = (index: number): void => {
    if (inline.length === 0) return;
    const first = buffer.findIndex((piece) => /\S/.test(piece));
    const last = buffer.findLastIndex((piece) => /\S/.test(piece));
    for (const { element, from, to } of inline) if (from <= first && to > last) ranges.set(element, [index, index + 1]);
  };

  const flush = (): void => {
    if (buffer.length > 0) {
      const top = lines[lines.length - 1];
      const raw = buffer.join("");
      if (top && /\S/.test(raw)) {
        const parts = splitLines(raw);
        const linkWords = linked.length > 0 ? wordCount(linked.join(" ")) : 0;
        let left = linkWords;
        for (const text of parts) {
          if (!text) continue;
          const words = wordCount(text);
          const here = parts.length === 1 ? linkWords : Math.min(left, words);
          left -= here;
          const caption =
            picture !== null &&
            top.heading === 0 &&
            !top.listItem &&
            words <= CAPTION_WORDS &&
            (text === fold(picture) || (parts.length === 1 && words > 0 && wordCount(styled.join("")) === words));
          if (parts.length === 1) rangesOfWhole(blocks.length);
          blocks.push({
            text,
            ...top,
            words,
            linkWords: Math.min(here, words),
            links,
            sentences: text.match(SENTENCE_END)?.length ?? 0,
            caption,
          });
          picture = null;
        }
      }
      buffer = [];
      linked = [];
      styled = [];
    }
    inline = [];
    links = 0;
    breaks = 0;
  };

  walk(root, {
    enter(element) {
      const tag = element.tagName;
      if (SKIPPED.has(tag)) return false;
      if (tag === "br") {
        breaks++;
        if (breaks >= 2) flush();
        else buffer.push("\n");
        return false;
      }
      if (tag === "img") picture = attribute(element, "alt") ?? "";
      if (STYLES.has(tag)) inStyle++;
      if (tag === "a" && attribute(element, "href") !== null) {
        inLink++;
        links++;
      }
      order.push(element);
      if (isInline(tag)) {
        ranges.set(element, [blocks.length, blocks.length]);
        if (element.attrs.length > 0) inline.push({ element, from: buffer.length, to: Number.POSITIVE_INFINITY });
        return true;
      }
      flush();
      ranges.set(element, [blocks.length, blocks.length]);
      const above = lines[lines.length - 1];
      const heading = /^h[1-6]$/.test(tag) ? Number(tag[1]) : (above?.heading ?? 0);
      lines.push({ element, heading, listItem: tag === "li" || tag === "dd" || tag === "dt" || (above?.listItem ?? false) });
      return true;
    },
    leave(element) {
      if (element.tagName === "a" && inLink > 0 && attribute(element, "href") !== null) inLink--;
      if (STYLES.has(element.tagName)) inStyle--;
      if (lines[lines.length - 1]?.element === element) {
        flush();
        lines.pop();
      }
      const range = ranges.get(element);
      if (range) range[1] = blocks.length;
      const open = inline.findLast((one) => one.element === element);
      if (open) open.to = buffer.length;
    },
    text(value) {
      if (/\S/.test(value)) breaks = 0;
      // A line break of the source is a space; only <br> leaves a line feed in the buffer.
      buffer.push(value.replace(/\s+/g, " "));
      if (inLink > 0) linked.push(value);
      if (inStyle > 0) styled.push(value);
    },
  });
  flush();
  const elements = order.filter((element) => {
    const range = ranges.get(element);
    return range !== undefined && range[1] > range[0];
  });
  return { blocks, elements, rangeOf: (element) => ranges.get(element) ?? [0, 0] };
}
