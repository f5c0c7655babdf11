// What is common to all readings of a meeting: its status, format, place in a row, and the draft they fill.
import { type ActorRef, actorKind, addDays, type MeetingFormat, type MeetingStatus } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import type { Context } from "../context.ts";
import type { Mode } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, type Party } from "../parties.ts";
import { type Draft, sideOf, type When } from "./draft.ts";
import { datesUnder, placesUnder, type Where, whenOf } from "./when-where.ts";

const ORDINALS = /^(?:first|second|third|fourth|fifth|sixth|inaugural|maiden|\d+(?:st|nd|rd|th))$/i;
const MEETING_KINDS = /^(?:face-to-face|in-person|bilateral|trilateral|official|formal|one-on-one|ever)$/i;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
/** A day and month without a year that lies farther off than this is the one nearer to publication. */
const HALF_A_YEAR = 183;

/** The clause of a noun that says nothing of the meeting's own time. */
export const NEUTRAL: Mode = {
  modality: "asserted",
  negated: false,
  future: false,
  past: false,
  obligation: false,
  hedged: false,
  chain: [],
};

export function official(ctx: Context, parties: readonly Party[]): ActorRef[] {
  return actorsOf(parties).filter((a) => isOfficial(ctx, a));
}

export const weakly = (...groups: readonly (readonly Party[])[]) => groups.some((g) => g.some((p) => p.how === "fallback"));

/** Status from how the clause is meant and which side of the publication its day lies. */
export function statusOf(ctx: Context, mode: Mode, when: When | null): { readonly status: MeetingStatus; readonly sure: boolean } {
  const side = sideOf(when?.start ?? null, ctx.day);
  if (mode.past && side !== 1) return { status: "held", sure: true };
  if (mode.modality === "possible" && side !== -1) return { status: mode.hedged ? "planned" : "proposed", sure: true };
  if (mode.future || side === 1) return { status: "planned", sure: true };
  if (side === -1) return { status: "held", sure: true };
  const settled = ctx.doc.document.kind === "readout" || ctx.doc.document.kind === "statement";
  return { status: settled ? "held" : "planned", sure: false };
}

const days = (a: string, b: string) => Math.round((Date.parse(a) - Date.parse(b)) / 86_400_000);
const isDay = (date: string | null): date is string => date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date);

/**
 * The day of a meeting after what its clause says: a bare weekday in a clause about what is to come lies ahead (“the talks on
 * Friday are expected to last two hours”), and a day without a year beside a noun is the nearest one (“their Feb. 7 meeting”).
 */
export function settle(ctx: Context, mode: Mode, when: When | null): When | null {
  if (when === null || ctx.day === null || !isDay(when.start)) return when;
  const ahead = (mode.future || mode.hedged || mode.modality === "planned") && !mode.past;
  if (ahead && WEEKDAY.test(when.text) && !/\d/.test(when.text) && !/\blast\b/i.test(when.text) && days(when.start, ctx.day) < 0)
    return { ...when, start: addDays(when.start, 7), end: null };
  if (!/\b(?:19|20)\d{2}\b/.test(when.text) && /\d/.test(when.text) && !ahead && days(when.start, ctx.day) > HALF_A_YEAR)
    return { ...when, start: `${Number(when.start.slice(0, 4)) - 1}${when.start.slice(4)}`, end: null };
  return when;
}

/** “first face-to-face”, “second … this year”: what the text says of the meeting's place in a row. */
export function ordinalOf(ctx: Context, noun: number): string | null {
  const { tree } = ctx;
  const from = tree.kids(noun).find((k) => k < noun && ORDINALS.test(tree.token(k).text));
  if (from === undefined) return null;
  let to = from + 1;
  while (to < noun && (MEETING_KINDS.test(tree.token(to).text) || tree.token(to).text === "-")) to++;
  return ctx.text.slice(tree.token(from).start, tree.token(to - 1).end);
}

/** A call said to be by video, a conversation by telephone, a meeting with an organisation. */
export function formatOf(ctx: Context, token: number, base: MeetingFormat, participants: readonly ActorRef[]): MeetingFormat {
  const { from, to } = ctx.tree.extent(token);
  for (let i = Math.max(from, token - 8); i < Math.min(to, token + 25); i++) {
    const lemma = ctx.tree.lemma(i);
    if (/^(?:video|videoconference|virtual|virtually|online)$/.test(lemma)) return "video";
    if (/^(?:telephone|phone|call)$/.test(lemma)) return base === "visit" ? base : "call";
  }
  if (base === "in-person" && participants.some((a) => actorKind(a.id) === "organisation")) return "multilateral";
  return base;
}

/** The day and places that hang on a noun of meeting and the verb it belongs to. */
export function settingAt(ctx: Context, tops: readonly number[]): { readonly when: When | null; readonly places: Where[] } {
  return { when: whenOf(ctx, datesUnder(ctx, tops)), places: placesUnder(ctx, tops) };
}

/** Whether a place is where something happens, and not where it leads to. */
export function isSetting(ctx: Context, where: Where): boolean {
  return !/^(?:to|from)$/.test(ctx.tree.preposition(where.token) ?? "");
}

/** A state that is in the clause as a participant's own (`President Castro of Honduras`) is no place. */
export function isParticipantState(ctx: Context, where: Where, participants: readonly ActorRef[], others: readonly Party[]): boolean {
  if (where.rank > 0) return false;
  return (
    others.some((o) => ctx.tree.under(where.token, o.token)) ||
    participants.some((a) => a.id === where.state && actorKind(a.id) === "state")
  );
}

type Given = Partial<Draft> & Pick<Draft, "participants" | "format" | "status" | "statusSure" | "modality" | "spans">;

/** A draft from what a reading found; calls have no place. */
export function make(ctx: Context, token: number, rule: string, given: Given, where: Where | null, when: When | null): Draft {
  const remote = given.format === "call" || given.format === "video";
  return {
    rule,
    place: remote ? null : (where?.name ?? null),
    placeRank: where?.rank ?? -1,
    when,
    ordinal: null,
    attribution: attributionOf(ctx, token),
    token,
    weak: false,
    ...given,
  };
}
