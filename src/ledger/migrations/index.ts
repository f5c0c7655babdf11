// The migrations in order; the position of one in the list, from 1, is the schema version it leads to.
import { sql as documentsAndClaims } from "./0001-documents-and-claims.ts";
import { sql as offices } from "./0002-offices.ts";
import { sql as feeds } from "./0003-feeds.ts";
import { sql as versionsAndSigns } from "./0004-versions-and-signs.ts";
import { sql as corrections } from "./0005-corrections.ts";

export const MIGRATIONS: readonly string[] = [documentsAndClaims, offices, feeds, versionsAndSigns, corrections];
