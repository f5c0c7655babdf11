// One feed, item or source element → its parts, by the rows of elements.ts.
import * as rows from "./elements.ts";
import { readPerson } from "./persons.ts";
import type { FeedDate, FeedLink, FeedParts, FeedPerson, FeedTag, FeedText } from "./record.ts";
import { resolve } from "./resolve.ts";
import { readText } from "./text.ts";
import { childElements, ownText, textUnder, type XmlElement } from "./xml.ts";

/** What the parts depend on beyond the element. */
export interface Dialect {
  /** Atom 1.0: types of text are `text`, `html`, `xhtml`. */
  readonly atom1: boolean;
  /** Atom of any version, where a text without a type is plain. */
  readonly atom: boolean;
}

/** The name of an element with its prefix. */
export const nameOf = ({ prefix, name }: XmlElement): string => (prefix === "" ? name : `${prefix}:${name}`);

function linkOf(element: XmlElement): FeedLink | null {
  const at = (name: string): string | null => element.attributes.get(name)?.trim() || null;
  const written = at("href") ?? at("url") ?? textUnder(element).trim();
  const href = written === "" ? null : resolve(written, element.base);
  if (href === null) return null;
  const rel = element.name === "enclosure" ? "enclosure" : (at("rel") ?? "alternate");
  const type = at("type") ?? (rel === "self" ? "application/atom+xml" : null);
  return { rel, href, type, title: at("title"), language: at("hreflang"), length: at("length") };
}

function tagsOf(element: XmlElement): readonly FeedTag[] {
  const term = element.attributes.get("term");
  const scheme = element.attributes.get("scheme") ?? element.attributes.get("domain") ?? null;
  const label = element.attributes.get("label") ?? null;
  const written = term ?? ownText(element);
  const several = ["keywords", "tags"].includes(element.name) ? written.split(",") : [written];
  return several.flatMap((one) => (one.trim() === "" ? [] : [{ term: one.trim(), scheme, label }]));
}

/** The page among the links: an alternate one that is HTML, then any alternate one. */
export function pageOf(links: readonly FeedLink[]): string | null {
  const alternates = links.filter(({ rel }) => rel === "alternate");
  return (alternates.find(({ type }) => type === null || /html/.test(type)) ?? alternates[0])?.href ?? null;
}

/** An element that has no reader of its own: an address, plain text, or parts. */
function other(element: XmlElement, properties: Map<string, string>, structures: Map<string, ReadonlyMap<string, string>>): void {
  const name = nameOf(element);
  const inside = childElements(element);
  const attributes = [...element.attributes].filter(([key]) => !key.startsWith("xml:"));
  const resource = element.attributes.get("rdf:resource");
  const text = textUnder(element).trim();
  if (resource !== undefined) properties.set(name, resolve(resource, element.base) ?? resource);
  else if (inside.length === 0 && text !== "")
    properties.set(name, rows.ADDRESSES.has(name) ? (resolve(text, element.base) ?? text) : text);
  if (inside.length > 0 || attributes.length > 0) {
    const own: readonly (readonly [string, string])[] = text === "" || inside.length > 0 ? [] : [["name", text]];
    const parts = inside.map((part) => [nameOf(part), textUnder(part).trim()] as const);
    structures.set(name, new Map([...own, ...attributes, ...parts]));
  }
}

/** Reads the parts that feeds, items and sources share; what `special` takes is left to the caller. */
export function readParts(element: XmlElement, dialect: Dialect, special: (part: XmlElement, name: string) => boolean): FeedParts {
  const links: FeedLink[] = [];
  const authors: FeedPerson[] = [];
  const contributors: FeedPerson[] = [];
  const tags: FeedTag[] = [];
  const dates: FeedDate[] = [];
  const older: FeedDate[] = [];
  const properties = new Map<string, string>();
  const structures = new Map<string, ReadonlyMap<string, string>>();
  let id = element.attributes.get("rdf:about") ?? null;
  let permalink = false;
  let language: string | null = null;
  let title: FeedText | null = null;
  let rights: FeedText | null = null;
  let publisher: FeedPerson | null = null;
  const text = (part: XmlElement): FeedText => readText(part, dialect.atom1, dialect.atom ? "text/plain" : null);
  const person = (part: XmlElement, list: FeedPerson[]): void => {
    const found = readPerson(part);
    if (found) list.push(found);
  };
  for (const part of childElements(element)) {
    const name = nameOf(part);
    if (special(part, name)) continue;
    const date = rows.DATES[name];
    if (date !== undefined) {
      const value = textUnder(part).trim();
      if (value !== "") (rows.OLDER_DATES.has(name) ? older : dates).push({ role: date, value, element: part.written });
    } else if (rows.TITLES.has(name)) {
      // Dublin Core's title stands in only where the feed has none of its own.
      if (title === null || name === "title") title = text(part);
    } else if (rows.RIGHTS.has(name)) rights ??= text(part);
    else if (rows.AUTHORS.has(name)) person(part, authors);
    else if (rows.CONTRIBUTORS.has(name)) person(part, contributors);
    else if (rows.PUBLISHERS.has(name)) publisher ??= readPerson(part);
    else if (rows.TAGS.has(name)) tags.push(...tagsOf(part));
    else if (name === "link" || name === "enclosure") {
      const link = linkOf(part);
      if (link) links.push(link);
    } else if (name === "id") id = resolve(textUnder(part), part.base) ?? textUnder(part).trim();
    else if (name === "guid") {
      id = textUnder(part).trim();
      permalink = part.attributes.get("ispermalink")?.trim().toLowerCase() !== "false";
    } else if (name === "language" || name === "dc:language") language ??= textUnder(part).trim() || null;
    else other(part, properties, structures);
  }
  const about = element.attributes.get("rdf:about") ?? null;
  const page = pageOf(links) ?? (permalink && id !== null && /^https?:/i.test(id) ? id : null) ?? about;
  return {
    ...{ id: id || null, title, link: page, links, authors, contributors, publisher, tags },
    ...{ dates: [...older, ...dates], rights, language: language ?? element.language, properties, structures },
  };
}
