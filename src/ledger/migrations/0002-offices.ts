// Schema 2: what documents say of who holds which office.
export const sql = `
CREATE TABLE offices (
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  ord INTEGER NOT NULL,
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  role TEXT NOT NULL,
  title TEXT NOT NULL,
  says TEXT NOT NULL,
  day TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (document, ord)
) STRICT, WITHOUT ROWID;
`;
