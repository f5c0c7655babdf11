// Which of several texts the others were taken from: credit lines, then time, then what they have in common.
import type { DocumentFacts } from "../load.ts";
import { signOf } from "./credit.ts";

/** A text as far as it says where it comes from. */
export interface Told {
  readonly text: string;
  readonly author: string | null;
  /** Its fingerprint, ascending. */
  readonly print: Uint32Array;
}

/** Reads a document's words when the rule needs them. */
export type Read = (document: DocumentFacts) => Told;

/** `Continental Press Agency` → `CPA`; null for names of one word. */
function initials(site: string): string | null {
  const capitals = site.match(/\b\p{Lu}/gu) ?? [];
  return capitals.length >= 2 ? capitals.join("") : null;
}

/** Whether a text names `site` as where it comes from: in the byline, or as an agency's sign (`PARIS (CPA) -`), or by its name in the first or last lines. */
function credits({ text, author }: Told, site: string): boolean {
  const edges = `${author ?? ""}\n${text.slice(0, 300)}\n${text.slice(-400)}`;
  const sign = initials(site);
  return edges.includes(site) || (sign !== null && edges.includes(`(${sign})`));
}

/** Whether a text points to a document as where it comes from. Its own name says nothing (“told the Post”); its own sign in the dateline does. */
function points(told: Told, { site }: DocumentFacts, itself: boolean): boolean {
  if (site === null) return false;
  return itself ? signOf(told.text) === initials(site) && initials(site) !== null : credits(told, site);
}

/**
 * How much of what texts of one story have in common each of them holds, and how much more: the origin holds most of the common part, and of those
 * that hold it all, least else (a paragraph put in by a local editor stands in no other text). Of two texts nothing is known but that one was cut: the longer one leads.
 */
function commonParts(prints: readonly Uint32Array[]): readonly { readonly common: number; readonly own: number }[] {
  const times = new Map<number, number>();
  for (const print of prints) for (const hash of print) times.set(hash, (times.get(hash) ?? 0) + 1);
  return prints.map((print) => {
    const common = print.reduce((sum, hash) => sum + (times.get(hash)! > 1 ? 1 : 0), 0);
    return prints.length === 2 ? { common: print.length, own: 0 } : { common, own: print.length - common };
  });
}

/** The text that the others were taken from: the one that most of them credit, then the first published, then the one that holds what they have in common, then by id. */
export function originOf(members: readonly DocumentFacts[], read: Read): DocumentFacts {
  if (members.length === 1) return members[0]!;
  const told = new Map(members.map((document) => [document, read(document)]));
  const ranked = members.map((document) => ({
    document,
    credited: members.filter((other) => points(told.get(other)!, document, other === document)).length,
    instant: document.instant ?? Number.POSITIVE_INFINITY,
  }));
  const most = Math.max(...ranked.map(({ credited }) => credited));
  const first = Math.min(...ranked.filter(({ credited }) => credited === most).map(({ instant }) => instant));
  const equals = ranked.filter(({ credited, instant }) => credited === most && instant === first).map(({ document }) => document);
  if (equals.length === 1) return equals[0]!;
  const parts = new Map(commonParts(members.map((member) => told.get(member)!.print)).map((part, i) => [members[i]!, part]));
  return equals.reduce((best, other) => {
    const [a, b] = [parts.get(best)!, parts.get(other)!];
    const order = b.common - a.common || a.own - b.own || (best.id < other.id ? -1 : 1);
    return order <= 0 ? best : other;
  });
}
