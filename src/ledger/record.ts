// Writing: one document with all its claims in one transaction, after checking that every quotation stands in the text.
import { type Claim, type Document, holds, type OfficeAttestation, principal, ScenesetterError } from "../model/index.ts";
import type { Connection } from "./driver.ts";
import { actorsOf, momentOf, publicationInstant, validity } from "./facts.ts";
import { checkOffices, insertOffices } from "./offices.ts";
import { link } from "./sources/copies.ts";
import { signOf } from "./sources/credit.ts";
import { pageKey } from "./sources/page.ts";
import type { Postings } from "./sources/postings.ts";
import { fingerprint } from "./sources/shingles.ts";
import { linkVersions, UNDATED } from "./sources/versions.ts";
import type { RecordResult } from "./types.ts";

const INSERT_DOCUMENT = `INSERT INTO documents (id, file, url, page, site, sign, title, author, published, published_precision, published_source, published_instant,
  modified, edition, language, kind, claims, evidence, recorded, text, removals, problems) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_CLAIM = `INSERT INTO claims (id, document, kind, fields, valid_from, valid_to, published, recorded, rule, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_ACTOR = "INSERT INTO claim_actors (claim, ord, role, actor, state) VALUES (?, ?, ?, ?, ?)";
const INSERT_EVIDENCE = `INSERT INTO evidence (claim, ord, start, "end", quote) VALUES (?, ?, ?, ?, ?)`;
const INSERT_STATE = "INSERT INTO document_states (document, state, meeting) VALUES (?, ?, ?)";

function refuse(document: Document, claim: Claim, what: string): never {
  throw new ScenesetterError("internal", { reason: `claim ${claim.id} (rule ${claim.rule}) of ${document.file} ${what}` });
}

/** The claims to record: each id once, each with evidence that holds. */
function checked(document: Document, claims: readonly Claim[]): readonly Claim[] {
  const seen = new Map<string, Claim>();
  for (const claim of claims) {
    if (claim.evidence.length === 0) refuse(document, claim, "has no evidence");
    const wrong = claim.evidence.find((evidence) => !holds(document.text, evidence));
    if (wrong) refuse(document, claim, `quotes words that do not stand at ${wrong.start}–${wrong.end} of the text`);
    if (!seen.has(claim.id)) seen.set(claim.id, claim);
  }
  return [...seen.values()];
}

function insertClaim(db: Connection, document: number, claim: Claim, instant: number | null, recordedAt: string): void {
  const { id, kind, rule, confidence, evidence, ...fields } = claim;
  const { from, to } = validity(claim);
  const key = Number(
    db.statement(INSERT_CLAIM).run(id, document, kind, JSON.stringify(fields), from, to, instant, recordedAt, rule, confidence)
      .lastInsertRowid,
  );
  actorsOf(claim).forEach(({ role, actor }, ord) => {
    db.statement(INSERT_ACTOR).run(key, ord, role, actor.id, principal(actor));
  });
  evidence.forEach((e, ord) => {
    db.statement(INSERT_EVIDENCE).run(key, ord, e.start, e.end, e.quote);
  });
}

/** States and organisations a document's claims name, and whether one of its meetings does. */
function statesOf(claims: readonly Claim[]): ReadonlyMap<string, boolean> {
  const states = new Map<string, boolean>();
  for (const claim of claims) {
    for (const { actor } of actorsOf(claim)) {
      const state = principal(actor);
      states.set(state, claim.kind === "meeting" || (states.get(state) ?? false));
    }
  }
  return states;
}

function insertDocument(
  db: Connection,
  postings: Postings,
  document: Document,
  claims: readonly Claim[],
  offices: readonly OfficeAttestation[],
  recordedAt: string,
): void {
  const instant = publicationInstant(document);
  const edition = (document.modified === null ? null : momentOf(document.modified)) ?? instant ?? UNDATED;
  const page = pageKey(document.url);
  const print = fingerprint(document.text);
  const d = document;
  const key = Number(
    db
      .statement(INSERT_DOCUMENT)
      .run(
        ...[d.id, d.file, d.url, page, d.site, signOf(d.text), d.title, d.author],
        ...[d.published?.value ?? null, d.published?.precision ?? null, d.published?.source ?? null, instant],
        ...[d.modified, edition, d.language, d.kind],
        ...[claims.length, claims.reduce((sum, claim) => sum + claim.evidence.length, 0), recordedAt],
        ...[d.text, JSON.stringify(d.removals), JSON.stringify(d.problems)],
      ).lastInsertRowid,
  );
  for (const claim of claims) insertClaim(db, key, claim, instant, recordedAt);
  insertOffices(db, key, offices);
  for (const [state, meeting] of statesOf(claims)) db.statement(INSERT_STATE).run(key, state, meeting ? 1 : 0);
  link(db, postings, key, { text: d.text, print });
  if (page !== null) linkVersions(db, page, { key, edition, instant }, document);
}

/**
 * Records a document and its claims: all in one transaction, or nothing. A document whose id is known changes nothing.
 * @throws ScenesetterError `internal` for a claim without evidence that holds, or whose id another document's claim has
 */
export function record(
  db: Connection,
  postings: Postings,
  document: Document,
  claims: readonly Claim[],
  recordedAt: string,
  offices: readonly OfficeAttestation[] = [],
): RecordResult {
  const kept = checked(document, claims);
  checkOffices(document, offices);
  try {
    return db.transaction(() => {
      const known = db.statement("SELECT claims FROM documents WHERE id = ?").get(document.id);
      if (known) return { id: document.id, added: false, claims: Number(known.claims) };
      insertDocument(db, postings, document, kept, offices, recordedAt);
      return { id: document.id, added: true, claims: kept.length };
    });
  } catch (error) {
    postings.forget();
    throw error;
  }
}
