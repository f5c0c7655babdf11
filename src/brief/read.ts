// Reading a rendered brief again: its documents and its quotations, from any of its forms.
import type { Passage } from "./briefing.ts";
import { unescapeHtml } from "./render/html-line.ts";
import { unescapeMarkdown } from "./render/markdown.ts";

export type BriefFormat = "md" | "html" | "json" | "docx";

export interface ReadEvidence {
  readonly documents: readonly { readonly id: string; readonly textSha256: string }[];
  readonly passages: readonly Passage[];
  /** Whether quotes are exact to the character; in the other forms than JSON runs of white space are printed as one space. */
  readonly exact: boolean;
}

/** The form of a brief by its first characters and its evidence; null when it is none. */
export function formatOf(text: string): BriefFormat | null {
  const start = text.replace(/^\ufeff/, "").trimStart();
  if (start.startsWith("{")) return "json";
  if (/^<!doctype html>/i.test(start)) return "html";
  if (text.includes("\n<!-- scenesetter-evidence")) return "md";
  return /^passage \S+ \S+ \d+ \d+$/m.test(text) ? "docx" : null;
}

/** Documents and passages of a brief; null when the file is none. */
export function readEvidence(text: string, format: BriefFormat): ReadEvidence | null {
  const unix = text.replace(/\r\n?/g, "\n");
  if (format === "json") return readJson(unix);
  if (format === "docx")
    return readManifest(
      unix,
      readQuotes(unix, DOCX_PASSAGE, (text) => text),
    );
  return format === "html" ? readHtml(unix) : readMarkdown(unix);
}

const MARKDOWN_PASSAGE = /^- (\d+\.\d+) \*(.*)\*$/gm;
/** The text of a Word file: a number and a tab before the quotation. */
const DOCX_PASSAGE = /^(\d+\.\d+)\t(.*)$/gm;

const readQuotes = (text: string, pattern: RegExp, read: (text: string) => string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(pattern)].map(([, ref = "", quote = ""]) => [ref, read(quote)] as const));

function readMarkdown(text: string): ReadEvidence | null {
  const [body, manifest] = text.split(/^<!-- scenesetter-evidence$/m);
  if (body === undefined || manifest === undefined) return null;
  return readManifest(manifest, readQuotes(body, MARKDOWN_PASSAGE, unescapeMarkdown));
}

/** Documents and passages as the manifest lists them, with the quotations read from the notes. */
function readManifest(manifest: string, quotes: ReadonlyMap<string, string>): ReadEvidence {
  const documents = [...manifest.matchAll(/^document (\S+) ([0-9a-f]{64})$/gm)].map(([, id = "", textSha256 = ""]) => ({ id, textSha256 }));
  const passages = [...manifest.matchAll(/^passage (\S+) (\S+) (\d+) (\d+)$/gm)].map(
    ([, ref = "", document = "", start = "", end = ""]): Passage => ({
      ref,
      document,
      start: Number(start),
      end: Number(end),
      quote: quotes.get(ref) ?? "",
    }),
  );
  return { documents, passages, exact: false };
}

const HTML_DOCUMENT = /<div class="doc" data-document="([^"]*)" data-sha256="([0-9a-f]{64})">/g;
const HTML_PASSAGE = /<li id="n([^"]*)" data-document="([^"]*)" data-start="(\d+)" data-end="(\d+)"><b>[^<]*<\/b><q>([^<]*)<\/q><\/li>/g;

function readHtml(text: string): ReadEvidence | null {
  if (!text.includes('<meta name="scenesetter-schema"')) return null;
  return {
    documents: [...text.matchAll(HTML_DOCUMENT)].map(([, id = "", textSha256 = ""]) => ({ id, textSha256 })),
    passages: [...text.matchAll(HTML_PASSAGE)].map(
      ([, ref = "", document = "", start = "", end = "", quote = ""]): Passage => ({
        ref,
        document,
        start: Number(start),
        end: Number(end),
        quote: unescapeHtml(quote),
      }),
    ),
    exact: false,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const records = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const word = (value: unknown): string => (typeof value === "string" ? value : "");

function readJson(text: string): ReadEvidence | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || !Array.isArray(value.lines)) return null;
  const quoted = records(value.lines)
    .flatMap((line) => records(line.evidence))
    .map(
      (item): Passage => ({
        ref: word(item.note),
        document: word(item.document),
        start: Number(item.start),
        end: Number(item.end),
        quote: word(item.quote),
      }),
    );
  const documents = records(value.documents).map((item) => ({ id: word(item.id), textSha256: word(item.textSha256) }));
  // One passage stands under every line that cites it; alike ones count once, an altered one is another.
  const passages = [...new Map(quoted.map((passage) => [JSON.stringify(passage), passage] as const)).values()];
  return { documents, passages, exact: true };
}
