// Tokens and sentences of a text for measuring one part of the language stage by itself.
import type { Sentence, Token } from "../../src/language/annotation.ts";
import { segment } from "../../src/language/sentences.ts";

/** Tokens without tags: what a rule sees when the parser has nothing to say. */
export function bare(text: string): { tokens: readonly Token[]; sentences: readonly Sentence[] } {
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
