// Tags: the engine's BIO names as spans, cleaned of what is no name.
import type { Token } from "../annotation.ts";
import { namesOf } from "../names/spans.ts";
import type { Range } from "../tree.ts";
import { honorific } from "./lexicon.ts";

export interface Tagged extends Range {
  readonly label: string;
}

/** Penn tags a name does not end with. */
const TRAILING = new Set(["POS", "IN", "DT", "CC", ",", ":"]);

/** Last words of names of occasions, relations and papers, which the engine takes for bodies now and then. */
export const OCCASIONS = new Set(
  `summit conference meeting dialogue talks alliance partnership relationship relations ties treaty agreement accord accords declaration act law protocol
  convention charter constitution war cup olympics election elections festival prize award programme program plan strategy initiative project framework
  resolution report process article chapter section clause`.split(/\s+/),
);

/** Whether a cleaned span is a name at all. `small` are the words the text also writes in lower case. */
function isName(tokens: readonly Token[], span: Tagged, small: ReadonlySet<string>): boolean {
  const words = tokens.slice(span.from, span.to);
  if (!words.some((t) => /[\p{Lu}\p{Lo}\p{N}]/u.test(t.text)) || words.every((t) => honorific(t.text) !== null)) return false;
  if (words.length > 1) return true;
  const { text, upos } = words[0]!;
  const capitals = text.length > 2 && text === text.toUpperCase() && /\p{Lu}/u.test(text);
  if (span.label === "PERSON") return !capitals || upos !== "PROPN" || isShouted(tokens, span);
  // `Women`, `Guidelines`: words of a heading, not bodies.
  return (
    capitals || upos === "PROPN" || (span.label !== "ORG" && span.label !== "FAC" && span.label !== "LOC") || !small.has(text.toLowerCase())
  );
}

/** Whether the words around a span are capitals too, as in a headline or a label `MR. OSEI:`. */
function isShouted(tokens: readonly Token[], span: Range): boolean {
  const { sentence } = tokens[span.from]!;
  for (const at of [span.from - 1, span.to]) {
    const token = tokens[at];
    if (token?.sentence === sentence && /\p{Lu}{2}|:|^Q$|^M[RS]\.$/u.test(token.text) && token.text === token.text.toUpperCase())
      return true;
  }
  return false;
}

/** Spans of the engine's tags, without a leading article and trailing marks, in text order. */
export function taggedSpans(tokens: readonly Token[], small: ReadonlySet<string>): Tagged[] {
  const spans = namesOf(tokens).map(({ from, to, type }) => ({ from, to, label: type }));
  for (const span of spans) {
    while (span.to - span.from > 1 && TRAILING.has(tokens[span.to - 1]!.xpos)) span.to--;
    // `the Lakers`; and `Q`, which marks a question in a transcript.
    if (span.to - span.from > 1 && /^(?:the|a|an|q)$/i.test(tokens[span.from]!.text)) span.from++;
    if (span.label === "ORG" && OCCASIONS.has(tokens[span.to - 1]!.text.toLowerCase())) span.label = "EVENT";
  }
  return spans.filter((span) => isName(tokens, span, small));
}
