// The command line as a user meets it: results, problems, exit codes.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, scenesetter, temporaryFolder } from "../helpers/command.ts";

const EXAMPLE = join(ROOT, "examples/germany-brazil/docs");
const folder = temporaryFolder();
const run = (args: readonly string[], stdin?: string | Uint8Array) =>
  scenesetter(args, { cwd: folder.path, ...(stdin === undefined ? {} : { stdin }) });
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder.path, name), content);
  return name;
};

const emptyFolder = (name: string): string => {
  mkdirSync(join(folder.path, name), { recursive: true });
  return name;
};

beforeAll(async () => {
  const { code, stderr } = await run(["add", EXAMPLE]);
  expect(stderr).not.toContain("[internal]");
  expect(code).toBe(0);
});
afterAll(folder.remove);

describe("add, meetings and brief", () => {
  it("knows a page again when it is added twice", async () => {
    const { stdout } = await run(["add", EXAMPLE, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ added: 0, failed: 0 });
  });

  it("lists the meeting of the example", async () => {
    const { stdout, code } = await run(["meetings", "--state", "Brazil"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/BRA-DEU-2023-12-04 · 2023-12-04/);
    expect(stdout).toContain("Olaf Scholz");
  });

  it("writes the same brief for the meeting's id and for its sides, as of a day", async () => {
    const bySides = await run(["brief", "DEU", "BRA", "--as-of", "2023-12-02"]);
    const byId = await run(["brief", "BRA-DEU-2023-12-04", "--as-of", "2023-12-02"]);
    expect(bySides.code).toBe(0);
    expect(bySides.stdout).toContain("Monday 4 December 2023");
    expect(byId.stdout).toBe(bySides.stdout);
  });

  it("uses only what was published by the day given", async () => {
    const { stdout } = await run(["brief", "DEU", "BRA", "--as-of", "2023-12-02"]);
    expect(stdout).not.toContain("150 million");
  });

  it("takes the format from the file's ending, and verify accepts all three", async () => {
    for (const ending of ["md", "html", "json"]) {
      expect((await run(["brief", "DEU", "BRA", "--out", `brief.${ending}`])).code).toBe(0);
      const { stdout, code } = await run(["verify", `brief.${ending}`]);
      expect(stdout).toMatch(/quotations hold/);
      expect(code).toBe(0);
    }
  });

  it("fails verification when one character of a quotation is changed", async () => {
    await run(["brief", "DEU", "BRA", "--out", "changed.json"]);
    const path = join(folder.path, "changed.json");
    const text = readFileSync(path, "utf8");
    const at = text.indexOf('"quote"') + 14;
    writeFileSync(path, text.slice(0, at) + (text[at] === "x" ? "y" : "x") + text.slice(at + 1));
    const { code, stderr } = await run(["verify", "changed.json"]);
    expect(code).toBe(1);
    expect(stderr).toContain("[brief-altered]");
  });

  it("shows how a claim came about", async () => {
    const { stdout: brief } = await run(["brief", "DEU", "BRA", "--format", "json"]);
    const { stdout: meetings } = await run(["extract", "--json", join(EXAMPLE, "03-anb-wire.html")]);
    expect(JSON.parse(brief)).toHaveProperty("lines");
    const { claims } = JSON.parse(meetings) as { claims: { id: string; kind: string }[] };
    const { stdout, code } = await run(["why", claims.find((c) => c.kind === "meeting")!.id]);
    expect(code).toBe(0);
    for (const heading of ["Rule", "Evidence 1", "Fields", "Alternatives", "Parse"]) expect(stdout).toContain(heading);
  });
});

describe("extract", () => {
  it("prints one object a document, one a feed item, and stores nothing", async () => {
    const { stdout } = await run(["extract", "--json", join(EXAMPLE, "09-planalto-feed.xml"), "--ledger", "other.sqlite"]);
    const records = stdout
      .trim()
      .split("\n")
      .map(
        (line) =>
          JSON.parse(line) as {
            schema: string;
            document: { file: string; text: string };
            claims: { evidence: { start: number; end: number; quote: string }[] }[];
          },
      );
    expect(records.map((r) => r.document.file.replace(/.*\//, ""))).toEqual([
      "09-planalto-feed.xml#1",
      "09-planalto-feed.xml#2",
      "09-planalto-feed.xml#3",
    ]);
    for (const { schema, document, claims } of records) {
      expect(schema).toBe("scenesetter/1");
      for (const e of claims.flatMap((c) => c.evidence)) expect(document.text.slice(e.start, e.end)).toBe(e.quote);
    }
  });

  it("reads standard input with a given date", async () => {
    const { stdout } = await run(
      ["extract", "--json", "-", "--published", "2024-03-06"],
      "President Emmanuel Macron of France will meet Prime Minister Narendra Modi of India in Paris on Friday.\n",
    );
    const record = JSON.parse(stdout) as { document: { published: string }; claims: { kind: string; start?: string }[] };
    expect(record.document.published).toBe("2024-03-06");
    expect(record.claims.find((c) => c.kind === "meeting")?.start).toBe("2024-03-08");
  });
});

describe("bad input", () => {
  const cases: readonly [string, () => string, RegExp, number][] = [
    ["a missing file", () => "nothing-here.html", /file-missing/, 1],
    ["a folder without readable files", () => emptyFolder("empty"), /folder-empty/, 1],
    [
      "a binary file",
      () => file("picture.html", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 3])),
      /file-binary/,
      1,
    ],
    ["an empty page", () => file("empty.html", ""), /file-empty/, 1],
    ["a page without an article", () => file("shell.html", "<html><body><nav><a href=/>Home</a></nav></body></html>"), /text-empty/, 1],
    [
      "a broken feed",
      () => file("broken.xml", '<?xml version="1.0"?><rss version="2.0"><channel><item><title>Un'),
      /feed-broken|text-empty/,
      1,
    ],
    ["a private address", () => "http://127.0.0.1:9/story", /url-refused/, 1],
    [
      "a page in another language",
      () =>
        file(
          "deutsch.txt",
          "Der Bundeskanzler trifft am Freitag den Präsidenten in Berlin. Die beiden wollen über den Handel und die Sicherheit in Europa sprechen, sagte ein Sprecher der Regierung am Mittwoch vor der Presse.\n",
        ),
      /language-unsupported/,
      0,
    ],
    [
      "a page without a date",
      () => file("undated.txt", "Chancellor Olaf Scholz will meet President Joe Biden in Washington on Friday.\n"),
      /date-missing/,
      0,
    ],
    [
      "invalid UTF-8",
      () =>
        file(
          "bad.txt",
          Buffer.concat([
            Buffer.from("Chancellor Olaf Scholz met President Emmanuel Macron in Paris "),
            Buffer.from([0xff, 0xfe, 0xc3]),
            Buffer.from(" on 5 March 2024, a spokesman said.\n"),
          ]),
        ),
      /encoding-replaced|date-missing/,
      0,
    ],
  ];

  it.each(cases)("names %s with a remedy and an exit code", async (_name, make, code, exit) => {
    const outcome = await run(["add", make(), "--ledger", "bad.sqlite"]);
    expect(outcome.stderr).toMatch(code);
    expect(outcome.stderr).not.toContain("[internal]");
    expect(outcome.code).toBe(exit);
  });

  it("goes on with the rest of the batch", async () => {
    const outcome = await run([
      "add",
      "nothing-here.html",
      "empty.html",
      join(EXAMPLE, "03-anb-wire.html"),
      "--ledger",
      "rest.sqlite",
      "--json",
    ]);
    expect(outcome.code).toBe(1);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ added: 1 });
  });

  it("refuses a ledger of a newer schema and a file that is no ledger", async () => {
    file("foreign.sqlite", "this is no database, only a text that is long enough to look at".repeat(20));
    expect(await run(["meetings", "--ledger", "foreign.sqlite"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("[ledger-foreign]") as string,
    });
  });

  it("says what is expected of a wrong argument", async () => {
    expect(await run(["brief", "DEU", "Atlantis"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no state or organisation") as string,
    });
    expect(await run(["brief", "DEU", "BRA", "--as-of", "2023-02-30"])).toMatchObject({ code: 2 });
    expect(await run(["brief", "DEU-FRA-1999-01-01"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[meeting-unknown]") as string,
    });
    expect(await run(["why", "ffffffffffff"])).toMatchObject({ code: 1, stderr: expect.stringContaining("[claim-unknown]") as string });
    expect((await run(["nonsense"])).code).toBe(2);
    expect(await run(["meetings", "--ledger", "not-there.sqlite"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[ledger-missing]") as string,
    });
  });
});

describe("the other commands", () => {
  it("says who a phrase means on a day", async () => {
    const { stdout } = await run(["who", "the German chancellor", "--on", "2023-12-04"]);
    expect(stdout).toContain("Olaf Scholz");
  });

  it("explains a label", async () => {
    expect((await run(["explain", "nsubj"])).stdout).toMatch(/^nsubj: .*subject/i);
  });

  it("finds the installation and the ledger sound", async () => {
    const { stdout, code } = await run(["doctor"]);
    expect(stdout).toMatch(/✓ ledger .* documents/);
    expect(code).toBe(0);
  });

  it("writes the demonstration brief", async () => {
    const { stdout, code } = await run(["demo"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Monday 4 December 2023");
    expect(readFileSync(join(folder.path, "out/brief.html"), "utf8")).toContain("<html");
  });

  it("prints a completion script that bash accepts", async () => {
    const { stdout } = await run(["completion", "bash"]);
    expect(stdout).toContain("complete -F _scenesetter scenesetter");
  });

  it("shows help with examples for every command", async () => {
    const { stdout } = await run(["--help"]);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map((m) => m[1]!).filter((name) => name !== "scenesetter" && name !== "help");
    expect(commands.length).toBeGreaterThanOrEqual(11);
    for (const command of commands) expect((await run([command, "--help"])).stdout, command).toMatch(/Examples?:/);
  });
});
