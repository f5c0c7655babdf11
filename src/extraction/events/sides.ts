// The two sides of a verb that joins actors: who does it, and the nearest below it.
import { type ActorRef, principal } from "../../model/index.ts";
import { type Context, mentionsIn, placeMentionAt } from "../context.ts";
import { type Party, partiesAt } from "../parties.ts";
import { objectOf, subjectOf } from "../predicate.ts";
import { states, targetsAt } from "./event.ts";

/** Steps that a target may lie below the verb. */
const MAX_DEPTH = 4;
/** Relations under which a further clause tells of something else. */
const OTHER_CLAUSE = /^(?:advcl|acl:relcl|parataxis|conj|appos)/;

/** Tokens of the words that name a party. */
export function tokensOf(party: Pick<Party, "mention" | "token">): number[] {
  const { mention, token } = party;
  return mention === null ? [token] : Array.from({ length: mention.to - mention.from }, (_, i) => mention.from + i);
}

export interface Side {
  readonly actors: readonly ActorRef[];
  readonly tokens: readonly number[];
}

/** The actors at a token or named inside its phrase, with their tokens. */
function sideAt(ctx: Context, token: number): Side | null {
  const actors = targetsAt(ctx, token);
  if (actors.length === 0) {
    // “fired shells at Seoul”: what is done to a place is done to its state; what is done in it is not
    const place = /^(?:at|on|against|towards?|into)$/.test(ctx.tree.preposition(token) ?? "") ? placeMentionAt(ctx, token) : null;
    return place?.state == null ? null : { actors: [ctx.knowledge.ref(place.state)], tokens: [token] };
  }
  const parties = partiesAt(ctx, token);
  if (parties.length > 0) return { actors, tokens: parties.flatMap(tokensOf) };
  const { from, to } = ctx.tree.extent(token);
  return { actors, tokens: mentionsIn(ctx, "actor", from, to).flatMap((m) => tokensOf({ mention: m, token: m.head })) };
}

/** Who does it: the subject's actors, else those its phrase names (“activists in Chad”). */
export function sourceOf(ctx: Context, verb: number, agents: readonly Party[]): Side | null {
  const actors = states(ctx, agents);
  if (actors.length > 0) return { actors, tokens: agents.flatMap(tokensOf) };
  const subject = ctx.tree.isPassive(verb) ? null : subjectOf(ctx.tree, verb);
  return subject === null ? null : sideAt(ctx, subject);
}

/** The nearest actors below a verb other than the source, level by level of the tree. */
export function targetBelow(ctx: Context, verb: number, source: Side): Side | null {
  const { tree } = ctx;
  const subject = tree.isPassive(verb) ? null : subjectOf(tree, verb);
  const others = (side: Side | null) => {
    const actors = (side?.actors ?? []).filter((a) => !source.actors.some((s) => principal(s) === principal(a)));
    return actors.length > 0 ? { actors, tokens: side!.tokens } : null;
  };
  const object = objectOf(tree, verb);
  // “celebrated in Rome with Malta”: where it happens comes last
  const isWhere = (k: number) => Number(/^(?:in|at|near)$/.test(tree.preposition(k) ?? ""));
  const rest = tree.kids(verb).filter((k) => k !== object);
  let level = [...(object === null ? [] : [object]), ...rest.toSorted((a, b) => isWhere(a) - isWhere(b))];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: number[] = [];
    for (const k of level) {
      if (k === subject || k === verb || OTHER_CLAUSE.test(tree.token(k).deprel)) continue;
      if (tree.preposition(k) === "by" && tree.isPassive(verb)) continue;
      const found = others(sideAt(ctx, k));
      if (found !== null && !/^(?:after|before|since|until|during|ahead of|following)$/.test(tree.preposition(k) ?? "")) return found;
      next.push(...tree.kids(k));
    }
    level = next;
  }
  return null;
}
