// One entry of a feed → a document in the ledger: its own text where that is whole, else the page it leads to.
import type { ItemState, Ledger } from "../../ledger/index.ts";
import { type Document, ScenesetterError } from "../../model/index.ts";
import { type Courier, type FeedEntry, statusReason } from "../../reader/index.ts";
import { type Analyser, recordProcessed } from "../analyser.ts";
import type { Pipeline } from "../pipeline.ts";

export interface Desk {
  readonly ledger: Ledger;
  readonly pipeline: Pipeline;
  readonly analyser: Analyser;
  readonly courier: Courier;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** How often a page that could not be had is tried, once a poll. */
const TRIES = 5;

/** The page's text, or why there is none: for now, or for good. */
type Page = { readonly document: Document } | { readonly reason: string; readonly passing: boolean };

const wordsIn = (document: Document): number => document.text.split(/\s+/).length;

async function readPage(entry: FeedEntry, address: string, { courier, pipeline }: Desk): Promise<Page> {
  try {
    const answer = await courier.fetch(address);
    if (answer.status !== 200) {
      const passing = answer.status === 429 || answer.status === 408 || answer.status >= 500;
      return { reason: `${address}: ${statusReason(answer.status)}`, passing };
    }
    const source = { file: address, url: answer.url, bytes: answer.bytes, contentType: answer.headers["content-type"] };
    const documents = pipeline.read(source, entry.document.published?.value ?? null);
    const document = documents[0]!;
    if (documents.length > 1) return { reason: `${address} is a feed`, passing: false };
    const wrong = document.problems.find(({ severity }) => severity === "error");
    if (wrong || document.text === "") return { reason: wrong?.message ?? `${address} has no text`, passing: false };
    return wordsIn(document) > wordsIn(entry.document)
      ? { document }
      : { reason: "the page has no more text than the feed", passing: false };
  } catch (error) {
    if (!(error instanceof ScenesetterError)) throw error;
    return { reason: error.problem.message, passing: error.problem.code === "url-failed" || error.problem.code === "url-waiting" };
  }
}

/** Whether an item's own text is worth recording: some news, not a line that announces it. */
const says = ({ text, kind }: Document): boolean => text !== "" && kind !== "other";

/** Records a document that is not known yet; gives its id, or why it cannot be recorded. */
async function keep(document: Document, { ledger, analyser, now }: Desk): Promise<{ readonly id: string } | { readonly reason: string }> {
  if (ledger.has(document.id)) return { id: document.id };
  const recorded = recordProcessed(ledger, await analyser.analyse(document), new Date(now()).toISOString());
  if (recorded === null) return { reason: "the text could not be analysed" };
  return "refused" in recorded ? { reason: recorded.refused.message } : { id: document.id };
}

/**
 * Takes in one entry. Null when the watch is to end before it is done: nothing is then noted of it, and it is taken the next time.
 * @throws ScenesetterError what the ledger throws
 */
export async function takeEntry(entry: FeedEntry, before: ItemState | null, desk: Desk): Promise<ItemState | null> {
  const version = entry.document.id;
  const tries = (before?.tries ?? 0) + 1;
  const changed = before?.version !== version;
  const item = (state: ItemState["state"], reason: string | null, document: string | null): ItemState => {
    return { key: entry.key, version, state, tries, reason, document, seen: desk.now() };
  };
  const given = desk.ledger.feeds.given(entry.key, version);
  if (given !== null) return item("recorded", null, given);
  const page = entry.page === null ? null : await readPage(entry, entry.page, desk);
  if (desk.signal.aborted) return null;
  if (page && !("document" in page) && page.passing && (changed || tries < TRIES)) return item("waiting", page.reason, null);
  const document = page && "document" in page ? page.document : entry.document;
  const reason = page && !("document" in page) ? page.reason : null;
  if (document === entry.document && page !== null && !says(document)) return item("passed", reason, null);
  if (document.text === "") return item("passed", `${document.file} has no text`, null);
  const kept = await keep(document, desk);
  return "id" in kept ? item("recorded", reason, kept.id) : item("passed", kept.reason, null);
}
