// Texts of a corpus as documents: Markdown files with front matter (the body counts), or plain texts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document, DocumentKind } from "../../src/model/index.ts";

/** Runs of non-blank characters with a letter or digit. */
export const wordsOf = (text: string): number => text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;

/** `sample` texts of a folder, every k-th by name, so that they run over its whole range; or, for warming up, `others` from between them. */
export function readTexts(folder: string, sample: number, kind: DocumentKind, others?: number): readonly Document[] {
  const files = readdirSync(folder)
    .filter((f) => /\.(?:md|txt)$/.test(f))
    .sort();
  const step = Math.max(1, Math.floor(files.length / sample));
  return files
    .filter((_, i) => i % step === (others === undefined ? 0 : Math.floor(step / 2)))
    .slice(0, others ?? sample)
    .map((file): Document => {
      const raw = readFileSync(join(folder, file), "utf8");
      const front = /^---\n[\s\S]*?\n---\n/.exec(raw)?.[0] ?? "";
      const date = /^date: '?(\d{4}-\d{2}-\d{2})/m.exec(front)?.[1];
      const text = raw
        .slice(front.length)
        .split(/\n\s*\n/)
        .map((p) => p.replace(/\s+/g, " ").trim())
        .filter(Boolean)
        .join("\n\n");
      return {
        id: `sha256:${file}`,
        file,
        url: null,
        site: null,
        title: null,
        author: null,
        published: date ? { value: date, precision: "day", source: "front-matter" } : null,
        modified: null,
        language: "en",
        kind,
        text,
        removals: [],
        problems: [],
      };
    });
}
