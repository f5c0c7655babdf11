// Lines of a PDF → its paragraphs: gaps, indents, short lines and sizes part them; words cut at the line's end are whole again.
import type { Line } from "./pdf-lines.ts";

/** The value that most of the characters of `lines` have, to a tenth. */
function usual(lines: readonly Line[], value: (line: Line, next: Line | undefined) => number): number {
  const weights = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const key = Math.round(value(line, lines[i + 1]) * 10) / 10;
    if (key > 0) weights.set(key, (weights.get(key) ?? 0) + line.text.length);
  }
  let best = 0;
  let most = 0;
  for (const [key, weight] of weights) if (weight > most || (weight === most && key < best)) [best, most] = [key, weight];
  return best;
}

const ENDS = /[.!?…:;][”"’'»)\]]*$/u;
const BULLET = /^[•▪◦●○■□*·]\s/u;
/** Dashes and numbers open items too, but stand within sentences as well. */
const ITEM = /^(?:[–—-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s)/u;

/**
 * The words of a line with those of the next. A word cut at the line's end is whole again; a compound that the text writes with its
 * hyphen elsewhere, or that goes on with a capital or a figure, keeps it.
 */
function join(paragraph: string, next: string, whole: string): string {
  const cut = /(\p{L}+)([-\u2010\u00AD])$/u.exec(paragraph);
  const rest = /^[\p{L}\d]+/u.exec(next)?.[0];
  if (!cut || !rest) return `${paragraph} ${next}`;
  const compound = cut[2] !== "\u00AD" && (!/^\p{Ll}/u.test(rest) || whole.includes(`${cut[1]}-${rest}`));
  return compound ? paragraph + next : paragraph.slice(0, -1) + next;
}

export interface Paragraphs {
  readonly paragraphs: readonly string[];
  /** The first paragraph of the first page that is set clearly larger than the text. */
  readonly heading: string | null;
}

/** The paragraphs of `lines`, which are in reading order, all pages together. */
export function paragraphsOfLines(lines: readonly Line[]): Paragraphs {
  const size = usual(lines, (line) => line.size);
  const leading = usual(lines, (line, next) => (next && next.page === line.page ? line.y - next.y : 0)) || 1.3 * size;
  const right = rightEdge(lines);
  const left = usual(lines, (line) => line.x);
  // Joined as they stand: what is looked for in it does not cross lines.
  const whole = lines.map((line) => line.text).join("\n");
  const paragraphs: string[] = [];
  let heading: string | null = null;
  let current = "";
  let start: Line | null = null;
  const flush = (): void => {
    if (current === "") return;
    if (heading === null && start!.page === 1 && start!.size >= 1.15 * size && /\p{L}.*\p{L}/u.test(current)) heading = current;
    paragraphs.push(current);
    current = "";
  };
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    if (last && partsFrom(last, line, { size, leading, right, left })) flush();
    if (current === "") start = line;
    current = current === "" ? line.text : join(current, line.text, whole);
  }
  flush();
  return { paragraphs, heading };
}

/** Where full lines end: the right edge that one in twenty lines reaches. */
function rightEdge(lines: readonly Line[]): number {
  const ends = lines.map((line) => line.x + line.width).sort((a, b) => b - a);
  return ends[Math.floor(ends.length * 0.05)] ?? 0;
}

interface Measures {
  readonly size: number;
  readonly leading: number;
  readonly right: number;
  readonly left: number;
}

/** Whether a new paragraph begins with `line`. */
function partsFrom(last: Line, line: Line, { size, leading, right, left }: Measures): boolean {
  if (Math.abs(line.size - last.size) > 0.08 * size) return true;
  const short = last.x + last.width < right - 8 * size;
  if (BULLET.test(line.text) || (ITEM.test(line.text) && (ENDS.test(last.text) || short))) return true;
  const gap = last.y - line.y;
  const flowsOn = line.page !== last.page || gap < 0;
  if (flowsOn) return ENDS.test(last.text) || (short && !/^[\p{Ll}\d(“"]/u.test(line.text));
  // Headings set in lines of their own width go on while their size does; their leading is their own.
  if (gap > 1.35 * Math.max(leading, 1.1 * line.size)) return true;
  const indented =
    line.x - Math.min(left, last.x) > 0.8 * size && line.x - last.x > 0.8 * size && !BULLET.test(last.text) && !ITEM.test(last.text);
  if (indented && ENDS.test(last.text)) return true;
  return ENDS.test(last.text) && short && line.x <= last.x + 0.5 * size;
}
