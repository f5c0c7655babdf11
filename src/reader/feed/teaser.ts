// Teasers: items that only announce a text which stands elsewhere.
import { wordCount } from "../whitespace.ts";

/** The last words of a text that was cut off to be read elsewhere. */
const CUT_OFF =
  /(?:\[?(?:…|\.{3,})\]?|\b(?:read|see|view) (?:more|on|the (?:full|whole|rest of the) (?:article|story|text))|\bcontinue reading\b.{0,80}|\bfull (?:story|article)|\bread the rest\b.{0,40})\s*[.»>→]*$/i;

/**
 * A description of fewer words than this, in an item that has no other text, is an opening and no article. Of 181 news pages
 * (gold/extraction), 2 % have a text as short as this; summaries in feeds run from one sentence to three.
 */
const SUMMARY_WORDS = 80;

/** A text longer than this is an article even if its last sentence trails off. */
const ARTICLE_WORDS = 250;

/** Whether the paragraphs of an item are only an opening. @param summaryOnly whether the feed calls them a summary or description */
export function isTeaser(paragraphs: readonly string[], summaryOnly: boolean): boolean {
  const count = wordCount(paragraphs.join("\n"));
  const last = paragraphs.at(-1) ?? "";
  return (summaryOnly && count < SUMMARY_WORDS) || (count < ARTICLE_WORDS && CUT_OFF.test(last.slice(-160)));
}
