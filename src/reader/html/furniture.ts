// What a page holds beside its article: rows that name it by the words of class, id and role, by tag, or by state.
import { attribute, type Element, isElement, nameTokens } from "./dom.ts";

export interface FurnitureRow {
  readonly step: string;
  readonly reason: string;
  /** Element names. */
  readonly tags?: readonly string[];
  /** Alternatives, parted by commas; each is one or more words that must all stand among the element's name words. */
  readonly names?: string;
  readonly when?: (element: Element) => boolean;
  /** Words that take the meaning of the name away when they stand beside it. */
  readonly unless?: readonly string[];
  /** The row does not apply to an element that holds more than this share of the page's prose: then the name misleads. */
  readonly guard: number;
  /** Nor to one with more than this many words of prose: such a line is short. */
  readonly most?: number;
}

const hidden = (element: Element): boolean =>
  attribute(element, "hidden") !== null ||
  attribute(element, "aria-hidden") === "true" ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, "style") ?? "");

/** Whether a quotation, table, list or code stands in an element, at most two levels down: a figure of text, not of a picture. */
function holdsText(element: Element): boolean {
  const inside = element.childNodes.flatMap((child) => (isElement(child) ? [child, ...child.childNodes.filter(isElement)] : []));
  return inside.some((child) => /^(?:blockquote|table|ul|ol|pre)$/.test(child.tagName));
}

export const FURNITURE: readonly FurnitureRow[] = [
  {
    step: "hidden",
    reason: "not shown on the page",
    when: hidden,
    names: "visually hidden, screen reader, sr only, noprint",
    guard: 0.25,
  },
  {
    step: "navigation",
    reason: "navigation",
    tags: ["nav", "menu"],
    names:
      "nav, navbar, navigation, menu, submenu, breadcrumb, breadcrumbs, crumbs, pagination, pager, skip link, " +
      "search, toolbar, tools, toc",
    guard: 0.2,
  },
  {
    step: "navigation",
    reason: "head of the site",
    names: "site header, masthead, topbar, ticker",
    unless: ["article", "asset", "post", "entry", "story"],
    guard: 0.2,
  },
  {
    step: "consent",
    reason: "cookie or consent notice",
    names: "cookie, cookies, consent, gdpr, ccpa, onetrust, tarteaucitron, privacy banner",
    guard: 0.2,
  },
  {
    step: "popup",
    reason: "dialog over the page",
    tags: ["dialog"],
    names: "modal, popup, overlay, lightbox, dialog, alertdialog, interstitial, toast",
    guard: 0.2,
  },
  {
    step: "advert",
    reason: "advertisement",
    names:
      "ad, ads, advert, adverts, advertisement, advertising, advertorial, adslot, adunit, adbox, dfp, gpt, sponsor, " +
      "sponsored, sponsors, promoted, outbrain, taboola, zergnet, revcontent, adsbygoogle, commercial",
    guard: 0.2,
  },
  {
    step: "promotion",
    reason: "newsletter, subscription or promotion box",
    names:
      "newsletter, newsletters, subscribe, subscription, signup, sign up, mailinglist, mailchimp, promo, promos, " +
      "promotion, promobox, cta, donate, donation, paywall meter, optin, app download, callout, inline asset",
    guard: 0.2,
  },
  {
    step: "related",
    reason: "related or recommended links",
    names:
      "related, relatedposts, recommended, recommendation, recommendations, recirculation, recirc, read more, " +
      "readmore, read also, also read, alsoread, read next, readnext, readin, more news, more stories, more from, " +
      "see also, seealso, you may, trending, popular, most read, most viewed, most popular, mostread, up next, " +
      "next article, prev next, post navigation, relatedlinks, teaser, teasers, jp relatedposts, yarpp, " +
      "further reading, onward",
    guard: 0.2,
  },
  {
    step: "share",
    reason: "share buttons",
    names: "share, sharing, shares, sharebar, sharethis, social, socials, sharedaddy, addthis, addtoany, follow us",
    // Quoted posts are text.
    unless: ["embed", "embedded", "oembed", "tweet", "twitter", "instagram"],
    guard: 0.2,
    most: 60,
  },
  {
    step: "comments",
    reason: "readers' comments",
    names: "comment, comments, commentlist, cmt, disqus, respond, talkback, livefyre, discussion, replies",
    guard: 0.6,
  },
  { step: "poll", reason: "poll or quiz", names: "poll, polls, quiz, survey, vote, votes, rating, ratings", guard: 0.2 },
  {
    step: "caption",
    reason: "caption or credit of a picture",
    tags: ["figcaption", "caption"],
    names:
      "caption, captions, wp caption, figcaption, photo credit, image credit, imagecaption, photocredit, gallery, " +
      "slideshow, carousel, image caption",
    guard: 0.2,
  },
  {
    step: "caption",
    reason: "picture with its text",
    when: (element) => element.tagName === "figure" && !holdsText(element),
    names: "photo, image, picture, photobox, imagebox",
    unless: ["quote", "blockquote", "table", "embed", "tweet", "twitter", "gallery"],
    guard: 0.2,
    most: 60,
  },
  {
    step: "byline",
    reason: "author, date or credit line",
    names:
      "byline, bylines, author, authors, vcard, entry meta, post meta, article meta, meta, posted on, timestamp, " +
      "dateline, pubdate, dateposted, signoff, sign off, tagline, endnote, bio, author bio, author box",
    guard: 0.2,
    most: 120,
  },
  {
    step: "tags",
    reason: "tags and categories",
    names: "tags, taglist, tag list, tagcloud, keywords, topics, categories, cat links, tags links, tagged, kicker, eyebrow",
    guard: 0.2,
    most: 20,
  },
  {
    step: "summary",
    reason: "summary box beside the text",
    when: (element) => element.tagName === "ul" && nameTokens(element).has("summary"),
    names: "summary box, key points, keypoints, takeaways, highlights, ai summary, ai overview, ai generated, tldr",
    guard: 0.2,
  },
  {
    step: "pull-quote",
    reason: "sentence set out as a quotation",
    names: "pullquote, pull quote, pullout, blockquote pull",
    guard: 0.2,
  },
  {
    step: "footer",
    reason: "foot of the page or article",
    names: "footer, foot, colophon, copyright, disclaimer, entry footer, contentinfo, standards",
    guard: 0.2,
  },
  {
    step: "sidebar",
    reason: "column or box beside the text",
    tags: ["aside"],
    names: "sidebar, rail, aside, complementary, infobox, factbox, weather, strip",
    guard: 0.2,
  },
  {
    step: "sidebar",
    reason: "box of the layout",
    names: "widget, widgets",
    // Page builders call every piece of the text a widget.
    unless: ["article", "elementor", "text", "content", "body", "paragraph", "tweet", "quote", "embed"],
    guard: 0.2,
  },
];

interface Compiled {
  readonly row: FurnitureRow;
  readonly tags: ReadonlySet<string>;
  readonly names: readonly (readonly string[])[];
  readonly unless: readonly string[];
}
const ROWS: readonly Compiled[] = FURNITURE.map((row) => ({
  row,
  tags: new Set(row.tags ?? []),
  names: (row.names ?? "")
    .split(", ")
    .filter(Boolean)
    .map((name) => name.split(" ")),
  unless: row.unless ?? [],
}));
/** Every word that some row's name starts with: most elements have none, and are done. */
const FIRST = new Map<string, { readonly compiled: Compiled; readonly words: readonly string[] }[]>();
for (const compiled of ROWS) {
  for (const words of compiled.names) {
    const list = FIRST.get(words[0]!) ?? [];
    list.push({ compiled, words });
    FIRST.set(words[0]!, list);
  }
}

/** The first row that an element matches by tag, state or name, in the order of the table; null for none. */
export function furnitureOf(element: Element): FurnitureRow | null {
  let best = ROWS.findIndex(({ row, tags }) => tags.has(element.tagName) || row.when?.(element) === true);
  if (best < 0) best = ROWS.length;
  const tokens = nameTokens(element);
  for (const token of tokens) {
    for (const { compiled, words } of FIRST.get(token) ?? []) {
      const index = ROWS.indexOf(compiled);
      if (index < best && words.every((word) => tokens.has(word)) && !compiled.unless.some((word) => tokens.has(word))) best = index;
    }
  }
  return ROWS[best]?.row ?? null;
}
