// Bytes → text, by the WHATWG rules: byte order mark, transport, declaration, and what the bytes really are.
import { TextDecoder } from "@exodus/bytes/encoding.js";
import chardet from "chardet";
import sniff from "html-encoding-sniffer";

export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding used. */
  readonly encoding: string;
  /** Characters replaced because their bytes are not valid in it. */
  readonly replaced: number;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/** The number of replacement characters in `text`. */
function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) count++;
  return count;
}

/** The encoding named in `<?xml … encoding="…"?>`, if any. */
function xmlDeclaration(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}

/** Whether the bytes are UTF-16 without a mark: nearly every second byte zero. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const n = Math.min(bytes.length - (bytes.length % 2), 512);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (n < 16) return null;
  if (odd > n * 0.4 && even < n * 0.05) return "UTF-16LE";
  return even > n * 0.4 && odd < n * 0.05 ? "UTF-16BE" : null;
}

/** The charset parameter of a content type, if any. */
function transportLabel(contentType: string | null | undefined): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1];
}

/** The declared encoding, by the WHATWG prescan; `x-unknown` for none. */
function declaredEncoding(bytes: Uint8Array, transport: string | undefined): string {
  try {
    return sniff(bytes, { transportLayerEncodingLabel: transport, defaultEncoding: "x-unknown" });
  } catch {
    // The sniffer throws on a meta tag whose content ends in “charset”; such a tag declares nothing.
    return "x-unknown";
  }
}

/** The best guess for bytes that nobody declared and that are not UTF-8. */
function guess(bytes: Uint8Array): string {
  const found = chardet.detect(bytes.subarray(0, 65_536));
  // ISO-8859-1 is windows-1252 on the web; chardet's other names are WHATWG labels or unknown to it.
  if (!found || /^(ascii|utf-?8|utf-32.*|iso-8859-1)$/i.test(found)) return "windows-1252";
  try {
    return new TextDecoder(found).encoding;
  } catch {
    return "windows-1252";
  }
}

/**
 * Decodes `bytes`. A byte order mark wins; then valid UTF-8 with non-ASCII characters, whatever is declared, since other encodings
 * are practically never valid UTF-8 by accident; then the declared encoding; then a guess.
 */
export function decode(bytes: Uint8Array, contentType?: string | null): Decoded {
  const marked =
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
      ? "UTF-8"
      : bytes[0] === 0xff && bytes[1] === 0xfe
        ? "UTF-16LE"
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? "UTF-16BE"
          : null;
  let encoding = marked ?? utf16WithoutMark(bytes);
  if (encoding === null) {
    const declared = declaredEncoding(bytes, transportLabel(contentType) ?? xmlDeclaration(bytes));
    const sevenBit = /^(iso-2022|hz)/i.test(declared);
    if (!sevenBit && (isAscii(bytes) || isValidUtf8(bytes))) encoding = "UTF-8";
    else if (declared === "x-unknown" || declared === "replacement" || declared === "UTF-8")
      encoding = mostlyUtf8(bytes) ? "UTF-8" : guess(bytes);
    else encoding = declared;
  }
  const text = decodeAs(bytes, encoding);
  const replaced = countReplaced(text);
  return { text, encoding, replaced: marked === null && replaced > 0 ? replaced - countRealMarks(bytes, encoding) : replaced };
}

/** Replacement characters that the bytes themselves spell out (EF BF BD) are no decoding errors. */
function countRealMarks(bytes: Uint8Array, encoding: string): number {
  if (encoding !== "UTF-8") return 0;
  let count = 0;
  for (let i = bytes.indexOf(0xef); i >= 0; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) count++;
  }
  return count;
}

/** Whether bytes are UTF-8 but for a few: more good multi-byte characters than bad ones, which other encodings practically never give. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = decodeAs(bytes, "utf-8");
  const bad = countReplaced(text);
  let good = 0;
  for (const character of text) if (character > "\u007F" && character !== "\uFFFD") good++;
  return good >= bad;
}
