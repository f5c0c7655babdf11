// DOCX: the brief as a Word file to work on: sections, issue table, notes as links, and empty boxes for the officer.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  type TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type Briefing, type Line, OFFICER_SLOTS, type Section } from "../../briefing.ts";
import { plain } from "../../words.ts";
import { manifestOf } from "../manifest.ts";
import { documentHeading } from "../sources.ts";
import { finished } from "./package.ts";
import { bullet, cell, fine, heading, INK, lineRuns, NUMBERING, OPEN, passage, SIZE, shade, subheading } from "./parts.ts";

const FULL = { size: 100, type: WidthType.PERCENTAGE } as const;
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1000, bottom: 1000, left: 1130, right: 1130 } } as const;
/** Width of the text, in twentieths of a point. */
const WIDTH = 11906 - 2 * 1130;
const BOTH = "Gap, numbers, trend, concern";

/** `Who.` and its words in two columns. */
function header(part: Section): Table {
  const rows = part.groups.flatMap(({ lines }) =>
    lines.map((line) => {
      const [label, ...rest] = line.segments;
      // The cut-off stands in the foot of every page.
      const words = plain(label?.text ?? "").replace(/^As of .*/, "Sources.");
      const name = new Paragraph({ children: [new TextRun({ text: words, color: INK.dim, size: SIZE.small })] });
      const body = new Paragraph({ children: lineRuns({ ...line, segments: rest }) });
      return new TableRow({ children: [cell([name]), cell([body])] });
    }),
  );
  return new Table({ rows, width: FULL, columnWidths: [1500, WIDTH - 1500], borders: OPEN });
}

const side = (line: Line, briefing: Briefing): string =>
  line.cell === "a" ? `${briefing.sideNames[0]}: ` : line.cell === "b" ? `${briefing.sideNames[1]}: ` : "";

function listed(part: Section, briefing: Briefing): Paragraph[] {
  return part.groups.flatMap(({ title, hint, lines }) => [
    ...(title ? [subheading(title, hint)] : []),
    ...lines.map((line) => bullet(lineRuns(line, side(line, briefing)))),
  ]);
}

/** Groups of short lines side by side: the agenda. */
function columns(part: Section, briefing: Briefing): Table {
  // Nothing is kept together here: the row may run over the end of a page.
  const children = part.groups.map(({ title, hint, lines }) =>
    cell([...(title ? [subheading(title, hint, false)] : []), ...lines.map((line) => bullet(lineRuns(line, side(line, briefing))))]),
  );
  return new Table({
    rows: [new TableRow({ children })],
    width: FULL,
    columnWidths: children.map(() => Math.floor(WIDTH / children.length)),
    borders: OPEN,
  });
}

/** The bottom line in a shaded box. */
function boxed(part: Section, briefing: Briefing): Table {
  const edge = { style: BorderStyle.SINGLE, size: 18, color: INK.blue } as const;
  const children = [heading(`${part.number} ${part.title}`), ...listed(part, briefing)];
  return new Table({
    rows: [new TableRow({ children: [cell(children, { shading: shade(INK.tint) })] })],
    width: FULL,
    borders: { ...OPEN, left: edge },
  });
}

/** Side A, side B and what concerns both; the issue's name and its gap in a row above. */
function issueTable(part: Section, briefing: Briefing): Table {
  const sides = [
    ["a", plain(briefing.sideNames[0]), INK.blue],
    ["b", plain(briefing.sideNames[1]), INK.rust],
    ["both", BOTH, INK.dim],
  ] as const;
  const third = { size: 33, type: WidthType.PERCENTAGE } as const;
  const head = new TableRow({
    tableHeader: true,
    children: sides.map(([, name, color]) =>
      cell([new Paragraph({ children: [new TextRun({ text: name, bold: true, color, size: SIZE.small })] })], { width: third }),
    ),
  });
  const of = (lines: readonly Line[], column: Line["cell"]): Paragraph[] =>
    lines.filter((line) => line.cell === column).map((line) => bullet(lineRuns(line)));
  // What is said of both alone needs no columns.
  const cells = (lines: readonly Line[]): TableCell[] =>
    lines.some(({ cell: column }) => column === "a" || column === "b")
      ? sides.map(([column]) => cell(of(lines, column), { width: third }))
      : [cell(of(lines, "both"), { columnSpan: 3 })];
  const rows = part.groups.flatMap(({ title, lines }) => {
    const gap = lines.find((line) => line.cell === null);
    const label = new Paragraph({
      keepNext: true,
      children: [new TextRun({ text: plain(title ?? ""), bold: true }), ...(gap ? [new TextRun({ text: "   " }), ...lineRuns(gap)] : [])],
    });
    const fill = gap && !gap.searched && /\d/.test(gap.text) ? INK.gold : INK.tint;
    return [
      new TableRow({ cantSplit: true, children: [cell([label], { columnSpan: 3, shading: shade(fill) })] }),
      new TableRow({ children: cells(lines) }),
    ];
  });
  const rule = { style: BorderStyle.SINGLE, size: 4, color: INK.edge } as const;
  return new Table({ rows: [head, ...rows], width: FULL, borders: { ...OPEN, top: rule, bottom: rule, insideVertical: rule } });
}

function officer(): (Paragraph | Table)[] {
  const cells = OFFICER_SLOTS.map((slot) =>
    cell([
      new Paragraph({ children: [new TextRun({ text: slot, color: INK.dim, size: SIZE.small })] }),
      new Paragraph(""),
      new Paragraph(""),
    ]),
  );
  return [heading("For the officer"), new Table({ rows: [new TableRow({ children: cells })], width: FULL })];
}

function notes(briefing: Briefing): Paragraph[] {
  const documents = briefing.documents.flatMap((document) => [
    new Paragraph({
      keepNext: true,
      spacing: { before: 80 },
      children: [new TextRun({ text: `${document.source} · ${documentHeading(document).join(" · ")}`, bold: true, size: SIZE.notes })],
    }),
    ...briefing.passages.filter((one) => one.document === document.id).map(({ ref, quote }) => passage(ref, quote)),
  ]);
  const table = briefing.table.map(({ ref, text, source }) => passage(ref, `${text} (${source})`));
  return [fine(briefing.remarks.join(" ")), ...documents, ...(table.length > 0 ? [fine("T · Table of offices"), ...table] : [])];
}

/** Where each passage stands, for `scenesetter verify`: hidden text, so that it stays when the file is saved again. */
const hidden = (briefing: Briefing): Paragraph[] =>
  manifestOf(briefing).map((text) => new Paragraph({ children: [new TextRun({ text, vanish: true, size: 2 })] }));

function body(briefing: Briefing): (Paragraph | Table)[] {
  const space = new Paragraph({ spacing: { after: 60 }, children: [] });
  return briefing.sections.flatMap((part): (Paragraph | Table)[] => {
    if (part.id === "header") return [header(part), space];
    if (part.id === "bottom-line") return [boxed(part, briefing)];
    const title = heading(`${part.number === null ? "" : `${part.number} `}${part.title}`);
    if (part.id === "issues") return [title, issueTable(part, briefing), space];
    return part.id === "agenda" ? [title, columns(part, briefing)] : [title, ...listed(part, briefing)];
  });
}

function top(briefing: Briefing): Paragraph[] {
  const warning = briefing.warning
    ? [
        new Paragraph({
          shading: shade(INK.tint),
          border: { left: { style: BorderStyle.SINGLE, size: 18, color: INK.rust, space: 4 } },
          children: [new TextRun({ text: "Single source. ", bold: true }), new TextRun({ text: plain(briefing.warning) })],
        }),
      ]
    : [];
  return [
    new Paragraph({ text: plain(briefing.title), heading: HeadingLevel.TITLE }),
    new Paragraph({
      spacing: { after: 120 },
      children: [new TextRun({ text: plain(briefing.subtitle), italics: true, size: 23, color: INK.dim })],
    }),
    ...warning,
  ];
}

function footer(briefing: Briefing): Footer {
  const asOf = briefing.asOf ? ` · as of ${plain(briefing.asOf)}` : "";
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            children: [`${plain(briefing.title)}${asOf} · page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
            size: SIZE.notes,
            color: INK.dim,
          }),
        ],
      }),
    ],
  });
}

const STYLES = {
  default: {
    document: { run: { font: "Calibri", size: SIZE.text }, paragraph: { spacing: { after: 40, line: 252 } } },
    title: { run: { font: "Cambria", size: 44, color: "1C1D20" }, paragraph: { spacing: { after: 20 } } },
    heading2: { run: { font: "Calibri", size: 22, bold: true, color: INK.blue }, paragraph: { spacing: { before: 180, after: 60 } } },
    heading3: { run: { font: "Calibri", size: SIZE.text, bold: true, color: "1C1D20" }, paragraph: { spacing: { before: 80, after: 30 } } },
  },
} as const;

/** The brief as a DOCX file, sealed: the same brief gives the same bytes. */
export async function renderDocx(briefing: Briefing): Promise<Uint8Array> {
  const footers = { default: footer(briefing) };
  const document = new Document({
    title: `Briefing: ${plain(briefing.title)}`,
    description: plain(briefing.subtitle),
    creator: "Scenesetter",
    lastModifiedBy: "Scenesetter",
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      { properties: { page: PAGE }, footers, children: [...top(briefing), ...body(briefing), ...officer()] },
      { properties: { type: SectionType.CONTINUOUS, page: PAGE }, footers, children: [heading("12 Sources and notes")] },
      {
        properties: { type: SectionType.CONTINUOUS, page: PAGE, column: { count: 2, space: 360 } },
        footers,
        children: [...notes(briefing), ...hidden(briefing)],
      },
    ],
  });
  return finished(await Packer.toBuffer(document));
}
