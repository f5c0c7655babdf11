// Reads sentences with their source and target marked: <s>Japan</s> met <t>France</t>, with PLOVER root and class.
import { readFileSync } from "node:fs";
import type { Document } from "../../src/model/index.ts";

export interface MarkedSentence {
  readonly id: string;
  readonly text: string;
  /** Spans of the text; a sentence may name one side in several places or leave it out. */
  readonly source: readonly (readonly [number, number])[];
  readonly target: readonly (readonly [number, number])[];
  /** Root: PLOVER's types with CONCEDE and RETREAT as YIELD. */
  readonly root: string;
  readonly quad: number;
}

interface Row {
  readonly id: string;
  readonly marked: string;
  readonly expected: readonly { readonly code: string; readonly penta: number }[];
}

function unmark(marked: string): Pick<MarkedSentence, "text" | "source" | "target"> {
  const spans: Record<"s" | "t", [number, number][]> = { s: [], t: [] };
  let text = "";
  let last = 0;
  for (const m of marked.matchAll(/<(\/?)([st])>/g)) {
    text += marked.slice(last, m.index);
    last = m.index + m[0].length;
    const side = spans[m[2] as "s" | "t"];
    if (m[1] === "") side.push([text.length, text.length]);
    else if (side.length > 0) side[side.length - 1]![1] = text.length;
  }
  return { text: text + marked.slice(last), source: spans.s, target: spans.t };
}

export function readPlv(file: string): readonly MarkedSentence[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row)
    .map((row) => ({ id: row.id, ...unmark(row.marked), root: row.expected[0]!.code, quad: row.expected[0]!.penta }));
}

/** A text of one's own as a document of news, published on `day`. */
export function newsOf(id: string, text: string, day: string): Document {
  return {
    id: `sha256:${id}`,
    file: id,
    url: null,
    site: null,
    title: null,
    author: null,
    published: { value: day, precision: "day", source: "argument" },
    modified: null,
    language: "en",
    kind: "news",
    text,
    removals: [],
    problems: [],
  };
}
