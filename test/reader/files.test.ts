import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Found, findSources } from "../../src/reader/index.ts";
import { bytesOf } from "./support.ts";

async function found(paths: readonly string[], options: { stdin?: Uint8Array } = {}): Promise<Found[]> {
  const all: Found[] = [];
  for await (const one of findSources(paths, options)) all.push(one);
  return all;
}

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "reader-"));
  mkdirSync(join(root, "news", "deep"), { recursive: true });
  mkdirSync(join(root, "news", ".hidden"));
  mkdirSync(join(root, "empty"));
  for (const [name, text] of [
    ["news/b.html", "b"],
    ["news/a.txt", "a"],
    ["news/deep/c.md", "c"],
    ["news/deep/picture.png", "x"],
    ["news/.secret.txt", "s"],
    ["news/.hidden/d.txt", "d"],
    ["outside.txt", "o"],
  ] as const) {
    writeFileSync(join(root, name), text);
  }
  symlinkSync(join(root, "outside.txt"), join(root, "news", "link-out.txt"));
  symlinkSync(join(root, "news", "a.txt"), join(root, "news", "link-in.txt"));
  symlinkSync(join(root, "news"), join(root, "news", "deep", "loop"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("paths", () => {
  test("a folder gives its readable files, sorted, hidden ones left out, links out of it refused", async () => {
    const all = await found([join(root, "news")]);
    expect(all.map((f) => f.path.slice(root.length + 1))).toEqual([
      "news/a.txt",
      "news/b.html",
      "news/deep/c.md",
      "news/link-in.txt",
      "news/link-out.txt",
    ]);
    expect(all[4]?.problem?.code).toBe("file-unreadable");
    expect(all[4]?.source).toBeUndefined();
    expect(new TextDecoder().decode(all[0]?.source?.bytes)).toBe("a");
  });

  test("what is missing is a problem and the rest goes on", async () => {
    const all = await found([join(root, "none.html"), join(root, "news/a.txt"), join(root, "empty"), join(root, "outside.txt", "x")]);
    expect(all.map((f) => f.problem?.code ?? "read")).toEqual(["file-missing", "read", "folder-empty", "file-missing"]);
  });

  test("a file that is named is read whatever its name", async () => {
    expect((await found([join(root, "news/deep/picture.png")]))[0]?.source?.bytes).toHaveLength(1);
  });

  test("- is standard input", async () => {
    const [one] = await found(["-"], { stdin: bytesOf("text") });
    expect(one?.source).toMatchObject({ file: "-", bytes: bytesOf("text") });
  });

  test("no device or pipe is read", async () => {
    expect((await found(["/dev/null"]))[0]?.problem?.code).toBe("file-unreadable");
  });

  test.each(["ftp://courier.example/a", "file:///etc/passwd", "http://127.0.0.1/a"])("%s is refused", async (address) => {
    expect((await found([address]))[0]?.problem?.code).toBe("url-refused");
  });
});
