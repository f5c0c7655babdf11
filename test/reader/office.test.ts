import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openSource } from "../../src/reader/office/open.ts";
import { pdfMoment } from "../../src/reader/office/pdf.ts";
import { readSource } from "../../src/reader/read-source.ts";
import { docxParts, makePdf, makeZip, type PdfLine } from "./office-files.ts";
import { codes } from "./support.ts";

const open = async (file: string, bytes: Uint8Array) => readSource(await openSource({ file, bytes }))[0]!;

/** Lines of one paragraph, set below one another from `y` on. */
const set = (y: number, lines: readonly string[], size = 11): PdfLine[] => lines.map((text, i) => [72, y - 14 * i, size, text]);
const FULL = "Ministers of both coasts met in Sund and spoke at length of the ferries, of the harbour";

describe("PDF", () => {
  const page = (n: number, lines: readonly PdfLine[]): PdfLine[] => [
    [72, 810, 9, "Ministry of the Sea - Press Office"],
    ...lines,
    [290, 30, 9, `Page ${n} of 3`],
  ];
  const three = makePdf(
    [
      page(1, [
        [72, 770, 20, "Joint statement on the Sund ferries"],
        [72, 740, 11, "Sund, 7 March 2024"],
        ...set(710, [FULL, "dues and of the new pier, and agreed to meet again in the autumn of the same year."]),
        ...set(668, [
          FULL,
          "and of the long-term lease. They want the lease to be long-",
          "term and the infra-",
          "structure of the pier to be shared by the two coasts from the day on which it",
        ]),
      ]),
      page(2, [
        ...set(770, [
          "opens to the public.",
          "\x95 The first point is that dues are paid once.",
          "\x95 The second point is that they are published.",
        ]),
      ]),
      page(3, [...set(770, ["The ministers thanked the town of Sund for its welcome and for the weather it had laid on."])]),
    ],
    { info: { Title: "Joint statement on the Sund ferries", Author: "Ana Weiss", CreationDate: "D:20240308091500+01'00'" } },
  );

  test("gives paragraphs, title, author and the date that the text shows", async () => {
    const document = await open("statement.pdf", three);
    expect(document.title).toBe("Joint statement on the Sund ferries");
    expect(document.author).toBe("Ana Weiss");
    expect(document.published).toMatchObject({ value: "2024-03-07", source: "text" });
    expect(document.text.split("\n\n")).toEqual([
      `${FULL} dues and of the new pier, and agreed to meet again in the autumn of the same year.`,
      `${FULL} and of the long-term lease. They want the lease to be long-term and the infrastructure of the pier to be shared by the two coasts from the day on which it opens to the public.`,
      "• The first point is that dues are paid once.",
      "• The second point is that they are published.",
      "The ministers thanked the town of Sund for its welcome and for the weather it had laid on.",
    ]);
  });

  test("reports running heads and page numbers as removed", async () => {
    const { removals } = await open("statement.pdf", three);
    expect(removals.filter((r) => r.step === "page").map((r) => r.text)).toEqual(
      expect.arrayContaining(["Ministry of the Sea - Press Office", "Page 1 of 3", "Page 3 of 3"]),
    );
  });

  test("columns are read one after the other", async () => {
    const left = ["The left column begins the text", "and has a sentence that", "goes on at the top of"];
    const right = ["the right column, where it ends", "after a few more words of it."];
    const columns = [...set(700, left), ...right.map((text, i): PdfLine => [320, 700 - 14 * i, 11, text])];
    expect((await open("columns.pdf", makePdf([columns]))).text).toBe([...left, ...right].join(" "));
  });

  test("the day on which the file was made is the date where the text gives none", async () => {
    const pdf = makePdf([set(700, [FULL, "and parted."])], { info: { CreationDate: "D:20240308091500+01'00'" } });
    expect((await open("x.pdf", pdf)).published).toEqual({
      value: "2024-03-08T09:15:00+01:00",
      precision: "second",
      source: "pdf:created",
    });
  });

  test.each([
    ["D:20240308091500Z", "2024-03-08T09:15:00+00:00"],
    ["D:20240308091500-05'00", "2024-03-08T09:15:00-05:00"],
    ["D:202403080915", "2024-03-08"],
    ["20240308", "2024-03-08"],
    ["Friday", undefined],
  ])("the date %s", (raw, value) => {
    expect(pdfMoment(raw)?.value).toBe(value);
  });

  test("titles and names that programs put in by themselves are not taken", async () => {
    const lines = [[72, 770, 20, "A pier for two coasts"] as PdfLine, ...set(700, [FULL, "and parted."])];
    const document = await open("x.pdf", makePdf([lines], { info: { Title: "Microsoft Word - draft3.docx", Author: "user01" } }));
    expect(document).toMatchObject({ title: "A pier for two coasts", author: null });
  });

  const whole = makePdf([set(700, [FULL, "and parted."])]);
  test.each<[string, Uint8Array, string]>([
    ["encrypted", makePdf([set(700, [FULL])], { encrypted: true }), "file-encrypted"],
    ["without a layer of text", makePdf([[], []]), "file-scanned"],
    ["cut off in its first object", whole.slice(0, 60), "file-damaged"],
    ["nothing but its mark", new TextEncoder().encode("%PDF-1.7\n"), "file-damaged"],
    ["a bomb", makePdf([set(700, [FULL])], { extra: deflateSync(Buffer.alloc(160_000_000)) }), "file-bomb"],
    [
      "packed twice",
      Buffer.from(Buffer.from(whole).toString("latin1").replace("/FlateDecode", "[/FlateDecode /FlateDecode]"), "latin1"),
      "file-bomb",
    ],
  ])("%s is a clear problem", async (_, bytes, code) => {
    const document = await open("x.pdf", bytes);
    expect(codes(document)).toEqual([code]);
    expect(document.text).toBe("");
  });

  test("a file that lost its last lines is still read", async () => {
    expect((await open("x.pdf", whole.slice(0, -25))).text).toContain("and parted.");
  });

  test("an unopened file is still told apart", () => {
    expect(codes(readSource({ file: "x.pdf", bytes: whole })[0]!)).toEqual(["file-binary"]);
  });
});

describe("DOCX", () => {
  const p = (text: string, style = ""): string =>
    `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const body = [
    p("Statement on the Sund ferries", "Heading1"),
    p("Sund, 7 March 2024"),
    p(`${FULL} dues.`),
    `<w:p><w:r><w:t>They agreed on </w:t></w:r><w:del><w:r><w:delText>two</w:delText></w:r></w:del><w:ins><w:r><w:t>three</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> piers &amp; a lamp.</w:t></w:r></w:p>`,
    `<w:tbl><w:tr><w:tc>${p("Dues of the north in crowns")}</w:tc><w:tc>${p("Forty of them in a year")}</w:tc></w:tr></w:tbl>`,
  ].join("");
  const core =
    "<dc:title>Statement on the Sund ferries</dc:title><dc:creator>Ana Weiss</dc:creator><dcterms:created>2024-03-08T09:15:00Z</dcterms:created>";

  test("gives paragraphs, tables, the words as changed, and properties", async () => {
    const document = await open("x.docx", makeZip(docxParts(body, core)));
    expect(document).toMatchObject({
      title: "Statement on the Sund ferries",
      author: "Ana Weiss",
      published: { value: "2024-03-07", source: "text" },
    });
    expect(document.text.split("\n\n")).toEqual([
      `${FULL} dues.`,
      "They agreed on three piers & a lamp.",
      "Dues of the north in crowns",
      "Forty of them in a year",
    ]);
  });

  test("the day on which it was made is the date where the text gives none", async () => {
    expect((await open("x.docx", makeZip(docxParts(p(`${FULL} dues.`), core)))).published).toMatchObject({
      value: "2024-03-08T09:15:00+00:00",
      source: "docx:created",
    });
  });

  const parts = docxParts(body, core);
  const zip = makeZip(parts);
  const encrypted = zip.slice();
  // The flag of the first entry in the table of contents.
  encrypted[Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8] = 1;
  test.each<[string, Uint8Array, string]>([
    ["cut off", zip.slice(0, -60), "file-damaged"],
    ["cut off in the middle", zip.slice(0, zip.length / 2), "file-damaged"],
    ["encrypted", encrypted, "file-encrypted"],
    ["a bomb", makeZip({ ...parts, "word/styles.xml": Buffer.alloc(2_000_000) }), "file-bomb"],
    [
      "a bomb that lies about its size",
      makeZip({ ...parts, "word/styles.xml": Buffer.alloc(2_000_000) }, { "word/styles.xml": 1_000 }),
      "file-damaged",
    ],
    [
      "too many parts",
      makeZip({ ...parts, ...Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`word/${i}.xml`, ""])) }),
      "file-bomb",
    ],
    ["broken XML", makeZip({ ...parts, "word/document.xml": "<w:document" }), "file-damaged"],
    ["another kind of archive", makeZip({ "a.txt": "text" }), "file-binary"],
    [
      "a bomb of entities",
      makeZip({
        ...parts,
        "word/document.xml": `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p("&b;&b;&b;")}</w:body></w:document>`,
      }),
      "file-damaged",
    ],
  ])("%s is a clear problem", async (_, bytes, code) => {
    const document = await open("x.docx", bytes);
    expect(codes(document)).toEqual([code]);
  });
});

test("a Buffer is read as well as other bytes, and stays as it is", async () => {
  const buffer = Buffer.from(makePdf([set(700, [FULL, "and parted."])]));
  const before = Buffer.from(buffer);
  expect((await open("x.pdf", buffer)).text).toContain("and parted.");
  expect(buffer.equals(before)).toBe(true);
});

test("the bytes decide, not the name", async () => {
  expect((await open("statement.html", makePdf([set(700, [FULL, "and parted."])]))).text).toContain("and parted.");
  expect((await open("statement.pdf", new TextEncoder().encode(`${FULL} and parted.`))).text).toContain("and parted.");
});
