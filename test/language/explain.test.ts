// Every label that the language stage can print has an explanation, and the reference page says the same.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { explainLabel, glossaryPage } from "../../src/language/explain.ts";
import { CLAIM_KINDS, PLOVER_TYPES } from "../../src/model/index.ts";

const MODEL = resolve(import.meta.dirname, "../../models/model.json");

describe("explanations", () => {
  it("exist for every claim kind and event type", () => {
    for (const label of [...CLAIM_KINDS, ...PLOVER_TYPES]) expect(explainLabel(label), label).not.toBeNull();
  });

  it.skipIf(!existsSync(MODEL))("exist for every label the engine can give (skipped without weights)", () => {
    const { labels } = JSON.parse(readFileSync(MODEL, "utf8")) as { labels: Record<string, string[]> };
    for (const label of Object.values(labels).flat()) expect(explainLabel(label), label).not.toBeNull();
  });

  it("read an unknown subtype as its base and a BIO tag as its name", () => {
    expect(explainLabel("nmod:tmod")).toBe(explainLabel("nmod"));
    expect(explainLabel("I-GPE")).toBe(explainLabel("GPE"));
  });

  it("do not invent a meaning for a word that is no label", () => {
    expect(explainLabel("summit")).toBeNull();
    expect(explainLabel("")).toBeNull();
  });

  it("fill the reference page", async () => {
    await expect(glossaryPage()).toMatchFileSnapshot("../../docs/reference/language.md");
  });
});
