// Hostile input: bounded time, no crash. Limits are several times what a quiet machine needs (measured: at most 2.3 s, most under 1 s).
import { describe, expect, test } from "vitest";
import { codes, read, readAll, STORY } from "./support.ts";

const SECONDS = 15_000;
const N = 200_000;

describe("pages made to break parsers are read in bounded time", () => {
  test.each([
    ["nested div", "<div>".repeat(N)],
    ["nested div with text", "<div>a ".repeat(N / 4)],
    ["nested font and p", "<p><font>".repeat(N / 10)],
    ["nested tables", "<table><tr><td>".repeat(N / 20)],
    ["nested links", "<a href=x>".repeat(N / 4)],
    ["nested lists", "<ul><li>".repeat(N / 10)],
    ["nested templates and svg", `${"<template>".repeat(N / 8)}${"<svg>".repeat(N / 8)}`],
    ["an endless comment", `<!--${"<div".repeat(N)}`],
    ["line breaks", "a<br>".repeat(N / 2)],
    ["paragraphs", "<p>one two three.</p>".repeat(N / 10)],
    ["pull quotes", "<blockquote><p>one two three four five</p></blockquote>".repeat(N / 20)],
    ["dates", "<p>12 March 2024</p>".repeat(N / 20)],
    ["headings of parts", "<h2>Related</h2><p>word word</p>".repeat(N / 40)],
    ["one long word", "a".repeat(1_000_000)],
    ["white space", `${" ".repeat(1_900_000)}x`],
    ["attributes of one tag", `<div ${Array.from({ length: N / 4 }, (_, i) => `a${i}=x`).join(" ")}>x`],
    ["one endless attribute", `<div class="${"a ".repeat(N)}">x</div>`],
    ["an attribute that is never closed", `<p>x</p><div title="${"<p>x</p>".repeat(N / 10)}`],
    ["entities", "<p>&amp;amp;&lt;&#0;&nosuch;</p>".repeat(N / 10)],
    ["text in tables", "<table>x<tr>y".repeat(N / 20)],
    ["misnested links and letters", "<b><i><u>x</b></i></u>".repeat(N / 20)],
    ["forms and selects", "<form><select><option>".repeat(N / 20)],
    ["unclosed JSON-LD", `<script type="application/ld+json">${'{"a":['.repeat(N / 8)}`],
  ])("%s", { timeout: SECONDS }, (_, body) => {
    const documents = readAll(`<!doctype html><html><head><title>Talks</title></head><body>${body}`);
    expect(documents).toHaveLength(1);
  });

  test.each([
    ["dashes", "--\n".repeat(N)],
    ["brackets", `---\ntitle: x\n---\n${"[a](".repeat(N / 2)}`],
    ["stars", `---\ntitle: x\n---\n${"*a ".repeat(N)}`],
    ["comments before nothing", `${"<!-- x --> ".repeat(2000)}<zzz`],
    ["short lines", "one two three four five six\n".repeat(N / 4)],
  ])("texts: %s", { timeout: SECONDS }, (_, text) => {
    expect(readAll(text)).toHaveLength(1);
  });
});

test("tags left open that every paragraph would open again are refused before they fill the memory", { timeout: SECONDS }, () => {
  const open = Array.from({ length: 20_000 }, (_, i) => `<b id=${i}>`).join("");
  const document = read(`<p>${open}${"</p><p>x".repeat(20_000)}`, "misnested.html");
  expect(codes(document)).toEqual(["text-empty"]);
  expect(document.problems[0]?.message).toContain("more than 500000 elements");
});

test("a hostile page around a real article does not hide it", { timeout: SECONDS }, () => {
  const html = `<!doctype html><html><body>${"<div>".repeat(20_000)}<article><h1>Talks</h1>${STORY.map((p) => `<p>${p}</p>`).join("")}</article>`;
  expect(read(html).text).toBe(STORY.join("\n\n"));
});

test("a page cut off in the middle gives what it has", () => {
  const document = read(`<!doctype html><html><body><article><h1>Talks</h1><p>${STORY[0]}</p><p>${STORY[1].slice(0, 60)}`);
  expect(document.text).toBe(`${STORY[0]}\n\n${STORY[1].slice(0, 60).trim()}`);
  expect(codes(document)).not.toContain("text-empty");
});
