// One event as it is read, before it becomes a claim; whom a phrase means as a side of it; when it was.
import { type ActorRef, actorKind, type Modality, type PartialDate, type PloverType, principal, type Span } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { datesUnder } from "../meetings/when-where.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, namedInside, type Party, partiesAt, voice } from "../parties.ts";

export interface Event {
  readonly rule: string;
  readonly source: ActorRef;
  readonly target: ActorRef;
  readonly plover: PloverType;
  readonly mode: string | null;
  readonly cameo: string;
  readonly context: readonly string[];
  readonly date: PartialDate | null;
  readonly modality: Modality;
  readonly spans: readonly Span[];
  readonly token: number;
  /** What makes two readings one event. */
  readonly key?: string;
  /** Higher comes first when there are too many. */
  readonly weight: number;
  readonly weak: boolean;
  /** The classifier's probability of the type, where it found it. */
  readonly sure?: number;
}

/** Whom an actor stands for as a side of an event: a minister for the state. */
export function side(ctx: Context, actor: ActorRef): ActorRef {
  const kind = actorKind(actor.id);
  return kind === "person" || kind === "group" ? voice(ctx, actor) : actor;
}

/** The official actors of some parties, each state once. */
export function states(ctx: Context, parties: readonly Party[]): ActorRef[] {
  const out: ActorRef[] = [];
  for (const a of actorsOf(parties)) if (isOfficial(ctx, a)) if (!out.some((b) => principal(b) === principal(a))) out.push(side(ctx, a));
  return out;
}

/** Actors named by a phrase: itself, else its possessor: “Russia's invasion”, “the officials of France”. */
export function targetsAt(ctx: Context, token: number): ActorRef[] {
  const direct = states(ctx, partiesAt(ctx, token));
  if (direct.length > 0) return direct;
  return namedInside(ctx, token)
    .filter((a) => isOfficial(ctx, a))
    .map((a) => side(ctx, a));
}

/** The day or month an event is dated to, where one is said under its words. */
export function dateOf(ctx: Context, tops: readonly number[], past: boolean): PartialDate | null {
  const d = datesUnder(ctx, tops)[0];
  if (d?.first != null)
    return d.first === d.last || /^\d{4}(-\d{2})?$/.test(d.value) ? (/^\d{4}(-\d{2})?$/.test(d.value) ? d.value : d.first) : null;
  // what a readout or statement reports in the past tense happened on its day
  return past && /^(?:readout|statement)$/.test(ctx.doc.document.kind) ? ctx.day : null;
}

/** In a text about two, whom the one's demands and refusals are meant for where it names nobody: the other. */
export function counterpart(ctx: Context, source: ActorRef): ActorRef | null {
  const both = [...new Map([...ctx.parties, ...ctx.issuers].map((a) => [principal(a), a])).values()];
  const other = both.find((a) => principal(a) !== principal(source));
  return both.length === 2 && other !== undefined && both.some((a) => principal(a) === principal(source)) ? side(ctx, other) : null;
}

/** The two sides of an event, whichever way. */
export const pairOf = (e: Pick<Event, "source" | "target">) => [principal(e.source), principal(e.target)].sort().join("|");
