// Title, site, author and address of a page: which of the many places that name them is believed.
import type { Cuts } from "../html/clean.ts";
import { attribute, elements, nameTokens, type Page, textOf } from "../html/dom.ts";
import type { Outline } from "../html/outline.ts";
import { fold, words } from "../whitespace.ts";
import type { LinkedData } from "./json-ld.ts";
import { type MetaTags, microdata } from "./meta.ts";
import { joinNames, persons, siteName, splitTitle, uncapitalise } from "./names.ts";

/** The page's own address, absolute, http or https only; else the one it was fetched from. */
export function pageUrl(meta: MetaTags, data: LinkedData | null, given: string | null): string | null {
  for (const candidate of [meta.canonical, meta.first("og:url"), data?.url ?? null, given]) {
    if (!candidate) continue;
    try {
      const url = new URL(candidate.trim(), given ?? undefined);
      if (url.protocol === "http:" || url.protocol === "https:") return url.href;
    } catch {
      // A relative address without a base, or none at all: the next candidate may be one.
    }
  }
  return null;
}

/** Share of the words of `a` that stand in `b`. */
function contained(a: string, b: string): number {
  const own = words(a);
  const other = new Set(words(b));
  return own.length === 0 ? 0 : own.filter((word) => other.has(word)).length / own.length;
}

export interface PageTitle {
  readonly title: string | null;
  /** Index of the block that is the headline; -1 when none is. */
  readonly headline: number;
  /** What the title tag holds beside the headline: mostly the site. */
  readonly titleRest: string | null;
}

/** The headline of a page and where it stands. */
export function pageTitle(meta: MetaTags, data: LinkedData | null, outline: Outline): PageTitle {
  const stated = [data?.headline, meta.first("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "headline")].filter(
    (t): t is string => !!t,
  );
  const tag = meta.titleTag ?? "";
  const known = [tag, ...stated];
  let headline = -1;
  let best = 0;
  const headings: number[] = [];
  for (const [i, block] of outline.blocks.entries()) {
    const named = block.words <= 30 && ["headline", "title"].some((token) => nameTokens(block.element).has(token));
    if ((block.heading === 0 || block.heading > 3) && !named) continue;
    if (block.words < 2) continue;
    if (block.heading === 1 || block.heading === 2) headings.push(i);
    const fit = Math.max(
      ...known.map((t) => (contained(block.text, t) >= 0.8 ? contained(t, block.text) + (block.heading === 1 ? 0.2 : 0) : 0)),
    );
    if (fit > best + 0.05) {
      best = fit;
      headline = i;
    }
  }
  const found = (index: number): string => outline.blocks[index]!.text;
  const firstLevel = headings.filter((i) => outline.blocks[i]!.heading === 1);
  if (headline < 0 && best === 0 && headings.length > 0) {
    const only = firstLevel.length === 1 ? firstLevel[0]! : headings.length === 1 ? headings[0]! : -1;
    // A title tag that shares no word with the one heading names the site and not the article.
    if (only >= 0 && (tag === "" || contained(found(only), tag) < 0.3) && stated.length === 0) {
      return { title: found(only), headline: only, titleRest: tag || null };
    }
  }
  // One heading of the first level is the headline, however the page's metadata words it.
  const worded = headline >= 0;
  if (headline < 0 && firstLevel.length === 1) headline = firstLevel[0]!;
  const texts = [...(headline >= 0 ? [found(headline)] : []), ...stated];
  const split = tag ? splitTitle(tag, texts) : null;
  const full = stated.map((t) => splitTitle(t, headline >= 0 ? [found(headline)] : []).title)[0];
  return { title: (worded ? found(headline) : null) ?? full ?? split?.title ?? null, headline, titleRest: split?.rest ?? null };
}

/** A press office names only itself in its titles; whose office it is stands at the head of its pages. */
function withAuthority(site: string, outline: Outline): string {
  if (!/\b(?:press|information|media|spokes\w+)\b/i.test(site)) return site;
  for (const block of outline.blocks.slice(0, 8)) {
    const authority =
      /^(?:Government|Ministry|Republic|Kingdom|State) of (?:the )?\p{Lu}[\p{L}-]+(?: (?:(?:and|of|the) )?\p{Lu}[\p{L}-]+)*/u.exec(
        block.text,
      )?.[0];
    if (authority && !site.includes(authority)) return `${site}, ${authority}`;
  }
  return site;
}

/** The name of the outlet. */
export function pageSite(
  meta: MetaTags,
  data: LinkedData | null,
  titleRest: string | null,
  outline: Outline,
  url: string | null,
): string | null {
  const plain = (name: string | null | undefined): string | null =>
    name && !/^https?:|^www\.|^@/i.test(name) && name.length <= 80 ? fold(name) : null;
  const stated =
    plain(meta.first("og:site_name")) ??
    plain(data?.publisher) ??
    plain(data?.site) ??
    plain(meta.first("application-name", "dc.publisher", "publisher", "cre", "sitename"));
  // Some sites put their slogan into their name.
  if (stated) return /\s[|»]\s/.test(stated) ? siteName(stated, url, "first") : stated;
  if (titleRest && words(titleRest).length <= 10) return withAuthority(siteName(titleRest, url, "last"), outline);
  for (const block of outline.blocks.slice(0, 12)) {
    const tokens = nameTokens(block.element);
    if (block.words <= 6 && (tokens.has("logo") || (tokens.has("site") && tokens.has("title")) || tokens.has("brand")))
      return uncapitalise(block.text);
  }
  return null;
}

const AUTHOR_TOKENS = ["byline", "author", "authors", "auth", "by", "writer", "vcard", "contributor"];

/** The persons a page names as its authors, joined by commas and `and`; null when it names none. */
export function pageAuthor(
  meta: MetaTags,
  data: LinkedData | null,
  page: Page,
  outline: Outline,
  cuts: Cuts,
  headline: number,
  site: string | null,
): string | null {
  const stated = persons(data?.authors ?? [], site);
  if (stated.length > 0) return joinNames(stated);
  const tags = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "og:article:author",
    "citation_author",
  ];
  for (const tag of tags) {
    const named = persons(meta.all(tag), site);
    if (named.length > 0) return joinNames(named);
  }
  const micro = microdata(page, "author").map(({ element }) => {
    const inner = elements(element, (e) => (attribute(e, "itemprop") ?? "") === "name")[0];
    return textOf(inner ?? element);
  });
  const marked = persons(micro, site);
  if (marked.length > 0) return joinNames(marked);
  return joinNames(persons(bylines(outline, cuts, headline), site));
}

/** Lines near the headline that name the author: by the names of their elements, or by their first word. */
function bylines(outline: Outline, cuts: Cuts, headline: number): string[] {
  const found: string[] = [];
  const from = Math.max(0, headline - 3);
  for (let i = from; i < Math.min(outline.blocks.length, from + 16); i++) {
    const block = outline.blocks[i]!;
    if (i === headline || block.words > 25 || /^(?:related|comments|navigation)$/.test(cuts[i]?.step ?? "")) continue;
    let at = block.element;
    let named = false;
    for (let up = 0; up < 3 && !named; up++) {
      const tokens = nameTokens(at);
      named = AUTHOR_TOKENS.some((token) => tokens.has(token));
      const parent = at.parentNode;
      if (!parent || !("tagName" in parent)) break;
      at = parent;
    }
    const by =
      /(?:^|[|·•]\s*)(?:by|written by|von|par|por)\s+(\p{Lu}.{2,80})/iu.exec(block.text) ??
      (block.sentences === 0 && /\b(?:19|20)\d\d\b/.test(block.text) ? /\b[Bb]y\s+(\p{Lu}.{2,80})/u.exec(block.text) : null);
    if (by) found.push(by[1]!.split(/\s[|·•]\s|\s\d/)[0]!);
    else if (named) found.push(block.text.split(/\s[|·•]\s/)[0]!);
  }
  return found;
}
