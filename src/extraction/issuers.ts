// Whose text it is: the states and organisations that a readout, statement or speech speaks for.
import { type ActorRef, actorKind } from "../model/index.ts";
import type { Context } from "./context.ts";
import { stateOf } from "./parties.ts";

/** Kinds of text that speak for somebody (`we`, `our`). */
const SPOKEN = new Set(["readout", "statement", "remarks"]);
/** Words of a site or office that speaks for a state; a newspaper with a country in its name does not. */
const OFFICE =
  /\b(?:office|ministry|government|president|presidency|présidence|prime minister|embassy|department|council|commission|kremlin|palace|white house|secretariat|mission|cabinet)\b/i;
const JOINT = /\bjoint\b[^|]{0,30}\b(?:statement|communiqu|readout|press)/i;

/** Actors that a title or a site name names, in order. */
export function actorsInWords(ctx: Context, words: string): ActorRef[] {
  const tokens = words.match(/[\p{L}\p{N}]+(?:[.’'][\p{L}\p{N}]+)*\.?/gu) ?? [];
  const out: ActorRef[] = [];
  for (const match of ctx.knowledge.surfaces(tokens)) {
    if (match.ids.length !== 1 || match.kind === "place" || match.kind === "region" || match.kind === "exercise" || match.kind === "treaty")
      continue;
    const id = match.ids[0]!;
    const { actor } = ctx.knowledge.resolve(tokens.slice(match.from, match.to).join(" "), ctx.day);
    const ref = actor ?? ctx.knowledge.ref(id);
    if (!out.some((a) => a.id === ref.id)) out.push(ref);
  }
  return out;
}

/** The issuers of a document: both sides of a joint statement, else whose site or office it comes from, else whom its title names first. */
export function issuersOf(ctx: Context, parties: readonly ActorRef[] = []): ActorRef[] {
  const { kind, title, site } = ctx.doc.document;
  const seen = new Set<string>();
  const states = (actors: readonly ActorRef[]) =>
    actors
      .map((a) => stateOf(ctx, a))
      .filter(
        (a) => (actorKind(a.id) === "state" || actorKind(a.id) === "organisation") && !seen.has(a.id) && seen.add(a.id) !== undefined,
      );
  // “Meeting of the President … with the Prime Minister of India”: who comes after “with” is the other side
  const words = JOINT.test(title ?? "") ? (title ?? "") : ((title ?? "").split(/\s+with\s+/i)[0] ?? "");
  const named = states(actorsInWords(ctx, words));
  if (SPOKEN.has(kind) && JOINT.test(title ?? "") && named.length > 1) return named;
  seen.clear();
  const ofSite = OFFICE.test(site ?? "") ? states(actorsInWords(ctx, site ?? "")) : [];
  if (ofSite.length > 0) return ofSite.slice(0, 1);
  if (!SPOKEN.has(kind)) return [];
  if (named.length > 0) return named.slice(0, 1);
  // a readout names its own side first
  return kind === "readout" ? states(parties).slice(0, 1) : [];
}
