// Attestations of offices: written with their document, read back with the independent source it belongs to.
import { type Document, holds, type OfficeAttestation, ScenesetterError, type StoredAttestation } from "../model/index.ts";
import type { Connection } from "./driver.ts";
import type { DocumentFacts } from "./load.ts";
import type { Source } from "./types.ts";

const INSERT = `INSERT INTO offices (document, ord, person, name, state, role, title, says, day, start, "end", quote) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** @throws ScenesetterError `internal` for one whose words do not stand in the document */
export function checkOffices(document: Document, offices: readonly OfficeAttestation[]): void {
  const wrong = offices.find(({ evidence }) => !holds(document.text, evidence));
  if (wrong)
    throw new ScenesetterError("internal", {
      reason: `an office of ${wrong.person} in ${document.file} quotes words that do not stand there`,
    });
}

export function insertOffices(db: Connection, document: number, offices: readonly OfficeAttestation[]): void {
  offices.forEach(({ person, name, state, role, title, says, day, evidence: e }, ord) => {
    db.statement(INSERT).run(document, ord, person, name, state, role, title, says, day, e.start, e.end, e.quote);
  });
}

/** What the documents say of offices, in their order, then by place in the text. */
export function officesIn(db: Connection, documents: readonly DocumentFacts[], sources: readonly Source[]): readonly StoredAttestation[] {
  const source = new Map(sources.flatMap(({ documents: ids, origin }) => ids.map((id) => [id, origin] as const)));
  const facts = new Map(documents.map((document) => [document.key, document]));
  const place = new Map(documents.map(({ key }, i) => [key, i]));
  const rows = db
    .statement(
      `SELECT document, person, name, state, role, title, says, day, start, "end", quote FROM offices
       WHERE document IN (SELECT value FROM json_each(?)) ORDER BY document, ord`,
    )
    .all(JSON.stringify(documents.map(({ key }) => key)));
  return rows
    .map(({ document, start, end, quote, ...fields }) => ({
      key: Number(document),
      attestation: { ...fields, evidence: { start: Number(start), end: Number(end), quote } } as unknown as OfficeAttestation,
    }))
    .sort((a, b) => place.get(a.key)! - place.get(b.key)!)
    .map(({ key, attestation }) => {
      const { id, published } = facts.get(key)!;
      return { attestation, document: id, published, source: source.get(id) ?? id };
    });
}
