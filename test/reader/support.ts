// Helpers of the reader's tests.

import type { Document } from "../../src/model/index.ts";
import { type ReadOptions, readSource } from "../../src/reader/read-source.ts";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function readAll(text: string, file = "input", options: ReadOptions = {}): readonly Document[] {
  return readSource({ file, bytes: bytesOf(text) }, options);
}

export function read(text: string, file = "input", options: ReadOptions = {}): Document {
  const [document] = readAll(text, file, options);
  if (!document) throw new Error("no document");
  return document;
}

export const codes = (document: Document): string[] => document.problems.map((p) => p.code);

/** Three paragraphs of running text that tests wrap in pages. */
export const STORY = [
  "The foreign ministers of Norland and Sudia opened two days of talks in the port of Havn on Monday, the first since the fishing dispute of last spring.",
  "Norland wants the catch limit in the shared strait cut by a third, its minister told reporters before the meeting. Sudia has offered a tenth.",
  "Both sides said that a joint statement was being drafted, and that no signature was expected before the end of the week.",
] as const;

export const paragraphs = (texts: readonly string[] = STORY): string => texts.map((text) => `<p>${text}</p>`).join("\n");

export function page(body: string, head = "", attributes = 'lang="en"'): string {
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
}
