// XML feed → FeedRecord: RSS 0.90 to 2.0, Atom 0.3 and 1.0, RSS 1.0 in RDF.
import * as rows from "./elements.ts";
import { type Dialect, nameOf, readParts } from "./parts.ts";
import { type FeedHead, type FeedItem, type FeedRecord, type FeedText, ITEM_LIMIT } from "./record.ts";
import { readText } from "./text.ts";
import { childElements, parseXml, textUnder, type XmlDocument, type XmlElement } from "./xml.ts";

const ITEMS = new Set(["item", "entry"]);

/** The version of a feed by its root, its document type and the vocabularies it declares. */
function versionOf(root: XmlElement, { doctype, vocabularies }: XmlDocument): string {
  const stated = root.attributes.get("version")?.trim() ?? "";
  const speaks = (part: string): boolean => [...vocabularies].some((address) => address.includes(part));
  switch (root.name) {
    case "feed":
      return stated === "0.3" ? "atom03" : speaks("www.w3.org/2005/Atom") ? "atom10" : "atom";
    case "rdf":
      return speaks("purl.org/rss/1.0/") && !speaks("/rdf/simple/0.9/") ? "rss10" : "rss090";
    default:
      if (stated === "0.91") return /netscape/i.test(doctype) ? "rss091n" : "rss091u";
      if (/^0\.9\d$/.test(stated)) return `rss${stated.replace(".", "")}`;
      return stated.startsWith("2") ? "rss20" : "rss";
  }
}

function readHead(element: XmlElement, dialect: Dialect): FeedHead {
  let subtitle: FeedText | null = null;
  const parts = readParts(element, dialect, (part, name) => {
    if (rows.SUBTITLES.has(name)) {
      if (subtitle === null || !name.includes(":")) subtitle = readText(part, dialect.atom1, dialect.atom ? "text/plain" : null);
      return true;
    }
    return ITEMS.has(name);
  });
  return { ...parts, subtitle };
}

function readSource(element: XmlElement, dialect: Dialect): FeedHead {
  const head = readHead(element, dialect);
  // RSS puts the name of the source in the element and its address in an attribute.
  const url = element.attributes.get("url");
  if (url === undefined) return head;
  return { ...head, title: head.title ?? readText(element, false, "text/plain"), link: head.link ?? url };
}

function readItem(element: XmlElement, dialect: Dialect): FeedItem {
  const summaries: FeedText[] = [];
  const contents: FeedText[] = [];
  let source: FeedHead | null = null;
  const parts = readParts(element, dialect, (part, name) => {
    if (rows.CONTENTS.has(name)) {
      const inline = part.prefix === "xhtml";
      const text = readText(part, dialect.atom1, inline ? "application/xhtml+xml" : dialect.atom ? "text/plain" : "text/html");
      contents.push(inline ? { ...text, type: "application/xhtml+xml" } : text);
    } else if (rows.SUMMARIES.has(name)) {
      const text = readText(part, dialect.atom1, dialect.atom ? "text/plain" : null);
      // Dublin Core repeats the description; of a description and a summary, what comes first sums up and what follows is the text.
      if (name.startsWith("dc:") && summaries.length > 0) return true;
      (summaries.length === 0 ? summaries : contents).push(text);
    } else if (name === "source") source = readSource(part, dialect);
    else return false;
    return true;
  });
  return { ...parts, summary: summaries[0] ?? null, contents, source };
}

/** Elements of items, wherever the format puts them: beside the channel, in it, or in its list. */
function itemElements(root: XmlElement, channel: XmlElement): readonly XmlElement[] {
  const places = channel === root ? [root] : [root, channel];
  const lists = places.flatMap((place) => childElements(place).filter(({ name }) => name === "items"));
  return [...places, ...lists].flatMap((place) => childElements(place).filter((part) => ITEMS.has(nameOf(part))));
}

/** An address that the feed gives for its new place. */
function movedTo(root: XmlElement, head: FeedHead): string | null {
  const redirect = childElements(root).find(({ name }) => name === "redirect");
  const location = redirect && childElements(redirect).find(({ name }) => name === "newlocation");
  return (location && textUnder(location).trim()) || (head.properties.get("itunes:new-feed-url") ?? null);
}

/**
 * Reads an XML feed.
 * @param url its own address
 * @throws RangeError for what is no feed
 */
export function readXmlFeed(text: string, url: string | null): FeedRecord {
  const document = parseXml(text, url);
  const root = document.roots.find(({ name }) => ["rss", "feed", "rdf", "channel"].includes(name));
  if (!root) throw new RangeError("it has no rss, feed or RDF element");
  const version = versionOf(root, document);
  const dialect: Dialect = { atom: root.name === "feed", atom1: version === "atom10" || version === "atom" };
  const channel = root.name === "feed" ? root : (childElements(root).find(({ name }) => name === "channel") ?? root);
  const head = readHead(channel, dialect);
  const items = itemElements(root, channel).slice(0, ITEM_LIMIT);
  return {
    ...head,
    language: head.language ?? root.language,
    version,
    items: items.filter(({ cut }) => !cut).map((item) => readItem(item, dialect)),
    movedTo: movedTo(root, head),
    next: head.links.find(({ rel }) => rel === "next" || rel === "prev-archive")?.href ?? null,
    cut: root.cut,
  };
}
