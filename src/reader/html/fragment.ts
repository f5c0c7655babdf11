// A piece of HTML that is all content, as feeds carry it: its paragraphs, cleaned of boxes and links that are no text.
import type { Removal } from "../../model/index.ts";
import { fold } from "../whitespace.ts";
import { type Cuts, cutFurniture, cutLines, cutParts, cutPullQuotes, removalsOf } from "./clean.ts";
import { parsePage, textOf } from "./dom.ts";
import { outlineOf } from "./outline.ts";

export interface Fragment {
  readonly paragraphs: readonly string[];
  readonly removals: readonly Removal[];
}

const TAG = /<(?:\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?|!--)/i;
const ESCAPED_TAG = /&(?:lt|#60|#x3c);\/?(?:p|br|div|a|img|span|b|i|strong|em|ul|li|h[1-6]|blockquote)\b/i;

/** The words of a piece of HTML on one line. */
export function plainText(html: string): string {
  return /[<&]/.test(html) ? textOf(parsePage(html)) : fold(html);
}

/** Reads a piece of HTML or plain text; markup that was escaped twice is unescaped first. */
export function readFragment(given: string): Fragment {
  const html = !TAG.test(given) && ESCAPED_TAG.test(given) ? textOf(parsePage(given)) : given;
  if (!TAG.test(html)) {
    const paragraphs = html
      .split(/\n\s*\n/)
      .map(plainText)
      .filter(Boolean);
    return { paragraphs, removals: [] };
  }
  const outline = outlineOf(parsePage(html));
  const cuts: Cuts = new Array(outline.blocks.length).fill(undefined);
  const all = [0, outline.blocks.length] as const;
  cutFurniture(outline, cuts, -1);
  cutLines(outline, cuts, all);
  cutParts(outline, cuts, all);
  cutPullQuotes(outline, cuts, all);
  return { paragraphs: outline.blocks.filter((_, i) => !cuts[i]).map((block) => block.text), removals: removalsOf(outline, cuts) };
}
