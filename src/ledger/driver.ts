// The thin layer over SQLite: Node's own module where it exists, a compatible binding where it does not, with statements kept.
import { createRequire } from "node:module";

export type Value = string | number | bigint | null | Uint8Array;
export type Row = Record<string, Value>;

/** A prepared statement; parameters are positional. */
export interface Statement {
  run(...values: Value[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
}

export interface Connection {
  exec(sql: string): void;
  /** The statement for `sql`, prepared once. */
  statement(sql: string): Statement;
  /** Runs `work` in one immediate transaction: all of it is kept, or none. */
  transaction<T>(work: () => T): T;
  close(): void;
}

interface RawDatabase {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

type DatabaseConstructor = new (path: string | URL, options?: { readOnly?: boolean }) => RawDatabase;

/** Node's own module, where this Node has it; without the line about its being experimental, which would stand in front of every answer. */
function builtin(): DatabaseConstructor | null {
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes("SQLite")) emitWarning.call(process, warning, ...rest);
  };
  try {
    const found = process.getBuiltinModule?.("node:sqlite") as { DatabaseSync: DatabaseConstructor } | undefined;
    return found?.DatabaseSync ?? null;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function sqlite(): DatabaseConstructor {
  const require = createRequire(import.meta.url);
  return builtin() ?? (require("@photostructure/sqlite") as { DatabaseSync: DatabaseConstructor }).DatabaseSync;
}

/**
 * Opens the database at `path` (a file name, `:memory:`, or a `file:` URL with SQLite's own parameters).
 * @throws what SQLite throws: an Error whose `errcode` is SQLite's result code (see errors.ts)
 */
export function connect(path: string | URL, options: { readonly readOnly?: boolean } = {}): Connection {
  const Database = sqlite();
  const database = new Database(path, { readOnly: options.readOnly ?? false });
  const statements = new Map<string, Statement>();
  let open = 0;
  return {
    exec: (sql) => database.exec(sql),
    statement(sql) {
      let found = statements.get(sql);
      if (!found) {
        found = database.prepare(sql);
        statements.set(sql, found);
      }
      return found;
    },
    transaction(work) {
      if (open > 0) return work();
      database.exec("BEGIN IMMEDIATE");
      open++;
      try {
        const result = work();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        // SQLite may have rolled back by itself (disk full); a second ROLLBACK must not hide the first error.
        try {
          database.exec("ROLLBACK");
        } catch {}
        throw error;
      } finally {
        open--;
      }
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}
