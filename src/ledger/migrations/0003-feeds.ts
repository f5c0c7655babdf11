// Schema 3: feeds that are watched, their items, what each poll gave, and which documents came from which feed.

/** Moments are milliseconds since 1970 UTC. */
export const sql = `
CREATE TABLE feeds (
  url TEXT PRIMARY KEY,
  title TEXT,
  page TEXT,
  groups TEXT NOT NULL,
  format TEXT,
  address TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  polled INTEGER,
  next INTEGER NOT NULL,
  succeeded INTEGER,
  fresh INTEGER,
  failing_since INTEGER,
  failures INTEGER NOT NULL,
  quiet INTEGER NOT NULL,
  reason TEXT
) STRICT;

CREATE TABLE feed_items (
  feed TEXT NOT NULL REFERENCES feeds(url) ON DELETE CASCADE,
  key TEXT NOT NULL,
  version TEXT NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL,
  reason TEXT,
  document TEXT,
  seen INTEGER NOT NULL,
  PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_items_key ON feed_items(key);

CREATE TABLE feed_polls (
  feed TEXT NOT NULL REFERENCES feeds(url) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  items INTEGER NOT NULL,
  added INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (feed, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_documents (
  feed TEXT NOT NULL REFERENCES feeds(url) ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  PRIMARY KEY (feed, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_documents_document ON feed_documents(document);
`;
