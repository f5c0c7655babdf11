// Text constructs of feeds: plain, escaped, inline or base64, with the type each format means by its attributes.
import type { FeedText } from "./record.ts";
import { resolve } from "./resolve.ts";
import { childElements, markupUnder, ownText, textUnder, type XmlElement } from "./xml.ts";

const TYPES: Readonly<Record<string, string>> = { text: "text/plain", html: "text/html", xhtml: "application/xhtml+xml" };

/** Markup that makes a text of undeclared type HTML: a known kind of tag, or a character reference. */
const MARKUP =
  /<\/?(?:p|br|div|a|img|span|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|table|tr|td|code|pre|figure|video|iframe|hr|sub|sup|cite|q|u|font|center)\b[^<>]*>|&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});/i;

/** The wrapping `div` that Atom 1.0 asks for in XHTML and that is not part of the text; null when there is none. */
function wrapper(element: XmlElement): XmlElement | null {
  const inside = childElements(element);
  return inside.length === 1 && inside[0]!.name === "div" && ownText(element) === "" ? inside[0]! : null;
}

const isBinary = (type: string): boolean => type.includes("/") && !/^text\/|[/+]xml$|html/i.test(type);

function fromBase64(text: string): string {
  return Buffer.from(text, "base64").toString("utf8").trim();
}

/**
 * Reads a text.
 * @param atom1 whether the types are those of Atom 1.0 (`text`, `html`, `xhtml`), where a `div` around XHTML is no part of it
 * @param fallback the type when the element does not say; null: by what is in it
 */
export function readText(element: XmlElement, atom1: boolean, fallback: string | null): FeedText {
  const declared = element.attributes.get("type")?.trim().toLowerCase() || null;
  const mode = element.attributes.get("mode")?.trim().toLowerCase() ?? null;
  const type = declared === null ? null : (TYPES[declared] ?? declared);
  const source = element.attributes.get("src");
  const rest = {
    base: element.base,
    language: element.language,
    source: source ? (resolve(source, element.base) ?? source) : null,
  };
  if (mode === "base64" || (atom1 && type !== null && isBinary(type))) {
    return { value: fromBase64(textUnder(element)), type: mode === "base64" ? (type ?? "text/plain") : "text/html", ...rest };
  }
  const inline = childElements(element).length > 0;
  const inner = atom1 ? (wrapper(element) ?? element) : element;
  if (inline && type !== "text/html") return { value: markupUnder(inner).trim(), type: type ?? "text/html", ...rest };
  // HTML that should have been escaped and stands inline is HTML all the same; inside a wrapping div it may be escaped after all.
  const value = (childElements(inner).length > 0 ? markupUnder(inner) : textUnder(inner)).trim();
  return { value, type: type ?? fallback ?? (MARKUP.test(value) ? "text/html" : "text/plain"), ...rest };
}

/** A text of a format that has no markup around it. */
export const plain = (value: string, type: string): FeedText => ({ value, type, base: null, language: null, source: null });
