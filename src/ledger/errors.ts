// What SQLite's result codes mean to a user: which code of the catalogue, and the reason in words.
import { type ErrorCode, ScenesetterError } from "../model/index.ts";

/** Primary result codes, https://www.sqlite.org/rescode.html. */
const MEANING: Readonly<Record<number, { readonly code: ErrorCode; readonly reason: string }>> = {
  3: { code: "ledger-write", reason: "access is denied" },
  5: { code: "ledger-locked", reason: "" },
  6: { code: "ledger-locked", reason: "" },
  8: { code: "ledger-write", reason: "the file is read-only" },
  10: { code: "ledger-write", reason: "the disk reported an error" },
  11: { code: "ledger-foreign", reason: "the file is damaged" },
  13: { code: "ledger-write", reason: "the disk is full" },
  14: { code: "ledger-write", reason: "the file cannot be opened" },
  26: { code: "ledger-foreign", reason: "it is no SQLite file" },
};

/** SQLite's primary result code of an error, or null where the error is none of SQLite's. */
export function resultCode(error: unknown): number | null {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === "number" ? code & 0xff : null;
}

/** The error as the catalogue words it; errors that are not SQLite's, or that point at a fault of the program, come back unchanged or as `internal`. */
export function translate(error: unknown, path: string): unknown {
  if (error instanceof ScenesetterError) return error;
  const result = resultCode(error);
  if (result === null) return error;
  const meaning = MEANING[result];
  if (meaning) return new ScenesetterError(meaning.code, { path, reason: meaning.reason }, error);
  return new ScenesetterError("internal", { reason: `SQLite: ${(error as Error).message}` }, error);
}

/** Runs `work` and throws its SQLite errors in the catalogue's words. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translate(error, path);
  }
}
