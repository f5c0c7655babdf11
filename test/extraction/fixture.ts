// Builds an annotated document from a compact notation, for tests that need a given parse.
import type { AnnotatedDocument, Sentence, Token } from "../../src/language/index.ts";
import type { Document, DocumentKind } from "../../src/model/index.ts";

export function documentOf(text: string, kind: DocumentKind = "news", published = "2024-05-15", title: string | null = null): Document {
  return {
    id: "sha256:test",
    file: "test.txt",
    url: null,
    site: null,
    title,
    author: null,
    published: { value: published, precision: "day", source: "argument" },
    modified: null,
    language: "en",
    kind,
    text,
    removals: [],
    problems: [],
  };
}

/**
 * One line a token: `form lemma UPOS XPOS head relation`; heads count from 1 in the sentence, 0 is the root; a blank line
 * ends a sentence. Words are joined by one blank, punctuation by none.
 */
export function annotated(notation: string): AnnotatedDocument {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let text = "";
  notation
    .trim()
    .split(/\n\s*\n/)
    .forEach((block, index) => {
      const from = tokens.length;
      const begins = text.length === 0 ? 0 : text.length + 1;
      for (const line of block.trim().split("\n")) {
        const [form = "", lemma = "", upos = "", xpos = "", head = "0", deprel = ""] = line.trim().split(/\s+/);
        if (text.length > 0 && upos !== "PUNCT") text += " ";
        const start = text.length;
        text += form;
        const h = Number(head);
        tokens.push({
          index: tokens.length,
          sentence: index,
          start,
          end: text.length,
          text: form,
          lemma,
          upos,
          xpos,
          head: h === 0 ? -1 : from + h - 1,
          deprel,
          name: "O",
        });
      }
      sentences.push({ index, start: begins, end: text.length, from, to: tokens.length, paragraph: 0, kind: "prose" });
    });
  return {
    document: documentOf(text),
    published: "2024-05-15",
    tokens,
    sentences,
    mentions: [],
    quotations: [],
    mentionsAt: new Map(),
    problems: [],
  };
}
