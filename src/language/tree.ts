// Tree: the dependency tree of a document's tokens, as child lists, for questions about phrases and clauses.
import type { Token } from "./annotation.ts";

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Tree {
  readonly tokens: readonly Token[];
  /** Token positions that depend on `token`, in text order. */
  children(token: number): readonly number[];
  /** First child with one of the relations (subtypes count: `nsubj` finds `nsubj:pass`), or -1. */
  child(token: number, ...relations: readonly string[]): number;
  /** Half-open range of token positions from the first to the last descendant of `token`, itself included. */
  subtree(token: number): Range;
  /** Whether `token` is `ancestor` or hangs below it. */
  within(token: number, ancestor: number): boolean;
}

const NONE: readonly number[] = [];
const cache = new WeakMap<readonly Token[], Tree>();

/** The relation without its subtype: `nsubj` for `nsubj:pass`. */
export function base(deprel: string): string {
  const colon = deprel.indexOf(":");
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

/** The tree over `tokens`; built once for each token list. */
export function treeOf(tokens: readonly Token[]): Tree {
  const known = cache.get(tokens);
  if (known) return known;
  const lists: number[][] = [];
  for (const token of tokens) {
    if (token.head < 0) continue;
    const list = lists[token.head];
    if (list) list.push(token.index);
    else lists[token.head] = [token.index];
  }
  const children = (token: number): readonly number[] => lists[token] ?? NONE;
  const tree: Tree = {
    tokens,
    children,
    child(token, ...relations) {
      for (const c of children(token)) {
        const deprel = tokens[c]!.deprel;
        if (relations.includes(deprel) || relations.includes(base(deprel))) return c;
      }
      return -1;
    },
    subtree(token) {
      let from = token;
      let to = token;
      const stack = [token];
      for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
        if (at < from) from = at;
        if (at > to) to = at;
        for (const c of children(at)) stack.push(c);
      }
      return { from, to: to + 1 };
    },
    within(token, ancestor) {
      for (let at = token; at >= 0; at = tokens[at]!.head) if (at === ancestor) return true;
      return false;
    },
  };
  cache.set(tokens, tree);
  return tree;
}

/** The token of a range whose head lies outside it; the first such when a parse error leaves several. */
export function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const head = tokens[i]!.head;
    if ((head < from || head >= to) && tokens[i]!.upos !== "PUNCT" && tokens[i]!.deprel !== "case") return i;
  }
  return from;
}
