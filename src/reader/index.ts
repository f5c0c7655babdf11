// The reader: bytes → Document.
export { isPublicAddress } from "./addresses.ts";
export { type Courier, type CourierOptions, createCourier } from "./courier.ts";
export { decode } from "./decode.ts";
export { feedMoment } from "./feed/drafts.ts";
export { type FeedEntries, type FeedEntry, readEntries } from "./feed/entries.ts";
export { type FeedList, isOpml, type ListedFeed, readOpml, writeOpml } from "./feed/opml.ts";
export { parseFeed } from "./feed/parse.ts";
export {
  type DateRole,
  dateOf,
  type FeedHead,
  type FeedItem,
  type FeedLink,
  type FeedParts,
  type FeedPerson,
  type FeedRecord,
  type FeedText,
} from "./feed/record.ts";
export { type Answer, type FetchOptions, fetchSource, statusReason } from "./fetch.ts";
export { type FindOptions, type Found, findSources } from "./files.ts";
export { openSource } from "./office/open.ts";
export { type ReadOptions, readSource, type Source } from "./read-source.ts";
export { maxAge, retryAfter } from "./retry-after.ts";
