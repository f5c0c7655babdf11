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
