// What has been told: a sentence of a text makes one line, however many claims were read from it.
import type { StoredClaim } from "../ledger/index.ts";
import type { Cell } from "./briefing.ts";
import type { Context } from "./context.ts";
import type { DraftLine } from "./draft.ts";
import { draftText } from "./draft.ts";
import { sentenceOf } from "./sentences.ts";
import { countWords, plain } from "./words.ts";

/** Sentences of more words are told clause by clause. */
const MAX_SENTENCE = 28;

/** Share of a line's content words, with all its numbers, that another line of the cell has when it tells the same. */
const SAME = 0.75;

/** Words of more than two letters, and numbers. */
const wordsOf = (draft: DraftLine): ReadonlySet<string> =>
  new Set(
    (
      plain(draftText(draft))
        .toLowerCase()
        .match(/[\p{L}\p{N}.]+/gu) ?? []
    ).filter((word) => word.length > 2 || /\d/.test(word)),
  );

export interface Told {
  /** The line that `make` writes over claims, unless their sentences, or the same words, were told before. `by` tells apart who acts in one sentence. */
  once(claims: readonly StoredClaim[], by: string, make: () => DraftLine | null): readonly DraftLine[];
}

export function createTold(context: Context): Told {
  const sentences = new Map<string, string>();
  const texts: { readonly cell: Cell | null; readonly words: ReadonlySet<string> }[] = [];
  const isTold = (draft: DraftLine): boolean => {
    const words = wordsOf(draft);
    const shared = (other: ReadonlySet<string>): boolean => {
      const missing = [...words].filter((word) => !other.has(word));
      return missing.length <= (1 - SAME) * words.size && !missing.some((word) => /\d/.test(word));
    };
    return texts.some(({ cell, words: other }) => cell === draft.cell && shared(other));
  };
  const keyOf = (stored: StoredClaim): string => {
    const sentence = sentenceOf(context, stored);
    const { start } = countWords(sentence.quote) <= MAX_SENTENCE ? sentence : stored.claim.evidence[0]!;
    return `${stored.document} ${start}`;
  };
  return {
    once(claims, by, make) {
      const keys = claims.map(keyOf);
      // Two sides in one sentence have a clause each; what is promised or counted in it stands in one of these.
      if (keys.some((key) => sentences.has(key) && (sentences.get(key) === by || by === "promise" || by === "figure"))) return [];
      const draft = make();
      if (draft === null || isTold(draft)) return [];
      texts.push({ cell: draft.cell, words: wordsOf(draft) });
      for (const key of keys) if (!sentences.has(key)) sentences.set(key, by);
      return [draft];
    },
  };
}
