// Whether the words around a title agree with the terms: “former” of somebody in office, “president-elect” of a president.
import { addDays, type Problem, problem } from "../model/index.ts";
import type { Base } from "./base.ts";
import { isActing, samePost } from "./holders.ts";
import type { TermRow } from "./tables.ts";
import { covers } from "./terms.ts";
import type { OfficeMatch } from "./types.ts";

/** Days around the change of an office in which texts and tables may differ without either being wrong: time zones, and pieces written before and printed after. */
const GRACE_DAYS = 2;

/** Problems of a stated office against an attested term. Rows that no source attests, and rough ends, never contradict. */
export function mismatch(base: Base, phrase: string, office: OfficeMatch, person: string, on: string | null): readonly Problem[] {
  if (on === null || office.qualifier === null) return [];
  const posts = base.terms.of(person).filter((t) => t.verified && samePost(base, { ...office, state: office.state }, t));
  const now = posts.find((t) => covers(t, on) && settled(t, on));
  if (!now) return [];
  if (office.qualifier === "former" || office.qualifier === "late" || office.qualifier === "elect" || office.qualifier === "designate")
    return [report(base, phrase, now)];
  if (office.qualifier === "acting" && !isActing(now.title)) return [report(base, phrase, now)];
  return [];
}

/** Well within a term: not at its edges, and not beyond what the source knows. */
function settled(term: TermRow, on: string): boolean {
  if (term.from === null || on < addDays(term.from, GRACE_DAYS)) return false;
  return term.to === null ? !term.roughEnd : on < addDays(term.to, -GRACE_DAYS);
}

function report(base: Base, phrase: string, term: TermRow): Problem {
  const name = base.persons.get(term.person)!.name;
  const where = base.states.get(term.state)?.name ?? base.organisations.get(term.state)?.name ?? term.state;
  const until = term.to === null ? "" : ` to ${term.to}`;
  return problem("office-mismatch", {
    name,
    words: phrase,
    fact: `${name} as ${term.title} (${where}) from ${term.from}${until}, source ${term.source}`,
  });
}
