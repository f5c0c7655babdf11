// Sentences as lines tell them: without datelines, and without those that hold a figure the outlet took back.
import { expect, test } from "vitest";
import type { Context } from "../../src/brief/context.ts";
import { sentencesOf } from "../../src/brief/sentences.ts";

function told(text: string, struck: readonly { readonly start: number; readonly end: number }[] = []): readonly string[] {
  const split = (whole: string) => [...whole.matchAll(/[^|]+/g)].map(({ index, 0: part }) => ({ start: index, end: index + part.length }));
  const context = {
    byId: new Map([["d", { text }]]),
    names: { sentences: split },
    corrections: [{ struck: struck.map((span) => ({ ...span, document: "d" })) }],
  };
  return sentencesOf(context as unknown as Context, "d").map(({ start, end }) => text.slice(start, end));
}

test.each([
  ["OSLO/LIMA, May 3 (CPW) - Norway has asked Peru for cod.", "Norway has asked Peru for cod."],
  ["THE HAGUE – Ministers met.", "Ministers met."],
  ["LIMA (CPW) — “We agreed,” he said.", "“We agreed,” he said."],
  ["TROMSO. When ministers meet, cod is first.", "When ministers meet, cod is first."],
  ["NATO - the alliance of 32 - met.", "NATO - the alliance of 32 - met."],
  ["U.S. Steel met.", "U.S. Steel met."],
  ["Norway - the host - met Peru.", "Norway - the host - met Peru."],
])("%s", (text, sentence) => {
  expect(told(text)).toEqual([sentence]);
});

test("a sentence with a figure that was taken back is none", () => {
  const text = "Norway asks for 51 boats.|Peru asks for nets.";
  expect(told(text, [{ start: 16, end: 18 }])).toEqual(["Peru asks for nets."]);
});
