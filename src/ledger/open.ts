// Opens a ledger file: tells a ledger from other files, applies migrations under a lock, sets how SQLite behaves.
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ScenesetterError } from "../model/index.ts";
import { type Connection, connect } from "./driver.ts";
import { guarded, resultCode } from "./errors.ts";
import { MIGRATIONS } from "./migrations/index.ts";

/** Marks the file as ours in SQLite's header (`PRAGMA application_id`): the letters “ScSt”. */
export const APPLICATION_ID = 0x53635374;

/** The schema version this program writes. */
export const SCHEMA = MIGRATIONS.length;

/** How long to wait for another process's transaction, in milliseconds; one document takes a few of them. */
const BUSY_MS = 5000;

function pragma(db: Connection, name: string): number {
  return Number(Object.values(db.statement(`PRAGMA ${name}`).get() ?? {})[0]);
}

function checkIdentity(db: Connection, path: string): { readonly version: number; readonly fresh: boolean } {
  const application = pragma(db, "application_id");
  const version = pragma(db, "user_version");
  const tables = Number(db.statement("SELECT count(*) AS n FROM sqlite_schema").get()?.n);
  const fresh = application === 0 && version === 0 && tables === 0;
  if (!fresh && application !== APPLICATION_ID) {
    throw new ScenesetterError("ledger-foreign", { path, reason: "it is a database of another program" });
  }
  if (version > SCHEMA) throw new ScenesetterError("ledger-newer", { path, found: version, known: SCHEMA });
  return { version, fresh };
}

function migrate(db: Connection, path: string): void {
  db.transaction(() => {
    // Read again under the lock: another process may have migrated in between.
    const { version } = checkIdentity(db, path);
    for (const sql of MIGRATIONS.slice(version)) db.exec(sql);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    db.exec(`PRAGMA user_version = ${SCHEMA}`);
  });
}

function refuseWhatIsNoFile(path: string, create: boolean): void {
  if (!existsSync(path)) {
    if (!create) throw new ScenesetterError("ledger-missing", { path });
    try {
      mkdirSync(dirname(resolve(path)), { recursive: true });
    } catch (error) {
      throw new ScenesetterError("ledger-write", { path, reason: "its folder cannot be created" }, error);
    }
  } else if (!statSync(path).isFile()) {
    throw new ScenesetterError("ledger-foreign", { path, reason: "it is a folder" });
  }
}

function attempt(target: string | URL, path: string, readOnly: boolean): Connection {
  const db = connect(target, { readOnly });
  try {
    // Not yet: a migration that makes a table anew drops the old one, and must not take the rows that point at it along.
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF`);
    const { version, fresh } = checkIdentity(db, path);
    if (readOnly) return db;
    // A log of 32 MB before it is written back: with SQLite's own 4 MB an import writes most pages several times (124 → 216 documents a second).
    // Write-ahead log: readers and one writer side by side; with NORMAL a killed process loses no committed document.
    if (path !== ":memory:" && fresh) db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8192");
    if (version < SCHEMA) migrate(db, path);
    db.exec("PRAGMA foreign_keys = ON");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * A connection to the ledger at `path`, migrated to the present schema. A ledger on a medium that cannot be written is opened for reading.
 * @throws ScenesetterError `ledger-missing` (nothing there and `create` false), `ledger-foreign`, `ledger-newer`, `ledger-locked`, `ledger-write`
 */
export function openDatabase(path: string, create: boolean): Connection {
  if (path === ":memory:") return attempt(path, path, false);
  refuseWhatIsNoFile(path, create);
  return guarded(path, () => {
    try {
      return attempt(path, path, false);
    } catch (error) {
      const result = resultCode(error);
      // 8 read-only, 14 cannot open: without the right to write there is no place for the log's index, so the file is read as it stands.
      if ((result !== 8 && result !== 14) || !existsSync(path)) throw error;
      const url = pathToFileURL(resolve(path));
      url.searchParams.set("immutable", "1");
      return attempt(url, path, true);
    }
  });
}
