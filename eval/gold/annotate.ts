// Tokens and sentences of a text for measuring one part of the language stage by itself: parsed, from a cache of parses, or bare.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sentence, Token } from "../../src/language/annotation.ts";
import { type Engine, loadEngine } from "../../src/language/engine/index.ts";
import { parse } from "../../src/language/parse.ts";
import { segment } from "../../src/language/sentences.ts";

export interface Parsed {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** A parser of texts. `cache`: a folder that keeps parses by the engine's id and the text's hash. */
export function parser(cache?: string): (text: string) => Parsed {
  let engine: Engine | null = null;
  return (text) => {
    engine ??= loadEngine();
    if (cache === undefined) return parse(segment(text), engine);
    const path = join(cache, `${createHash("sha256").update(engine.id).update(text).digest("hex").slice(0, 24)}.json`);
    if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Parsed;
    const parsed = parse(segment(text), engine);
    mkdirSync(cache, { recursive: true });
    writeFileSync(path, JSON.stringify(parsed));
    return parsed;
  };
}

/** Tokens without tags: what a rule sees when the parser has nothing to say. */
export function bare(text: string): Parsed {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const raw of segment(text)) {
    const from = tokens.length;
    for (const token of raw.tokens) {
      tokens.push({
        ...token,
        index: tokens.length,
        sentence: sentences.length,
        lemma: token.text.toLowerCase(),
        upos: "",
        xpos: "",
        head: -1,
        deprel: "",
        name: "O",
      });
    }
    sentences.push({
      start: raw.start,
      end: raw.end,
      index: sentences.length,
      from,
      to: tokens.length,
      paragraph: raw.paragraph,
      kind: raw.kind,
    });
  }
  return { tokens, sentences };
}
