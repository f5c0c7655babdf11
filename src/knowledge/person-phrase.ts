// Phrases that are a person's name alone.
import { type Base, refOf } from "./base.ts";
import { fold } from "./forms.ts";
import { isCommonGiven, PARTICLES } from "./names.ts";
import { answer, joinName, latest, type Question, tail } from "./question.ts";
import type { PersonRow } from "./tables.ts";
import { covers } from "./terms.ts";
import type { Resolution } from "./types.ts";

/** A name alone: a full name, or a family name by the context or as that of one holder of a high office on the day. */
export function person(q: Question): Resolution | null {
  const { base, keys, on } = q;
  let from = 0;
  while (from < keys.keys.length - 1 && base.grammar.courtesies.has(keys.keys[from]!)) from += 1;
  const rest = tail(keys, from);
  const pieces = rest.pieces;
  if (
    pieces.length > 8 ||
    !pieces.some((p) => /^\p{Lu}/u.test(p)) ||
    pieces.some((p, i) => /^\p{Ll}/u.test(p) && !rest.joined[i] && !PARTICLES.has(p.toLowerCase()))
  )
    return null;
  const name = joinName(q.phrase, pieces);
  const candidates = base.persons.find(name, null);
  const full = candidates.filter((c) => c.score >= 2.5);
  const inContext = q.context.find((id) => id.startsWith("person:") && (base.persons.fits(name, id) > 0 || provisionalFits(id, rest.keys)));
  if (inContext && (full.length === 0 || full.some((c) => c.id === inContext) || pieces.length === 1)) {
    return answer(refOf(base, inContext, on), "person-family", null, `A person met before in the text.`);
  }
  if (full.length > 0) {
    const best = [...full].sort(
      (a, b) =>
        b.score - a.score || standing(base, b.id, on) - standing(base, a.id, on) || latest(base, b.id, a.id) || (a.id < b.id ? -1 : 1),
    )[0]!;
    const row = base.persons.get(best.id)!;
    if (pieces.length > 1 && isCommon(q, row)) return null;
    return answer(refOf(base, best.id, on), "person-full", null, `${row.name} (${row.source}).`);
  }
  if (base.dangerous.has(rest.keys.join(" "))) return null;
  const holders = candidates
    .filter((c) => standing(base, c.id, on) > 0)
    .sort((a, b) => standing(base, b.id, on) - standing(base, a.id, on));
  const best = holders[0];
  const other = best && betterKnown(q, best.id, holders.slice(1));
  if (other)
    return answer(
      refOf(base, other, on),
      "person-family",
      null,
      `Once at the head of a state, and better known by this name than who holds an office.`,
    );
  if (best && (holders.length === 1 || standing(base, best.id, on) > standing(base, holders[1]!.id, on))) {
    const row = base.persons.get(best.id)!;
    return answer(
      refOf(base, best.id, on),
      "person-family",
      null,
      `The one ${row.family} in a high office${on === null ? "" : ` on ${on}`} (${row.source}).`,
    );
  }
  return null;
}

/**
 * A family name of a holder of office that a former head of state or government bears too (“Blair” in a text about Britain, while a minister of
 * Canada is called so): where the text has met the former's state and not the holder's, the former is meant; and also where it has met neither
 * but the holder's name goes on behind that word, as “Francisco Pascual Eyegue Obama Asue” does.
 */
function betterKnown({ base, context, on }: Question, holder: string, others: readonly { readonly id: string }[]): string | null {
  const met = (id: string) => {
    const state = base.persons.get(id)?.state;
    return state != null && context.some((c) => c === id || c === state || base.persons.get(c)?.state === state);
  };
  if (met(holder)) return null;
  const within = goesOn(base, holder);
  return others.find((o) => standing(base, o.id, on) >= 5 && (met(o.id) || (within && !goesOn(base, o.id))))?.id ?? null;
}

/** Whether a person's name has words on both sides of the family name. */
function goesOn(base: Base, id: string): boolean {
  const row = base.persons.get(id);
  if (!row) return false;
  const name = ` ${fold(row.name)} `;
  const family = ` ${fold(row.family)} `;
  return !name.startsWith(family) && !name.endsWith(family);
}

/** Whether a name without a title, of somebody who never held a high office, is one that many bear: then only a text that has met the state means them. */
function isCommon({ base, context, on }: Question, row: PersonRow): boolean {
  if (!base.dangerous.has(fold(row.family)) || standing(base, row.id, on) > 0 || row.source === "user") return false;
  const given = fold(row.name.split(" ")[0]!);
  return (
    (base.dangerous.has(given) || isCommonGiven(given)) &&
    !context.some((id) => id === row.id || id === row.state || base.persons.get(id)?.state === row.state)
  );
}

/** A provisional person of the context, by the last word of its id. */
function provisionalFits(id: string, keys: readonly string[]): boolean {
  const words = id.slice("person:".length).split("-");
  return keys.length === 1 && words.length > 1 && words.at(-1) === keys[0];
}

const HIGH: Readonly<Record<string, number>> = {
  "head-of-state": 5,
  monarch: 5,
  "head-of-government": 5,
  "head-of-organisation": 4,
  "deputy-head": 3,
  "foreign-minister": 4,
  "defence-minister": 3,
  "finance-minister": 3,
  "national-security-adviser": 3,
  "trade-minister": 2,
};

/** How high a person stands on a day; for those out of office, what they once were, below all who hold office. */
function standing(base: Base, id: string, on: string | null): number {
  let best = 0;
  for (const t of base.terms.of(id)) {
    const high = HIGH[t.role] ?? 0;
    if (high === 0) continue;
    if (on !== null && covers(t, on)) best = Math.max(best, 10 + high);
    else if (t.role === "head-of-state" || t.role === "head-of-government") best = Math.max(best, (t.to ?? "9") > "2005" ? 5 : 1);
    else best = Math.max(best, 1);
  }
  return best;
}
