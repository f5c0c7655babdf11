// Whose words a paragraph is that several texts carry: where an independent report took it over, it counts as the source it was taken from.
import type { Span } from "../../model/index.ts";
import type { DocumentFacts } from "../load.ts";
import type { SharedPassage } from "../types.ts";
import type { Pair } from "./group.ts";
import { originOf, type Read } from "./lineage.ts";
import { takenOver } from "./passages.ts";

/**
 * The passages that documents took over from others, in the order of `documents`, of one document those of the text first published first.
 * What a text gave to others is its own and not listed.
 * @param pairs of documents that share words and are not copies as a whole
 */
export function takenFrom(documents: readonly DocumentFacts[], pairs: readonly Pair[], read: Read): readonly SharedPassage[] {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const place = new Map(documents.map((document, i) => [document.id, i]));
  return pairs
    .flatMap(([a, b]) => {
      const both = [byKey.get(a)!, byKey.get(b)!] as const;
      const origin = originOf(both, read);
      const document = origin === both[0] ? both[1] : both[0];
      return takenOver(read(document).text, read(origin).print).map((span) => ({ document: document.id, ...span, from: origin.id }));
    })
    .sort((a, b) => place.get(a.document)! - place.get(b.document)! || place.get(a.from)! - place.get(b.from)! || a.start - b.start);
}

/** Passages by the document they stand in. */
export function byDocument(passages: readonly SharedPassage[]): ReadonlyMap<string, readonly SharedPassage[]> {
  const groups = new Map<string, SharedPassage[]>();
  for (const passage of passages) {
    const group = groups.get(passage.document);
    if (group) group.push(passage);
    else groups.set(passage.document, [passage]);
  }
  return groups;
}

/** The passage that words of a document stand in, taken from the first of the texts that `counts` admits; undefined where they are its own. */
export function passageAt(
  passages: readonly SharedPassage[],
  words: Span,
  counts: (document: string) => boolean = () => true,
): SharedPassage | undefined {
  return passages.find(({ start, end, from }) => start <= words.start && words.start < end && counts(from));
}
