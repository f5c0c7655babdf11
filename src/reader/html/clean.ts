// Inside and around the chosen container: which blocks are the article's text, and why the others are not.
import type { Removal } from "../../model/index.ts";
import { words } from "../whitespace.ts";
import { type Element, nameTokens } from "./dom.ts";
import { furnitureOf } from "./furniture.ts";
import { lineRow } from "./lines.ts";
import type { Outline } from "./outline.ts";
import { ProseSums } from "./prose.ts";

export interface Cut {
  readonly step: string;
  readonly reason: string;
}

/** Why each block was cut; undefined for those still kept. */
export type Cuts = (Cut | undefined)[];

/** Marks what the names of elements say is no article. Outer elements speak first; an element that holds the article is spared. */
export function cutFurniture(outline: Outline, cuts: Cuts): void {
  const sums = new ProseSums(outline, () => true);
  const total = sums.total;
  for (const element of outline.elements) {
    const range = outline.rangeOf(element);
    if (cuts[range[0]] && cuts[range[1] - 1]) continue;
    const row = furnitureOf(element);
    if (!row || element.tagName === "body" || element.tagName === "html" || element.tagName === "main") continue;
    if (total > 0 && sums.prose(range) > row.guard * total) continue;
    for (let i = range[0]; i < range[1]; i++) cuts[i] ??= { step: row.step, reason: row.reason };
  }
}

/** Marks single lines inside `range` by their words, and short lists of links. */
export function cutLines(outline: Outline, cuts: Cuts, range: readonly [number, number]): void {
  for (let i = range[0]; i < range[1]; i++) {
    if (cuts[i]) continue;
    const block = outline.blocks[i]!;
    const row = lineRow(block.text, block.words);
    if (row) cuts[i] = { step: row.step, reason: row.reason };
    else if (block.words === 0 && !/[\p{L}\p{N}]/u.test(block.text)) cuts[i] = { step: "end-mark", reason: "no words" };
    else if (block.linkWords > 0 && block.linkWords >= 0.9 * block.words && block.heading === 0 && block.sentences === 0) {
      cuts[i] = { step: "related", reason: "line of links" };
    }
  }
}

/** Headings that open a part of the page that is no article; what follows up to the next heading of its level goes with them. */
const PART_HEADING =
  /^(?:related|recommended|most (?:read|viewed|popular)|trending|popular|you (?:may|might)|people are (?:also )?reading|more (?:from|on|stories|news|in)|read (?:next|more|also)|also (?:read|on)|up next|latest|comments?|\(?\d+\)? comments?|leave a|share|newsletter|sign up|subscribe|about the author|author|tags|advertisement|around the web|sponsored|editors?['’]? picks?|don['’]t miss|top stories|see also)\b/i;

/** Cuts from such a heading to the next heading of the same or a higher level, or to the end of the range. */
export function cutParts(outline: Outline, cuts: Cuts, range: readonly [number, number]): void {
  let open = 0;
  for (let i = range[0]; i < range[1]; i++) {
    const block = outline.blocks[i]!;
    if (block.heading > 0) {
      if (open > 0 && block.heading <= open) open = 0;
      if (open === 0 && block.words <= 8 && PART_HEADING.test(block.text)) open = block.heading;
    }
    // A paragraph of some length after the heading is the article again: such boxes hold lines, not text.
    if (open > 0 && block.heading === 0 && block.sentences >= 2 && block.words >= 40) open = 0;
    if (open > 0) cuts[i] ??= { step: "related", reason: "part of the page under a heading of its own" };
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
    const parent: unknown = at.parentNode;
    at = parent && typeof parent === "object" && "tagName" in parent ? (parent as Element) : null;
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
