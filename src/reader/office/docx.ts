// DOCX → its paragraphs and properties. Running heads, feet, notes and deleted words are left out.
import mammoth from "mammoth";
import { attribute, type Element, elements, parentElement, parsePage, textOf } from "../html/dom.ts";
import { unescapeAgain } from "../html/entities.ts";
import { outlineOf } from "../html/outline.ts";
import { machineMoment } from "../metadata/moment.ts";
import { OfficeError, type OfficeText } from "./office-text.ts";
import { readZip, ZipError } from "./zip.ts";

const NOTE_MARK = /<sup><a href="#(?:foot|end)note-[\w-]+" id="[\w-]+">\[\d+\]<\/a><\/sup>/g;

/** Whether an element stands in the list of notes that the converter puts at the end. */
function inNotes(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) if (/^(?:foot|end)note-/.test(attribute(at, "id") ?? "")) return true;
  return false;
}

/** The words of an element of the properties part: `dc:title`, `dcterms:created`. */
function property(xml: string, name: string): string | null {
  const m = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]{1,500})</${name}>`).exec(xml);
  return m ? unescapeAgain(textOf(parsePage(m[1]!))) || null : null;
}

/**
 * Reads a DOCX file.
 * @throws OfficeError when it is damaged, encrypted, too large, or another kind of archive
 */
export async function readDocx(bytes: Uint8Array): Promise<OfficeText> {
  let parts: ReadonlyMap<string, Uint8Array>;
  try {
    // Every part is inflated once within limits: the converter, which has none, then finds no more than that.
    parts = readZip(bytes);
  } catch (error) {
    if (error instanceof ZipError) throw new OfficeError(error.kind, error.message);
    throw error;
  }
  if (![...parts.keys()].some((name) => /^word\/document\d*\.xml$/.test(name)))
    throw new OfficeError("other", "ZIP archive that is no DOCX");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let html: string;
  try {
    const options = { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) };
    html = (await mammoth.convertToHtml({ buffer }, options)).value.replace(NOTE_MARK, "");
  } catch (error) {
    throw new OfficeError("damaged", error instanceof Error ? error.message.split("\n")[0]! : String(error));
  }
  const page = parsePage(html);
  const outline = outlineOf(page);
  const notes = new Set(elements(page, inNotes));
  const blocks = outline.blocks.filter((block) => !notes.has(block.element));
  const core = new TextDecoder().decode(parts.get("docProps/core.xml") ?? new Uint8Array());
  const heading = blocks.slice(0, 8).find((block) => block.heading > 0)?.text ?? null;
  return {
    format: "docx",
    paragraphs: blocks.map((block) => block.text),
    removals: outline.blocks
      .filter((block) => notes.has(block.element))
      .map((block) => ({ step: "page", reason: "footnote", text: block.text })),
    heading,
    title: property(core, "dc:title"),
    author: property(core, "dc:creator"),
    created: machineMoment(property(core, "dcterms:created") ?? ""),
    modified: machineMoment(property(core, "dcterms:modified") ?? ""),
    language: property(core, "dc:language"),
    problems: [],
  };
}
