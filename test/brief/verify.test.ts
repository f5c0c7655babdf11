import { beforeAll, describe, expect, test } from "vitest";
import {
  type Briefing,
  composeBriefing,
  docxText,
  renderDocx,
  renderHtml,
  renderJson,
  renderMarkdown,
  verifyBriefing,
} from "../../src/brief/index.ts";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import { ScenesetterError } from "../../src/model/index.ts";
import { AS_OF, article, bundle, fill, names, preview } from "./fixtures.ts";

let ledger: Ledger;
let briefing: Briefing;
beforeAll(() => {
  ledger = fill(openLedger(":memory:"));
  briefing = composeBriefing(ledger, { sides: ["NOR", "BRA"] }, { asOf: AS_OF, names });
});

const FORMS = [
  ["md", renderMarkdown],
  ["html", renderHtml],
  ["json", renderJson],
] as const;

describe.each(FORMS)("verify of %s", (format, render) => {
  test("a brief as it was written holds, alone and against the ledger", () => {
    const text = render(briefing);
    expect(verifyBriefing({ text })).toMatchObject({ format, broken: [], problem: null });
    expect(verifyBriefing({ text }, ledger)).toMatchObject({ total: briefing.passages.length, broken: [] });
  });
  test("one changed character anywhere breaks it", () => {
    const text = render(briefing);
    const step = Math.max(1, Math.floor(text.length / 300));
    // What stands between these is the officer's own.
    const slots = { start: text.indexOf("## For the officer\n"), end: text.indexOf("## 12 Sources") };
    for (let at = 0; at < text.length; at += step) {
      if (/\s/.test(text[at]!) || (at >= slots.start && at < slots.end)) continue;
      const changed = text.slice(0, at) + (text[at] === "x" ? "y" : "x") + text.slice(at + 1);
      let broken = 1;
      try {
        broken = verifyBriefing({ text: changed }, ledger).broken.length;
      } catch (error) {
        expect(error).toBeInstanceOf(ScenesetterError);
      }
      expect(broken, `offset ${at}: ${text.slice(at - 20, at + 20)}`).toBeGreaterThan(0);
    }
  });
  test("an altered quotation is named", () => {
    const changed = render(briefing).replaceAll("halve its salmon duty", "double its salmon duty");
    const { broken, problem } = verifyBriefing({ text: changed }, ledger);
    expect(broken.map(({ reason }) => reason)).toContain("seal");
    expect(broken.find(({ reason }) => reason === "quote")).toMatchObject({ note: "1.4", document: preview.id });
    expect(problem?.code).toBe("brief-altered");
  });
  test("a document that the ledger does not have is named, and so is a text that is another one", () => {
    const other = openLedger(":memory:");
    for (const [document, claims] of bundle.slice(1)) other.record(document, claims, "2025-06-20T00:00:00Z");
    other.record(article({ ...preview, text: `${preview.text} More.` }), [], "2025-06-20T00:00:00Z");
    const { broken } = verifyBriefing({ text: render(briefing) }, other);
    expect(broken.map(({ reason, document }) => [reason, document])).toContainEqual(["text", preview.id]);
    const empty = verifyBriefing({ text: render(briefing) }, openLedger(":memory:"));
    expect(empty.broken.filter(({ reason }) => reason === "document")).toHaveLength(4);
  });
  test("line ends of another system change nothing", () => {
    expect(verifyBriefing({ text: render(briefing).replace(/\n/g, "\r\n") }).broken).toEqual([]);
  });
});

test("what the officer writes into a Markdown brief does not break it", () => {
  const text = renderMarkdown(briefing).replace("**Objectives:**", "**Objectives:** get the duty halved");
  expect(verifyBriefing({ text }, ledger).broken).toEqual([]);
});

test("a file that is no brief is refused with the reason", () => {
  for (const text of ["", "# A text", "{}", '{"lines":[]}', "<!DOCTYPE html><p>x", "{ broken"]) {
    expect(() => verifyBriefing({ text, path: "x.md" })).toThrow(/x\.md is no scenesetter brief/);
  }
});

describe("verify of docx", () => {
  const zipOf = async (bytes: Uint8Array) => (await import("jszip")).default.loadAsync(bytes);
  test("a brief as it was written holds, alone and against the ledger, and twice written has the same bytes", async () => {
    const bytes = await renderDocx(briefing);
    expect(Buffer.from(await renderDocx(briefing)).equals(Buffer.from(bytes))).toBe(true);
    const text = (await docxText(bytes))!;
    expect(verifyBriefing({ text })).toMatchObject({ format: "docx", broken: [], problem: null });
    expect(verifyBriefing({ text }, ledger)).toMatchObject({ total: briefing.passages.length, broken: [] });
  });
  test("it says what the other forms say", async () => {
    const text = (await docxText(await renderDocx(briefing)))!;
    for (const { quote } of briefing.passages) expect(text).toContain(quote.replace(/\s+/g, " "));
    expect(text).toContain(briefing.subtitle);
    expect(text).toContain("Will ask that Brazil halve its salmon duty.");
  });
  test("a changed word breaks the seal and its quotation; the officer's boxes may be filled", async () => {
    const zip = await zipOf(await renderDocx(briefing));
    const body = await zip.file("word/document.xml")!.async("string");
    const repacked = async (xml: string) => {
      zip.file("word/document.xml", xml);
      return (await docxText(await zip.generateAsync({ type: "uint8array" })))!;
    };
    const altered = verifyBriefing({ text: await repacked(body.replaceAll("halve its salmon duty", "double its salmon duty")) }, ledger);
    expect(altered.broken.map(({ reason }) => reason)).toEqual(expect.arrayContaining(["seal", "quote"]));
    const filled = body.replace(/(Response<\/w:t><\/w:r><\/w:p><w:p>)/, "$1<w:r><w:t>Wait for May.</w:t></w:r>");
    expect(filled).not.toBe(body);
    expect(verifyBriefing({ text: await repacked(filled) }, ledger).broken).toEqual([]);
  });
  test("other bytes are no Word file", async () => {
    expect(await docxText(new TextEncoder().encode("# A brief"))).toBeNull();
    expect(await docxText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBeNull();
  });
});
