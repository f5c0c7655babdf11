// Plain text → draft: wrapped lines joined, head read, mail footers cut.
import type { Removal } from "../model/index.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { lineRow } from "./html/lines.ts";
import { isRunning, readHead } from "./plain-head.ts";
import { groupsOf, type Paragraph, paragraphsOf } from "./plain-lines.ts";
import { wordCount, words } from "./whitespace.ts";

/** Cuts the signature that `--` opens, as mail does, when it is short against the text. */
function withoutSignature(text: string): { readonly text: string; readonly removals: readonly Removal[] } {
  const marks = [...text.matchAll(/^--[ \t]*\r?$/gm)];
  const mark = marks[marks.length - 1];
  if (!mark) return { text, removals: [] };
  const tail = text.slice(mark.index + mark[0].length).trim();
  if (tail.split("\n").length > 20 || tail.length > 0.5 * mark.index) return { text, removals: [] };
  return { text: text.slice(0, mark.index), removals: tail ? [{ step: "signature", reason: "foot of a mail", text: tail }] : [] };
}

/** A short line without a full stop that comes more than once is the headline, put in again by whoever copied the page. */
function repeatedTitle(paragraphs: readonly Paragraph[]): string | null {
  const seen = new Set<string>();
  for (const { text } of paragraphs) {
    const n = wordCount(text);
    // A speaker's turn in a transcript comes back too.
    if (n < 4 || n > 30 || isRunning(text) || /^[\p{Lu}\s.'’-]{3,60}:|:$/u.test(text)) continue;
    const key = words(text).join(" ");
    if (seen.has(key)) return text;
    seen.add(key);
  }
  return null;
}

/** Reads plain text. */
export function readPlain(input: string): Draft {
  const { text, removals } = withoutSignature(input);
  const head = readHead(paragraphsOf(groupsOf(text)));
  const { body } = head;
  const title = head.title ?? repeatedTitle(body);
  const kept: string[] = [];
  const cut: Removal[] = [];
  let headlineSeen = head.title !== null;
  for (const { text: paragraph } of body) {
    if (!headlineSeen && paragraph === title) {
      headlineSeen = true;
      cut.push({ step: "title", reason: "headline", text: paragraph });
      continue;
    }
    const row = lineRow(paragraph, wordCount(paragraph));
    if (row && row.step !== "end-mark") cut.push({ step: row.step, reason: row.reason, text: paragraph });
    else kept.push(paragraph);
  }
  return {
    ...EMPTY_DRAFT,
    url: head.url,
    site: head.site,
    title,
    author: head.author,
    published: head.published,
    paragraphs: kept,
    removals: [...head.removals, ...cut, ...removals],
  };
}
