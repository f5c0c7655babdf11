// What was said under a predecessor: a government that has gone still binds its state, but does not speak for who meets.
import type { StoredClaim } from "../ledger/index.ts";
import { type ActorRef, actorKind, type OfficeRole, principal } from "../model/index.ts";
import { type Context, publishedDay, sideOf } from "./context.ts";

const HEADS: ReadonlySet<OfficeRole> = new Set(["head-of-state", "head-of-government", "monarch", "head-of-organisation"]);

const SINCE = new WeakMap<Context, readonly { readonly person: ActorRef; readonly from: string }[]>();

/** Who leads a side at the meeting, and since when. */
function leadersOf(context: Context): readonly { readonly person: ActorRef; readonly from: string }[] {
  const known = SINCE.get(context);
  if (known) return known;
  const leaders = context.meeting.participants.flatMap((person) => {
    const term = actorKind(person.id) === "person" && context.day !== null ? context.names.officeOn(person.id, context.day) : null;
    return term?.from && HEADS.has(term.role) ? [{ person, from: term.from }] : [];
  });
  SINCE.set(context, leaders);
  return leaders;
}

/** Who has taken office for a side that a claim speaks for since its text appeared; null where the same persons speak. */
export function successorSince(context: Context, { claim, document }: StoredClaim): ActorRef | null {
  const day = publishedDay(context, document);
  if (day === null) return null;
  const holders = claim.kind === "commitment" ? claim.by : claim.kind === "position" ? [claim.holder] : [];
  const sides = new Set(holders.map((actor) => sideOf(context, actor)));
  const found = leadersOf(context).find(({ person, from }) => day < from && sides.has(sideOf(context, { id: principal(person) })));
  return found?.person ?? null;
}
