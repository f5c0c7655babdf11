// Consistency: one text calls one thing by one name; the type most mentions have goes for the others.
import type { Token } from "../annotation.ts";
import { type Name, wordsIn } from "./spans.ts";

/** The names with the type that most mentions of the same words have, their own in a tie; a lone family name is the person named in full. */
export function settleTypes(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const counts = new Map<string, Map<string, number>>();
  const families = new Set<string>();
  for (const name of names) {
    const words = wordsIn(tokens, name);
    const types = counts.get(words) ?? new Map<string, number>();
    types.set(name.type, (types.get(name.type) ?? 0) + 1);
    counts.set(words, types);
    if (name.type === "PERSON" && name.to - name.from > 1) families.add(tokens[name.to - 1]!.text);
  }
  return names.map((name) => {
    const words = wordsIn(tokens, name);
    const types = counts.get(words)!;
    // A firm that bears its founder's name is called so more than once.
    if (families.has(words) && name.type !== "NORP" && types.get(name.type)! < 2) return { ...name, type: "PERSON" };
    let { type } = name;
    for (const [other, n] of types) if (n > types.get(type)!) type = other;
    return type === name.type ? name : { ...name, type };
  });
}

/** Fewest mentions with a tag that speak for those the network left without. */
const OFTEN = 2;
const LASTING = new Set(["PERSON", "ORG", "GPE", "LOC", "FAC"]);

const isProper = (token: Token | undefined): boolean => token?.upos === "PROPN" && /^\p{Lu}/u.test(token.text);

/**
 * The names with further mentions of the names of one word that have a tag at least twice and more often than not. A part of a longer run of capitals is none,
 * nor is a word that longer names of things share (`House` beside `White House`); a person takes no article, and laws and events are named by common nouns.
 */
export function withRepeats(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const tagged = new Map<string, Name[]>();
  const taken = new Set<number>();
  const shared = new Set<string>();
  for (const name of names) {
    for (let i = name.from; i < name.to; i++) taken.add(i);
    if (name.to - name.from > 1) {
      if (name.type !== "PERSON") for (let i = name.from; i < name.to; i++) shared.add(tokens[i]!.text);
      continue;
    }
    if (!LASTING.has(name.type)) continue;
    const { text } = tokens[name.from]!;
    const had = tagged.get(text);
    if (had) had.push(name);
    else tagged.set(text, [name]);
  }
  const left = new Map<string, Token[]>();
  for (const token of tokens) {
    if (taken.has(token.index) || shared.has(token.text) || (tagged.get(token.text)?.length ?? 0) < OFTEN || !isProper(token)) continue;
    const had = left.get(token.text);
    if (had) had.push(token);
    else left.set(token.text, [token]);
  }
  const isAlone = (token: Token): boolean =>
    ![token.index - 1, token.index + 1].some((i) => tokens[i]?.sentence === token.sentence && isProper(tokens[i]));
  const more = [...left].flatMap(([text, free]) => {
    const had = tagged.get(text)!;
    const fits = (token: Token): boolean =>
      isAlone(token) && !(had[0]!.type === "PERSON" && /^the$/i.test(tokens[token.index - 1]?.text ?? ""));
    return had.length > free.length ? free.filter(fits).map((t): Name => ({ from: t.index, to: t.index + 1, type: had[0]!.type })) : [];
  });
  return more.length === 0 ? [...names] : [...names, ...more].sort((a, b) => a.from - b.from);
}
