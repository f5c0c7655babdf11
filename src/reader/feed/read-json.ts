// JSON Feed 1.0 and 1.1 → FeedRecord. Fields of another type than the format has are passed over.
import { pageOf } from "./parts.ts";
import {
  type FeedDate,
  type FeedItem,
  type FeedLink,
  type FeedParts,
  type FeedPerson,
  type FeedRecord,
  type FeedText,
  ITEM_LIMIT,
} from "./record.ts";
import { resolve } from "./resolve.ts";
import { plain } from "./text.ts";

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A field as text; identifiers may be numbers. */
function text(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === "string" ? value.trim() || null : typeof value === "number" ? String(value) : null;
}

function personsOf(fields: Fields): readonly FeedPerson[] {
  return [...listOf(fields.authors), fields.author].flatMap((one) => {
    const person = fieldsOf(one);
    const [name, url] = [text(person, "name"), text(person, "url")];
    return name === null && url === null ? [] : [{ name, email: null, url }];
  });
}

function linksOf(fields: Fields, base: string | null, rels: Readonly<Record<string, string>>): readonly FeedLink[] {
  return Object.entries(rels).flatMap(([name, rel]) => {
    const written = text(fields, name);
    const href = written === null ? null : resolve(written, base);
    return href === null ? [] : [{ rel, href, type: null, title: null, language: null, length: null }];
  });
}

function partsOf(fields: Fields, links: readonly FeedLink[], title: string | null): FeedParts {
  return {
    ...{ id: text(fields, "id"), title: title === null ? null : plain(title, "text/plain"), link: pageOf(links), links },
    ...{ authors: personsOf(fields), contributors: [], publisher: null, rights: null, language: text(fields, "language") },
    tags: listOf(fields.tags).flatMap((tag) => (typeof tag === "string" ? [{ term: tag, scheme: null, label: null }] : [])),
    dates: (["published", "updated"] as const).flatMap((role): FeedDate[] => {
      const element = role === "published" ? "date_published" : "date_modified";
      const value = text(fields, element);
      return value === null ? [] : [{ role, value, element }];
    }),
    properties: new Map(),
    structures: new Map(),
  };
}

function itemOf(value: unknown, base: string | null): FeedItem {
  const fields = fieldsOf(value);
  const links = linksOf(fields, base, { url: "alternate", external_url: "related" });
  const summary = text(fields, "summary");
  const content = (name: string, type: string): readonly FeedText[] => {
    const found = text(fields, name);
    return found === null ? [] : [plain(found, type)];
  };
  return {
    ...partsOf(fields, links, text(fields, "title")),
    summary: summary === null ? null : plain(summary, "text/plain"),
    contents: [...content("content_html", "text/html"), ...content("content_text", "text/plain")],
    source: null,
  };
}

/**
 * Reads a JSON Feed.
 * @param url its own address
 * @throws SyntaxError for what is no JSON
 */
export function readJsonFeed(json: string, url: string | null): FeedRecord {
  const fields = fieldsOf(JSON.parse(json));
  const links = linksOf(fields, url, { home_page_url: "alternate", feed_url: "self", next_url: "next" });
  const subtitle = text(fields, "description");
  return {
    ...partsOf(fields, links, text(fields, "title")),
    subtitle: subtitle === null ? null : plain(subtitle, "text/plain"),
    version: `json${/version\/(1(?:\.1)?)$/.exec(text(fields, "version") ?? "")?.[1]?.replace(".", "") ?? ""}`,
    items: listOf(fields.items)
      .slice(0, ITEM_LIMIT)
      .map((item) => itemOf(item, url)),
    movedTo: null,
    next: links.find(({ rel }) => rel === "next")?.href ?? null,
    cut: false,
  };
}
