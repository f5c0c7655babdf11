// Openings: names in capitals at the start of a sentence, which no tagger reads well: datelines and the labels of turns in a transcript.
import type { Sentence } from "../annotation.ts";
import { officeAt, type Scene } from "./candidate.ts";
import { honorific } from "./lexicon.ts";
import type { NameSpan } from "./name-span.ts";

/** Longest label of a turn before its colon: `PRIME MINISTER LEE HSIEN LOONG`. */
const MAX_LABEL = 8;

/** `OSLO –`, `NEW DELHI, April 2 (NPA) -`: capitals before a dash that name a place. */
function dateline(scene: Scene, { from, to }: Sentence): NameSpan | null {
  const { tokens, forms, text } = scene;
  let end = from;
  while (end < Math.min(to, from + 3) && /^\p{Lu}[\p{Lu}.]+$/u.test(forms[end]!)) end++;
  if (end === from) return null;
  let dash = end;
  while (dash < Math.min(to, end + 12) && !/^(?:[-–—]|--)$/.test(forms[dash]!) && tokens[dash]!.upos !== "VERB") dash++;
  if (dash >= to || !/^(?:[-–—]|--)$/.test(forms[dash]!)) return null;
  const known = scene.knowledge.place(text.slice(tokens[from]!.start, tokens[end - 1]!.end));
  return known && { from, to: end, label: "GPE", surface: null, inside: [] };
}

/** `PRESIDENT OSEI:`, `MS. ADDO:`: capitals between a title and a colon that name a person. */
function turn(scene: Scene, { from, to }: Sentence): NameSpan | null {
  const { forms } = scene;
  let colon = from;
  while (colon < Math.min(to, from + MAX_LABEL) && /^\p{Lu}[\p{Lu}\p{M}.’'-]*$/u.test(forms[colon]!)) colon++;
  if (colon - from < 2 || forms[colon] !== ":") return null;
  const name = honorific(forms[from]!) === null ? (officeAt(scene, from)?.to ?? colon) : from + 1;
  return name < colon ? { from: name, to: colon, label: "PERSON", surface: null, inside: [] } : null;
}

/** Adds the names that open sentences, in place of what the spans have there; a longer span and a person of the tables stay. */
export function openings(scene: Scene, spans: NameSpan[]): void {
  const at = new Map<number, number>();
  spans.forEach((span, index) => {
    for (let i = span.from; i < span.to; i++) at.set(i, index);
  });
  for (const sentence of scene.sentences) {
    const found = dateline(scene, sentence) ?? turn(scene, sentence);
    if (!found) continue;
    const index = at.get(found.from);
    const there = index === undefined ? null : spans[index]!;
    if (!there) spans.push(found);
    else if (there.from >= found.from && there.to <= found.to && there.surface?.kind !== "person") spans[index!] = found;
  }
}
