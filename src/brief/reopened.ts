// Lines to open again: passages whose page was changed later, with what the page says now; and what a new brief says of such changes.
import { follow, type Ledger, type Revision } from "../ledger/index.ts";
import type { Document, Span } from "../model/index.ts";
import type { Passage } from "./briefing.ts";
import { innerQuotes, plain } from "./words.ts";

/** Words that a later version of a page has in place of others. */
export interface Replaced {
  readonly was: string;
  /** Empty where the words were taken out. */
  readonly now: string;
}

/** A passage of a brief that a later version changed. */
export interface Reopened {
  /** Note of the quotation, `1.5`. */
  readonly note: string;
  readonly document: string;
  readonly quote: string;
  /** The newest version that changed it: id, and its moment as the page gives it. */
  readonly newer: string;
  readonly changed: string | null;
  /** What stands in its place in the newest version; empty where it was taken out. */
  readonly now: string;
  readonly replaced: readonly Replaced[];
}

const momentOf = ({ modified, published }: Document): string | null => modified ?? published?.value ?? null;

const words = (text: string, { start, end }: Span): string => plain(text.slice(start, end));

/** Whether and how the versions after its document changed a passage. */
function reopen(passage: Passage, first: Document, revisions: readonly Revision[]): Reopened | null {
  const replaced: Replaced[] = [];
  let [span, text, newest]: [Span, string, Document | null] = [passage, first.text, null];
  for (const { document, edits } of revisions) {
    const followed = follow(span, edits);
    for (const { from, to } of followed.edits) replaced.push({ was: words(text, from), now: words(document.text, to) });
    if (followed.edits.length > 0) newest = document;
    [span, text] = [followed.span, document.text];
  }
  const { ref: note, quote } = passage;
  const now = words(text, span);
  // A page may go back to what it said.
  if (newest === null || now === plain(quote)) return null;
  return { note, document: first.id, quote, newer: newest.id, changed: momentOf(newest), now, replaced };
}

/** The passages of a brief that later versions of their pages changed, in the order of the notes. Documents that the ledger does not have are passed over. */
export function reopenedPassages(passages: readonly Passage[], ledger: Ledger): readonly Reopened[] {
  const later = new Map<string, { readonly document: Document; readonly revisions: readonly Revision[] } | null>();
  return passages.flatMap((passage) => {
    let page = later.get(passage.document);
    if (page === undefined) {
      const stored = ledger.document(passage.document);
      page = stored && { document: stored.document, revisions: ledger.laterVersions(passage.document) };
      later.set(passage.document, page);
    }
    return (page && reopen(passage, page.document, page.revisions)) ?? [];
  });
}

/** Longest stretch of an earlier version that is printed, in UTF-16 units. */
const LONGEST = 80;

/** For the notes of a new brief: the cited passages that an earlier version of their page had otherwise. */
export function correctionRemark(passages: readonly Passage[], ledger: Ledger): string | null {
  const told = passages.flatMap(({ ref, document, start, end }) => {
    const before = ledger.earlierVersion(document);
    const text = ledger.document(document)?.document.text ?? "";
    const touching = before?.edits.filter(({ from, to }) => from.start < from.end && to.start < end && start < to.end) ?? [];
    return touching.map(({ from, to }) => {
      const [was, now] = [words(before!.document.text, from), words(text, to)];
      if (Math.max(was.length, now.length) > LONGEST) return `${ref} was worded otherwise`;
      return `${ref} had “${innerQuotes(was)}” in place of “${innerQuotes(now)}”`;
    });
  });
  return told.length === 0 ? null : `In an earlier version of its page ${told.join("; ")}.`;
}
