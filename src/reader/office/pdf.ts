// PDF → its paragraphs and properties.
import { getDocumentProxy } from "unpdf";
import { type Problem, problem, type Removal } from "../../model/index.ts";
import { dayMoment, type Moment, timedMoment } from "../metadata/moment.ts";
import { fold } from "../whitespace.ts";
import { OfficeError, type OfficeText } from "./office-text.ts";
import { type Line, linesOf, type Piece, pageFurniture } from "./pdf-lines.ts";
import { paragraphsOfLines } from "./pdf-paragraphs.ts";
import { checkStreams } from "./pdf-streams.ts";

/** Pages read of one file; statements have two, the longest reports of governments some hundred. */
export const MOST_PAGES = 300;
const MOST_CHARACTERS = 2_000_000;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** `D:20240307174000+01'00'` as a moment. */
export function pdfMoment(raw: unknown): Moment | null {
  const m = /^(?:D:)?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?'?)?)?/.exec(
    typeof raw === "string" ? raw : "",
  );
  if (!m) return null;
  const day = dayMoment(Number(m[1]), Number(m[2]), Number(m[3]));
  if (!day || m[4] === undefined) return day;
  const offset = m[7] ? (m[7] === "-" ? -1 : 1) * (Number(m[8]) * 60 + Number(m[9] ?? 0)) : /Z/.test(m[0]) ? 0 : null;
  return timedMoment(day, Number(m[4]), Number(m[5]), m[6] === undefined ? null : Number(m[6]), offset);
}

function failure(error: unknown): OfficeError {
  if (error instanceof OfficeError) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return new OfficeError("encrypted", "it is encrypted");
  return new OfficeError("damaged", error instanceof Error ? error.message.split("\n")[0]! : String(error));
}

async function piecesOf(pdf: Pdf, number: number): Promise<Piece[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const pieces: Piece[] = [];
  for (const item of items) {
    if (!("str" in item)) continue;
    const [a, b, , , x, y] = item.transform as number[];
    // Upright text only: what is turned is a stamp or the margin's.
    if (Math.abs(b!) > 0.3 * Math.abs(a!)) continue;
    pieces.push({ text: item.str, x: x!, y: y!, width: item.width, size: item.height || Math.abs(a!) });
  }
  page.cleanup();
  return pieces;
}

const text = (value: unknown): string | null => (typeof value === "string" ? fold(value) || null : null);

/**
 * Reads a PDF file.
 * @throws OfficeError when it is damaged, encrypted, has no layer of text, or unpacks to too much
 */
export async function readPdf(bytes: Uint8Array, path: string): Promise<OfficeText> {
  checkStreams(bytes);
  let pdf: Pdf;
  try {
    // A copy: the reader takes the buffer away from its owner.
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      stopAtErrors: false,
    });
  } catch (error) {
    throw failure(error);
  }
  try {
    const pages: Line[][] = [];
    const problems: Problem[] = [];
    let characters = 0;
    const count = Math.min(pdf.numPages, MOST_PAGES);
    let unreadable = 0;
    for (let i = 1; i <= count && characters < MOST_CHARACTERS; i++) {
      try {
        const lines = linesOf(await piecesOf(pdf, i), i);
        characters += lines.reduce((sum, line) => sum + line.text.length, 0);
        pages.push(lines);
      } catch {
        unreadable++;
      }
    }
    if (characters === 0 && unreadable > 0) throw new OfficeError("damaged", "its pages are broken");
    if (characters < 20 * Math.min(3, pages.length))
      throw new OfficeError("scanned", `its ${pdf.numPages} pages hold pictures and no text`);
    if (unreadable > 0 || pages.length < pdf.numPages)
      problems.push(problem("pages-left", { path, read: pages.length, pages: pdf.numPages }));
    const cut = pageFurniture(pages);
    const lines = pages.flat().filter((line) => !cut.has(line));
    const info = ((await pdf.getMetadata().catch(() => null))?.info ?? {}) as Readonly<Record<string, unknown>>;
    const removals: Removal[] = [...new Map([...cut].map((line) => [line.text, line])).values()].map((line) => ({
      step: "page",
      reason: "running head, foot or page number",
      text: line.text,
    }));
    return {
      format: "pdf",
      ...paragraphsOfLines(lines),
      removals,
      title: text(info.Title),
      author: text(info.Author),
      created: pdfMoment(info.CreationDate),
      modified: pdfMoment(info.ModDate),
      language: text(info.Language),
      problems,
    };
  } catch (error) {
    throw failure(error);
  } finally {
    await pdf.destroy();
  }
}
