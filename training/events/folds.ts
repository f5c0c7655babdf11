// Folds for cross-validation in which near-duplicates stay together.
import { createHash } from "node:crypto";

/** Share of the shorter text's word triples that two near-duplicates have in common. */
const NEAR = 0.5;

function triples(words: readonly string[]): Set<string> {
  return new Set(words.slice(2).map((w, i) => `${words[i]} ${words[i + 1]} ${w}`));
}

/** For each text the number of its group; texts that share half of the shorter one's word triples are one group, over chains too. */
export function nearGroups(texts: readonly (readonly string[])[]): number[] {
  const sets = texts.map(triples);
  const parent = texts.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const holders = new Map<string, number[]>();
  sets.forEach((set, i) => {
    const shared = new Map<number, number>();
    for (const t of set) {
      for (const j of holders.get(t) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1);
      holders.set(t, [...(holders.get(t) ?? []), i]);
    }
    for (const [j, n] of shared) if (n / Math.min(set.size, sets[j]!.size) >= NEAR) parent[find(i)] = find(j);
  });
  return texts.map((_, i) => find(i));
}

/** A fold for each text: groups whole, labels spread evenly, order by hash and not by chance. Texts are given as words with actors masked. */
export function foldsOf(texts: readonly (readonly string[])[], labels: readonly string[], count: number): number[] {
  const groups = new Map<number, number[]>();
  nearGroups(texts).forEach((g, i) => {
    groups.set(g, [...(groups.get(g) ?? []), i]);
  });
  const keyed = [...groups.values()].map((members) => ({
    members,
    key: createHash("sha256").update(texts[members[0]!]!.join(" ")).digest("hex"),
  }));
  keyed.sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1));
  const folds = Array.from({ length: count }, () => ({ size: 0, labels: new Map<string, number>() }));
  const out = texts.map(() => 0);
  for (const { members } of keyed) {
    const load = (f: number) => members.reduce((s, i) => s + (folds[f]!.labels.get(labels[i]!) ?? 0), 0);
    const best = folds.map((_, f) => f).sort((a, b) => load(a) - load(b) || folds[a]!.size - folds[b]!.size || a - b)[0]!;
    const fold = folds[best]!;
    for (const i of members) {
      out[i] = best;
      fold.size++;
      fold.labels.set(labels[i]!, (fold.labels.get(labels[i]!) ?? 0) + 1);
    }
  }
  return out;
}
