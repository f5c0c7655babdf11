// Numbering: which passages the drafts cite, in which order they stand, and the notes that point to them.
import type { Briefing, Group, Line, LineEvidence, Note, Passage, Section, SectionId, TableRow } from "./briefing.ts";
import type { Cite, DraftLine, DraftSection, Pointer } from "./draft.ts";

/** A document as the numbering sees it: its text and the independent source it belongs to. */
export interface Numbered {
  readonly id: string;
  readonly text: string;
  readonly source: number;
}

/** Number of the independent source that some words come from. */
export type SourceAt = (words: Pointer) => number | undefined;

export interface NumberedNotes {
  readonly sections: readonly Section[];
  readonly passages: Briefing["passages"];
  readonly table: Briefing["table"];
}

/**
 * Lines with numbered notes. `documents` stand in order of print: by source, then by publication. Passages that overlap become one;
 * points count through the documents of one source in that order, then by place in the text. A line counts the sources that its words come from
 * (`sourceAt`): a paragraph taken over from another text is no second source.
 */
export function numberNotes(drafts: readonly DraftSection[], documents: readonly Numbered[], sourceAt: SourceAt): NumberedNotes {
  const cites = drafts.flatMap((s) => s.groups.flatMap((g) => g.lines.flatMap((l) => l.segments.flatMap((x) => x.cite ?? []))));
  const kept = new Map<Cite, readonly Pointer[]>();
  const place = new Map(documents.map((document, index) => [document.id, index] as const));
  for (const cite of cites) kept.set(cite, cite.mode === "each" ? onePerSource(cite.pointers, place, sourceAt) : cite.pointers);
  const passages = numberPassages([...kept.values()].flat(), documents);
  const rows: TableRow[] = [];
  for (const row of cites.flatMap((cite) => cite.rows)) {
    if (!rows.some((known) => known.text === row.text)) rows.push({ ...row, ref: `T.${rows.length + 1}` });
  }
  const all = [...new Set(documents.map((document) => document.source))];
  const toNote = (cite: Cite): Note => noteOf(cite, kept.get(cite) ?? [], passages, rows, sourceAt, all);
  let count = 0;
  const sections = drafts.map(
    (section): Section => ({
      id: section.id,
      number: section.number,
      title: section.title,
      groups: section.groups.map(
        (group): Group => ({
          title: group.title,
          hint: group.hint,
          lines: group.lines.map((draft) => toLine(draft, section.id, `l${++count}`, toNote, passages)),
        }),
      ),
    }),
  );
  return { sections, passages, table: rows };
}

/** Of the passages of one independent source the earliest document's shortest one stands for all. */
function onePerSource(pointers: readonly Pointer[], place: ReadonlyMap<string, number>, sourceAt: SourceAt): Pointer[] {
  const best = new Map<number, Pointer>();
  for (const pointer of pointers) {
    const source = sourceAt(pointer);
    if (source === undefined) continue;
    const other = best.get(source);
    if (!other || compare(pointer, other, place) < 0) best.set(source, pointer);
  }
  return [...best.entries()].sort(([a], [b]) => a - b).map(([, pointer]) => pointer);
}

function compare(a: Pointer, b: Pointer, place: ReadonlyMap<string, number>): number {
  const order = (place.get(a.document) ?? 0) - (place.get(b.document) ?? 0);
  if (order !== 0) return order;
  const length = a.evidence.end - a.evidence.start - (b.evidence.end - b.evidence.start);
  return length !== 0 ? length : a.evidence.start - b.evidence.start;
}

function numberPassages(pointers: readonly Pointer[], documents: readonly Numbered[]): Passage[] {
  const points = new Map<number, number>();
  const passages: Passage[] = [];
  for (const { id, text, source } of documents) {
    const spans = pointers
      .filter((pointer) => pointer.document === id)
      .map(({ evidence }) => ({ start: evidence.start, end: evidence.end }))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const merged: { start: number; end: number }[] = [];
    for (const span of spans) {
      const last = merged[merged.length - 1];
      if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
      else merged.push({ ...span });
    }
    for (const { start, end } of merged) {
      const point = (points.get(source) ?? 0) + 1;
      points.set(source, point);
      passages.push({ ref: `${source}.${point}`, document: id, start, end, quote: text.slice(start, end) });
    }
  }
  return passages;
}

function passageOf(pointer: Pointer, passages: readonly Passage[]): Passage | undefined {
  return passages.find(
    ({ document, start, end }) => document === pointer.document && start <= pointer.evidence.start && pointer.evidence.end <= end,
  );
}

function noteOf(
  cite: Cite,
  pointers: readonly Pointer[],
  passages: readonly Passage[],
  rows: readonly TableRow[],
  sourceAt: SourceAt,
  all: readonly number[],
): Note {
  // From four sources on, which are numbered without a gap, the first and the last stand for all.
  if (cite.mode === "searched")
    return { mode: "searched", refs: all.length > 3 ? [`${all[0]}–${all[all.length - 1]}`] : all.map(String), sources: all };
  const cited = pointers.flatMap((pointer) => passageOf(pointer, passages) ?? []);
  const order = (passage: Passage): number => passages.indexOf(passage);
  const unique = [...new Set(cited)].sort((a, b) => order(a) - order(b));
  const tableRefs = cite.rows.flatMap((row) => rows.find((known) => known.text === row.text)?.ref ?? []);
  const sources = [...new Set(unique.flatMap((passage) => sourceAt({ document: passage.document, evidence: passage }) ?? []))].sort(
    (a, b) => a - b,
  );
  return { mode: cite.mode, refs: [...unique.map((passage) => passage.ref), ...new Set(tableRefs)], sources };
}

/** Three or more sources are named in words, before the stop that ends the words. */
function withCount(text: string, note: Note): string {
  if (note.mode !== "each" || note.sources.length < 3) return text;
  const [, body = text, stop = ""] = /^(.*?)([.,;:]?)$/su.exec(text) ?? [];
  return `${body} (${note.sources.length} sources)${stop}`;
}

function toLine(draft: DraftLine, section: SectionId, id: string, toNote: (cite: Cite) => Note, passages: readonly Passage[]): Line {
  const segments = draft.segments.map(({ text, strong, cite }) => {
    const note = cite ? toNote(cite) : null;
    return { text: note ? withCount(text, note) : text, strong, note: note && note.refs.length > 0 ? note : null };
  });
  const notes = segments.flatMap(({ note }) => note ?? []);
  const refs = new Set(notes.flatMap((note) => (note.mode === "searched" ? [] : note.refs)));
  const evidence = passages.filter(({ ref }) => refs.has(ref)).map(({ ref, ...rest }): LineEvidence => ({ note: ref, ...rest }));
  return {
    id,
    section,
    cell: draft.cell,
    text: segments.map(({ text }) => text).join(" "),
    segments,
    evidence,
    sources: [...new Set(notes.flatMap((note) => note.sources))].sort((a, b) => a - b),
    searched: notes.some((note) => note.mode === "searched"),
  };
}
