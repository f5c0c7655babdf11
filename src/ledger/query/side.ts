// Whose side an actor is on when sides are compared.
import { type ActorRef, actorKind, principal } from "../../model/index.ts";

/** The state or organisation an actor speaks for. A company or other body with a home state is on no state's side: its plans are its own. */
export function sideOf(actor: ActorRef): string {
  return actorKind(actor.id) === "organisation" ? actor.id : principal(actor);
}
