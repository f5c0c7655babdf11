// Events that other claims already say: meetings are consultations, what is agreed is an agreement.
import { type ActorRef, type Claim, principal } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { INVITATION } from "../meetings/rules.ts";
import { isOfficial } from "../official.ts";
import { counterpart, type Event, side } from "./event.ts";
import { AGREE, CONSULT, DEMAND, PROMISE } from "./rules.ts";

/** Most counterparts of one meeting that get an event each. */
const MAX_COUNTERPARTS = 5;

/** Consultations, one for each pair of first participant and another state. */
export function consultations(ctx: Context, claims: readonly Claim[]): Event[] {
  const out: Event[] = [];
  for (const c of claims) {
    if (c.kind !== "meeting" || c.status === "cancelled" || c.status === "postponed" || c.status === "proposed" || c.rule === INVITATION.id)
      continue;
    const sides: ActorRef[] = [];
    for (const a of c.participants) if (!sides.some((b) => principal(b) === principal(a))) sides.push(side(ctx, a));
    const [source, ...targets] = sides;
    if (source === undefined) continue;
    const cameo = c.status === "planned" ? "036" : c.format === "call" ? "041" : c.format === "visit" ? "042" : "040";
    for (const target of targets.slice(0, MAX_COUNTERPARTS)) {
      out.push({
        rule: CONSULT.id,
        source,
        target,
        plover: "CONSULT",
        mode: c.format === "call" ? "phone" : c.format === "visit" ? "visit" : c.format === "video" ? "video" : null,
        cameo,
        context: ["diplomatic"],
        date: c.start,
        key: `${c.id}|${principal(target)}`,
        modality: c.status === "planned" ? "planned" : "asserted",
        spans: c.evidence,
        token: -1,
        weight: 4,
        weak: false,
      });
    }
  }
  return out;
}

/** Agreements of two sides, one a pair. */
export function agreements(ctx: Context, claims: readonly Claim[]): Event[] {
  const out: Event[] = [];
  for (const c of claims) {
    if (c.kind !== "commitment" || c.status !== "agreed" || c.rule === "commitment/sign") continue;
    const sides = [...new Map([...c.by, ...c.to].map((a) => [principal(a), side(ctx, a)])).values()];
    if (sides.length !== 2) continue;
    out.push({
      rule: AGREE.id,
      source: sides[0]!,
      target: sides[1]!,
      plover: "AGREE",
      mode: null,
      cameo: "030",
      context: [],
      date: /^(?:readout|statement)$/.test(ctx.doc.document.kind) ? ctx.day : null,
      modality: "asserted",
      spans: c.evidence,
      token: -1,
      weight: 1.5,
      weak: false,
    });
  }
  // one agreement a pair: the first
  return out.filter(
    (e, i) => out.findIndex((o) => principal(o.source) === principal(e.source) && principal(o.target) === principal(e.target)) === i,
  );
}

/** The two sides of what one says to the other; null where there are not exactly two. */
function between(ctx: Context, from: readonly ActorRef[], to: readonly ActorRef[]): readonly [ActorRef, ActorRef] | null {
  const sources = [...new Map(from.map((a) => [principal(a), side(ctx, a)])).values()];
  if (sources.length !== 1) return null;
  const source = sources[0]!;
  const targets = [...new Map(to.map((a) => [principal(a), side(ctx, a)])).values()];
  const target = targets.length === 0 ? counterpart(ctx, source) : targets.length === 1 ? targets[0]! : null;
  return target === null || principal(target) === principal(source) || !isOfficial(ctx, source) || !isOfficial(ctx, target)
    ? null
    : [source, target];
}

/** Promises of one side to the other and demands on it, which commitments and positions already say. */
export function saidToOther(ctx: Context, claims: readonly Claim[]): Event[] {
  const out: Event[] = [];
  // fact sheets and statements list promises by the dozen; a report tells the ones that matter
  const reported = ctx.doc.document.kind === "news";
  for (const c of claims) {
    if (c.kind === "commitment" && (c.status !== "pledged" || !reported)) continue;
    if (c.kind === "position" && c.stance !== "demands") continue;
    if (c.kind !== "commitment" && c.kind !== "position") continue;
    const sides = c.kind === "commitment" ? between(ctx, c.by, c.to) : between(ctx, [c.holder], c.toward);
    if (sides === null) continue;
    const promise = c.kind === "commitment";
    out.push({
      rule: promise ? PROMISE.id : DEMAND.id,
      source: sides[0],
      target: sides[1],
      plover: promise ? "AGREE" : "REQUEST",
      mode: null,
      cameo: promise ? "030" : "100",
      context: [],
      date: /^(?:readout|statement)$/.test(ctx.doc.document.kind) ? ctx.day : null,
      modality: "asserted",
      spans: c.evidence,
      token: -1,
      weight: 1.2,
      weak: false,
    });
  }
  return out;
}
