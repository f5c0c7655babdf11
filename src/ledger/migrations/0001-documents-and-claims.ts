// Schema 1: documents, claims with their three times, actors, evidence, and the fingerprints that find copies.

/**
 * Three times stand on a claim: `valid_from`/`valid_to`, when it holds; `published`, when it could be known (milliseconds since 1970 UTC,
 * null where the document has no date); `recorded`, when it was written here.
 * Texts are never cut in SQL: SQLite counts code points, spans count UTF-16 units.
 */
export const sql = `
CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  url TEXT,
  site TEXT,
  owner TEXT,
  title TEXT,
  author TEXT,
  published TEXT,
  published_precision TEXT,
  published_source TEXT,
  published_instant INTEGER,
  modified TEXT,
  language TEXT,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  removals TEXT NOT NULL,
  problems TEXT NOT NULL,
  claims INTEGER NOT NULL,
  evidence INTEGER NOT NULL,
  fingerprint BLOB NOT NULL,
  recorded TEXT NOT NULL
) STRICT;
CREATE INDEX documents_published ON documents(published_instant);

CREATE TABLE claims (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  fields TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  published INTEGER,
  recorded TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX claims_document ON claims(document, kind);
CREATE INDEX claims_kind ON claims(kind, document);

CREATE TABLE claim_actors (
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE,
  ord INTEGER NOT NULL,
  role TEXT NOT NULL,
  actor TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (claim, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_actors_state ON claim_actors(state, claim);

CREATE TABLE document_states (
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  state TEXT NOT NULL,
  meeting INTEGER NOT NULL,
  PRIMARY KEY (state, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE,
  ord INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (claim, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE shingles (
  hash INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE copies (
  a INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  containment REAL NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_b ON copies(b);
`;
