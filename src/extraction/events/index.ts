// Events: the main who-did-what-to-whom of a text, in PLOVER types with CAMEO codes.
import { type Claim, type EventClaim, overlaps, principal, type Span } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import type { Context } from "../context.ts";
import type { RuleInfo } from "../rules.ts";
import { left } from "../trace.ts";
import { type Event, pairOf } from "./event.ts";
import { agreements, consultations, saidToOther } from "./from-claims.ts";
import { GOLDSTEIN, QUAD } from "./plover.ts";
import { readNegotiation, readNoun, readVerb } from "./read.ts";
import { learnedReasons, readLearned } from "./read-learned.ts";
import { AGREE, CONSULT, DEMAND, EVENT_ROWS, LEARNED, NEGOTIATE, PROMISE, THREAT } from "./rules.ts";

export const EVENT_RULES: readonly RuleInfo[] = [...EVENT_ROWS, NEGOTIATE, CONSULT, AGREE, THREAT, PROMISE, DEMAND, LEARNED];

/** Most events of one document; the gold has six, the main ones. */
const MAX_EVENTS = 10;
/** Most evidences of one event. */
const MAX_EVIDENCE = 3;
/** The main events of a document in text order. */
export function extractEvents(context: Context, claims: readonly Claim[]): EventClaim[] {
  const ctx = onDayOfMeeting(context, claims);
  const found: Event[] = [...consultations(ctx, claims), ...agreements(ctx, claims), ...saidToOther(ctx, claims)];
  const { tokens } = ctx.tree;
  const met: readonly Span[] = claims.filter((c) => c.kind === "meeting").flatMap((c) => c.evidence);
  const negotiations = (i: number) => (met.some((e) => overlaps(e, tokens[i]!)) ? [] : readNegotiation(ctx, i));
  const paired = new Set(found.map(pairOf));
  const verbs: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { upos } = tokens[i]!;
    if (upos === "VERB") {
      const byRow = readVerb(ctx, i);
      found.push(...byRow);
      if (byRow.length === 0) verbs.push(i);
    } else if (upos === "NOUN") found.push(...readNoun(ctx, i), ...negotiations(i));
  }
  // rows first: where both tell one event, the row's code is the finer
  for (const i of verbs) found.push(...readLearned(ctx, i, paired));
  const kept = new Map<string, Event>();
  for (const e of found) {
    const key = e.key ?? `${principal(e.source)}|${principal(e.target)}|${e.plover}`;
    const old = kept.get(key);
    if (old === undefined) kept.set(key, e);
    else {
      if (e.token >= 0 && e.rule !== old.rule) left(ctx, e.rule, e.token, `${old.rule} tells the same event and comes first`);
      if (old.spans.length < MAX_EVIDENCE && !e.spans.some((x) => old.spans.some((y) => overlaps(x, y))))
        kept.set(key, { ...old, spans: [...old.spans, ...e.spans] });
    }
  }
  const ranked = [...kept.values()].sort((a, b) => b.weight - a.weight || a.spans[0]!.start - b.spans[0]!.start);
  for (const e of ranked.slice(MAX_EVENTS))
    if (e.token >= 0) left(ctx, e.rule, e.token, `the text has more than ${MAX_EVENTS} events, and others weigh more`);
  return ranked
    .slice(0, MAX_EVENTS)
    .sort((a, b) => a.spans[0]!.start - b.spans[0]!.start || (a.plover < b.plover ? -1 : 1))
    .map((e) => toClaim(ctx, e));
}

/** A readout tells of the day of its meeting, which may lie before the day it was published. */
function onDayOfMeeting(ctx: Context, claims: readonly Claim[]): Context {
  if (!/^(?:readout|statement)$/.test(ctx.doc.document.kind)) return ctx;
  const met = claims.find((c) => c.kind === "meeting" && c.status === "held" && /^\d{4}-\d\d-\d\d/.test(c.start ?? ""));
  const day = met?.kind === "meeting" ? met.start!.slice(0, 10) : null;
  return day === null || ctx.day === null || day > ctx.day || Date.parse(ctx.day) - Date.parse(day) > 3 * 86_400_000
    ? ctx
    : { ...ctx, day };
}

function toClaim(ctx: Context, e: Event): EventClaim {
  return makeClaim<EventClaim>(
    ctx,
    {
      kind: "event",
      source: e.source,
      target: e.target,
      plover: e.plover,
      mode: e.mode,
      context: e.context,
      cameo: e.cameo,
      quad: QUAD[e.plover],
      goldstein: GOLDSTEIN[e.cameo] ?? null,
      date: e.date,
    },
    {
      rule: e.rule,
      modality: e.modality,
      attribution: e.token < 0 ? null : attributionOf(ctx, e.token),
      evidence: e.spans,
      weak: e.weak,
      ...(e.sure === undefined ? {} : { sure: e.sure }),
    },
  );
}

export { learnedReasons };
