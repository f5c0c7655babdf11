// A feed of any format → FeedRecord, within limits of size.
import { readJsonFeed } from "./read-json.ts";
import { readXmlFeed } from "./read-xml.ts";
import type { FeedRecord } from "./record.ts";

/** Largest feed, and longest start tag, that is parsed. */
const FEED_LENGTH = 10_000_000;
const TAG_LENGTH = 20_000;

/** Whether some start tag is longer than any real one. Quoted text and CDATA are no tags. */
function hasMonsterTag(text: string): boolean {
  let at = text.indexOf("<");
  while (at >= 0) {
    const close = text.startsWith("<![CDATA[", at) ? "]]>" : text.startsWith("<!--", at) ? "-->" : ">";
    const end = text.indexOf(close, at + 1);
    if (end < 0) return close === ">" && text.length - at > TAG_LENGTH;
    if (close === ">" && end - at > TAG_LENGTH) return true;
    at = text.indexOf("<", end);
  }
  return false;
}

/**
 * Parses a feed.
 * @param url its own address, from which relative links start; null when it has none
 * @throws Error that says why the text is no feed, or is none that is safe to read
 */
export function parseFeed(text: string, url: string | null): FeedRecord {
  if (text.length > FEED_LENGTH) throw new RangeError(`it has more than ${FEED_LENGTH} characters`);
  if (/^\uFEFF?\s*\{/.test(text)) return readJsonFeed(text.replace(/^\uFEFF/, ""), url);
  if (hasMonsterTag(text)) throw new RangeError(`a tag is longer than ${TAG_LENGTH} characters`);
  return readXmlFeed(text, url);
}
