// A meeting while it is read: participants, day, place, status, before what belongs together is put together.
import {
  type ActorRef,
  type Attribution,
  actorKind,
  dayRange,
  type MeetingFormat,
  type MeetingStatus,
  type Modality,
  principal,
  type Span,
} from "../../model/index.ts";

export interface When {
  readonly start: string | null;
  readonly end: string | null;
  readonly text: string;
}

export interface Draft {
  readonly rule: string;
  readonly participants: readonly ActorRef[];
  readonly place: string | null;
  /** 0 state, 1 city, 2 venue: how exact the place is. */
  readonly placeRank: number;
  readonly when: When | null;
  readonly status: MeetingStatus;
  /** Whether the text says the status, or it was taken from the kind of text. */
  readonly statusSure: boolean;
  readonly format: MeetingFormat;
  readonly ordinal: string | null;
  readonly modality: Modality;
  readonly attribution: Attribution | null;
  readonly spans: readonly Span[];
  readonly token: number;
  readonly weak: boolean;
  /** An arrival or departure: its day is not that of the talks. */
  readonly transit?: boolean;
}

/** States and organisations of some actors, each once. */
export function principals(actors: readonly ActorRef[]): string[] {
  return [...new Set(actors.map(principal))];
}

/**
 * Participants as a meeting lists them: persons where they are named, else their states; a state goes when a person of
 * it is there.
 */
export function listed(actors: readonly ActorRef[]): ActorRef[] {
  const persons = actors.filter((a) => actorKind(a.id) === "person");
  const out: ActorRef[] = [];
  for (const actor of actors) {
    if (out.some((a) => a.id === actor.id)) continue;
    const kind = actorKind(actor.id);
    if (kind !== "person" && persons.some((p) => principal(p) === principal(actor))) continue;
    if (kind === "group" && actors.some((a) => a !== actor && actorKind(a.id) !== "group" && principal(a) === principal(actor))) continue;
    out.push(actor);
  }
  return out;
}

function lastDay(date: string): string | null {
  return dayRange(date)?.last ?? null;
}

/** Whether a day lies before (-1), on (0) or after (1) the day of publication; null when either is unknown or they overlap. */
export function sideOf(date: string | null, published: string | null): -1 | 0 | 1 | null {
  if (date === null || published === null) return null;
  const range = dayRange(date);
  if (range === null) return null;
  if (range.last < published) return -1;
  if (range.first > published) return 1;
  return range.first === published && lastDay(date) === published ? 0 : null;
}
