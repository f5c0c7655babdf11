// Properties over random pages: what is kept stands in the input, nothing throws, the same bytes give the same document.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readSource } from "../../src/reader/read-source.ts";
import { bytesOf, page } from "./support.ts";

const words = fc.array(
  fc.constantFrom(
    "talks",
    "Norland",
    "the",
    "of",
    "strait",
    "“quota”",
    "40",
    "%",
    "minister’s",
    "café",
    "2 March 2024",
    "东京",
    "a-b",
    "end.",
  ),
  {
    minLength: 1,
    maxLength: 30,
  },
);
const sentence = words.map((list) => `${list.join(" ")}.`);
const tag = fc.constantFrom("p", "div", "section", "li", "td", "h2", "blockquote", "span", "b", "article", "aside", "footer", "figcaption");
const className = fc.constantFrom("", "story", "article-body", "related", "ad", "share", "comment", "byline", "content");
const node = fc.letrec<{ node: string; leaf: string }>((tie) => ({
  leaf: sentence,
  node: fc.oneof(
    { maxDepth: 4 },
    tie("leaf"),
    fc
      .tuple(tag, className, fc.array(tie("node"), { maxLength: 4 }))
      .map(([t, c, inner]) => `<${t} class="${c}">${inner.join(" ")}</${t}>`),
    fc.constant("<br><br>"),
  ),
})).node;

const squeeze = (text: string): string => text.replace(/\s+/g, "");

test("every kept paragraph stands in the visible text of the page, word for word", () => {
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 8 }), (nodes) => {
      const html = nodes.join("\n");
      const visible = squeeze(html.replace(/<[^>]*>/g, " "));
      const [document] = readSource({ file: "x", bytes: bytesOf(page(html)) });
      for (const paragraph of document!.text.split("\n\n")) {
        expect(visible).toContain(squeeze(paragraph));
        expect(paragraph).toBe(paragraph.replace(/\s+/g, " ").trim());
      }
    }),
    { numRuns: 150, seed: 1 },
  );
});

test("the same holds for plain text", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sentence, fc.constantFrom("\n", "\n\n", "\r\n", " ", "\n\n\n")), { maxLength: 20 }), (parts) => {
      const text = parts.map(([s, gap]) => s + gap).join("");
      const [document] = readSource({ file: "x", bytes: bytesOf(text) });
      for (const paragraph of document!.text.split("\n\n")) expect(squeeze(text)).toContain(squeeze(paragraph));
    }),
    { numRuns: 150, seed: 2 },
  );
});

test("no bytes make the reader throw, and the same bytes give the same documents", () => {
  const start = fc.constantFrom(
    "",
    "<html>",
    "<rss version='2.0'><channel>",
    '<?xml version="1.0"?>',
    "---\n",
    '{"version":"https://jsonfeed.org/version/1"',
    "\ufeff",
    "<p>",
  );
  fc.assert(
    fc.property(start, fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(bytesOf)), (head, tail) => {
      const bytes = Uint8Array.from([...bytesOf(head), ...tail]);
      const first = readSource({ file: "x", bytes });
      expect(first.length).toBeGreaterThan(0);
      expect(readSource({ file: "x", bytes })).toEqual(first);
    }),
    { numRuns: 250, seed: 3 },
  );
});
