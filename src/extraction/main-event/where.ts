// Where: the place that headline and opening name, and the rest of the text comes back to.
import { actorKind, type Span } from "../../model/index.ts";
import { actorMentionAt, type Context, placeMentionAt } from "../context.ts";
import { afterDateline } from "../evidence.ts";
import type { Sentence } from "../input.ts";

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** What a place gains: by where it stands, by a preposition of place before it, by each further naming. Tried on the development texts. */
const IN_HEADING = 2;
const IN_OPENING = [2, 1.5, 1] as const;
const LOCATED = 1.5;
const AGAIN = 0.4;
const MAX_AGAIN = 5;
const PLACE_PREPOSITION = /^(?:in|at|near|outside|inside|around|on|off|across|over)$/;

/** Runs of tokens that the engine takes for a town, country, region or building. */
function placesIn(ctx: Context, from: number, to: number): { readonly from: number; readonly to: number }[] {
  const { tokens } = ctx.tree;
  const out: { from: number; to: number }[] = [];
  for (let i = from; i < to; i++) {
    if (!/^B-(?:GPE|LOC|FAC)$/.test(tokens[i]!.name)) continue;
    let end = i + 1;
    while (end < to && /^I-(?:GPE|LOC|FAC)$/.test(tokens[end]!.name)) end++;
    // a name with hyphens is several tokens: “Mazar-i-Sharif”
    while (
      end + 1 < to &&
      tokens[end]!.text === "-" &&
      tokens[end]!.start === tokens[end - 1]!.end &&
      tokens[end]!.end === tokens[end + 1]!.start
    )
      end += 2;
    // “a US-based firm” is of a place, and nothing is said to be there
    if (!/^\p{Ll}/u.test(tokens[end - 1]!.text)) out.push({ from: i, to: end });
    i = end - 1;
  }
  return out;
}

/** The word of a place's name that the rest hangs on. */
function headIn(ctx: Context, { from, to }: { readonly from: number; readonly to: number }): number {
  for (let i = from; i < to; i++) if (ctx.tree.head(i) < from || ctx.tree.head(i) >= to) return i;
  return from;
}

/** Whether a place is where something is, not whose something is: “in Croydon”, not “Croydon's mayor” and no subject. */
function isLocation(ctx: Context, place: { readonly from: number; readonly to: number }): boolean {
  return PLACE_PREPOSITION.test(ctx.tree.preposition(headIn(ctx, place)) ?? "");
}

export function whereOf(ctx: Context, opening: readonly Sentence[]): Span | null {
  const { tokens } = ctx.tree;
  const named = new Map<string, number>();
  const key = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .map((t) => t.text.toLowerCase())
      .filter((w) => w !== "the")
      .join(" ");
  for (const p of placesIn(ctx, 0, tokens.length)) named.set(key(p.from, p.to), (named.get(key(p.from, p.to)) ?? 0) + 1);
  let best: Candidate | null = null;
  let prose = 0;
  for (const s of opening) {
    const stand = s.kind === "heading" ? IN_HEADING : (IN_OPENING[prose++] ?? 0);
    for (const p of placesIn(ctx, afterDateline(ctx, s.from), s.to)) {
      const again = Math.min(MAX_AGAIN, (named.get(key(p.from, p.to)) ?? 1) - 1);
      const score = stand + AGAIN * again + (isLocation(ctx, p) ? LOCATED : 0);
      if (best === null || score > best.score) best = { ...p, score };
    }
  }
  if (best === null) {
    // nothing in the opening: what the text names most
    const [most] = [...named].sort((a, b) => b[1] - a[1]);
    const first = most === undefined ? undefined : placesIn(ctx, 0, tokens.length).find((p) => key(p.from, p.to) === most[0]);
    return first === undefined ? null : { start: tokens[first.from]!.start, end: tokens[first.to - 1]!.end };
  }
  const finer = townIn(ctx, opening, best);
  const chosen = finer ?? best;
  return { start: tokens[chosen.from]!.start, end: tokens[chosen.to - 1]!.end };
}

/** Where the best place is a whole state, the town of it that the opening says something is in. */
function townIn(
  ctx: Context,
  opening: readonly Sentence[],
  best: { readonly from: number },
): { readonly from: number; readonly to: number } | null {
  const state = actorMentionAt(ctx, best.from)?.actors.find((a) => actorKind(a.id) === "state")?.id ?? null;
  if (state === null) return null;
  const others = opening.flatMap((s) => placesIn(ctx, afterDateline(ctx, s.from), s.to)).filter((p) => p.from !== best.from);
  return others.find((p) => isOfState(ctx, p, state)) ?? others.find((p) => isUnknownTown(ctx, p)) ?? null;
}

const isState = (ctx: Context, i: number) => actorMentionAt(ctx, i)?.actors.some((a) => actorKind(a.id) === "state") === true;

/** A place that no table has, named as where something is: in a text about one state it is of that state. */
function isUnknownTown(ctx: Context, p: { readonly from: number; readonly to: number }): boolean {
  const { tree } = ctx;
  for (let i = p.from; i < p.to; i++) if (isState(ctx, i) || (placeMentionAt(ctx, i)?.state ?? null) !== null) return false;
  return isLocation(ctx, p) || (tree.preposition(headIn(ctx, p)) === "of" && TOWN.has(tree.lemma(tree.head(headIn(ctx, p)))));
}

/** Whether a place lies in a state by the tables, or by its words: “the Afghan city of X”, “Afghanistan's X”. */
function isOfState(ctx: Context, p: { readonly from: number; readonly to: number }, state: string): boolean {
  const { tree } = ctx;
  const known = placeMentionAt(ctx, p.from)?.state ?? null;
  const head = headIn(ctx, p);
  if (known !== null) return known === state && (isLocation(ctx, p) || tree.preposition(head) === "of");
  const over = tree.preposition(head) === "of" && TOWN.has(tree.lemma(tree.head(head))) ? tree.kids(tree.head(head)) : [];
  return [...over, ...tree.by(head, "nmod:poss")].some((k) => actorMentionAt(ctx, k)?.actors.some((a) => a.id === state) === true);
}
const TOWN = new Set("city town village province district region port capital suburb county state".split(" "));
