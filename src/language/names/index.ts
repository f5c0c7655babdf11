// Names after the network: its tags mended by what it cannot see, the tables of the world, the rest of the text, and the words beside a name.
import type { Knowledge, SurfaceMatch } from "../../knowledge/index.ts";
import type { Sentence, Token } from "../annotation.ts";
import { treeOf } from "../tree.ts";
import { withAcronyms } from "./acronyms.ts";
import { settleTypes, withRepeats } from "./consistency.ts";
import { grow, trimCommon, trimMarks, widen } from "./edges.ts";
import { nameOccasions } from "./occasions.ts";
import { splitTerritories } from "./parts.ts";
import { namesOf, withNames } from "./spans.ts";
import { withClues } from "./types.ts";
import { completeNames } from "./wholes.ts";

/** What the tables know in a text: matches in text order, over the document's token positions. None overlaps another. */
export function surfacesIn(tokens: readonly Token[], sentences: readonly Sentence[], knowledge: Knowledge): readonly SurfaceMatch[] {
  return sentences.flatMap((s) =>
    knowledge
      .surfaces(tokens.slice(s.from, s.to).map((t) => t.text))
      .map((match) => ({ ...match, from: match.from + s.from, to: match.to + s.from })),
  );
}

/** The tokens of a text with their name tags mended; all else stays. Linear in the text. */
export function mendNames(tokens: readonly Token[], sentences: readonly Sentence[], surfaces: readonly SurfaceMatch[]): readonly Token[] {
  const owner = new Map<number, SurfaceMatch>();
  for (const s of surfaces) for (let i = s.from; i < s.to; i++) owner.set(i, s);
  let names = trimCommon(tokens, sentences, trimMarks(tokens, namesOf(tokens)));
  names = grow(tokens, nameOccasions(tokens, widen(tokens, names, surfaces)));
  const surfaceAt = (token: number): SurfaceMatch | null => owner.get(token) ?? null;
  names = completeNames(tokens, splitTerritories(tokens, surfaceAt, names));
  const families = new Set(names.filter((n) => n.type === "PERSON" && n.to - n.from > 1).map((n) => tokens[n.to - 1]!.text));
  const scene = { tree: treeOf(tokens), surfaceAt, families };
  names = names.map((name) => withClues(scene, name));
  return withNames(tokens, withRepeats(tokens, withAcronyms(tokens, settleTypes(tokens, names))));
}
