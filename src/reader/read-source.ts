// One source → its documents: checked, decoded, told apart by format, read, assembled. Bad content becomes a document with a problem.
import { type Document, type Problem, problem } from "../model/index.ts";
import { type Assembly, assemble } from "./assemble.ts";
import { decode } from "./decode.ts";
import { binaryType, formatOf } from "./detect.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { readFeed } from "./feed/drafts.ts";
import { readHtml } from "./html/read.ts";
import { withoutScripts } from "./html/scripts.ts";
import { readMarkdown } from "./markdown.ts";
import type { Opened } from "./office/read-office.ts";
import { readPlain } from "./plain.ts";

export interface Source {
  /** The path or address as given; it names the document, and never enters its identity. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly url?: string | null;
  readonly contentType?: string | null;
  /** What `openSource` found in a PDF or DOCX file; other formats are read from their bytes alone. */
  readonly opened?: Opened;
}

export interface ReadOptions {
  /** Publication date that overrides what the text says: ISO 8601 date or date-time. */
  readonly published?: string | null;
  /** Language that overrides what is declared or detected. */
  readonly language?: string | null;
}

/** Largest file, and largest markup without scripts and styles, that is read; 2,000,000 characters are parsed in under 2 s whatever they hold. */
export const FILE_LIMIT = 50_000_000;
export const MARKUP_LIMIT = 2_000_000;
/** Longest plain text or Markdown. */
const TEXT_LIMIT = 5_000_000;

function readText(
  text: string,
  source: Source,
): { readonly drafts: readonly Draft[]; readonly feed: boolean; readonly problem: Problem | null } {
  const url = source.url ?? null;
  const tooLarge = (characters: number, limit: number) => ({
    drafts: [],
    feed: false,
    problem: problem("file-too-large", { path: source.file, bytes: characters, limit }),
  });
  const format = formatOf(text, source.file, source.contentType);
  switch (format) {
    case "feed":
    case "json-feed": {
      const { drafts, problem: why } = readFeed(text, source.file, url);
      return { drafts, feed: true, problem: why };
    }
    case "json":
      return { drafts: [], feed: false, problem: problem("text-empty", { path: source.file, reason: "it is JSON, and no JSON Feed" }) };
    case "html": {
      const markup = text.length > MARKUP_LIMIT ? withoutScripts(text) : text;
      if (markup.length > MARKUP_LIMIT) return tooLarge(markup.length, MARKUP_LIMIT);
      return { drafts: [readHtml(markup, source.file, url)], feed: false, problem: null };
    }
    case "markdown":
    case "text":
      if (text.length > TEXT_LIMIT) return tooLarge(text.length, TEXT_LIMIT);
      return { drafts: [format === "markdown" ? readMarkdown(text) : readPlain(text)], feed: false, problem: null };
  }
}

/**
 * Reads one source: one document, or one for each item of a feed (`file#1`, `file#2`, …). PDF and DOCX files must have been opened.
 * Never throws for bad content: then the one document has an error among its problems, and no text.
 */
export function readSource(source: Source, options: ReadOptions = {}): readonly Document[] {
  const base: Assembly = {
    file: source.file,
    url: source.url ?? null,
    published: options.published ?? null,
    language: options.language ?? null,
    problems: [],
  };
  const failed = (why: Problem): readonly Document[] => [assemble(EMPTY_DRAFT, { ...base, problems: [why] })];
  const { bytes, file } = source;
  if (bytes.length === 0) return failed(problem("file-empty", { path: file }));
  if (bytes.length > FILE_LIMIT) return failed(problem("file-too-large", { path: file, bytes: bytes.length, limit: FILE_LIMIT }));
  if (source.opened) return source.opened.draft ? [assemble(source.opened.draft, base)] : failed(source.opened.problem!);
  const binary = binaryType(bytes);
  if (binary) return failed(problem("file-binary", { path: file, type: binary }));
  const { text, encoding, replaced } = decode(bytes, source.contentType);
  if (!/\S/.test(text)) return failed(problem("file-empty", { path: file }));
  const decoding = replaced > 0 ? [problem("encoding-replaced", { count: replaced, path: file, encoding })] : [];
  let result: ReturnType<typeof readText>;
  try {
    result = readText(text, source);
  } catch (error) {
    const reason = `it could not be read (${error instanceof Error ? error.message : String(error)})`;
    return failed(problem("text-empty", { path: file, reason }));
  }
  const { drafts, feed, problem: why } = result;
  if (why && drafts.length === 0) return failed(why);
  const name = (i: number): string => (feed ? `${file}#${i + 1}` : file);
  const documents = drafts.map((draft, i) => assemble(draft, { ...base, file: name(i), problems: decoding }));
  // A feed cut off in the middle gives its whole items, and the break as a document of its own.
  return why ? [...documents, assemble(EMPTY_DRAFT, { ...base, file: name(drafts.length), problems: [why] })] : documents;
}
