// Reads visits from occasions and journeys: a guest at another state's ceremony, somebody who was in a country, who leaves and is back.
import { type ActorRef, actorKind, principal } from "../../model/index.ts";
import { type Context, mentionsIn } from "../context.ts";
import { clauseSpan } from "../evidence.ts";
import { modeOf } from "../mode.ts";
import { partiesAt, possessors } from "../parties.ts";
import { agentsOf, objectOf, subjectOf } from "../predicate.ts";
import { type Draft, listed, principals } from "./draft.ts";
import { ITINERARY, OCCASION, STAY } from "./rules.ts";
import { make, official, settingAt, settle, statusOf } from "./status.ts";
import { datesUnder, type Where, whenOf, whereAt } from "./when-where.ts";

/** Ceremonies at which a state receives the officials of others. */
const OCCASIONS = new Set(
  "parade inauguration ceremony funeral coronation celebration swearing-in wedding anniversary commemoration reception gala opening memorial day games".split(
    " ",
  ),
);

const persons = (actors: readonly ActorRef[]) => actors.filter((a) => actorKind(a.id) === "person");

/** The state that gives an occasion: whose it is, else where it is. */
function hostOf(ctx: Context, occasion: number, places: readonly Where[], guests: readonly ActorRef[]): ActorRef | null {
  const home = new Set(guests.map(principal));
  const own = official(ctx, possessors(ctx, occasion)).find((a) => !home.has(principal(a)));
  if (own !== undefined) return own;
  const place = places.find((w) => w.state !== null && !home.has(w.state));
  return place === undefined ? null : ctx.knowledge.ref(place.state!);
}

function visitOf(ctx: Context, token: number, rule: string, guests: readonly ActorRef[], host: ActorRef, tops: readonly number[]): Draft[] {
  const mode = modeOf(ctx.tree, token);
  const participants = listed([...guests, host]);
  if (mode.modality === "hypothetical" || mode.negated || principals(participants).length < 2) return [];
  const at = settingAt(ctx, tops);
  const when = settle(ctx, mode, at.when);
  const { status, sure } = statusOf(ctx, mode, when);
  const where = at.places.find((w) => w.state === principal(host)) ?? null;
  const given = {
    participants,
    format: "visit" as const,
    status,
    statusSure: sure,
    modality: status === "planned" ? ("planned" as const) : mode.modality,
    spans: [clauseSpan(ctx, token)],
  };
  return [make(ctx, token, rule, given, where, when)];
}

/** The ceremony that somebody is a guest at: the first under the word. */
function occasionUnder(ctx: Context, token: number): number | null {
  const { tree } = ctx;
  return tree.subtree(token).find((k) => k > token && OCCASIONS.has(tree.lemma(k)) && tree.preposition(k) === "at") ?? null;
}

/** “was the chief guest at India's parade”, “attended the coronation of King Charles”: a guest of the state that gives it. */
export function readOccasion(ctx: Context, token: number): Draft[] {
  const { tree } = ctx;
  const isGuest = tree.lemma(token) === "guest" && tree.by(token, "cop").length > 0;
  const attends = tree.token(token).upos === "VERB" && /^(?:attend|grace)$/.test(tree.lemma(token));
  if (!isGuest && !attends) return [];
  const occasion = attends ? objectOf(tree, token) : occasionUnder(ctx, token);
  if (occasion === null || !OCCASIONS.has(tree.lemma(occasion))) return [];
  const subject = subjectOf(tree, token);
  const guests = persons(official(ctx, attends ? agentsOf(ctx, token) : subject === null ? [] : partiesAt(ctx, subject)));
  if (guests.length === 0) return [];
  const { places } = settingAt(ctx, [token, occasion]);
  const host = hostOf(ctx, occasion, places, guests);
  return host === null ? [] : visitOf(ctx, token, OCCASION.id, guests, host, [token, occasion]);
}

/** “Mr Macron was last in India in January”: an official who was in another state on some day. */
export function readStay(ctx: Context, token: number): Draft[] {
  const { tree } = ctx;
  if (tree.by(token, "cop").length === 0) return [];
  // the place is the predicate, or hangs on “last”, “back”, “again”
  const top =
    tree.preposition(token) === "in"
      ? token
      : /^(?:last|back|again)$/.test(tree.lemma(token))
        ? tree.by(token, "obl").find((k) => tree.preposition(k) === "in")
        : undefined;
  const where = top === undefined ? null : whereAt(ctx, top);
  const subject = subjectOf(tree, token);
  if (where === null || where.state === null || subject === null) return [];
  const guests = persons(official(ctx, partiesAt(ctx, subject)));
  if (guests.length === 0 || guests.some((g) => principal(g) === where.state)) return [];
  if (whenOf(ctx, datesUnder(ctx, [token])) === null) return [];
  return visitOf(ctx, token, STAY.id, guests, ctx.knowledge.ref(where.state), [token]);
}

/** Words of going home, after “be” or alone. */
const BACK = new Set(["back", "home", "return"]);

/**
 * “would leave Tokyo on Thursday and be back on Feb. 8”: the journey to the last meeting read, from the day its traveller leaves
 * home to the day he is back.
 */
export function readItinerary(ctx: Context, token: number, last: Draft | undefined): Draft[] {
  const { tree } = ctx;
  if (last === undefined || !/^(?:leave|depart)$/.test(tree.lemma(token)) || tree.token(token).upos !== "VERB") return [];
  const travellers = persons(official(ctx, agentsOf(ctx, token))).filter((a) => last.participants.some((p) => p.id === a.id));
  const hosts = last.participants.filter((a) => !travellers.some((t) => principal(t) === principal(a)));
  if (travellers.length === 0 || hosts.length === 0) return [];
  const mode = modeOf(tree, token);
  const start = settle(ctx, mode, whenOf(ctx, datesUnder(ctx, [token])));
  const { to } = tree.sentence(token);
  let end: string | null = null;
  for (let i = token + 1; i < to && end === null; i++)
    if (BACK.has(tree.lemma(i))) end = mentionsIn(ctx, "date", i, to).find((d) => d.last !== null && d.last.length === 10)?.last ?? null;
  if (start === null || start.start === null || end === null || end < start.start || mode.negated || mode.modality === "hypothetical")
    return [];
  const states = principals(hosts).map((p) => ctx.knowledge.ref(p));
  const read = statusOf(ctx, mode, start);
  // who “would leave” is reported to be going to
  const status = read.status === "proposed" ? ("planned" as const) : read.status;
  const given = {
    participants: [...travellers, ...states],
    format: "visit" as const,
    status,
    statusSure: read.sure,
    modality: status === "planned" ? ("planned" as const) : mode.modality,
    spans: [clauseSpan(ctx, token)],
    transit: true,
  };
  return [make(ctx, token, ITINERARY.id, given, null, { ...start, end })];
}
