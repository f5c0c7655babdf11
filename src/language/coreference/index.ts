// Coreference of actors: pronouns, definite offices, collectives and definite nouns, each linked to what it takes up. Rules over parse and actor tables; silence before a guess.
import { resolveCollective } from "./collectives.ts";
import type { Cell, Discourse, Link } from "./discourse.ts";
import { collectiveOf, resolveNominal } from "./nominals.ts";
import { resolveCounterpart, resolveGuest, resolveLeader, resolveOffice } from "./offices.ts";
import { isFirstPerson, resolvePronoun } from "./pronouns.ts";

export { type Cell, type Discourse, discourse, firstTokenAt, type Mutable, type Publisher } from "./discourse.ts";

function resolve(d: Discourse, cell: Cell, home: string | null): Link | null {
  switch (cell.candidate.sort) {
    case "pronoun":
      return resolvePronoun(d, cell);
    case "office":
      return resolveOffice(d, cell);
    case "collective":
      return resolveCollective(d, cell) ?? resolveNominal(d, cell, home);
    case "group":
      return resolveCounterpart(d, cell) ?? resolveGuest(d, cell) ?? resolveLeader(d, cell) ?? resolveNominal(d, cell, home);
    case "organ":
      return cell.mention.actors.length === 0 ? resolveNominal(d, cell, home) : null;
    default:
      return null;
  }
}

/** Fills `actors` and `antecedent` of every mention that names nobody by itself. `home` is the state the text is written from. */
export function resolveAnaphora(d: Discourse, home: string | null): void {
  const settle = (cell: Cell): void => {
    const found = resolve(d, cell, home);
    if (!found) return;
    cell.mention.actors = found.actors;
    cell.mention.antecedent = found.through?.mention.id ?? null;
  };
  // `I` and `we` wait for the speaker, who mostly stands behind the quotation; `officials of both countries` for the countries.
  const waits = (cell: Cell): boolean => isFirstPerson(cell) || collectiveOf(d, cell) !== null;
  for (const cell of d.cells) if (!waits(cell)) settle(cell);
  for (const cell of d.cells) if (waits(cell)) settle(cell);
}
