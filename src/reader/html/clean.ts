// Inside and around the chosen container: which blocks are the article's text, and why the others are not.
import type { Removal } from "../../model/index.ts";
import { words } from "../whitespace.ts";
import { type Element, elements, nameTokens, parentElement } from "./dom.ts";
import { type FurnitureRow, furnitureOf } from "./furniture.ts";
import { lineRow } from "./lines.ts";
import type { Block, Outline } from "./outline.ts";
import { ProseSums } from "./prose.ts";

export interface Cut {
  readonly step: string;
  readonly reason: string;
}

/** Why each block was cut; undefined for those still kept. */
export type Cuts = (Cut | undefined)[];

/** Rows that are looked for first: what nobody sees says nothing about how much of the page the rest is. */
const UNSEEN = new Set(["hidden", "consent", "popup"]);

/** A row that takes more than this share of the page's prose has misread a name that the whole page uses (measured: it took the article of 11 of 995 pages). */
const ROW_SHARE = 0.5;

/** Marks the elements that rows name, among those whose step passes `wanted`. */
function cutByRows(outline: Outline, cuts: Cuts, headline: number, wanted: (step: string) => boolean): void {
  const sums = new ProseSums(outline, (i) => !cuts[i]);
  const total = sums.total;
  const taken = new Map<FurnitureRow, [number, number][]>();
  for (const element of outline.elements) {
    const range = outline.rangeOf(element);
    if (cuts[range[0]] && cuts[range[1] - 1]) continue;
    const row = furnitureOf(element);
    if (!row || !wanted(row.step) || element.tagName === "body" || element.tagName === "html" || element.tagName === "main") continue;
    const prose = sums.prose(range);
    if (
      (headline >= range[0] && headline < range[1]) ||
      prose > (row.most ?? Number.POSITIVE_INFINITY) ||
      (total > 0 && prose > row.guard * total)
    )
      continue;
    for (let i = range[0]; i < range[1]; i++) cuts[i] ??= { step: row.step, reason: row.reason };
    const ranges = taken.get(row) ?? [];
    ranges.push([range[0], range[1]]);
    taken.set(row, ranges);
  }
  for (const [row, ranges] of taken) {
    if (row.step === "comments" || ranges.reduce((sum, range) => sum + sums.prose(range), 0) <= ROW_SHARE * total) continue;
    for (const [start, end] of ranges) {
      if (sums.net([start, end]) <= 0) continue;
      for (let i = start; i < end; i++) if (cuts[i]?.reason === row.reason) cuts[i] = undefined;
    }
  }
}

/** Marks what the names of elements say is no article. Outer elements speak first; an element that holds the article or its headline is spared. */
export function cutFurniture(outline: Outline, cuts: Cuts, headline: number): void {
  cutByRows(outline, cuts, headline, (step) => UNSEEN.has(step));
  cutByRows(outline, cuts, headline, (step) => step === "comments");
  cutByRows(outline, cuts, headline, (step) => !UNSEEN.has(step) && step !== "comments");
}

/** Words that open a line whose link leads to another text. */
const POINTER =
  /^(?:read (?:more|also|next)|also read|see also|related|lire (?:aussi|plus)|à lire|lesen sie (?:auch|hier|mehr)|mehr (?:dazu|zum thema)|lee (?:también|más)|leia (?:também|mais)|leggi anche|lees ook|läs (?:också|mer)|les (?:også|mer)|læs også|czytaj (?:też|także|więcej)|читайте также)(?!\p{L})/iu;

const MACHINE = /^(?:https?:\/\/\S+|\d{4}-\d\d-\d\dT[\d:.+Z-]+)$/;

/** Marks single lines inside `range` by their words, and short lists of links. */
export function cutLines(outline: Outline, cuts: Cuts, range: readonly [number, number]): void {
  for (let i = range[0]; i < range[1]; i++) {
    if (cuts[i]) continue;
    const block = outline.blocks[i]!;
    const row = lineRow(block.text, block.words);
    if (row) cuts[i] = { step: row.step, reason: row.reason };
    else if (block.caption) cuts[i] = { step: "caption", reason: "line set apart below a picture" };
    else if (block.heading > 0 && isLink(block) && (block.listItem || isCard(outline, block.element))) {
      cuts[i] = { step: "related", reason: "linked headline of another text" };
    } else if (MACHINE.test(block.text)) cuts[i] = { step: "content", reason: "address or time meant for machines" };
    else if (block.words === 0 && !/[\p{L}\p{N}]/u.test(block.text)) cuts[i] = { step: "end-mark", reason: "no words" };
    else if (
      block.heading === 0 &&
      ((block.linkWords >= 0.5 * block.words && block.linkWords > 0 && block.words <= 40 && POINTER.test(block.text)) ||
        (block.linkWords > 0 && block.linkWords >= 0.9 * block.words && block.sentences === 0) ||
        (block.linkWords >= 8 && block.linkWords >= 0.75 * block.words && (block.links > 1 || !/[.!?]["”’)]*$/.test(block.text))))
    ) {
      cuts[i] = { step: "related", reason: "line of links" };
    }
  }
}

const isLink = (block: Block): boolean => block.words > 0 && block.linkWords >= 0.9 * block.words;

/** Blocks of a card at most: label, headline, standfirst. */
const CARD_BLOCKS = 4;

/** Whether a heading stands in a box of its own that holds a picture or further lines, and nothing but links. */
function isCard(outline: Outline, heading: Element): boolean {
  for (let at = parentElement(heading), up = 0; at && up < 3; at = parentElement(at), up++) {
    const [start, end] = outline.rangeOf(at);
    if (end - start > CARD_BLOCKS || !outline.blocks.slice(start, end).every(isLink)) return false;
    if (end - start > 1 || elements(at, (element) => element.tagName === "img").length > 0) return true;
  }
  return false;
}

/** Marks lists of at least three short items in which every item is or ends in a link, and most of the words are linked. */
export function cutLinkLists(outline: Outline, cuts: Cuts, range: readonly [number, number]): void {
  for (const list of outline.elements) {
    if (list.tagName !== "ul") continue;
    const [start, end] = outline.rangeOf(list);
    if (start < range[0] || end > range[1] || end - start < 3 || cuts[start]) continue;
    const items = outline.blocks.slice(start, end);
    const words = items.reduce((sum, block) => sum + block.words, 0);
    const linked = items.reduce((sum, block) => sum + block.linkWords, 0);
    if (linked < 0.6 * words || !items.every((block) => block.listItem && block.linkWords > 0 && block.words <= 25)) continue;
    for (let i = start; i < end; i++) cuts[i] ??= { step: "related", reason: "list of links" };
  }
}

/** Headings that open a part of the page that is no article; what follows up to the next heading of its level goes with them. */
const PART_HEADING =
  /^(?:related|recommended|most (?:read|viewed|popular)|trending|popular|you (?:may|might)|people are (?:also )?reading|more (?:from|on|stories|news|in|(?:[\w'’-]+ ){0,3}(?:coverage|stories|news|articles|headlines))|top news|read (?:next|more|also)|also (?:read|on)|up next|latest|comments?|\(?\d+\)? comments?|leave a|share|newsletter|sign up|subscribe|about the author|author|tags|advertisement|around the web|sponsored|editors?['’]? picks?|don['’]t miss|top stories|see also|key (?:points|takeaways)|ai[- ](?:key points|summary|overview|generated)|tl;?dr)\b|^more:?$/i;

/** The element that such a heading opens: its parent, or the parent's parent when the parent only wraps the heading. */
function partOf(outline: Outline, index: number): readonly [number, number] {
  const heading = outline.blocks[index]!.element;
  for (let at = parentElement(heading), up = 0; at && up < 2; at = parentElement(at), up++) {
    const range = outline.rangeOf(at);
    if (range[1] - range[0] > 1) return range;
  }
  return [index, index + 1];
}

/**
 * Cuts the part that such a heading opens: the element around it when that begins with it and holds little of the text; else the lines
 * that follow, up to the next paragraph of running text or heading.
 */
export function cutParts(outline: Outline, cuts: Cuts, range: readonly [number, number]): void {
  const cut: Cut = { step: "related", reason: "part of the page under a heading of its own" };
  const sums = new ProseSums(outline, (i) => i >= range[0] && i < range[1] && !cuts[i]);
  for (let i = range[0]; i < range[1]; i++) {
    const block = outline.blocks[i]!;
    if (cuts[i] || block.words > 8 || !PART_HEADING.test(block.text)) continue;
    const labelled = block.heading > 0 || /:$/.test(block.text) || block.linkWords === 0;
    if (!labelled || (block.heading === 0 && block.sentences > 0 && !/…$|\.\.\.$/.test(block.text))) continue;
    const part = partOf(outline, i);
    let end = i + 1;
    if (part[0] >= i - 1 && sums.prose(part) < 0.15 * sums.total) end = Math.min(part[1], range[1]);
    else {
      while (end < range[1]) {
        const next = outline.blocks[end]!;
        if (
          (next.heading > 0 && !cuts[end]) ||
          (next.sentences > 0 && next.words >= 12 && !next.listItem && next.linkWords < 0.5 * next.words)
        )
          break;
        end++;
      }
      // Words that only look like such a heading have the text itself after them.
      if (end === i + 1 && block.heading === 0) continue;
    }
    for (let j = i; j < end; j++) cuts[j] ??= cut;
    i = end - 1;
  }
}

/** Quotations set out of the text that repeat words of a paragraph. */
export function cutPullQuotes(outline: Outline, cuts: Cuts, range: readonly [number, number]): void {
  // Pages with more blocks than any article has are lists; comparing all with all would be quadratic there.
  if (range[1] - range[0] > 3000) return;
  const folded: string[] = [];
  for (let i = range[0]; i < range[1]; i++) folded.push(cuts[i] ? "" : ` ${words(outline.blocks[i]!.text).join(" ")} `);
  for (let i = range[0]; i < range[1]; i++) {
    const block = outline.blocks[i]!;
    const own = folded[i - range[0]]!;
    if (cuts[i] || block.words < 4 || block.words > 60 || block.heading > 0) continue;
    if (!setApart(block.element)) continue;
    if (folded.some((other, j) => j !== i - range[0] && other.length > own.length && other.includes(own))) {
      cuts[i] = { step: "pull-quote", reason: "repeats a sentence of the text" };
    }
  }
}

function setApart(element: Element): boolean {
  let at: Element | null = element;
  for (let up = 0; up < 4 && at; up++) {
    if (/^(?:blockquote|aside|figure|q)$/.test(at.tagName)) return true;
    const tokens = nameTokens(at);
    if (["quote", "pullquote", "highlight", "blockquote", "standout"].some((token) => tokens.has(token))) return true;
    at = parentElement(at);
  }
  return false;
}

/** Cut blocks as removals; neighbours of one step and reason are one removal. Texts longer than 2,000 units are shortened. */
export function removalsOf(outline: Outline, cuts: Cuts): Removal[] {
  const removals: Removal[] = [];
  let step = "";
  let reason = "";
  let parts: string[] = [];
  const flush = (): void => {
    if (parts.length > 0) {
      const text = parts.join("\n");
      removals.push({ step, reason, text: text.length > 2000 ? `${text.slice(0, 2000)}…` : text });
    }
    parts = [];
  };
  for (const [i, cut] of cuts.entries()) {
    if (!cut || cut.step !== step || cut.reason !== reason) flush();
    if (!cut) continue;
    step = cut.step;
    reason = cut.reason;
    parts.push(outline.blocks[i]!.text);
  }
  flush();
  return removals;
}
