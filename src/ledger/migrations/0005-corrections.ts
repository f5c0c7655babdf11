// Schema 5: corrections are found without reading all documents.

/** Corrections are few; every view asks for those published by its moment. */
export const sql = `
CREATE INDEX documents_corrections ON documents(published_instant) WHERE kind = 'correction';
`;
