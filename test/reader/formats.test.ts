import { describe, expect, test } from "vitest";
import { formatOf } from "../../src/reader/detect.ts";
import { readSource } from "../../src/reader/read-source.ts";
import { bytesOf, codes, page, paragraphs, read, readAll, STORY } from "./support.ts";

describe("formats are told by content", () => {
  test.each([
    ["html", "<!DOCTYPE html><html><body><p>x</p></body></html>", "a.txt"],
    ["html", "<!-- saved --><html><body>x</body></html>", "a"],
    ["html", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="x"></html>', "a.xml"],
    ["feed", '<?xml version="1.0"?><!-- c --><rss version="2.0"><channel/></rss>', "a.html"],
    ["feed", '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "a"],
    ["feed", '<rdf:RDF xmlns:rdf="x"></rdf:RDF>', "a"],
    ["json-feed", '{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a"],
    ["json", '{"name": "scenesetter", "items": []}', "package.json"],
    ["text", "[Translated] A plain line.", "a"],
    ["markdown", "---\ntitle: A\n---\nText.", "a.txt"],
    ["markdown", "# A\n\nText.", "a.md"],
    ["text", "A plain line < 5 and > 3.", "a"],
  ] as const)("%s", (format, text, file) => {
    expect(formatOf(text, file)).toBe(format);
  });
});

describe("what cannot be read is a document with a problem", () => {
  test("an empty file", () => {
    expect(codes(read(""))).toEqual(["file-empty"]);
    expect(codes(read(" \n\t "))).toEqual(["file-empty"]);
  });

  test.each([
    ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d]],
    ["bytes with zeros", [1, 0, 2, 3, 0, 4]],
  ])("%s is binary", (_, bytes) => {
    const [document] = readSource({ file: "x.html", bytes: Uint8Array.from(bytes) });
    expect(document?.text).toBe("");
    expect(codes(document!)).toEqual(["file-binary"]);
    expect(document?.problems[0]?.message).toContain("x.html");
  });

  test("a file above 50 MB is refused before it is decoded", () => {
    const [document] = readSource({ file: "big.html", bytes: new Uint8Array(50_000_001).fill(65) });
    expect(codes(document!)).toEqual(["file-too-large"]);
  });

  test("markup above the limit is refused, but scripts do not count", () => {
    const script = `<script>${"x = 1;".repeat(500_000)}</script>`;
    expect(read(page(`${script}<article>${paragraphs()}</article>`)).text).toBe(STORY.join("\n\n"));
    expect(codes(read(page("<div>a</div>".repeat(200_000))))).toEqual(["file-too-large"]);
  });

  test("a page without running text says so", () => {
    expect(codes(read(page("<nav><a href='/'>Home</a></nav>")))).toContain("text-empty");
  });

  test("JSON that is no feed", () => {
    expect(codes(read('{"name": "x", "text": "Ministers met on Monday."}', "x.json"))).toEqual(["text-empty"]);
  });

  test("a feed that is no XML", () => {
    const [document] = readAll("<rss version='2.0'><chan");
    expect(codes(document!)).toEqual(["feed-broken"]);
  });
});

test("the same page read from two paths is one document, and another date makes another", () => {
  const html = page(`<article><h1>Talks in Havn</h1>${paragraphs()}</article>`, "<title>Talks in Havn</title>");
  expect(read(html, "a/one.html").id).toBe(read(html, "b/two.html").id);
  expect(read(html, "a", { published: "2024-05-06" }).id).not.toBe(read(html, "a").id);
  expect(read(html).id).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test("the publication date of the command line overrides the page's", () => {
  const document = read(page(paragraphs(), '<meta property="article:published_time" content="2024-01-02T03:04:05Z">'), "a", {
    published: "2024-05-06",
  });
  expect(document.published).toEqual({ value: "2024-05-06", precision: "day", source: "argument" });
});

test("a text without a date says so", () => {
  expect(codes(read(STORY.join("\n\n")))).toEqual(["date-missing"]);
});

test("bytes and content type are enough for a page without a name", () => {
  const [document] = readSource({ file: "-", bytes: bytesOf(`<p>${STORY[0]}</p>`), contentType: "text/html" });
  expect(document?.text).toBe(STORY[0]);
});
