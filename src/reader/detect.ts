// What a text is, by its content and not by its name: HTML, feed, JSON Feed, Markdown or plain text; and which bytes are no text at all.

export type Format = "html" | "feed" | "json-feed" | "json" | "markdown" | "text";

/** First bytes of files that are no text, with the name to print. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["ZIP or Office document", [0x50, 0x4b, 0x03, 0x04]],
  ["PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG image", [0xff, 0xd8, 0xff]],
  ["GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["gzip archive", [0x1f, 0x8b]],
  ["bzip2 archive", [0x42, 0x5a, 0x68]],
  ["xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["RAR archive", [0x52, 0x61, 0x72, 0x21]],
  ["ELF program", [0x7f, 0x45, 0x4c, 0x46]],
  ["old Office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ["RIFF media", [0x52, 0x49, 0x46, 0x46]],
  ["Ogg media", [0x4f, 0x67, 0x67, 0x53]],
  ["MP3 audio", [0x49, 0x44, 0x33]],
  ["WebAssembly module", [0x00, 0x61, 0x73, 0x6d]],
];

/** The name of the binary format of `bytes`, or null where they can be text. */
export function binaryType(bytes: Uint8Array): string | null {
  for (const [name, signature] of SIGNATURES) if (signature.every((byte, i) => bytes[i] === byte)) return name;
  if (bytes.length > 11 && String.fromCharCode(...bytes.subarray(4, 8)) === "ftyp") return "MP4 media";
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return null;
  const head = bytes.subarray(0, 4096);
  let controls = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  // UTF-16 text without a mark is zero in every second byte; more or fewer zeros than that, or other controls, are no text.
  const utf16 = zeros > head.length * 0.3 && zeros < head.length * 0.55 && controls < head.length * 0.02;
  if (utf16) return null;
  // A stray zero or two is an accident of a text; pages in the wild have them.
  return zeros > head.length * 0.005 || controls > head.length * 0.1 ? "unknown binary data" : null;
}

const FEED_ROOT = /^<(?:rss|feed|(?:\w+:)?RDF|channel)[\s>]/i;
const HTML_TAG =
  /<(?:!doctype\s+html|html|head|body|article|main|section|div|p|br|table|h[1-6]|ul|ol|span|meta|title|script|blockquote)(?:\s[^<>]*)?\/?>/gi;
const HTML_START = /^<(?:html|head|body|meta|title|article|main|div|p)[\s>]/i;

/** `text` from its first tag that is no comment, processing instruction or document type on; and whether an HTML document type stood before it. */
function afterProlog(text: string): { readonly rest: string; readonly html: boolean } {
  let at = 0;
  let html = false;
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    const close = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : text.startsWith("<!", at) ? ">" : null;
    if (close === null) return { rest: text.slice(at), html };
    if (/^<!doctype\s+html/i.test(text.slice(at, at + 20))) html = true;
    const end = text.indexOf(close, at + 2);
    if (end < 0) return { rest: "", html };
    at = end + close.length;
  }
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object";
  } catch {
    return false;
  }
}

/** The format of decoded `text`; `file` and the content type only decide where the content leaves it open. */
export function formatOf(text: string, file: string, contentType?: string | null): Format {
  const head = text.slice(0, 16_384).replace(/^\uFEFF/, "");
  const { rest, html } = afterProlog(head);
  if (!html && FEED_ROOT.test(rest)) return "feed";
  if (/^\s*\{/.test(head) && /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//.test(head)) return "json-feed";
  if (/^\s*[[{]/.test(head) && isJson(text)) return "json";
  if (html || HTML_START.test(rest)) return "html";
  if (/^---\r?\n[\s\S]{0,12000}?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.test(head)) return "markdown";
  const tags = head.match(HTML_TAG)?.length ?? 0;
  if (tags >= 3 || (tags > 0 && /^(?:text\/html|application\/xhtml)/i.test(contentType ?? ""))) return "html";
  if (/\.(?:md|markdown)$/i.test(file) || /^text\/markdown/i.test(contentType ?? "")) return "markdown";
  if (/\.(?:rss|atom|rdf)$/i.test(file) || (/^\s*<\?xml/.test(head) && /\.xml$/i.test(file))) return "feed";
  const marks =
    (head.match(/^(?:#{1,6} \S|[-*] \[|\[[^\]\n]+\]: http|```)/gm)?.length ?? 0) + (head.match(/\]\(https?:\/\//g)?.length ?? 0);
  return marks >= 2 ? "markdown" : "text";
}
