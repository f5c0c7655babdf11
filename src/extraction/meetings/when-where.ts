// The day and the place of a meeting, read from its clause.
import type { Span } from "../../model/index.ts";
import { SPEECH } from "../attribution.ts";
import { actorMentionAt, type Context, mentionsIn, placeMentionAt } from "../context.ts";
import { afterDateline } from "../evidence.ts";
import type { DateMention } from "../input.ts";
import type { When } from "./draft.ts";

/** Nouns with a day and a place of their own. */
const MEETING_NOUNS = new Set(["meeting", "summit", "visit", "call", "conversation", "trip", "anniversary", "election", "inauguration"]);

/** Farthest that a date may stand from its predicate in the tree, in steps; gold: 95 % at 4 or less. */
const MAX_STEPS = 6;

/** Steps up from `token` to `top`; null where `top` is not above it, or another clause lies between. */
function stepsUp(ctx: Context, token: number, top: number, through = false): number | null {
  let at = token;
  for (let n = 0; n <= MAX_STEPS && at >= 0; n++) {
    if (at === top) return n;
    if (at !== token && ctx.tree.token(at).upos === "VERB" && !/^(?:xcomp|conj)$/.test(ctx.tree.relation(at))) return null;
    if (!through && at !== token && MEETING_NOUNS.has(ctx.tree.lemma(at))) return null;
    at = ctx.tree.head(at);
  }
  return null;
}

/** Whether a date is denied: “on Friday, not Thursday”. */
function isDenied(ctx: Context, mention: DateMention): boolean {
  const before = ctx.tree.tokens[mention.from - 1];
  const two = ctx.tree.tokens[mention.from - 2];
  return (
    before?.lemma === "not" ||
    (two?.lemma === "not" && before?.upos === "ADP") ||
    ctx.tree.by(mention.head, "advmod", "cc").some((k) => ctx.tree.lemma(k) === "not")
  );
}

function usable(mention: DateMention): boolean {
  return (
    (mention.type === "DATE" || mention.type === "TIME") &&
    mention.first !== null &&
    mention.relation !== "since" &&
    mention.relation !== "until"
  );
}

/** Dates that hang on `tops` (a verb, its noun) nearest first; a date on a verb of saying is when it was said. */
export function datesUnder(ctx: Context, tops: readonly number[]): DateMention[] {
  const sentence = ctx.tree.sentence(tops[0]!);
  const found: { readonly mention: DateMention; readonly distance: number }[] = [];
  for (const mention of mentionsIn(ctx, "date", afterDateline(ctx, sentence.from), sentence.to)) {
    if (!usable(mention) || isDenied(ctx, mention)) continue;
    let distance = Number.POSITIVE_INFINITY;
    for (const top of tops) {
      const steps = stepsUp(ctx, mention.head, top);
      if (steps !== null) distance = Math.min(distance, steps);
    }
    const head = ctx.tree.head(mention.head);
    if (head >= 0 && !tops.includes(head) && SPEECH.has(ctx.tree.lemma(head))) continue;
    if (Number.isFinite(distance)) found.push({ mention, distance });
  }
  if (found.length === 0) return [...sharedDates(ctx, tops), ...nearbyDates(ctx, tops), ...concurrentDates(ctx, tops)];
  return found.sort((a, b) => a.distance - b.distance || a.mention.start - b.mention.start).map((f) => f.mention);
}

/** “will land on Thursday and dine with Modi”: the day of the first of two acts that share their subject, when the second has none. */
function sharedDates(ctx: Context, tops: readonly number[]): DateMention[] {
  const { tree } = ctx;
  for (const top of tops) {
    if (tree.relation(top) !== "conj" || tree.first(top, "nsubj") !== null || tree.token(top).upos !== "VERB") continue;
    const first = tree.firstConjunct(top);
    const { from } = tree.sentence(first);
    const dates = mentionsIn(ctx, "date", from, top).filter((m) => usable(m) && !isDenied(ctx, m) && tree.head(m.head) === first);
    if (dates.length > 0) return dates;
  }
  return [];
}

/** “promised on Friday to …, as the two held talks”: the day of the clause that a clause of time says it goes with. */
function concurrentDates(ctx: Context, tops: readonly number[]): DateMention[] {
  const { tree } = ctx;
  for (const top of tops) {
    const verb = tree.firstConjunct(top);
    const head = tree.head(verb);
    if (head < 0 || tree.relation(verb) !== "advcl" || tree.token(verb).upos !== "VERB") continue;
    if (!tree.by(verb, "mark", "advmod").some((k) => /^(?:as|when|while)$/.test(tree.lemma(k)))) continue;
    const { from, to } = tree.sentence(verb);
    return mentionsIn(ctx, "date", from, to).filter((m) => usable(m) && !isDenied(ctx, m) && tree.head(m.head) === head);
  }
  return [];
}

/** Where no date hangs on the predicate: one that stands between it and the next verb, or opens its sentence. */
function nearbyDates(ctx: Context, tops: readonly number[]): DateMention[] {
  const { tree } = ctx;
  const top = Math.max(...tops);
  const sentence = tree.sentence(top);
  let end = top + 1;
  while (end < sentence.to && tree.token(end).upos !== "VERB" && tree.token(end).upos !== "AUX" && end < top + 30) end++;
  return mentionsIn(ctx, "date", top, end).filter(
    (m) => usable(m) && !isDenied(ctx, m) && !MEETING_NOUNS.has(tree.lemma(tree.head(m.head))),
  );
}

const isDay = (date: string) => /^\d{4}-\d{2}-\d{2}$/.test(date);

/** The time a date mention gives a meeting; weeks and longer spans of days give only their words. */
export function whenOf(ctx: Context, dates: readonly DateMention[]): When | null {
  const exact = dates.find((d) => d.first !== null && d.first === d.last && isDay(d.first));
  const first = exact ?? dates[0];
  if (first === undefined) return null;
  const text = ctx.text.slice(first.start, first.end);
  const { first: start, last } = first;
  if (start === null) return null;
  if (/W/.test(first.value) || first.mod === "BEFORE" || first.mod === "AFTER") return { start: null, end: null, text };
  // “April 4 and 5”: two days next to each other in one coordination
  const partner = dates.find(
    (d) => d !== first && d.first !== null && isDay(d.first) && isDay(start) && Math.abs(d.from - first.to) <= 2 && d.from > first.from,
  );
  if (partner?.first && partner.first > start) return { start, end: partner.first, text: ctx.text.slice(first.start, partner.end) };
  if (last !== null && last !== start && isDay(start) && isDay(last)) {
    const days = (Date.parse(last) - Date.parse(start)) / 86_400_000;
    if (/^\d{4}-\d{2}$/.test(first.value)) return { start: first.value, end: null, text };
    if (/^\d{4}$/.test(first.value)) return { start: first.value, end: null, text };
    return days <= 10 ? { start, end: last, text } : { start: null, end: null, text };
  }
  return { start, end: null, text };
}

export interface Where {
  readonly name: string;
  readonly rank: number;
  readonly state: string | null;
  readonly token: number;
  readonly span: Span;
}

const PLACE_PREPOSITIONS = new Set(["in", "at", "to", "inside", "from", "near"]);

/** Places under `tops` with a preposition of place, most exact first. */
export function placesUnder(ctx: Context, tops: readonly number[]): Where[] {
  const { tree } = ctx;
  const sentence = tree.sentence(tops[0]!);
  const out: Where[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const preposition = tree.preposition(i);
    if (preposition === null || !PLACE_PREPOSITIONS.has(preposition)) continue;
    if (!tops.some((top) => stepsUp(ctx, i, top, /^(?:summit)$/.test(tree.lemma(tree.head(i)))) !== null)) continue;
    const where = whereAt(ctx, i) ?? (preposition === "at" ? venueAt(ctx, i) : null);
    if (where !== null) out.push(where);
  }
  return out.sort((a, b) => b.rank - a.rank || a.token - b.token);
}

/** “at the Hofgarten House”: a house that no table knows is where they meet. A body that one knows (“at NATO”) may be what they speak of. */
function venueAt(ctx: Context, token: number): Where | null {
  const actor = actorMentionAt(ctx, token);
  const id = actor?.actors[0]?.id;
  if (actor === null || actor.head !== token || actor.form !== "organisation" || actor.actors.length !== 1) return null;
  if (id === undefined || ctx.knowledge.actor(id) !== null || !/^\p{Lu}/u.test(ctx.tree.token(token).text)) return null;
  return { name: actor.actors[0]!.name, rank: 2, state: null, token, span: actor };
}

/** The place a token names: a known place, a state, a seat of government (`at the White House`). */
export function whereAt(ctx: Context, token: number): Where | null {
  const place = placeMentionAt(ctx, token);
  if (place !== null) {
    const known = ctx.knowledge.place(place.name, place.state);
    const kind = known?.kind ?? "city";
    const rank = kind === "venue" || kind === "seat" ? 2 : kind === "country" || kind === "region" ? 0 : 1;
    return { name: place.name, rank, state: place.state, token, span: place };
  }
  const actor = actorMentionAt(ctx, token);
  if (actor === null || actor.head !== token) return null;
  const state = actor.actors[0]?.state ?? actor.actors[0]?.id ?? null;
  if (actor.form === "metonym") {
    const name = ctx.text.slice(actor.start, actor.end).replace(/^the /i, "");
    const kind = ctx.knowledge.place(name)?.kind;
    return { name, rank: kind === "capital" || kind === "city" ? 1 : 2, state, token, span: actor };
  }
  if (actor.form === "state" && actor.actors.length === 1) return { name: actor.actors[0]!.name, rank: 0, state, token, span: actor };
  return null;
}
