// A FeedRecord under the names that the feedparser suite uses (its own documentation lists them): what is the same under two names, is so here.
import {
  type DateRole,
  dateOf,
  type FeedHead,
  type FeedItem,
  type FeedLink,
  type FeedParts,
  type FeedPerson,
  type FeedText,
  feedMoment,
} from "../src/reader/index.ts";
import type { Dictionary, Value } from "./feeds-expect.ts";

/** Older and shorter names → the name of the value. */
const ALIASES: Readonly<Record<string, string>> = {
  guid: "id",
  copyright: "rights",
  copyright_detail: "rights_detail",
  tagline: "subtitle",
  tagline_detail: "subtitle_detail",
  info: "subtitle",
  info_detail: "subtitle_detail",
  modified: "updated",
  modified_parsed: "updated_parsed",
  issued: "published",
  url: "href",
  uri: "href",
  license: "cc:license",
};

type Fields = Readonly<Record<string, Value>>;

function dictionary(fields: Fields, rest: (key: string) => Value = () => undefined): Dictionary {
  return {
    size: Object.values(fields).filter((value) => value !== undefined).length,
    get(key) {
      const name = Object.hasOwn(fields, key) ? key : (ALIASES[key] ?? key);
      const value = Object.hasOwn(fields, name) ? fields[name] : rest(name);
      return value === undefined ? rest(key) : value;
    },
  };
}

const detail = (text: FeedText | null): Value =>
  text === null
    ? undefined
    : dictionary({ value: text.value, type: text.type, base: text.base, language: text.language, src: text.source ?? undefined });

const person = ({ name, email, url }: FeedPerson): Dictionary =>
  dictionary({ name: name ?? undefined, email: email ?? undefined, href: url ?? undefined });

/** `Name (mail)`, as the suite writes a person in one line. */
const line = (one: FeedPerson | null | undefined): Value =>
  one ? (one.name && one.email ? `${one.name} (${one.email})` : (one.name ?? one.email ?? undefined)) : undefined;

const link = ({ rel, href, type, title, language, length }: FeedLink, withRel: boolean): Dictionary =>
  dictionary({
    ...(withRel ? { rel } : {}),
    ...{ href, type: type ?? undefined, title: title ?? undefined, hreflang: language ?? undefined, length: length ?? undefined },
  });

/** A moment as the nine numbers of Python's struct_time in UTC, which the suite compares: with weekday (Monday 0) and day of the year. */
function tuple(value: string): Value {
  const moment = feedMoment(value);
  if (!moment) return undefined;
  const date = new Date(moment.value);
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return [
    ...[date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
    ...[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()],
    ...[(date.getUTCDay() + 6) % 7, Math.floor((date.getTime() - start) / 86_400_000) + 1, 0],
  ];
}

function dates(parts: FeedParts): Fields {
  const roles: Readonly<Record<string, readonly DateRole[]>> = {
    published: ["published"],
    updated: ["updated", "dated"],
    created: ["created"],
    expired: ["expired"],
  };
  return Object.fromEntries(
    Object.entries(roles).flatMap(([name, list]) => {
      const found = dateOf(parts, list);
      return found ? [[name, found.value] as const, [`${name}_parsed`, tuple(found.value)] as const] : [];
    }),
  );
}

/** Elements without a reader of their own: plain ones by name, those with parts as dictionaries, `x_detail` for the parts of `x`. */
function others(parts: FeedParts): (key: string) => Value {
  return (key) => {
    const plain = parts.properties.get(key);
    if (plain !== undefined) return plain;
    const structure =
      parts.structures.get(key) ?? parts.structures.get(key.replace(/_detail$/, "")) ?? parts.structures.get(key.replace("_", ":"));
    return (
      structure &&
      dictionary({}, (name) => structure.get(name) ?? (name === "href" ? (structure.get("uri") ?? structure.get("url")) : undefined))
    );
  };
}

function common(parts: FeedParts): Fields {
  const author = parts.authors[0];
  return {
    ...dates(parts),
    ...{ id: parts.id ?? undefined, title: parts.title?.value, title_detail: detail(parts.title), link: parts.link ?? undefined },
    links: parts.links.map((one) => link(one, true)),
    enclosures: parts.links.filter(({ rel }) => rel === "enclosure").map((one) => link(one, false)),
    ...{ author: line(author), author_detail: author && person(author), authors: parts.authors.map(person) },
    contributors: parts.contributors.map(person),
    ...{ publisher: line(parts.publisher), publisher_detail: parts.publisher ? person(parts.publisher) : undefined },
    tags: parts.tags.map(({ term, scheme, label }) => dictionary({ term, scheme, label })),
    category: parts.tags[0]?.term,
    ...{ rights: parts.rights?.value, rights_detail: detail(parts.rights), language: parts.language ?? undefined },
  };
}

export function viewHead(head: FeedHead, movedTo: string | null): Dictionary {
  const subtitle = { subtitle: head.subtitle?.value, subtitle_detail: detail(head.subtitle) };
  return dictionary(
    { ...common(head), ...subtitle, description: subtitle.subtitle, href: head.link ?? undefined, newlocation: movedTo ?? undefined },
    others(head),
  );
}

export function viewItem(item: FeedItem): Dictionary {
  const summary = { summary: item.summary?.value, summary_detail: detail(item.summary) };
  return dictionary(
    {
      ...common(item),
      ...{ ...summary, description: summary.summary, content: item.contents.map(detail) },
      guidislink: item.link !== null && item.link === item.id && item.links.every(({ rel }) => rel !== "alternate"),
      source: item.source ? viewHead(item.source, null) : undefined,
    },
    others(item),
  );
}
