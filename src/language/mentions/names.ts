// Name spans: what the gazetteer and the engine each take for a proper name, reconciled to one list without overlaps.
import type { SurfaceMatch } from "../../knowledge/index.ts";
import type { Range } from "../tree.ts";
import { officeAt, type Scene } from "./candidate.ts";
import { honorific, ORGANS } from "./lexicon.ts";
import { remembered } from "./memory.ts";
import type { NameSpan } from "./name-span.ts";
import { openings } from "./openings.ts";
import { OCCASIONS, type Tagged, taggedSpans } from "./tags.ts";

/** Name spans in text order, with a look-up by token. */
export interface NameSpans {
  readonly list: readonly NameSpan[];
  /** The span that covers a token. */
  at(token: number): NameSpan | null;
}

const LABEL: Readonly<Record<SurfaceMatch["kind"], string>> = {
  state: "GPE",
  adjective: "NORP",
  capital: "GPE",
  seat: "FAC",
  organisation: "ORG",
  person: "PERSON",
  region: "LOC",
  place: "GPE",
  organ: "ORG",
  exercise: "EVENT",
  treaty: "LAW",
};

/** `Ghana's military exercises`: an adjective and no organ; what is left is the state. */
function asModifier(scene: Scene, match: SurfaceMatch): readonly SurfaceMatch[] {
  const { tokens, forms, knowledge } = scene;
  const last = tokens[match.to - 1]!;
  if (match.kind !== "organ" || match.to - match.from < 2 || last.deprel !== "amod" || last.head < match.to) return [match];
  const rest = knowledge.surfaces(forms.slice(match.from, match.to - 1));
  return rest.map((r) => ({ ...r, from: r.from + match.from, to: r.to + match.from }));
}

/** What the engine's span becomes beside the gazetteer's matches it touches; null where they stand for themselves. */
function reconciled(tag: Tagged, matches: readonly SurfaceMatch[], familyName: boolean, organ: boolean): NameSpan | null {
  const { from, to, label } = tag;
  const own: NameSpan = { from, to, label: familyName && to - from === 1 ? "PERSON" : label, surface: null, inside: matches };
  const person = matches.find((m) => m.kind === "person");
  if (person) {
    const longer = to - from > person.to - person.from && from <= person.from && person.to <= to;
    if ((label === "FAC" || label === "ORG") && longer && !organ) return own;
    return label === "PERSON"
      ? { from: Math.min(from, person.from), to: Math.max(to, person.to), label, surface: person, inside: [] }
      : null;
  }
  const first = matches[0];
  if (!first) return own;
  // A family name that the text has introduced (`Valeria Paris`) and that is tagged as a person's is no capital here.
  if (matches.some((m) => m.from < from || m.to > to || (m.from === from && m.to === to)))
    return label === "PERSON" && familyName ? own : null;
  if (label !== "PERSON" && label !== "ORG") return null;
  // `Ambassador to Ecuador Ana Osei`: the state ends the title and the name begins behind it.
  if (label === "PERSON" && first.from === from && to - first.to > 1) return { ...own, from: first.to, inside: [] };
  // `the U.S.-Japan Alliance`: two states and what joins them, no third actor.
  if (new Set(matches.filter((m) => m.kind === "state" || m.kind === "adjective").map((m) => m.ids[0])).size > 1) return null;
  const body = matches.find((m) => m.kind === "organisation" || m.kind === "organ");
  return body && to - from - (body.to - body.from) <= 1 ? null : own;
}

/**
 * Persons of the tables whom the text surely means: named in full, tagged as a person, or with an honorific somewhere.
 * A family name alone that the engine never takes for a person is a word (`the Music Store`, Mr Støre notwithstanding).
 */
function confirmedPersons(scene: Scene, surfaces: readonly SurfaceMatch[], tags: readonly Tagged[]): ReadonlySet<string> {
  const tagged = new Set<number>();
  for (const tag of tags) if (tag.label === "PERSON") for (let i = tag.from; i < tag.to; i++) tagged.add(i);
  const confirmed = new Set<string>();
  for (const s of surfaces) {
    if (s.kind !== "person") continue;
    const before = s.from > 0 && scene.tokens[s.from - 1]!.sentence === scene.tokens[s.from]!.sentence ? scene.forms[s.from - 1]! : "";
    if (s.to - s.from > 1 || tagged.has(s.from) || honorific(before) !== null) for (const id of s.ids) confirmed.add(id);
  }
  return confirmed;
}

/** `U.S. Steel`, `Japan Airlines`: a state's name that only begins a longer proper name. Extends such spans in place. */
function compounds(scene: Scene, spans: NameSpan[]): void {
  const { tokens, sentences, forms } = scene;
  const starts = new Set(spans.map((s) => s.from));
  spans.forEach((span, index) => {
    if (span.surface?.kind !== "state") return;
    const sentence = sentences[tokens[span.from]!.sentence]!;
    const { head, deprel } = tokens[span.to - 1]!;
    if (sentence.kind === "heading" || deprel !== "compound" || head < span.to || head >= sentence.to) return;
    for (let i = span.to; i <= head; i++) if (tokens[i]!.upos !== "PROPN" || !/^\p{Lu}\p{Ll}/u.test(forms[i]!) || starts.has(i)) return;
    const last = forms[head]!.toLowerCase();
    if (ORGANS.has(last) || OCCASIONS.has(last) || officeAt(scene, span.to) || tokens[head]!.xpos === "NNPS") return;
    spans[index] = { from: span.from, to: head + 1, label: "ORG", surface: null, inside: [span.surface] };
  });
}

/**
 * One list of name spans in text order, none overlapping.
 * A gazetteer match wins over an engine span it covers or equals; an engine span that is longer on either side keeps the match inside it,
 * because `Bank of China` is no state and `Washington Post` no capital. A gazetteer person beats any label; a tagged person with more words beats a gazetteer place.
 */
export function nameSpans(scene: Scene, known: readonly SurfaceMatch[], taken: readonly Range[]): NameSpans {
  const { tokens } = scene;
  const timed = new Uint8Array(tokens.length);
  for (const range of taken) timed.fill(1, range.from, range.to);
  const surfaces = known.filter((match) => !timed[match.from]).flatMap((match) => asModifier(scene, match));
  const owner = new Int32Array(tokens.length).fill(-1);
  surfaces.forEach((s, index) => {
    owner.fill(index, s.from, s.to);
  });
  const spans: NameSpan[] = [];
  const spent = new Set<number>();
  const small = new Set(tokens.filter((t) => t.text === t.text.toLowerCase()).map((t) => t.text));
  const tags = taggedSpans(tokens, small).filter((tag) => !timed[tag.from]);
  const full = [...tags.filter((t) => t.label === "PERSON"), ...surfaces.filter((s) => s.kind === "person")].filter(
    (r) => r.to - r.from > 1,
  );
  const families = new Set(full.map((r) => tokens[r.to - 1]!.text));
  for (const tag of tags) {
    const touched: number[] = [];
    for (let i = tag.from; i < tag.to; i++) {
      const index = owner[i]!;
      if (index >= 0 && touched.at(-1) !== index) touched.push(index);
    }
    const span = reconciled(
      tag,
      touched.map((index) => surfaces[index]!),
      families.has(tokens[tag.from]!.text),
      ORGANS.has(tokens[tag.to - 1]!.lemma.toLowerCase()),
    );
    if (!span) continue;
    for (const index of touched) spent.add(index);
    spans.push(span);
  }
  const confirmed = confirmedPersons(scene, surfaces, tags);
  surfaces.forEach((s, index) => {
    if (s.kind === "person" && s.to - s.from === 1 && !s.ids.some((id) => confirmed.has(id))) return;
    if (!spent.has(index)) spans.push({ from: s.from, to: s.to, label: LABEL[s.kind], surface: s, inside: [] });
  });
  compounds(scene, spans);
  openings(scene, spans);
  spans.push(...remembered(tokens, spans, timed, small));
  spans.sort((a, b) => a.from - b.from || b.to - a.to);
  const list: NameSpan[] = [];
  const index = new Int32Array(tokens.length).fill(-1);
  for (const span of spans) {
    if (list.length > 0 && span.from < list.at(-1)!.to) continue;
    index.fill(list.length, span.from, span.to);
    list.push(span);
  }
  return { list, at: (token) => list[index[token] ?? -1] ?? null };
}
