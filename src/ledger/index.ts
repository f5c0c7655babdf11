// The ledger's public side: open one, and the types of what it answers.
export type * from "./feeds/types.ts";
export { type OpenOptions, openLedger } from "./ledger.ts";
export { byDocument, passageAt } from "./sources/carriers.ts";
export { copied } from "./sources/copies.ts";
export { follow } from "./sources/edits.ts";
export { containment, fingerprint } from "./sources/shingles.ts";
export type * from "./types.ts";
