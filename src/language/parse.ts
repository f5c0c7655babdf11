// Parse: raw sentences through the engine, as tokens with document-wide positions.
import type { Sentence, Token } from "./annotation.ts";
import type { Engine } from "./engine/index.ts";
import type { RawSentence } from "./tokens.ts";

/** Sentences given to the engine at once: bounds memory for long texts. The engine's results do not depend on it. */
const AT_ONCE = 512;

/** Tokens and sentences of the whole text, with the engine's annotation; heads are positions in the token list, -1 for roots. */
export function parse(raw: readonly RawSentence[], engine: Engine): { tokens: readonly Token[]; sentences: readonly Sentence[] } {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (let start = 0; start < raw.length; start += AT_ONCE) {
    const part = raw.slice(start, start + AT_ONCE);
    const done = engine.annotate(part.map((s) => s.tokens.map((t) => t.text)));
    part.forEach((sentence, at) => {
      const from = tokens.length;
      const index = start + at;
      const tags = done[at]!;
      sentence.tokens.forEach((token, i) => {
        const head = tags.heads[i]!;
        tokens.push({
          index: from + i,
          sentence: index,
          start: token.start,
          end: token.end,
          text: token.text,
          lemma: tags.lemmas[i]!,
          upos: tags.upos[i]!,
          xpos: tags.xpos[i]!,
          head: head === 0 ? -1 : from + head - 1,
          deprel: tags.deprels[i]!,
          name: tags.names[i]!,
        });
      });
      sentences.push({
        index,
        start: sentence.start,
        end: sentence.end,
        from,
        to: tokens.length,
        paragraph: sentence.paragraph,
        kind: sentence.kind,
      });
    });
  }
  return { tokens, sentences };
}
