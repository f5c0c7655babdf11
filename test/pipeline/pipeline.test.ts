// One source through all stages, and many into a ledger.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import { holds, ScenesetterError } from "../../src/model/index.ts";
import { createPipeline, ingest, type Pipeline } from "../../src/pipeline/index.ts";

const NOW = () => "2031-01-01T00:00:00Z";
const PAGE = `<html><head><title>Talks in Oslo</title><meta property="article:published_time" content="2024-05-06T09:00:00+02:00"></head>
<body><article><h1>Talks in Oslo</h1>
<p>OSLO - Prime Minister Jonas Gahr Støre of Norway will meet German Chancellor Olaf Scholz in Oslo on Thursday.</p>
<p>Germany wants Norway to deliver more gas, an official in Berlin said on Monday. Norway has offered to raise its exports by 5 percent.</p>
</article></body></html>`;

let pipeline: Pipeline;
beforeAll(() => {
  pipeline = createPipeline();
});

let folder: string;
let ledger: Ledger;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pipeline-"));
  ledger = openLedger(":memory:");
});
afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a pipeline", () => {
  it("reads a page into a document with claims whose evidence stands in it", () => {
    const [one, ...rest] = pipeline.process({ file: "page.html", bytes: bytes(PAGE) });
    expect(rest).toEqual([]);
    expect(one?.claims.length).toBeGreaterThan(0);
    for (const { evidence } of one!.claims) for (const e of evidence) expect(holds(one!.document.text, e)).toBe(true);
  });

  it("gives the same claims for the same page", () => {
    const once = () => pipeline.process({ file: "page.html", bytes: bytes(PAGE) });
    expect(once()).toEqual(once());
  });

  it("makes a stage that fails a problem of the document", () => {
    const broken = createPipeline({
      knowledge: new Proxy(pipeline.knowledge, {
        get(target, name, receiver) {
          if (name === "surfaces") throw new Error("the table is gone");
          return Reflect.get(target, name, receiver);
        },
      }),
    });
    const [one] = broken.process({ file: "page.html", bytes: bytes(PAGE) });
    expect(one?.claims).toEqual([]);
    expect(one?.document.problems.map(({ code }) => code)).toContain("stage-failed");
  });

  it("gives a date only to documents that do not say one", () => {
    const dated = createPipeline({ knowledge: pipeline.knowledge, published: "2020-01-01" });
    const published = (text: string, file: string) => dated.process({ file, bytes: bytes(text) })[0]?.document.published?.value;
    expect(published(PAGE, "page.html")).toBe("2024-05-06T09:00:00+02:00");
    expect(published("A text without any date speaks of nothing much, and says it in a sentence or two. Nobody minds.", "page.txt")).toBe(
      "2020-01-01",
    );
  });
});

describe("an import", () => {
  const page = (n: number) => PAGE.replace("an official in Berlin", `official number ${n}`);

  it("adds what is new, knows what is there, and goes on after bad files", async () => {
    mkdirSync(join(folder, "pages"));
    writeFileSync(join(folder, "pages", "a.html"), page(1));
    writeFileSync(join(folder, "pages", "b.html"), new Uint8Array());
    writeFileSync(join(folder, "pages", "c.html"), page(1));
    writeFileSync(join(folder, "pages", "d.html"), page(2));
    const report = await ingest([join(folder, "pages"), join(folder, "none.html")], ledger, pipeline, { now: NOW });
    expect(report).toMatchObject({ documents: 5, added: 2, known: 1, failed: 2 });
    expect(report.problems.map(({ file, problem }) => [file.split("/").at(-1), problem.code])).toEqual(
      expect.arrayContaining([
        ["b.html", "file-empty"],
        ["none.html", "file-missing"],
      ]),
    );
    expect(report.claims).toBe(ledger.claims({ asOf: null }).length);
    const again = await ingest([join(folder, "pages")], ledger, pipeline, { now: NOW });
    expect(again).toMatchObject({ documents: 4, added: 0, known: 3, failed: 1, claims: 0 });
  });

  it("reads standard input, and tells how far it is", async () => {
    const steps: string[] = [];
    const stdin = bytes(page(3));
    const report = await ingest(["-"], ledger, pipeline, { now: NOW, stdin, onProgress: (done, total) => steps.push(`${done}/${total}`) });
    expect(report).toMatchObject({ documents: 1, added: 1 });
    expect(steps).toEqual(["1/1"]);
  });

  it("does not analyse a document that is there", async () => {
    let analysed = 0;
    const counting: Pipeline = {
      ...pipeline,
      analyse(document) {
        analysed++;
        return pipeline.analyse(document);
      },
    };
    for (let round = 0; round < 3; round++) await ingest(["-"], ledger, counting, { now: NOW, stdin: bytes(page(4)) });
    expect(analysed).toBe(1);
  });

  it("does not record a document whose analysis failed, so that adding it again tries again", async () => {
    const failing: Pipeline = {
      ...pipeline,
      analyse: (document) => ({
        document: { ...document, problems: [{ code: "stage-failed", severity: "error", message: "broken", remedy: "" }] },
        claims: [],
        offices: [],
      }),
    };
    expect(await ingest(["-"], ledger, failing, { now: NOW, stdin: bytes(page(5)) })).toMatchObject({ added: 0, failed: 1 });
    expect(await ingest(["-"], ledger, pipeline, { now: NOW, stdin: bytes(page(5)) })).toMatchObject({ added: 1, failed: 0 });
  });

  it("reports a document whose claims the ledger refuses, and goes on", async () => {
    const lying: Pipeline = {
      ...pipeline,
      analyse(document) {
        const { claims } = pipeline.analyse(document);
        return { document, claims: claims.map((claim) => ({ ...claim, evidence: [{ start: 0, end: 2, quote: "??" }] })), offices: [] };
      },
    };
    const report = await ingest(["-"], ledger, lying, { now: NOW, stdin: bytes(page(6)) });
    expect(report).toMatchObject({ added: 0, failed: 1 });
    expect(report.problems.at(-1)?.problem.message).toMatch(/quotes words that do not stand/);
  });

  it("stops with the ledger's error when the ledger cannot be written", async () => {
    const full: Ledger = {
      ...ledger,
      record() {
        throw new ScenesetterError("ledger-write", { path: "x", reason: "the disk is full" });
      },
    };
    await expect(ingest(["-"], full, pipeline, { now: NOW, stdin: bytes(page(7)) })).rejects.toThrow("the disk is full");
  });
});
