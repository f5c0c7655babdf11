// The reader: bytes → Document.
export { type FetchOptions, fetchSource } from "./fetch.ts";
export { type FindOptions, type Found, findSources } from "./files.ts";
export { type ReadOptions, readSource, type Source } from "./read-source.ts";
