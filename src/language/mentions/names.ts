// Name spans: what the gazetteer and the engine each take for a proper name, reconciled to one list without overlaps.
import type { SurfaceMatch } from "../../knowledge/index.ts";
import type { Token } from "../annotation.ts";
import type { Range } from "../tree.ts";
import { officeAt, type Scene } from "./candidate.ts";
import { honorific, ORGANS } from "./lexicon.ts";

export interface NameSpan extends Range {
  /** The engine's label (`PERSON`, `GPE`, `NORP`, `ORG`, `FAC`, `LOC`, `EVENT`, `LAW`), or what the gazetteer's kind amounts to. */
  readonly label: string;
  /** The gazetteer's match when it covers the span. */
  readonly surface: SurfaceMatch | null;
  /** Gazetteer matches inside a longer span of the engine. */
  readonly inside: readonly SurfaceMatch[];
}

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

/** Penn tags a name does not end with. */
const TRAILING = new Set(["POS", "IN", "DT", "CC", ",", ":"]);
/** Last words of names of occasions and papers, which the engine takes for bodies now and then. */
const OCCASIONS = new Set(
  `summit conference meeting dialogue talks alliance partnership relationship relations ties treaty agreement accord accords declaration act protocol convention charter constitution war cup olympics
  election elections festival prize award programme program plan strategy initiative project framework resolution report process article chapter section clause`.split(
    /\s+/,
  ),
);

/** BIO tags of the engine as spans, trimmed of a leading determiner and a trailing possessive mark. */
function tagged(tokens: readonly Token[]): (Range & { label: string })[] {
  const spans: { from: number; to: number; label: string }[] = [];
  let open: { from: number; to: number; label: string } | null = null;
  for (const token of tokens) {
    const begins = token.name.startsWith("B-");
    const label = token.name.slice(2);
    if (open && !begins && token.name.startsWith("I-") && open.label === label && open.to === token.index) {
      open.to = token.index + 1;
    } else {
      open = token.name === "O" ? null : { from: token.index, to: token.index + 1, label };
      if (open) spans.push(open);
    }
  }
  for (const span of spans) {
    while (span.to - span.from > 1 && TRAILING.has(tokens[span.to - 1]!.xpos)) span.to--;
    if (span.to - span.from > 1 && /^(the|a|an)$/i.test(tokens[span.from]!.text)) span.from++;
    if (span.label === "ORG" && OCCASIONS.has(tokens[span.to - 1]!.text.toLowerCase())) span.label = "EVENT";
  }
  // A name has a capital or a digit somewhere.
  return spans.filter((s) => {
    const words = tokens.slice(s.from, s.to);
    return words.some((t) => /[\p{Lu}\p{Lo}\p{N}]/u.test(t.text)) && !words.every((t) => honorific(t.text) !== null);
  });
}

/** What the engine's span becomes beside the gazetteer's matches it touches; null where they stand for themselves. */
function reconciled(
  tag: Range & { label: string },
  matches: readonly SurfaceMatch[],
  familyName: boolean,
  organ: boolean,
): NameSpan | null {
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
  // `the U.S.-Japan Alliance`: two states and what joins them, no third actor.
  if (new Set(matches.filter((m) => m.kind === "state" || m.kind === "adjective").map((m) => m.ids[0])).size > 1) return null;
  const body = matches.find((m) => m.kind === "organisation" || m.kind === "organ");
  return body && to - from - (body.to - body.from) <= 1 ? null : own;
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

/** `OSLO –`, `NEW DELHI, April 2 (NPA) -`: capitals at the start of a sentence before a dash are a place, whatever they were tagged. */
function datelines(scene: Scene, spans: NameSpan[]): void {
  const { tokens, sentences, knowledge, forms, text } = scene;
  const capitals = (i: number): boolean => /^\p{Lu}[\p{Lu}.]+$/u.test(forms[i]!);
  for (const { from, to } of sentences) {
    let end = from;
    while (end < Math.min(to, from + 3) && capitals(end)) end++;
    if (end === from) continue;
    let dash = end;
    while (dash < Math.min(to, end + 12) && !/^(?:[-–—]|--)$/.test(forms[dash]!) && tokens[dash]!.upos !== "VERB") dash++;
    if (dash >= to || !/^(?:[-–—]|--)$/.test(forms[dash]!)) continue;
    if (!knowledge.place(text.slice(tokens[from]!.start, tokens[end - 1]!.end))) continue;
    const at = spans.findIndex((s) => s.from < end && s.to > from);
    const span: NameSpan = { from, to: end, label: "GPE", surface: null, inside: [] };
    if (at < 0) spans.push(span);
    else if (spans[at]!.from >= from && spans[at]!.to <= end) spans[at] = span;
  }
}

/** Names that were found once and stand elsewhere without a tag; and family names of persons named in full. */
function remembered(tokens: readonly Token[], timed: Uint8Array, spans: readonly NameSpan[]): NameSpan[] {
  const taken = new Uint8Array(tokens.length);
  const labels = new Map<string, Map<string, number>>();
  for (const span of spans) {
    taken.fill(1, span.from, span.to);
    if (span.surface && span.label !== "PERSON") continue;
    const words = tokens.slice(span.from, span.to).map((t) => t.text);
    const texts = span.label === "PERSON" && words.length > 1 ? [words.join(" "), words.at(-1)!] : [words.join(" ")];
    for (const text of texts) {
      if (text.length < 3 || !/^\p{Lu}/u.test(text)) continue;
      const counts = labels.get(text) ?? new Map<string, number>();
      counts.set(span.label, (counts.get(span.label) ?? 0) + 1);
      labels.set(text, counts);
    }
  }
  const byFirst = new Map<string, string[][]>();
  for (const text of labels.keys()) {
    const words = text.split(" ");
    const list = byFirst.get(words[0]!) ?? [];
    if (list.length < 64) list.push(words); // bounds the work on a hostile text
    byFirst.set(words[0]!, list);
  }
  const small = new Set(tokens.filter((t) => t.text === t.text.toLowerCase()).map((t) => t.text));
  const found: NameSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    // In headlines the tagger takes unknown names for nouns; a word that the text also writes small is none.
    if (taken[i] || timed[i] || !(tokens[i]!.upos === "PROPN" || (tokens[i]!.upos === "NOUN" && !small.has(tokens[i]!.text.toLowerCase()))))
      continue;
    let best: string[] | null = null;
    for (const words of byFirst.get(tokens[i]!.text) ?? []) {
      const fits = words.every((w, k) => tokens[i + k]?.text === w && !taken[i + k] && !timed[i + k]);
      if (fits && words.length > (best?.length ?? 0)) best = words;
    }
    if (!best) continue;
    const counts = labels.get(best.join(" "))!;
    const label = [...counts].sort((a, b) => b[1] - a[1])[0]![0];
    if (label !== "EVENT" && label !== "LAW" && label !== "NORP")
      found.push({ from: i, to: i + best.length, label, surface: null, inside: [] });
    i += best.length - 1;
  }
  return found;
}

/**
 * One list of name spans in text order, none overlapping.
 * A gazetteer match wins over an engine span it covers or equals; an engine span that is longer on either side keeps the match inside it,
 * because `Bank of China` is no state and `Washington Post` no capital. A gazetteer person beats any label; a tagged person with more words beats a gazetteer place.
 */
export function nameSpans(scene: Scene, taken: readonly Range[]): NameSpans {
  const { tokens, sentences, knowledge } = scene;
  const timed = new Uint8Array(tokens.length);
  for (const range of taken) timed.fill(1, range.from, range.to);
  const surfaces: SurfaceMatch[] = [];
  for (const sentence of sentences) {
    for (const match of knowledge.surfaces(scene.sentenceForms[sentence.index]!)) {
      const from = match.from + sentence.from;
      if (!timed[from]) surfaces.push({ ...match, from, to: match.to + sentence.from });
    }
  }
  const owner = new Int32Array(tokens.length).fill(-1);
  surfaces.forEach((s, index) => {
    owner.fill(index, s.from, s.to);
  });
  const spans: NameSpan[] = [];
  const spent = new Set<number>();
  const tags = tagged(tokens).filter((tag) => !timed[tag.from]);
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
  surfaces.forEach((s, index) => {
    if (!spent.has(index)) spans.push({ from: s.from, to: s.to, label: LABEL[s.kind], surface: s, inside: [] });
  });
  compounds(scene, spans);
  datelines(scene, spans);
  spans.push(...remembered(tokens, timed, spans));
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
