// Schema 4: versions of a page, agencies' signs, and a queue in front of the index that finds copies.

/**
 * `page` is what two versions of one page have in common, `edition` the moment of a version (milliseconds since 1970 UTC; the last
 * moment of a date, ECMA-262 21.4.1.1, where nothing dates it), `sign` the agency's in the dateline.
 * `partial` marks texts that share whole paragraphs and are each mostly something else.
 * Owners are looked up when they are asked for, so that a change of the owners' table needs no new recording; so is what a shared text counts as.
 * The long columns stand last: what lies behind them in a row is slow to read.
 */
export const sql = `
CREATE TABLE documents_2 (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  url TEXT,
  page TEXT,
  site TEXT,
  sign TEXT,
  title TEXT,
  author TEXT,
  published TEXT,
  published_precision TEXT,
  published_source TEXT,
  published_instant INTEGER,
  modified TEXT,
  edition INTEGER NOT NULL,
  language TEXT,
  kind TEXT NOT NULL,
  claims INTEGER NOT NULL,
  evidence INTEGER NOT NULL,
  recorded TEXT NOT NULL,
  text TEXT NOT NULL,
  removals TEXT NOT NULL,
  problems TEXT NOT NULL
) STRICT;
INSERT INTO documents_2 SELECT key, id, file, url, url, site, NULL, title, author, published, published_precision, published_source, published_instant,
  modified, coalesce(published_instant, 8640000000000000), language, kind, claims, evidence, recorded, text, removals, problems FROM documents;

CREATE TABLE fingerprints (
  document INTEGER PRIMARY KEY REFERENCES documents(key) ON DELETE CASCADE,
  hashes BLOB NOT NULL
) STRICT;
INSERT INTO fingerprints SELECT key, fingerprint FROM documents;

DROP TABLE documents;
ALTER TABLE documents_2 RENAME TO documents;
CREATE INDEX documents_published ON documents(published_instant);
CREATE INDEX documents_page ON documents(page, edition) WHERE page IS NOT NULL;

ALTER TABLE copies ADD COLUMN partial INTEGER NOT NULL DEFAULT 0;

CREATE TABLE versions (
  older INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  newer INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  edits TEXT NOT NULL,
  PRIMARY KEY (older, newer)
) STRICT, WITHOUT ROWID;
CREATE INDEX versions_newer ON versions(newer);

CREATE TABLE shingle_queue (
  document INTEGER PRIMARY KEY REFERENCES documents(key) ON DELETE CASCADE,
  hashes BLOB NOT NULL
) STRICT;

CREATE TABLE shingle_round (
  slice INTEGER NOT NULL,
  done INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT;
INSERT INTO shingle_round SELECT 0, coalesce(max(key), 0), coalesce(max(key), 0) FROM documents;
`;
