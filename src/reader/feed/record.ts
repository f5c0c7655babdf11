// FeedRecord: what a feed says, in one form for all formats. What only some readers need is kept as it stands.

/** A text of the feed with the form it is in. */
export interface FeedText {
  readonly value: string;
  /** Media type; `text/html` where the feed does not say and the value has markup. */
  readonly type: string;
  /** Address that relative links in it start from. */
  readonly base: string | null;
  /** BCP 47 tag as declared for it. */
  readonly language: string | null;
  /** Where the text lies, when it is not in the feed. */
  readonly source: string | null;
}

export interface FeedPerson {
  readonly name: string | null;
  readonly email: string | null;
  readonly url: string | null;
}

export interface FeedLink {
  readonly rel: string;
  readonly href: string;
  readonly type: string | null;
  readonly title: string | null;
  readonly language: string | null;
  /** Bytes, as written. */
  readonly length: string | null;
}

export interface FeedTag {
  readonly term: string;
  readonly scheme: string | null;
  readonly label: string | null;
}

/** What a date of a feed is the date of; `dated` where the feed does not say. */
export type DateRole = "published" | "updated" | "created" | "expired" | "dated";

export interface FeedDate {
  readonly role: DateRole;
  readonly value: string;
  /** Name of the element as written, with its prefix. */
  readonly element: string;
}

/** What feeds, items and the sources of items have in common. */
export interface FeedParts {
  readonly id: string | null;
  readonly title: FeedText | null;
  /** The page: the alternate link, or an identifier that is one. */
  readonly link: string | null;
  readonly links: readonly FeedLink[];
  readonly authors: readonly FeedPerson[];
  readonly contributors: readonly FeedPerson[];
  readonly publisher: FeedPerson | null;
  readonly tags: readonly FeedTag[];
  /** In the order of the feed; of two with one role the later counts. */
  readonly dates: readonly FeedDate[];
  readonly rights: FeedText | null;
  /** BCP 47 tag as declared. */
  readonly language: string | null;
  /** Every other element that holds plain text (or an address in an attribute), by its name with prefix. */
  readonly properties: ReadonlyMap<string, string>;
  /** Every other element that holds parts, as name → value. */
  readonly structures: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface FeedItem extends FeedParts {
  readonly summary: FeedText | null;
  readonly contents: readonly FeedText[];
  /** The feed that the item was taken from. */
  readonly source: FeedHead | null;
}

/** A feed without its items. */
export interface FeedHead extends FeedParts {
  readonly subtitle: FeedText | null;
}

export interface FeedRecord extends FeedHead {
  /** `rss20`, `rss10`, `rss091n`, `rss091u`, …, `atom10`, `atom03`, `json11`; `rss` or `atom` where the version is not said. */
  readonly version: string;
  readonly items: readonly FeedItem[];
  /** Where the feed says that it has moved to for good. */
  readonly movedTo: string | null;
  /** The next page of older items. */
  readonly next: string | null;
  /** Whether the text ended before the feed did. An item that was cut off is left out. */
  readonly cut: boolean;
}

/** Items of a feed that are read; more is an archive. */
export const ITEM_LIMIT = 2000;

/** The last date with the first of `roles` that is there. */
export function dateOf(parts: FeedParts, roles: readonly DateRole[]): FeedDate | null {
  for (const role of roles) {
    const found = parts.dates.findLast((date) => date.role === role);
    if (found) return found;
  }
  return null;
}
