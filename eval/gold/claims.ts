// Documents of gold/claims as the reader would leave them.
import type { Document, DocumentKind } from "../../src/model/index.ts";
import type { GoldFile } from "../claims-match.ts";

/** The text with each paragraph once, as the reader leaves it. */
function once(text: string): string {
  const seen = new Set<string>();
  return text
    .split("\n")
    .filter((line) => {
      const key = line.trim();
      return key.length < 40 || (!seen.has(key) && seen.add(key) !== undefined);
    })
    .join("\n");
}

/** A document of gold/claims, published on its day. */
export function documentOf(gold: GoldFile): Document {
  const kind = gold.kind === "preview" ? "news" : (String(gold.kind) as DocumentKind);
  return {
    id: `sha256:gold-${gold.id}`,
    file: `${gold.id}`,
    url: null,
    site: /White House/.test(String(gold.source)) ? "The White House" : null,
    title: String(gold.title ?? ""),
    author: null,
    published: { value: String(gold.date), precision: "day", source: "argument" },
    modified: null,
    language: "en",
    kind,
    text: once(String(gold.text)),
    removals: [],
    problems: [],
  };
}
