// The bundles of constructed pages that are kept beside the project: every document's head and text as their gold says.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/model/index.ts";
import { readSource } from "../../src/reader/read-source.ts";

interface Gold {
  readonly file: string;
  readonly item?: number | string;
  readonly url: string | null;
  readonly published: string;
  readonly site: string;
  readonly title: string;
  readonly author: string | null;
  readonly body_first_words: string;
  readonly body_last_words: string;
}

const SHARED = join(import.meta.dirname, "../../../shared/gold/scenarios");
const fold = (text: string | null | undefined): string | null => text?.replace(/[’‘]/g, "'").replace(/\s+/g, " ").toLowerCase() ?? null;

describe.each(["dev-france-india", "dev-japan-usa"])("%s", (name) => {
  const folder = join(SHARED, name);
  const there = existsSync(join(folder, "gold.json"));
  test.skipIf(!there)(`is read as its gold says${there ? "" : " (skipped: the gold is not beside the project)"}`, () => {
    const { documents } = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as { documents: Gold[] };
    for (const gold of documents) {
      const read = readSource({ file: gold.file, bytes: readFileSync(join(folder, "docs", gold.file)) });
      const document = (read.length === 1 ? read[0] : read.find((d) => fold(d.title) === fold(gold.title))) as Document;
      expect(document, gold.file).toBeDefined();
      const dated = gold.published.length === 10 ? document.published?.value.slice(0, 10) : document.published?.value;
      expect({ ...document, published: dated, title: fold(document.title), site: fold(document.site) }, gold.file).toMatchObject({
        title: fold(gold.title),
        site: fold(gold.site.replace(document.site?.includes("(") ? "" : " (constructed)", "")),
        author: gold.author,
        url: gold.url,
        published: gold.published,
      });
      const text = fold(document.text) ?? "";
      expect(text.startsWith(fold(gold.body_first_words) ?? ""), `${gold.file} begins with ${text.slice(0, 80)}`).toBe(true);
      expect(text.endsWith(fold(gold.body_last_words) ?? ""), `${gold.file} ends with ${text.slice(-80)}`).toBe(true);
    }
  });
});
