// OPML in and out: lists of feeds, as feed readers exchange them.
import { ScenesetterError } from "../../model/index.ts";
import { childElements, parseXml, textUnder, type XmlElement } from "./xml.ts";

export interface ListedFeed {
  readonly url: string;
  readonly title: string | null;
  /** The page of the outlet, where the list gives one. */
  readonly page: string | null;
  /** Paths of groups that the feed stands in: by nesting, and by its category attribute. */
  readonly groups: readonly (readonly string[])[];
}

/** Something in a list that is no feed: another list, or a page without a feed. */
export interface ListedOther {
  readonly kind: "list" | "page";
  readonly url: string;
  readonly title: string | null;
}

export interface FeedList {
  /** `opml1`, `opml2`, or `opml` where the version is not said. */
  readonly version: string;
  /** What the head says, by element name in lower case. */
  readonly head: ReadonlyMap<string, string>;
  readonly feeds: readonly ListedFeed[];
  readonly others: readonly ListedOther[];
}

/** Most feeds of one list. */
const LIST_LIMIT = 20_000;

const split = (path: string): readonly string[] =>
  path
    .split("/")
    .map((part) => part.trim())
    .filter(Boolean);

function groupsOf(nesting: readonly string[], category: string | undefined): readonly (readonly string[])[] {
  const stated = (category ?? "").split(",").map(split);
  const unique = new Map([nesting, ...stated].filter((path) => path.length > 0).map((path) => [JSON.stringify(path), path]));
  return [...unique.values()];
}

function joined(feeds: Map<string, ListedFeed>, found: ListedFeed): void {
  const known = feeds.get(found.url);
  if (!known) feeds.set(found.url, found);
  else {
    const groups = new Map([...known.groups, ...found.groups].map((path) => [JSON.stringify(path), path]));
    feeds.set(found.url, { ...known, groups: [...groups.values()] });
  }
}

/** What one outline names. */
function readOutline(outline: XmlElement, nesting: readonly string[], feeds: Map<string, ListedFeed>, others: ListedOther[]): void {
  const at = (name: string): string | null => outline.attributes.get(name)?.trim() || null;
  const title = at("text") ?? at("title");
  const [feed, page, url] = [at("xmlurl"), at("htmlurl"), at("url")];
  const type = at("type")?.toLowerCase() ?? null;
  if (type === "source" && feed !== null) others.push({ kind: "list", url: feed, title });
  else if (feed !== null) joined(feeds, { url: feed, title, page, groups: groupsOf(nesting, outline.attributes.get("category")) });
  else if (url !== null && (type === "link" || type === "include")) others.push({ kind: "list", url, title });
  else if (page !== null) others.push({ kind: "page", url: page, title });
}

function walk(parent: XmlElement, nesting: readonly string[], feeds: Map<string, ListedFeed>, others: ListedOther[]): void {
  for (const outline of childElements(parent)) {
    if (outline.name !== "outline" || feeds.size >= LIST_LIMIT) continue;
    readOutline(outline, nesting, feeds, others);
    const label = (outline.attributes.get("text")?.trim() || outline.attributes.get("title")?.trim()) ?? "";
    walk(outline, label === "" ? nesting : [...nesting, label], feeds, others);
  }
}

/** Whether a text is an OPML list, by its root. */
export const isOpml = (text: string): boolean => /<opml[\s>]/i.test(text.slice(0, 20_000));

/**
 * Reads a list of feeds. A feed that stands in it twice comes once, with the groups of both.
 * @throws ScenesetterError `list-broken` for what is no OPML
 */
export function readOpml(text: string, file: string): FeedList {
  const { roots } = parseXml(text, null);
  const root = roots.find(({ name }) => name === "opml");
  if (!root) throw new ScenesetterError("list-broken", { path: file, reason: "it has no opml element" });
  const stated = root.attributes.get("version")?.trim() ?? "";
  const head = new Map<string, string>();
  const feeds = new Map<string, ListedFeed>();
  const others: ListedOther[] = [];
  for (const opml of roots.filter(({ name }) => name === "opml")) {
    for (const part of childElements(opml)) {
      if (part.name === "body") walk(part, [], feeds, others);
      if (part.name !== "head") continue;
      for (const field of childElements(part)) {
        const value = textUnder(field).trim();
        if (value !== "") head.set(field.name, value);
      }
    }
  }
  const version = /^1(?:\.|$)/.test(stated) ? "opml1" : /^2(?:\.|$)/.test(stated) ? "opml2" : "opml";
  return { version, head, feeds: [...feeds.values()], others };
}

// Characters that XML 1.0 cannot hold at all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is removed
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const quoted = (name: string, value: string | null): string =>
  value === null
    ? ""
    : ` ${name}="${value.replace(IMPOSSIBLE, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/\s+/g, " ")}"`;

/** Writes feeds as an OPML 2.0 list, one outline a feed in the order given, groups as categories. Holds no date, so that equal lists are equal bytes. */
export function writeOpml(feeds: readonly ListedFeed[], title: string): string {
  const outlines = feeds.map(({ url, title: name, page, groups }) => {
    const category = groups.length === 0 ? null : groups.map((path) => `/${path.join("/")}`).join(",");
    return `    <outline type="rss"${quoted("text", name ?? url)}${quoted("xmlUrl", url)}${quoted("htmlUrl", page)}${quoted("category", category)}/>\n`;
  });
  const heading = quoted("x", title).slice(4, -1);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${heading}</title>\n  </head>\n  <body>\n${outlines.join("")}  </body>\n</opml>\n`;
}
