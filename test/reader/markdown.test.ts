import { expect, test } from "vitest";
import { plainInline } from "../../src/reader/markdown.ts";
import { codes, read, STORY } from "./support.ts";

const FRONT = `---
date: '2024-06-03'
published_time: 2024-06-03 18:05:07-04:00
source_url: https://office.example/statements-releases/2024/06/03/readout/
tags: statements-releases
title: "Readout of the Minister\\_s Call with Minister Sol\\xF8y\\
  \\ of\\_Norland"
---
`.replaceAll("\\_s", "\\u2019s");

test("front matter gives title, address, date with its zone, and kind", () => {
  const document = read(`${FRONT} \n${STORY[0]}\n\n${STORY[1]}\n\n\\###\n`, "a.md");
  expect(document).toMatchObject({
    title: "Readout of the Minister’s Call with Minister Soløy of Norland",
    url: "https://office.example/statements-releases/2024/06/03/readout/",
    published: { value: "2024-06-03T18:05:07-04:00", precision: "second", source: "front-matter:published_time" },
    kind: "readout",
    text: `${STORY[0]}\n\n${STORY[1]}`,
  });
});

test("hard-wrapped lines are joined and hard breaks part paragraphs", () => {
  const document = read(
    "---\ntitle: Remarks\n---\n10:51 A.M. EDT  \n   \nTHE MINISTER:  Well, my\nfriend, welcome.  \n   \nTHE GUEST:  Thank you.  ",
    "a.md",
  );
  expect(document.text.split("\n\n")).toEqual(["10:51 A.M. EDT", "THE MINISTER: Well, my friend, welcome.", "THE GUEST: Thank you."]);
});

test("headings, lists, quotes and tables stay as text", () => {
  const document = read(
    `---\ntitle: T\n---\n## Aims\n\n- one catch limit\n- two patrol boats\n\n> Quoted words here.\n\n| Side | Tons |\n|---|---|\n| Sudia | 40 |\n`,
    "a.md",
  );
  expect(document.text.split("\n\n")).toEqual([
    "Aims",
    "one catch limit",
    "two patrol boats",
    "Quoted words here.",
    "Side | Tons",
    "Sudia | 40",
  ]);
});

test("marks of inline Markdown are taken off and the words stay", () => {
  expect(plainInline('**Bold** and *light* [words](https://x.example/a_(b) "t") with a \\* star, 2\\. snake_case_name and `code`')).toBe(
    "Bold and light words with a * star, 2. snake_case_name and code",
  );
  expect(plainInline("![picture](a.png) after <b>it</b> &amp; more")).toBe("after it & more");
});

test("front matter that is no YAML leaves the body readable", () => {
  const document = read(`---\ntitle: [unclosed\n  : : :\n---\n${STORY[0]}`, "a.md");
  expect(document.text).toBe(STORY[0]);
});

test("YAML aliases are not expanded", () => {
  const document = read(`---\na: &a [x, x]\nb: [*a, *a]\ntitle: T\n---\n${STORY[0]}`, "a.md");
  expect(document.text).toBe(STORY[0]);
  expect(codes(document)).toEqual(["date-missing"]);
});
