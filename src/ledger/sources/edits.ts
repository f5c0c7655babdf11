// What changed between two texts: the words of the one and the words of the other that stand in their place.
import { diffArrays } from "diff";
import type { Span } from "../../model/index.ts";
import type { Edit } from "../types.ts";

/** Words that may differ within one stretch before it counts as rewritten as a whole; the time of the comparison grows with their square. */
const MOST_CHANGED = 400;

/** Unchanged words between two changes that join them: “2 per cent” to “3 per cent of GDP” is one change, not three. */
const SHORT_KEPT = 2;

interface Piece extends Span {
  readonly words: string;
}

const pieces = (text: string, pattern: RegExp, offset = 0): Piece[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: offset + index, end: offset + index + words.length, words }));

/** Changed stretches of two lists of pieces, as half-open ranges of positions in each. */
function changed(from: readonly Piece[], to: readonly Piece[]): readonly (readonly [number, number, number, number])[] {
  const same = (a: Piece, b: Piece) => a.words === b.words;
  const parts = diffArrays([...from], [...to], { comparator: same, maxEditLength: MOST_CHANGED });
  if (!parts) return [[0, from.length, 0, to.length]];
  const found: [number, number, number, number][] = [];
  let [a, b] = [0, 0];
  for (const { value, added, removed } of parts) {
    const last = found.at(-1);
    if (!added && !removed) {
      a += value.length;
      b += value.length;
      continue;
    }
    const [x, y] = [a + (removed ? value.length : 0), b + (added ? value.length : 0)];
    if (last && last[1] === a && last[3] === b) [last[1], last[3]] = [x, y];
    else found.push([a, x, b, y]);
    [a, b] = [x, y];
  }
  return found;
}

/** Where the piece at `at` begins; `end` behind the last one. */
const startOf = (list: readonly Piece[], at: number, end: number): number => list[at]?.start ?? end;

/**
 * The range of the pieces `from` … `to`−1. Words that are put in or taken out go with the space behind them, so that what follows is shifted by
 * exactly their length; where there are none it is the place before the next piece.
 */
function range(list: readonly Piece[], from: number, to: number, oneSided: boolean, end: number): Span {
  const start = startOf(list, from, end);
  if (from === to) return { start, end: start };
  return { start, end: oneSided ? startOf(list, to, end) : list[to - 1]!.end };
}

function joined(list: readonly (readonly [number, number, number, number])[]): (readonly [number, number, number, number])[] {
  const out: [number, number, number, number][] = [];
  for (const [a, x, b, y] of list) {
    const last = out.at(-1);
    if (last && a - last[1] <= SHORT_KEPT) [last[1], last[3]] = [x, y];
    else out.push([a, x, b, y]);
  }
  return out;
}

/**
 * The changes that lead from one text to another, in order: first by paragraphs (Myers' algorithm, the library jsdiff), then by words within those that
 * differ. White space alone is no change. All offsets count UTF-16 units.
 */
export function editsOf(from: string, to: string): readonly Edit[] {
  const PARAGRAPH = /\S(?:[^\n]|\n(?!\s*\n))*/g;
  const [before, after] = [from, to].map((text) =>
    pieces(text, PARAGRAPH).map((p) => ({ ...p, words: p.words.replace(/\s+/g, " ").trim() })),
  );
  return changed(before!, after!).flatMap(([a, x, b, y]) => {
    const [oldEnd, newEnd] = [startOf(before!, x, from.length), startOf(after!, y, to.length)];
    const wordsOf = (text: string, list: readonly Piece[], first: number, end: number) => {
      const start = startOf(list, first, end);
      return pieces(text.slice(start, end), /\S+/g, start);
    };
    const [old, now] = [wordsOf(from, before!, a, oldEnd), wordsOf(to, after!, b, newEnd)];
    return joined(changed(old, now)).map(([i, j, k, l]) => {
      const oneSided = i === j || k === l;
      return { from: range(old, i, j, oneSided, oldEnd), to: range(now, k, l, oneSided, newEnd) };
    });
  });
}

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Share of the shorter text's words that the edits leave, 0 to 1. */
export function keptShare(from: string, to: string, edits: readonly Edit[]): number {
  const total = countWords(from);
  const removed = edits.reduce((sum, edit) => sum + countWords(from.slice(edit.from.start, edit.from.end)), 0);
  const shorter = Math.min(total, countWords(to));
  return shorter === 0 ? 0 : Math.min(1, (total - removed) / shorter);
}

/** Where a range of the earlier text stands in the later one, and whether an edit touched it. */
export function follow(span: Span, edits: readonly Edit[]): { readonly span: Span; readonly edits: readonly Edit[] } {
  const touching = edits.filter(({ from }) =>
    from.start === from.end ? from.start > span.start && from.start < span.end : from.start < span.end && span.start < from.end,
  );
  const place = (at: number, isEnd: boolean): number => {
    let shift = 0;
    for (const { from, to } of edits) {
      // What is put in right behind the range is no part of it.
      const before = isEnd && from.start === from.end ? from.end < at : from.end <= at;
      if (before) shift = to.end - from.end;
      else if (from.start < at) return isEnd ? to.end : to.start;
      else break;
    }
    return at + shift;
  };
  return { span: { start: place(span.start, false), end: place(span.end, true) }, edits: touching };
}
