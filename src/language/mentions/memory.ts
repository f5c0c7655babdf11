// Memory: names that a text has shown once, found again where the engine gave them no tag.
import type { Token } from "../annotation.ts";
import type { NameSpan } from "./name-span.ts";

/** Most names looked at for one first word: bounds the work on a hostile text. */
const MAX_SAME_START = 64;

interface Known {
  readonly words: readonly string[];
  readonly labels: Map<string, number>;
}

/** Names of the spans by their first word: the whole name, and a person's family name alone. */
function index(tokens: readonly Token[], spans: readonly NameSpan[]): Map<string, Known[]> {
  const byText = new Map<string, Known>();
  for (const span of spans) {
    if (span.surface && span.label !== "PERSON") continue;
    const words = tokens.slice(span.from, span.to).map((t) => t.text);
    const forms = span.label === "PERSON" && words.length > 1 ? [words, words.slice(-1)] : [words];
    for (const form of forms) {
      const text = form.join(" ");
      if (text.length < 3 || !/^\p{Lu}/u.test(text)) continue;
      const known = byText.get(text) ?? { words: form, labels: new Map() };
      known.labels.set(span.label, (known.labels.get(span.label) ?? 0) + 1);
      byText.set(text, known);
    }
  }
  const byFirst = new Map<string, Known[]>();
  for (const known of byText.values()) {
    const first = known.words[0]!;
    const list = byFirst.get(first) ?? [];
    if (list.length < MAX_SAME_START) list.push(known);
    byFirst.set(first, list);
  }
  return byFirst;
}

/** Further spans of the names that `spans` hold, with the label most of them have. `barred` marks tokens that are dates; `small` are words the text also writes in lower case. */
export function remembered(
  tokens: readonly Token[],
  spans: readonly NameSpan[],
  barred: Uint8Array,
  small: ReadonlySet<string>,
): NameSpan[] {
  const taken = Uint8Array.from(barred);
  for (const span of spans) taken.fill(1, span.from, span.to);
  const byFirst = index(tokens, spans);
  const found: NameSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { upos, text } = tokens[i]!;
    // In headlines the tagger takes unknown names for nouns; a word that the text also writes small is none.
    if (taken[i] || !(upos === "PROPN" || (upos === "NOUN" && !small.has(text.toLowerCase())))) continue;
    let best: Known | null = null;
    for (const known of byFirst.get(text) ?? []) {
      const fits = known.words.every((w, k) => tokens[i + k]?.text === w && !taken[i + k]);
      if (fits && known.words.length > (best?.words.length ?? 0)) best = known;
    }
    if (!best) continue;
    const label = [...best.labels].sort((a, b) => b[1] - a[1])[0]![0];
    const to = i + best.words.length;
    if (!["EVENT", "LAW", "NORP"].includes(label)) found.push({ from: i, to, label, surface: null, inside: [] });
    i = to - 1;
  }
  return found;
}
