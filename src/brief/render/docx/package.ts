// The DOCX package: the same bytes for the same brief, its seal, and its text read back.
import JSZip from "jszip";
import { seal } from "../../seal.ts";

const BODY = "word/document.xml";
const CORE = "docProps/core.xml";
/** Dates that a zip and a document's properties must have, but that are no part of the brief. */
const DATE = new Date(Date.UTC(1980, 0, 1));
const STAMP = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescapeXml = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? "");

/** The text of a document part, a paragraph a line; headings of the second level as in Markdown, so that one seal serves both. */
function textOf(xml: string): string {
  const paragraphs = xml.match(/<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g) ?? [];
  const lines = paragraphs.flatMap((paragraph) => {
    // Tab stops are properties of the paragraph, not tabs in it.
    const runs = paragraph.replace(/<w:pPr>[\s\S]*?<\/w:pPr>/, "");
    const text = [...runs.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)(?:\s[^>]*)?\/>/g)]
      .map(([, words, mark]) => (mark === undefined ? unescapeXml(words ?? "") : mark === "tab" ? "\t" : " "))
      .join("");
    if (text.trim() === "") return [];
    return [/<w:pStyle w:val="Heading2"\/>/.test(paragraph) ? `## ${text}` : text];
  });
  return `${lines.join("\n")}\n`;
}

/** Whether bytes begin as a zip archive does. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** The text of a DOCX brief; null when the bytes are no document of that kind. */
export async function docxText(bytes: Uint8Array): Promise<string | null> {
  if (!isZip(bytes)) return null;
  try {
    const body = (await JSZip.loadAsync(bytes)).file(BODY);
    return body ? textOf(await body.async("string")) : null;
  } catch {
    return null;
  }
}

const SEALED = /(seal sha256:)[0-9a-f]{64}/;

/** The package with its seal, its parts in the order of their names, and no clock in it. */
export async function finished(bytes: Uint8Array): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const name of Object.keys(source.files).sort()) {
    const file = source.files[name]!;
    if (!file.dir) parts.set(name, await file.async("string"));
  }
  const xml = parts.get(BODY)!;
  const [, value = ""] = /^seal sha256:([0-9a-f]{64})$/m.exec(seal(textOf(xml))) ?? [];
  parts.set(BODY, xml.replace(SEALED, `$1${value}`));
  parts.set(CORE, parts.get(CORE)!.replace(STAMP, "$11980-01-01T00:00:00Z"));
  const out = new JSZip();
  for (const [name, text] of parts) out.file(name, text, { date: DATE, createFolders: false });
  return out.generateAsync({ type: "uint8array", compression: "DEFLATE", platform: "UNIX" });
}
