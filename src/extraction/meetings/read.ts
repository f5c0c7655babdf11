// Reads meetings from clauses: verbs, nouns, named summits, invitations.
import { type ActorRef, actorKind } from "../../model/index.ts";
import { actorMentionAt, type Context } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { isOfficial } from "../official.ts";
import { type Party, partiesAt, possessors } from "../parties.ts";
import { clauseOf, type Oblique, obliquesOf, verbPredicate } from "../predicate.ts";
import { type Draft, listed, principals } from "./draft.ts";
import { governingOf, readNoun } from "./read-noun.ts";
import { readOccasion, readStay } from "./read-occasion.ts";
import { readVerb } from "./read-verb.ts";
import { INVITATION, NAMED_SUMMIT } from "./rules.ts";
import { make, official, settingAt, statusOf, weakly } from "./status.ts";
import { datesUnder, placesUnder, whenOf, whereAt } from "./when-where.ts";
import { SUMMITS } from "./words.ts";

/** “the G7 Leaders' Summit in Apulia”: a meeting of the organisation it is named after. */
function readNamedSummit(ctx: Context, token: number): Draft | null {
  const { tree } = ctx;
  if (!SUMMITS.has(tree.lemma(token)) || tree.token(token).upos === "VERB") return null;
  const names = tree.kids(token).filter((k) => k < token && (tree.relation(k) === "compound" || tree.relation(k) === "nmod"));
  const organisations: ActorRef[] = [];
  for (const k of names) {
    const mention = actorMentionAt(ctx, k);
    for (const actor of mention?.actors ?? [])
      if (actorKind(actor.id) === "organisation" && isOfficial(ctx, actor)) organisations.push(actor);
  }
  if (organisations.length === 0) return null;
  const setting = governingOf(ctx, token);
  const when = settingAt(ctx, [token]).when;
  const where = settingAt(ctx, [token]).places[0] ?? null;
  const read = statusOf(ctx, setting.mode, when);
  const status = setting.status ?? read.status;
  return make(
    ctx,
    token,
    NAMED_SUMMIT.id,
    {
      participants: organisations.slice(0, 1),
      format: "multilateral",
      status,
      statusSure: setting.status !== null,
      modality: status === "planned" ? "planned" : "asserted",
      spans: [spanOf(ctx, phraseRange(ctx, token))],
    },
    where,
    when,
  );
}

/** “accepted an invitation from X to visit Y”, “X invited Z to visit”. */
function readInvitation(ctx: Context, token: number): Draft | null {
  const { tree } = ctx;
  const lemma = tree.lemma(token);
  const accepted = lemma === "accept" || lemma === "welcome";
  const object = tree.first(token, "obj");
  if (accepted && (object === null || tree.lemma(object) !== "invitation")) return null;
  const p = verbPredicate(ctx, token);
  if (p.mode.negated || p.mode.modality === "hypothetical") return null;
  const hosts: Party[] = accepted
    ? [...possessors(ctx, object!), ...fromOf(ctx, [...obliquesOf(tree, object!), ...p.obliques])]
    : [...p.agents];
  const guests: readonly Party[] = accepted ? [...p.agents] : p.object === null ? [] : partiesAt(ctx, p.object);
  const about = accepted ? (clauseOf(tree, object!) ?? p.clause) : p.clause;
  const visits = about !== null && /^(?:visit|come|travel|pay|make|go|attend)$/.test(tree.lemma(about));
  const nominal = [...obliquesOf(tree, object ?? token), ...p.obliques].find((o) => /^(?:visit|trip)$/.test(tree.lemma(o.token)));
  if (!visits && nominal === undefined) return null;
  const participants = listed([...official(ctx, guests), ...official(ctx, hosts)]);
  const top = about ?? nominal!.token;
  const places = placesUnder(ctx, [top, token]);
  const objectPlace = about === null ? null : tree.first(about, "obj");
  const where = (objectPlace === null ? null : whereAt(ctx, objectPlace)) ?? places[0] ?? null;
  const all =
    where?.state != null && principals(participants).length < 2 ? listed([...participants, ctx.knowledge.ref(where.state)]) : participants;
  if (principals(all).length < 2) return null;
  return make(
    ctx,
    token,
    INVITATION.id,
    {
      participants: all,
      format: "visit",
      status: accepted ? "planned" : "proposed",
      statusSure: true,
      modality: accepted ? "planned" : "possible",
      spans: [
        clauseSpan(
          ctx,
          token,
          p.agents.map((a) => a.token),
        ),
      ],
      weak: weakly(p.agents, hosts),
    },
    where,
    whenOf(ctx, datesUnder(ctx, [top])),
  );
}

function fromOf(ctx: Context, obliques: readonly Oblique[]): Party[] {
  return obliques.filter((o) => o.preposition === "from" || o.preposition === "of").flatMap((o) => partiesAt(ctx, o.token));
}

/** All meetings that the clause at a token says. */
export function readAt(ctx: Context, token: number): Draft[] {
  const lemma = ctx.tree.lemma(token);
  const { upos } = ctx.tree.token(token);
  if (upos === "VERB") {
    const occasion = readOccasion(ctx, token);
    if (occasion.length > 0) return occasion;
    if (lemma !== "accept" && lemma !== "welcome" && lemma !== "invite") return readVerb(ctx, token);
    const invitation = readInvitation(ctx, token);
    return invitation === null ? readVerb(ctx, token) : [invitation];
  }
  const visit = [...readOccasion(ctx, token), ...readStay(ctx, token)];
  if (visit.length > 0) return visit;
  if (upos !== "NOUN" && upos !== "PROPN") return [];
  const named = SUMMITS.has(lemma) ? readNamedSummit(ctx, token) : null;
  return named !== null ? [named] : upos === "NOUN" || lemma === "summit" ? readNoun(ctx, token) : [];
}
