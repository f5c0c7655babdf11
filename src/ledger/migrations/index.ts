// The migrations in order; the position of one in the list, from 1, is the schema version it leads to.
import { sql as first } from "./0001-documents-and-claims.ts";

export const MIGRATIONS: readonly string[] = [first];
