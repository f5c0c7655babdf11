// Whether what was read from a page is its article, the beginning of one, or a wall that stands in front of it.
import { wordCount } from "../whitespace.ts";
import type { Cuts } from "./clean.ts";
import { elements, type Page, rawText } from "./dom.ts";
import type { Outline } from "./outline.ts";
import { saysKind, WALL_REASONS, type WallKind, wallRow } from "./wall-rows.ts";

export interface WallVerdict {
  /** `none`: there is no article; `part`: only its beginning is shown. */
  readonly shown: "none" | "part";
  readonly reason: string;
  /** What stands in front of it, when it is known. */
  readonly kind: WallKind | null;
}

/** Texts longer than this many words are articles, whatever else stands on the page; only consent texts are longer. */
const LONGEST_WALL = 250;
/** Shorter texts are no article when the page's title says so. */
const SHORT_TEXT = 120;
/** Share of a text's words in lines with phrases of walls from which it is none. */
const WALL_SHARE = 0.5;
/** Blocks after the text in which the call to log in or subscribe stands. */
const CALL_AFTER = 12;

/** Parts of a page whose calls to log in are about other things. */
const ELSEWHERE = /^(?:comments|navigation|footer|related)$/;

interface Facts {
  readonly page: Page;
  readonly outline: Outline;
  readonly cuts: Cuts;
  readonly title: string | null;
  /** Whether the page's metadata say that the article is not free to read. */
  readonly paid: boolean;
}

/** The words inside `<noscript>`, which pages without text speak to their reader with. */
function noscriptText(page: Page): string[] {
  return elements(page, (element) => element.tagName === "noscript").map((element) => rawText(element).replace(/<[^<>]*>/g, " "));
}

const verdict = (shown: WallVerdict["shown"], kind: WallKind): WallVerdict => ({ shown, reason: WALL_REASONS[kind], kind });

function whyEmpty(page: Page, outline: Outline, title: string | null): WallVerdict {
  const lines = [title ?? "", ...outline.blocks.slice(0, 200).map((block) => block.text), ...noscriptText(page)];
  const counts = new Map<WallKind, number>();
  for (const line of lines) {
    const kind = wallRow(line)?.kind;
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  // Of several the one that stands in most lines; a robot check also asks for cookies and scripts, and so comes first.
  const kind = counts.has("robots") ? "robots" : [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (kind) return verdict("none", kind);
  const reason = outline.blocks.length < 3 ? "the page shows no text, or only by script" : "the page has no running text";
  return { shown: "none", reason, kind: null };
}

/** Judges a page by its blocks that are still kept. Null for an article. */
export function wallOf({ page, outline, cuts, title, paid }: Facts): WallVerdict | null {
  const kept = outline.blocks.map((block, index) => ({ block, index })).filter(({ index }) => !cuts[index]);
  const total = kept.reduce((sum, { block }) => sum + block.words, 0);
  if (wordCount(kept.map(({ block }) => block.text).join(" ")) === 0) return whyEmpty(page, outline, title);
  // of a long text only a notice of consent is looked for
  const long = total > LONGEST_WALL;
  if (long && !kept.some(({ block }) => saysKind(block.text, "cookies"))) return null;
  const wordsOf = new Map<WallKind, number>();
  for (const { block } of kept) {
    const kind = wallRow(block.text)?.kind;
    if (kind) wordsOf.set(kind, (wordsOf.get(kind) ?? 0) + block.words);
  }
  const [kind, most] = [...wordsOf].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  const walled = [...wordsOf.values()].reduce((sum, n) => sum + n, 0);
  if (kind && (!long || kind === "cookies") && walled >= WALL_SHARE * total && most > 0) return verdict("none", kind);
  const titled = title !== null && wordCount(title) <= 10 ? wallRow(title)?.kind : undefined;
  if (titled && titled !== "login" && titled !== "cookies" && total <= SHORT_TEXT) return verdict("none", titled);
  if (long) return null;
  const [first, last] = [kept[0]!.index, kept[kept.length - 1]!.index];
  const called = outline.blocks.some(
    ({ text, words }, i) =>
      i >= first && i <= last + CALL_AFTER && words <= 40 && !ELSEWHERE.test(cuts[i]?.step ?? "") && wallRow(text)?.kind === "login",
  );
  return called || (paid && total <= SHORT_TEXT) ? verdict("part", "login") : null;
}

/** Marks lines that ask for consent, wherever they stand. */
export function cutConsent(outline: Outline, cuts: Cuts): void {
  for (const [i, block] of outline.blocks.entries()) {
    if (wallRow(block.text)?.kind === "cookies") cuts[i] ??= { step: "consent", reason: "cookie or consent notice" };
  }
}

/** Marks the lines of the wall itself among the kept blocks. */
export function cutWall(outline: Outline, cuts: Cuts, all: boolean): void {
  for (const [i, block] of outline.blocks.entries()) {
    if (!cuts[i] && (all || (block.words <= 40 && wallRow(block.text)?.kind === "login")))
      cuts[i] = { step: "wall", reason: "words of a wall before the article" };
  }
}
