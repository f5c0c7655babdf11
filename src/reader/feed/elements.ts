// What each element of a feed means, as rows: dates, persons and texts of RSS, Atom, RDF and their modules.
import type { DateRole } from "./record.ts";

/** Element (with prefix) → what it dates. Dublin Core's plain `date` does not say of what. */
export const DATES: Readonly<Record<string, DateRole>> = {
  pubdate: "published",
  published: "published",
  issued: "published",
  "dcterms:issued": "published",
  updated: "updated",
  modified: "updated",
  lastbuilddate: "updated",
  "dcterms:modified": "updated",
  created: "created",
  "dcterms:created": "created",
  expirationdate: "expired",
  "dc:date": "dated",
};

/** Elements that Atom 1.0 has in place of older ones; where both stand, the newer counts, wherever it stands. */
export const OLDER_DATES = new Set(["issued", "modified"]);

export const AUTHORS = new Set(["author", "managingeditor", "dc:author", "dc:creator", "itunes:author"]);
export const CONTRIBUTORS = new Set(["contributor", "dc:contributor"]);
export const PUBLISHERS = new Set(["webmaster", "dc:publisher"]);
export const TAGS = new Set(["category", "dc:subject", "keywords", "tags"]);
export const TITLES = new Set(["title", "dc:title"]);
export const SUBTITLES = new Set(["subtitle", "tagline", "description", "info", "dc:description"]);
export const RIGHTS = new Set(["rights", "copyright", "dc:rights"]);
export const SUMMARIES = new Set(["summary", "description", "dc:description"]);
/** Elements that hold the whole text of an item. */
export const CONTENTS = new Set(["content", "content:encoded", "fullitem", "xhtml:body", "xhtml:div"]);
/** Elements without markup whose text is an address. */
export const ADDRESSES = new Set(["docs", "icon", "logo", "comments", "newlocation", "itunes:new-feed-url"]);
