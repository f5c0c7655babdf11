// Puts together what several clauses say of one meeting.
import { type ActorRef, actorKind, datesAgree, type MeetingClaim, principal } from "../../model/index.ts";
import { makeClaim } from "../claim.ts";
import type { Context } from "../context.ts";
import { type Draft, listed } from "./draft.ts";

/** Evidences kept for one meeting: the clause that names it, and those that add a day or a place. */
const MAX_EVIDENCE = 4;

function sameActor(a: ActorRef, b: ActorRef): boolean {
  if (a.id === b.id) return true;
  const persons = actorKind(a.id) === "person" && actorKind(b.id) === "person";
  return !persons && principal(a) === principal(b);
}

function within(few: readonly ActorRef[], many: readonly ActorRef[]): boolean {
  return few.every((a) => many.some((b) => sameActor(a, b)));
}

/** Whether two clauses can speak of one meeting: the same people, no two days, no two formats, not one held and one ahead. */
function compatible(a: Draft, b: Draft): boolean {
  if (!within(a.participants, b.participants) && !within(b.participants, a.participants)) return false;
  if ((a.transit === true) !== (b.transit === true) && (a.transit ? a : b).when !== null) return false;
  const remote = (d: Draft) => d.format === "call" || d.format === "video";
  if (remote(a) !== remote(b)) return false;
  if ((a.format === "multilateral") !== (b.format === "multilateral") && a.participants.length !== b.participants.length) return false;
  const x = a.when?.start ?? null;
  const y = b.when?.start ?? null;
  if (x !== null && y !== null) {
    if (datesAgree(x, y)) return true;
    // a day inside the other's interval
    return (a.when!.end !== null && y >= x && y <= a.when!.end) || (b.when!.end !== null && x >= y && x <= b.when!.end);
  }
  if (a.status !== b.status && a.statusSure && b.statusSure) {
    const open = new Set(["planned", "proposed"]);
    if (!(open.has(a.status) && open.has(b.status))) return false;
  }
  return true;
}

function join(first: Draft, second: Draft): Draft {
  // the talks say more of a meeting than the journey to them
  const [a, b] = first.format === "visit" && second.format === "in-person" ? [second, first] : [first, second];
  const people = listed([...a.participants, ...b.participants]);
  const finer = (b.when?.start?.length ?? 0) > (a.when?.start?.length ?? 0) ? b : a;
  const adds = finer === b || b.placeRank > a.placeRank || b.participants.length > a.participants.length;
  const sure = a.statusSure || !b.statusSure ? a : b;
  return {
    ...a,
    participants: people,
    when: finer.when ?? a.when ?? b.when,
    place: b.placeRank > a.placeRank ? b.place : a.place,
    placeRank: Math.max(a.placeRank, b.placeRank),
    status: sure.status,
    modality: sure.modality,
    statusSure: a.statusSure || b.statusSure,
    format: a.format,
    ordinal: a.ordinal ?? b.ordinal,
    spans: adds && a.spans.length < MAX_EVIDENCE ? [...a.spans, ...b.spans] : a.spans,
    weak: a.weak && b.weak,
  };
}

/** Drafts in text order to meetings, each once. */
export function mergeDrafts(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const at = out.findIndex((d) => compatible(d, draft));
    if (at < 0) out.push(draft);
    else out[at] = join(out[at]!, draft);
  }
  return out;
}

export function toClaim(ctx: Context, draft: Draft): MeetingClaim {
  return makeClaim<MeetingClaim>(
    ctx,
    {
      kind: "meeting",
      participants: draft.participants,
      place: draft.place,
      start: draft.when?.start ?? null,
      end: draft.when?.end ?? null,
      status: draft.status,
      format: draft.format,
      dateText: draft.when?.text ?? null,
      ordinal: draft.ordinal,
    },
    { rule: draft.rule, modality: draft.modality, attribution: draft.attribution, evidence: draft.spans, weak: draft.weak },
  );
}
