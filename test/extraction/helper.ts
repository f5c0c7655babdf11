// Reads short texts through the real stages, for tests of what extraction takes from them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { extract } from "../../src/extraction/index.ts";
import { type Knowledge, loadKnowledge } from "../../src/knowledge/index.ts";
import { createLanguage, type Language } from "../../src/language/index.ts";
import type { Claim, ClaimKind, DocumentKind } from "../../src/model/index.ts";
import { documentOf } from "./fixture.ts";

/** Why tests with the trained engine cannot run; null when they can. */
export const MISSING: string | null = existsSync(join(import.meta.dirname, "../../models/weights.bin"))
  ? null
  : "models/weights.bin is not there";

let cache: { readonly knowledge: Knowledge; readonly language: Language } | null = null;

export function stages(): { readonly knowledge: Knowledge; readonly language: Language } {
  if (cache === null) {
    const knowledge = loadKnowledge();
    cache = { knowledge, language: createLanguage(knowledge) };
  }
  return cache;
}

/** All claims of a text published on Wednesday 15 May 2024. */
export function claimsOf(text: string, kind: DocumentKind = "news"): readonly Claim[] {
  const { knowledge, language } = stages();
  return extract(language.annotate(documentOf(text, kind)), knowledge).claims;
}

export function ofKind<K extends ClaimKind>(claims: readonly Claim[], kind: K): Extract<Claim, { kind: K }>[] {
  return claims.filter((c): c is Extract<Claim, { kind: K }> => c.kind === kind);
}
