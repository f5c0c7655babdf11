// Pieces of text on a page → lines in reading order, with where they stand.

/** A piece of text as a PDF places it; units are points, `y` grows upwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the type. */
  readonly size: number;
}

export interface Line extends Piece {
  /** Page number, from 1. */
  readonly page: number;
}

/** Superscripts are at most this share of the size of their line: notes' numbers, which are no words of the text. */
const SUPERSCRIPT = 0.8;

/**
 * Lines of a page. Pieces come in the order in which the page draws them, which is the reading order of all common programs, columns
 * included; a piece that is on the line before goes on with it.
 */
export function linesOf(pieces: readonly Piece[], page: number): Line[] {
  const lines: Line[] = [];
  let current: Piece[] = [];
  const flush = (): void => {
    const line = joined(current, page);
    if (line) lines.push(line);
    current = [];
  };
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const last = current[current.length - 1];
    if (last) {
      const size = Math.max(last.size, piece.size);
      const sameLine = Math.abs(piece.y - last.y) <= 0.5 * size;
      const gap = piece.x - (last.x + last.width);
      // A gap of several letters on one height parts columns and cells; a step back begins a new line.
      if (!sameLine || gap > 4 * size || gap < -1.5 * size) flush();
    }
    current.push(piece);
  }
  flush();
  return lines;
}

function joined(pieces: readonly Piece[], page: number): Line | null {
  const solid = pieces.filter(({ text }) => /\S/.test(text));
  if (solid.length === 0) return null;
  const size = Math.max(...solid.map((piece) => piece.size));
  const base = solid.find((piece) => piece.size >= SUPERSCRIPT * size)!;
  let text = "";
  let end = Number.NaN;
  for (const piece of pieces) {
    const raised = piece.size <= SUPERSCRIPT * size && piece.y > base.y && /^[\d*†‡,\s]{1,5}$/.test(piece.text);
    if (raised && text !== "") continue;
    if (piece.x - end > 0.17 * size && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += " ";
    text += piece.text;
    end = piece.x + piece.width;
  }
  const last = solid[solid.length - 1]!;
  return {
    text: text.replace(/\s+/g, " ").trim(),
    x: solid[0]!.x,
    y: base.y,
    width: last.x + last.width - solid[0]!.x,
    size: base.size,
    page,
  };
}

/** What a line has in common with the same line of other pages: its words without figures. */
const pattern = (line: Line): string =>
  line.text
    .toLowerCase()
    .replace(/\d+|\b[ivxlc]+\b/g, "#")
    .replace(/\s+/g, " ");

const PAGE_NUMBER =
  /^[\W_]*(?:(?:page|seite|p\.?|página|pagina|strona|стр\.?)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of|von|de|sur|di|z|из)\s*\d{1,4})?[\W_]*$/i;

/** Lines from the edge of a page that may be its head or foot. */
const EDGE_LINES = 3;

/**
 * Which lines are running heads, feet and page numbers: lines at the edge of a page that come back, figures aside, on at least half of
 * the pages (three at least, or both of two), and numbers alone there.
 */
export function pageFurniture(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const edges = pages.map((lines) => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    return { top: byHeight.slice(0, EDGE_LINES), bottom: byHeight.slice(-EDGE_LINES) };
  });
  const counts = new Map<string, number>();
  for (const { top, bottom } of edges) {
    for (const key of new Set([...top.map((l) => `t${pattern(l)}`), ...bottom.map((l) => `b${pattern(l)}`)]))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const often = pages.length < 3 ? 2 : Math.max(3, pages.length / 2 - 1);
  const cut = new Set<Line>();
  for (const { top, bottom } of edges) {
    for (const line of top) if ((counts.get(`t${pattern(line)}`) ?? 0) >= often) cut.add(line);
    for (const line of bottom) if ((counts.get(`b${pattern(line)}`) ?? 0) >= often) cut.add(line);
    for (const line of [top[0], bottom[bottom.length - 1]]) if (line && PAGE_NUMBER.test(line.text)) cut.add(line);
  }
  return cut;
}
