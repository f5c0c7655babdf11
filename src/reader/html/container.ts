// Where the article is: several passes each name the element that holds it, and the one they agree on best is taken.
import { words } from "../whitespace.ts";
import { attribute, type Element, isElement, nameTokens, parentElement } from "./dom.ts";
import type { Outline } from "./outline.ts";
import type { ProseSums } from "./prose.ts";

export interface Vote {
  readonly pass: string;
  readonly element: Element;
  readonly weight: number;
}

type Range = readonly [number, number];

/** Names that publishing systems give the element that holds the text, most exact first. */
const BODY_NAMES: readonly (readonly string[])[] = [
  "article body",
  "articlebody",
  "story body",
  "storybody",
  "entry content",
  "post content",
  "article content",
  "articlecontent",
  "story content",
  "article text",
  "articletext",
  "storytext",
  "post body",
  "postbody",
  "body content",
  "content body",
  "field body",
  "article main",
  "story",
  "post",
].map((name) => name.split(" ")); // prettier-ignore

/** The element that says of itself that it is the body of the article. */
function semanticVotes(outline: Outline, sums: ProseSums): Vote[] {
  const votes: Vote[] = [];
  const named = outline.elements.filter((element) => element.attrs.length > 0);
  const most = (pass: string, weight: number, among: readonly Element[], wanted: (element: Element) => boolean): void => {
    let best: Element | null = null;
    let bestProse = 0;
    for (const element of among) {
      if (!wanted(element)) continue;
      const prose = sums.prose(outline.rangeOf(element));
      if (prose > bestProse) {
        bestProse = prose;
        best = element;
      }
    }
    if (best && bestProse >= Math.max(25, sums.total * 0.15)) votes.push({ pass, element: best, weight });
  };
  most("itemprop", 2, named, (element) => /\barticleBody\b/i.test(attribute(element, "itemprop") ?? ""));
  for (const name of BODY_NAMES) {
    const before = votes.length;
    most("name", 1.5, named, (element) => {
      const tokens = nameTokens(element);
      return element.tagName !== "body" && element.tagName !== "html" && name.every((word) => tokens.has(word));
    });
    if (votes.length > before) break;
  }
  most("article", 1, outline.elements, (element) => element.tagName === "article" || attribute(element, "role") === "article");
  most("main", 0.5, outline.elements, (element) => element.tagName === "main" || attribute(element, "role") === "main");
  return votes;
}

/** Goes down from the whole page as long as one child keeps nearly all of the prose. */
function densityVote(outline: Outline, sums: ProseSums, top: Element): Vote {
  let current = top;
  for (;;) {
    let next: Element | null = null;
    let bestNet = 0;
    for (const child of current.childNodes) {
      if (!isElement(child)) continue;
      const net = sums.net(outline.rangeOf(child));
      if (net > bestNet) {
        bestNet = net;
        next = child;
      }
    }
    if (!next || sums.prose(outline.rangeOf(next)) < 0.8 * sums.prose(outline.rangeOf(current))) break;
    current = next;
  }
  return { pass: "density", element: current, weight: 1.5 };
}

/** Paragraphs give points to the elements above them, fewer the further up; names and links change them. */
function pointsVote(outline: Outline, sums: ProseSums): Vote | null {
  const points = new Map<Element, number>();
  for (const [index, block] of outline.blocks.entries()) {
    if (sums.weights[index]! <= 5) continue;
    const commas = block.text.match(/[,，、]/g)?.length ?? 0;
    const gain = 1 + Math.min(commas, 5) + Math.min(block.text.length / 100, 3);
    // Loose text has no paragraph element of its own: its element is already the holder.
    const own = /^(?:p|li|pre|blockquote|h[1-6]|td)$/.test(block.element.tagName);
    let holder: Element | null = own ? parentElement(block.element) : block.element;
    for (const share of [1, 0.5, 1 / 3]) {
      if (!holder) break;
      points.set(holder, (points.get(holder) ?? 0) + gain * share);
      holder = parentElement(holder);
    }
  }
  let best: Element | null = null;
  let most = 0;
  for (const [element, gained] of points) {
    const [start, end] = outline.rangeOf(element);
    let all = 0;
    let linked = 0;
    for (let i = start; i < end; i++) {
      all += outline.blocks[i]!.words;
      linked += outline.blocks[i]!.linkWords;
    }
    const score = gained * (1 - linked / Math.max(1, all));
    if (score > most) {
      most = score;
      best = element;
    }
  }
  return best ? { pass: "points", element: best, weight: 1.5 } : null;
}

/** Which blocks stand, by their shingles of three words, in a text known to be the article's. */
export function alignedBlocks(outline: Outline, known: string): boolean[] {
  const tokens = words(known);
  const shingles = new Set<string>();
  for (let i = 0; i + 3 <= tokens.length; i++) shingles.add(`${tokens[i]} ${tokens[i + 1]} ${tokens[i + 2]}`);
  return outline.blocks.map((block) => {
    const own = words(block.text);
    if (own.length < 3) return false;
    let hits = 0;
    for (let i = 0; i + 3 <= own.length; i++) if (shingles.has(`${own[i]} ${own[i + 1]} ${own[i + 2]}`)) hits++;
    return hits >= 0.8 * (own.length - 2);
  });
}

/** The smallest element that holds nearly all blocks of the text that the page's metadata gives as the article's. */
function statedVote(outline: Outline, top: Element, stated: string): Vote | null {
  const aligned = alignedBlocks(outline, stated);
  const sums = new Float64Array(aligned.length + 1);
  for (const [i, yes] of aligned.entries()) sums[i + 1] = sums[i]! + (yes ? outline.blocks[i]!.words : 0);
  const held = ([start, end]: Range): number => sums[end]! - sums[start]!;
  const all = held(outline.rangeOf(top));
  if (all < 40) return null;
  let current = top;
  for (;;) {
    let next: Element | null = null;
    for (const child of current.childNodes) if (isElement(child) && held(outline.rangeOf(child)) >= 0.85 * all) next = child;
    if (!next) return { pass: "json-ld", element: current, weight: 2 };
    current = next;
  }
}

/** F1 of two ranges in prose. */
function agreement(sums: ProseSums, a: Range, b: Range): number {
  const shared: Range = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  if (shared[0] >= shared[1]) return 0;
  const both = sums.prose(shared);
  return both > 0 ? (2 * both) / (sums.prose(a) + sums.prose(b)) : 0;
}

/** Words of prose that may stand between a headline and its text (a standfirst, a key-points box) without being the text. */
const STANDFIRST = 60;

/** A text begins at its headline: candidates that leave out prose right after it, or take in prose before it, count less. */
function besideHeadline(sums: ProseSums, [start, end]: Range, headline: number): number {
  if (headline < 0) return 1;
  if (end <= headline) return 0.2;
  if (start > headline) return sums.prose([headline, start]) > STANDFIRST ? 0.4 : 1;
  return sums.prose([start, headline]) > STANDFIRST ? 0.6 : 1;
}

export interface Choice {
  readonly element: Element;
  readonly votes: readonly Vote[];
}

/** The element that the passes agree on; `stated` is the text that the page's metadata gives as the article's, if any. */
export function chooseContainer(outline: Outline, sums: ProseSums, top: Element, stated: string | null, headline: number): Choice {
  const votes = [densityVote(outline, sums, top), ...semanticVotes(outline, sums)];
  const points = pointsVote(outline, sums);
  if (points) votes.push(points);
  const known = stated && stated.length >= 200 ? statedVote(outline, top, stated) : null;
  if (known) votes.push(known);
  let best = votes[0]!;
  let most = -1;
  for (const candidate of votes) {
    const range = outline.rangeOf(candidate.element);
    let score = 0;
    for (const vote of votes) score += vote.weight * agreement(sums, range, outline.rangeOf(vote.element));
    score *= besideHeadline(sums, range, headline);
    // Of equal ones the smaller holds less that is not the article.
    const [start, end] = outline.rangeOf(best.element);
    if (score > most + 1e-9 || (score > most - 1e-9 && range[1] - range[0] < end - start)) {
      most = Math.max(most, score);
      best = candidate;
    }
  }
  return { element: best.element, votes };
}
