// When two texts count as one: the rule over their fingerprints, owners and dates, and the search for such texts among those recorded.
import type { Connection } from "../driver.ts";
import { fromBytes, toBytes } from "./bytes.ts";
import { type Printed, shareParagraphsOnly } from "./passages.ts";
import type { Hits, Postings } from "./postings.ts";
import { indexed, shared } from "./shingles.ts";

/** What the rule needs to know of a document beside its words. */
export interface Origin {
  /** Owner's id, null when the site is not known. */
  readonly owner: string | null;
  /** Moment of publication in milliseconds, null when not known. */
  readonly instant: number | null;
}

// Thresholds: docs/decisions/0070, measured by eval/stories.ts.
/** Containment from which texts of different owners that appeared within WINDOW_DAYS of each other are one. */
const ACROSS_OWNERS = 0.2;
/** Containment from which any two texts are one: of different owners at any distance in time, of one owner within WINDOW_DAYS. */
const ALMOST_ALL = 0.5;
/** An agency's text is reprinted within days; a government's formula comes back after months. */
const WINDOW_DAYS = 14;
/** Fewer shared word sequences than this are a shared phrase, not a shared text. */
const LEAST_SHARED = 10;

const DAY = 86_400_000;

/** Share of the smaller fingerprint that stands in the other; null where what they share is a phrase. Symmetric. */
function shareOf(a: Uint32Array, b: Uint32Array): number | null {
  const common = shared(a, b);
  return common < LEAST_SHARED ? null : common / Math.min(a.length, b.length);
}

/** What two texts share. */
export interface Likeness {
  /** Share of the smaller text that stands in the other. */
  readonly contained: number;
  /** Whether it is paragraphs that one report took over, or both did from a third. */
  readonly partial: boolean;
}

/** What two texts share; null where it is no more than a phrase. Symmetric. */
function likeness(a: Printed, b: Printed): Likeness | null {
  const contained = shareOf(a.print, b.print);
  if (contained === null) return null;
  // Below the one limit nothing is one text, above the other everything of two owners is: only between them does it matter how the words are spread.
  return { contained, partial: contained >= ACROSS_OWNERS && contained < ALMOST_ALL && shareParagraphsOnly(a, b) };
}

/** Whether two documents that share this much count as one text. Symmetric. */
export function isOneText({ contained, partial }: Likeness, a: Origin, b: Origin): boolean {
  if (partial) return false;
  const near = a.instant === null || b.instant === null || Math.abs(a.instant - b.instant) <= WINDOW_DAYS * DAY;
  const oneOwner = a.owner !== null && a.owner === b.owner;
  return oneOwner ? near && contained >= ALMOST_ALL : contained >= (near ? ACROSS_OWNERS : ALMOST_ALL);
}

/** Share of the smaller text that the other contains if the two count as one text, or null if they do not. Symmetric. */
export function copied(a: Origin & Printed, b: Origin & Printed): number | null {
  const like = likeness(a, b);
  return like !== null && isOneText(like, a, b) ? like.contained : null;
}

/** A text must share this many indexed hashes to be compared in full: with one in eight indexed, a fifth of 160 word sequences leaves four. */
const LEAST_INDEXED = 2;

/**
 * At most this many texts are compared with a new one, those that share most first. A wire text has tens of reprints; the bound keeps
 * a flood of equal pages from costing quadratic time. Beyond it the new text is still joined to the story through those compared.
 */
const MOST_COMPARED = 200;

/** Of texts that share nothing but widely printed sequences, this many: enough to join a reprint to its story. */
const MOST_COMMON_COMPARED = 12;

function candidates(hits: ReadonlyMap<number, Hits>): readonly number[] {
  const rare: [number, Hits][] = [];
  const common: [number, Hits][] = [];
  for (const hit of hits) {
    if (hit[1].rare >= LEAST_INDEXED) rare.push(hit);
    else if (hit[1].all >= LEAST_INDEXED) common.push(hit);
  }
  const most = (list: [number, Hits][], limit: number) =>
    list
      .sort(([a, x], [b, y]) => y.all - x.all || a - b)
      .slice(0, limit)
      .map(([document]) => document);
  return [...most(rare, MOST_COMPARED), ...most(common, MOST_COMMON_COMPARED)];
}

/**
 * Enters a text's fingerprint under its document's key and notes which recorded texts share how much with it. What that makes of them, one text or a
 * paragraph taken over, is decided when it is asked, since owners may change. Inside the transaction of its document.
 */
export function link(db: Connection, postings: Postings, key: number, text: Printed): void {
  const hashes = indexed(text.print);
  for (const other of candidates(postings.search(hashes))) {
    const row = db.statement("SELECT hashes FROM fingerprints WHERE document = ?").get(other)!;
    const print = fromBytes(row.hashes as Uint8Array);
    const like = likeness(text, {
      print,
      get text() {
        return db.statement("SELECT text FROM documents WHERE key = ?").get(other)!.text as string;
      },
    });
    if (like === null) continue;
    const pair = [Math.min(key, other), Math.max(key, other)];
    db.statement("INSERT INTO copies (a, b, containment, partial) VALUES (?, ?, ?, ?)").run(...pair, like.contained, like.partial ? 1 : 0);
  }
  db.statement("INSERT INTO fingerprints (document, hashes) VALUES (?, ?)").run(key, toBytes(text.print));
  postings.add(key, hashes);
}
