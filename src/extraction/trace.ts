// What was tried and left: readings that matched words of a text and gave no claim, each with its reason. Kept only when `scenesetter why` asks.
import type { Claim } from "../model/index.ts";
import type { Tree } from "./tree.ts";

export interface Left {
  readonly rule: string;
  /** The word the rule matched at. */
  readonly token: number;
  /** Why it was not taken; completes “left, for …” in plain words. */
  readonly why: string;
}

/** Told of every reading that is left; null while nobody asks, so that no reason is ever worded in vain. */
export type Trace = ((left: Left) => void) | null;

/** Tells the trace, if there is one, and gives null, which readers return where they take nothing. */
export function left(ctx: { readonly trace: Trace }, rule: string, token: number, why: string): null {
  ctx.trace?.({ rule, token, why });
  return null;
}

/** Why a reading is left whose actor is a company, a private person or nobody known. */
export const NO_OFFICIAL = "who does or holds it is no state, international organisation or official of one";

/** Why a claim is left that speaks of one country's own affairs. */
export const AT_HOME = "it is addressed to no other state, and the text is about no meeting or known issue between states";

/** The same for a claim that a later look takes out, at the first word of its evidence; false, for filters. */
export function leftClaim(ctx: { readonly trace: Trace; readonly tree: Tree }, claim: Claim, why: string): false {
  if (ctx.trace !== null) {
    const { start } = claim.evidence[0]!;
    const token = ctx.tree.tokens.find((t) => t.start >= start);
    if (token !== undefined) left(ctx, claim.rule, token.index, why);
  }
  return false;
}

interface Read {
  readonly rule: string;
  readonly token: number;
}

/** The first reading that some readers give at a token; while somebody asks, what later ones would give is told as left. */
export function firstOf<C extends { readonly trace: Trace }, R extends Read>(
  ctx: C,
  readers: readonly ((ctx: C, token: number) => R | null)[],
  token: number,
  taken: R | null = null,
): R | null {
  let first = taken;
  for (const reader of readers) {
    if (first !== null && ctx.trace === null) return first;
    const read = reader(ctx, token);
    if (read !== null && first !== null) left(ctx, read.rule, read.token, `${first.rule} fits the same words and comes first`);
    first ??= read;
  }
  return first;
}
