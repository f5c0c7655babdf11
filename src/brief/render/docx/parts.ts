// Pieces of the Word form: runs, notes, bullets and cells in the fonts, sizes and colours of the page.
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  InternalHyperlink,
  type ITableCellOptions,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  TableCell,
  TextRun,
} from "docx";
import type { Line, Note } from "../../briefing.ts";
import { plain } from "../../words.ts";

export const INK = { blue: "1D4470", rust: "87381F", dim: "585C62", edge: "C8C5BB", tint: "F5F3EB", gold: "FBF2D2" } as const;
export const BULLETS = "points";

/** Sizes in half points. */
export const SIZE = { text: 20, small: 17, notes: 15 } as const;

/** Name of the bookmark at a note: `n1_5`. */
export const anchorOf = (ref: string): string => `n${ref.replace(/[^0-9A-Za-z]/g, "_")}`;

const small = (text: string, bold: boolean): TextRun => new TextRun({ text, bold, color: INK.blue, size: SIZE.text, superScript: true });

/** ` [1.5, 2.5]` in superscript; each reference leads to its passage. */
function marks(note: Note): ParagraphChild[] {
  const bold = note.mode === "each" && note.sources.length >= 2;
  const joint = note.mode === "together" ? " + " : ", ";
  const refs = note.refs.flatMap((ref, index) => [
    ...(index > 0 ? [small(joint, bold)] : []),
    note.mode === "searched" ? small(ref, bold) : new InternalHyperlink({ anchor: anchorOf(ref), children: [small(ref, bold)] }),
  ]);
  // A space that does not break keeps the note with its words.
  return [small("\u00a0[", bold), ...refs, small("]", bold)];
}

/** The words of a line with their notes; `lead` stands before them. */
export function lineRuns(line: Line, lead = ""): ParagraphChild[] {
  const runs = line.segments.flatMap(({ text, strong, note }, index): ParagraphChild[] => [
    new TextRun({ text: `${index > 0 ? " " : ""}${plain(text)}`, bold: strong }),
    ...(note ? marks(note) : []),
  ]);
  return lead === "" ? runs : [new TextRun({ text: lead }), ...runs];
}

export const bullet = (children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({ children: [...children], numbering: { reference: BULLETS, level: 0 }, spacing: { after: 30 } });

export const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2, keepNext: true });

export const subheading = (text: string, hint: string | null = null, keepNext = true): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_3,
    keepNext,
    children: [new TextRun({ text: plain(text) }), ...(hint ? [new TextRun({ text: ` (${hint})`, bold: false, color: INK.dim })] : [])],
  });

export const fine = (text: string): Paragraph =>
  new Paragraph({ children: [new TextRun({ text: plain(text), size: SIZE.notes, color: INK.dim })] });

/** A passage of the notes, which the references in the text lead to. */
export const passage = (ref: string, quote: string): Paragraph =>
  new Paragraph({
    spacing: { after: 20 },
    children: [
      new Bookmark({ id: anchorOf(ref), children: [new TextRun({ text: ref, bold: true, size: SIZE.notes })] }),
      new TextRun({ children: [new Tab(), plain(quote)], italics: true, size: SIZE.notes }),
    ],
    tabStops: [{ type: "left", position: 500 }],
    indent: { left: 500, hanging: 500 },
  });

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
export const OPEN = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE } as const;

export function cell(children: readonly Paragraph[], options: Omit<ITableCellOptions, "children"> = {}): TableCell {
  // A cell without a paragraph is no valid cell.
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 60, right: 100 },
    ...options,
    children: children.length > 0 ? [...children] : [new Paragraph("")],
  });
}

export const shade = (fill: string) => ({ type: ShadingType.CLEAR, color: "auto", fill }) as const;

/** The one list of the document. */
export const NUMBERING = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "•",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 200, hanging: 200 } } },
        },
      ],
    },
  ],
} as const;
