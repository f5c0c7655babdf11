// Reading: rows back into documents and claims, and the SQL of a scope.
import { type Claim, type ClaimKind, type Document, type Evidence, ScenesetterError } from "../model/index.ts";
import type { Connection, Row } from "./driver.ts";
import { momentOf } from "./facts.ts";
import type { OwnerOf } from "./sources/owner.ts";
import { linksOf, setAside } from "./sources/versions.ts";
import type { Scope, StoredClaim } from "./types.ts";

/** What the answers need to know of a document beside its words. */
export interface DocumentFacts {
  readonly key: number;
  readonly id: string;
  readonly url: string | null;
  readonly site: string | null;
  /** Owner's id of its site; null when the site is not known. */
  readonly owner: string | null;
  /** Owner's id of the agency or outlet its dateline or byline credits, if another; null for none that is known. */
  readonly credit: string | null;
  readonly kind: Document["kind"];
  readonly title: string | null;
  /** ISO date or date-time as published; null when not known. */
  readonly published: string | null;
  /** The same in milliseconds since 1970 UTC. */
  readonly instant: number | null;
  readonly recorded: string;
}

/** The newest moment that counts, in milliseconds; null for all. */
function limitOf(scope: Scope): number | null {
  if (scope.asOf === null) return null;
  const limit = momentOf(scope.asOf);
  if (limit === null) throw new ScenesetterError("usage", { reason: `“${scope.asOf}” is no date or date-time` });
  return limit;
}

/** Undated documents count at any time (docs/decisions/0071); whoever prints them sees that `published` is null. */
const PUBLISHED_BY = "(?1 IS NULL OR published_instant IS NULL OR published_instant <= ?1)";

const FACTS = "key, id, url, site, sign, author, kind, title, published, published_instant AS instant, recorded";

/** First published first, undated last, then by id: an order of content. */
const ORDER = "ORDER BY published_instant IS NULL, published_instant, id";

/**
 * Keys of the documents that concern all the states: those whose meetings name each of them, and those with one claim that names them all.
 */
function concerned(db: Connection, states: readonly string[]): ReadonlySet<number> {
  const every = "SELECT value FROM json_each(?1)";
  const rows = db
    .statement(
      `SELECT document FROM document_states WHERE state IN (${every}) AND meeting = 1 GROUP BY document HAVING count(*) = ?2
       UNION
       SELECT c.document FROM claims c WHERE c.key IN (
         SELECT a.claim FROM claim_actors a WHERE a.state IN (${every}) GROUP BY a.claim HAVING count(DISTINCT a.state) = ?2)`,
    )
    .all(JSON.stringify(states), states.length);
  return new Set(rows.map((row) => Number(row.document)));
}

function factsOf(row: Row, owners: OwnerOf): DocumentFacts {
  const { sign, author, ...rest } = row as Row & { readonly [K in "url" | "site" | "sign" | "author"]: string | null };
  return {
    ...rest,
    ...owners({ url: rest.url, site: rest.site, sign, author }),
    key: Number(row.key),
    instant: row.instant === null ? null : Number(row.instant),
  } as unknown as DocumentFacts;
}

/** The documents of a scope, first published first: of each page the version that counts as of the moment. */
export function documentsIn(db: Connection, scope: Scope, owners: OwnerOf): readonly DocumentFacts[] {
  const states = [...new Set(scope.states ?? [])];
  const limit = limitOf(scope);
  const keys = states.length === 0 ? null : JSON.stringify([...concerned(db, states)]);
  const among = keys === null ? "" : "AND key IN (SELECT value FROM json_each(?2))";
  const rows = db
    .statement(`SELECT ${FACTS} FROM documents WHERE ${PUBLISHED_BY} ${among} ${ORDER}`)
    .all(limit, ...(keys === null ? [] : [keys]));
  const aside = setAside(linksOf(db, keys), limit);
  return rows.filter(({ key }) => !aside.has(Number(key))).map((row) => factsOf(row, owners));
}

/** Texts by which outlets correct themselves, published by the moment, that are not among `documents` and come from an owner of one of them. */
export function furtherCorrections(
  db: Connection,
  scope: Scope,
  documents: readonly DocumentFacts[],
  owners: OwnerOf,
): readonly DocumentFacts[] {
  const known = new Set(documents.map(({ key }) => key));
  const houses = new Set(documents.flatMap(({ owner }) => owner ?? []));
  return db
    .statement(`SELECT ${FACTS} FROM documents WHERE kind = 'correction' AND ${PUBLISHED_BY} ${ORDER}`)
    .all(limitOf(scope))
    .map((row) => factsOf(row, owners))
    .filter(({ key, owner }) => !known.has(key) && owner !== null && houses.has(owner));
}

/** The order of documents in all answers: first published first, undated last, then by id. */
export function byPublication(a: DocumentFacts, b: DocumentFacts): number {
  return (a.instant ?? Number.POSITIVE_INFINITY) - (b.instant ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** What is known of one document, whether or not it counts now. */
export function factsAt(db: Connection, column: "id" | "key", value: string | number, owners: OwnerOf): DocumentFacts | null {
  const row = db.statement(`SELECT ${FACTS} FROM documents WHERE ${column} = ?`).get(value);
  return row ? factsOf(row, owners) : null;
}

/** Claims of one kind, or of all, in the documents given: in their order, then by place in the text. */
export function claimsIn(
  db: Connection,
  documents: readonly DocumentFacts[],
  states: readonly string[],
  kind: ClaimKind | null,
): readonly StoredClaim[] {
  const keys = JSON.stringify(documents.map((document) => document.key));
  const chosen = "c.document IN (SELECT value FROM json_each(?1)) AND (?2 IS NULL OR c.kind = ?2)";
  const evidence = new Map<number, Evidence[]>();
  for (const row of db
    .statement(
      `SELECT e.claim, e.start, e."end", e.quote FROM claims c JOIN evidence e ON e.claim = c.key WHERE ${chosen} ORDER BY e.claim, e.ord`,
    )
    .all(keys, kind)) {
    const claim = Number(row.claim);
    const list = evidence.get(claim) ?? [];
    list.push({ start: Number(row.start), end: Number(row.end), quote: row.quote as string });
    evidence.set(claim, list);
  }
  const wanted = states.length === 0 ? null : inScope(db, keys, states);
  const byDocument = new Map<number, StoredClaim[]>(documents.map((document) => [document.key, []]));
  const ids = new Map(documents.map((document) => [document.key, document.id]));
  for (const row of db
    .statement(`SELECT c.key, c.id, c.document, c.kind, c.fields, c.rule, c.confidence FROM claims c WHERE ${chosen}`)
    .all(keys, kind)) {
    if (wanted && !wanted.has(Number(row.key))) continue;
    const document = Number(row.document);
    byDocument.get(document)!.push({ claim: claimOf(row, evidence.get(Number(row.key)) ?? []), document: ids.get(document)! });
  }
  return documents.flatMap((document) => byDocument.get(document.key)!.sort(byPlace));
}

/** Claims that name one of the states, or no state at all, or stand in a document whose meetings name them all. */
function inScope(db: Connection, keys: string, states: readonly string[]): ReadonlySet<number> {
  const rows = db
    .statement(
      `SELECT c.key FROM claims c WHERE c.document IN (SELECT value FROM json_each(?1)) AND (
         c.document IN (SELECT document FROM document_states WHERE meeting = 1 AND state IN (SELECT value FROM json_each(?2)) GROUP BY document HAVING count(*) = ?3)
         OR NOT EXISTS (SELECT 1 FROM claim_actors a WHERE a.claim = c.key)
         OR EXISTS (SELECT 1 FROM claim_actors a WHERE a.claim = c.key AND a.state IN (SELECT value FROM json_each(?2))))`,
    )
    .all(keys, JSON.stringify(states), states.length);
  return new Set(rows.map((row) => Number(row.key)));
}

function claimOf(row: Row, evidence: readonly Evidence[]): Claim {
  return {
    ...(JSON.parse(row.fields as string) as object),
    id: row.id,
    kind: row.kind,
    rule: row.rule,
    confidence: row.confidence,
    evidence,
  } as unknown as Claim;
}

function byPlace(a: StoredClaim, b: StoredClaim): number {
  const x = a.claim.evidence[0]!;
  const y = b.claim.evidence[0]!;
  return x.start - y.start || x.end - y.end || (a.claim.id < b.claim.id ? -1 : 1);
}

const DOCUMENT =
  "id, file, url, site, title, author, published, published_precision, published_source, modified, language, kind, text, removals, problems";

/** The document with this key, as it was recorded. */
export function documentAt(db: Connection, key: number): Document {
  const row = db.statement(`SELECT ${DOCUMENT} FROM documents WHERE key = ?`).get(key)!;
  const { published, published_precision: precision, published_source: source, removals, problems, ...rest } = row;
  return {
    ...rest,
    published: published === null ? null : { value: published, precision, source },
    removals: JSON.parse(removals as string),
    problems: JSON.parse(problems as string),
  } as unknown as Document;
}

/** The claim whose id is, or alone begins with, `id`. */
export function claimBy(db: Connection, id: string): StoredClaim | null {
  const rows = db
    .statement(
      `SELECT c.key, c.id, c.kind, c.fields, c.rule, c.confidence, d.id AS document FROM claims c JOIN documents d ON d.key = c.document
       WHERE c.id >= ? AND c.id < ? ORDER BY length(c.id), c.id LIMIT 2`,
    )
    .all(id, `${id}\u{10FFFF}`);
  const [row, other] = rows;
  if (!row || (row.id !== id && (other || id.length < 6))) return null;
  const evidence = db
    .statement(`SELECT start, "end", quote FROM evidence WHERE claim = ? ORDER BY ord`)
    .all(Number(row.key))
    .map((e) => ({ start: Number(e.start), end: Number(e.end), quote: e.quote as string }));
  return { claim: claimOf(row, evidence), document: row.document as string };
}
