// Support for tests of the language stage: the real engine and the real knowledge, loaded once a file.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { loadKnowledge } from "../../src/knowledge/index.ts";
import { type ActorMention, type AnnotatedDocument, createLanguage, type Language } from "../../src/language/index.ts";
import type { Document, DocumentKind } from "../../src/model/index.ts";

/** Tests that need the weights skip where models/ is empty. */
export const HAS_WEIGHTS = existsSync(resolve(import.meta.dirname, "../../models/weights.bin"));

let language: Language | null = null;

export interface Given {
  readonly published?: string;
  readonly kind?: DocumentKind;
  readonly url?: string;
  readonly title?: string;
  readonly language?: string;
}

export function documentOf(text: string, given: Given = {}): Document {
  return {
    id: "sha256:test",
    file: "test.txt",
    url: given.url ?? null,
    site: null,
    title: given.title ?? null,
    author: null,
    published: { value: given.published ?? "2025-02-05", precision: "day", source: "argument" },
    modified: null,
    language: given.language ?? "en",
    kind: given.kind ?? "news",
    text,
    removals: [],
    problems: [],
  };
}

export function annotated(text: string, given: Given = {}): AnnotatedDocument {
  language ??= createLanguage(loadKnowledge());
  return language.annotate(documentOf(text, given));
}

export function actors(a: AnnotatedDocument): readonly ActorMention[] {
  return a.mentions.filter((m): m is ActorMention => m.kind === "actor");
}

/** Ids of the actors of the n-th actor mention (from 0) with these words. */
export function idsOf(a: AnnotatedDocument, words: string, n = 0): readonly string[] {
  const found = actors(a).filter((m) => m.text === words)[n];
  if (!found)
    throw new Error(
      `no actor mention “${words}” (${n}) among: ${actors(a)
        .map((m) => m.text)
        .join(" | ")}`,
    );
  return found.actors.map((x) => x.id);
}
