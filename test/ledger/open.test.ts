// Opening files that are no ledger, newer, in use, full; two writers; a schema made under a lock.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../src/ledger/driver.ts";
import { guarded } from "../../src/ledger/errors.ts";
import { openLedger } from "../../src/ledger/index.ts";
import { MIGRATIONS } from "../../src/ledger/migrations/index.ts";
import { APPLICATION_ID, openDatabase, SCHEMA } from "../../src/ledger/open.ts";
import { record } from "../../src/ledger/record.ts";
import { toBytes } from "../../src/ledger/sources/bytes.ts";
import { Postings } from "../../src/ledger/sources/postings.ts";
import { fingerprint } from "../../src/ledger/sources/shingles.ts";
import { ScenesetterError } from "../../src/model/index.ts";
import { doc } from "./make.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  path = join(folder, "ledger.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ScenesetterError) return error.problem.code;
    throw error;
  }
  return "none";
}

function database(setup: string): void {
  const db = connect(path);
  db.exec(setup);
  db.close();
}

describe("a file that is no ledger of this version", () => {
  it("is refused as foreign when it is a text, a folder, or another program's database, and stays as it was", () => {
    writeFileSync(path, "Once upon a time there was no database.\n".repeat(100));
    expect(codeOf(() => openLedger(path))).toBe("ledger-foreign");
    mkdirSync(join(folder, "dir"));
    expect(codeOf(() => openLedger(join(folder, "dir")))).toBe("ledger-foreign");
    rmSync(path);
    database("CREATE TABLE recipes (name TEXT)");
    expect(codeOf(() => openLedger(path))).toBe("ledger-foreign");
    const db = connect(path);
    expect(db.statement("SELECT name FROM sqlite_schema").all()).toEqual([{ name: "recipes" }]);
    db.close();
  });

  it("is refused as newer when its schema is", () => {
    database(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA + 1}; CREATE TABLE later (x)`);
    expect(() => openLedger(path)).toThrow(`has schema ${SCHEMA + 1}; this version knows up to ${SCHEMA}`);
    expect(codeOf(() => openLedger(path))).toBe("ledger-newer");
  });

  it("is missing when it must exist and does not", () => {
    expect(codeOf(() => openLedger(path, { create: false }))).toBe("ledger-missing");
  });

  it("is taken over when it is empty", () => {
    writeFileSync(path, "");
    expect(openLedger(path).health()).toMatchObject({ schema: SCHEMA, documents: 0, integrity: "ok" });
  });

  it("cannot be made where a file stands in the place of its folder", () => {
    writeFileSync(join(folder, "file"), "x");
    expect(codeOf(() => openLedger(join(folder, "file", "ledger.sqlite")))).toBe("ledger-write");
  });
});

describe("a ledger of an earlier schema", () => {
  it("keeps its documents, claims and copies, and goes on finding copies of them", () => {
    const db = connect(path);
    for (const sql of MIGRATIONS.slice(0, 3)) db.exec(sql);
    db.exec(`PRAGMA foreign_keys = ON; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 3`);
    const text = Array.from({ length: 40 }, (_, i) => `word${i}`).join(" ");
    const print = fingerprint(text);
    db.statement(
      `INSERT INTO documents (key, id, file, url, site, owner, published_instant, kind, text, removals, problems, claims, evidence, fingerprint, recorded)
       VALUES (1, 'sha256:old', 'old.txt', 'https://a.example/1', 'A', 'a', 1, 'news', ?, '[]', '[]', 1, 1, ?, '2030-01-01')`,
    ).run(text, toBytes(print));
    for (const hash of print) db.statement("INSERT INTO shingles (hash, document) VALUES (?, 1)").run(hash);
    db.exec(`INSERT INTO claims (key, id, document, kind, fields, recorded, rule, confidence) VALUES (1, 'claim-1', 1, 'issue', '{}', '2030-01-01', 'r', 1);
      INSERT INTO evidence (claim, ord, start, "end", quote) VALUES (1, 0, 0, 5, 'word0')`);
    db.close();
    const ledger = openLedger(path);
    expect(ledger.health()).toMatchObject({ schema: SCHEMA, documents: 1, claims: { issue: 1 }, integrity: "ok" });
    ledger.record(doc(text, { site: "B", published: "1970-01-02" }), [], "2031-01-01T00:00:00Z");
    expect(ledger.sources({ asOf: null })).toHaveLength(1);
    ledger.close();
  });
});

describe("a ledger that cannot be written", () => {
  it("for want of room reports it, keeps what was recorded, and records nothing by half", () => {
    const db = openDatabase(path, true);
    const postings = new Postings(db);
    const kept = doc("A small text about a small thing.", { site: "A" });
    record(db, postings, kept, [], "2031-01-01T00:00:00Z");
    const pages = Number(Object.values(db.statement("PRAGMA page_count").get()!)[0]);
    db.exec(`PRAGMA max_page_count = ${pages + 5}`);
    const large = doc(Array.from({ length: 20_000 }, (_, i) => `word${i}`).join(" "), { site: "B" });
    expect(codeOf(() => guarded(path, () => record(db, postings, large, [], "2031-01-01T00:00:00Z")))).toBe("ledger-write");
    db.close();
    const ledger = openLedger(path);
    expect(ledger.has(kept.id)).toBe(true);
    expect(ledger.has(large.id)).toBe(false);
    expect(ledger.health()).toMatchObject({ documents: 1, integrity: "ok" });
    ledger.record(large, [], "2031-01-01T00:00:00Z");
    expect(ledger.health().documents).toBe(2);
    ledger.close();
  });

  it("because another process holds it reports that it is locked", () => {
    const ledger = openLedger(path);
    const other = connect(path);
    other.exec("BEGIN IMMEDIATE");
    const db = openDatabase(path, true);
    db.exec("PRAGMA busy_timeout = 50");
    expect(codeOf(() => guarded(path, () => record(db, new Postings(db), doc("x y z"), [], "2031-01-01T00:00:00Z")))).toBe("ledger-locked");
    other.exec("ROLLBACK");
    expect(record(db, new Postings(db), doc("x y z"), [], "2031-01-01T00:00:00Z").added).toBe(true);
    for (const one of [db, other, ledger]) one.close();
  });
});

describe("two connections", () => {
  it("may open a new ledger at once: the schema is made once", () => {
    const script = `
      import { createRequire } from "node:module";
      const { openLedger } = await import(process.argv[1]);
      openLedger(process.argv[2]).close();`;
    const module = join(import.meta.dirname, "../../dist/src/ledger/index.js");
    const many = Array.from({ length: 4 }, () => `node --input-type=module -e '${script}' ${module} ${path} &`).join("\n");
    execFileSync("sh", ["-c", `${many}\nwait`]);
    expect(openLedger(path, { create: false }).health()).toMatchObject({ schema: SCHEMA, integrity: "ok" });
  });

  it("find torn documents in the check of the ledger", () => {
    const ledger = openLedger(path);
    ledger.record(doc("A text."), [], "2031-01-01T00:00:00Z");
    database("UPDATE documents SET claims = 3");
    expect(ledger.health().integrity).toBe("1 documents do not have all their claims");
    ledger.close();
  });
});
