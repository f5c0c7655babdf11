// Spans of names: BIO tags as ranges with a type, and back.
import type { Token } from "../annotation.ts";
import type { Range } from "../tree.ts";

/** A name: token positions and one of the engine's types. */
export interface Name extends Range {
  readonly type: string;
}

/** The names that the tags of the tokens hold, in text order; none crosses a sentence. */
export function namesOf(tokens: readonly Token[]): Name[] {
  const names: { from: number; to: number; type: string }[] = [];
  let open: { from: number; to: number; type: string } | null = null;
  for (const token of tokens) {
    const type = token.name.slice(2);
    if (open && token.name.startsWith("I-") && open.type === type && tokens[open.from]!.sentence === token.sentence) open.to++;
    else {
      open = token.name === "O" ? null : { from: token.index, to: token.index + 1, type };
      if (open) names.push(open);
    }
  }
  return names;
}

/** The tokens with these names as their tags, and no others; names may not overlap. */
export function withNames(tokens: readonly Token[], names: readonly Name[]): readonly Token[] {
  const tags = new Array<string>(tokens.length).fill("O");
  for (const { from, to, type } of names) for (let i = from; i < to; i++) tags[i] = `${i === from ? "B" : "I"}-${type}`;
  return tokens.map((token, i) => (tags[i] === token.name ? token : { ...token, name: tags[i]! }));
}

/** The words of a range with one blank between them. */
export function wordsIn(tokens: readonly Token[], { from, to }: Range): string {
  return tokens
    .slice(from, to)
    .map((t) => t.text)
    .join(" ");
}
