// Lays the learned layer over the tables: persons they lack, terms, and the end of the terms that those succeed.
import { type Base, extendBase } from "../base.ts";
import { familyOf } from "../names.ts";
import type { PersonRow, TermRow } from "../tables.ts";
import { covers } from "../terms.ts";
import type { AcceptedOffice } from "./types.ts";

/** Adds offices to `base`, in their own order; those that a person has accepted stand as firmly as a dated source. Nothing of the user's layer is changed. */
export function applyLearned(base: Base, offices: readonly AcceptedOffice[], accepted: boolean): void {
  for (const office of offices) {
    const { person, state, role, relation } = office;
    const from = office.from ?? office.firstSeen;
    const own = base.terms.of(person).filter((t) => t.state === state && t.role === role);
    if (relation === "ends") {
      for (const t of own)
        if (t.to === null && t.source !== "user")
          base.terms.replace(t, { ...t, to: office.to, source: `${t.source}; end ${sourceOf(office)}` });
      continue;
    }
    if (own.some((t) => t.source === "user" || (t.verified && covers(t, from)))) continue;
    const unverified = own.find((t) => !t.verified && t.to === null);
    if (unverified) {
      base.terms.replace(unverified, {
        ...unverified,
        from: office.from ?? unverified.from,
        verified: true,
        source: `${sourceOf(office)}; ${unverified.source}`,
        seen: office.lastSeen,
      });
      continue;
    }
    const before = base.terms
      .at(state, role, from)
      .filter((t) => t.role === role && t.to === null && t.source !== "user" && t.person !== person);
    const ended = relation === "succeeds" || relation === "contradicts" ? before : [];
    for (const t of ended) base.terms.replace(t, { ...t, to: from, roughEnd: true, source: `${t.source}; end ${sourceOf(office)}` });
    const others = ended.map((t) => base.persons.get(t.person)?.name ?? t.person);
    base.terms.add(termOf(office, from, accepted, others));
    if (!base.persons.get(person)) extendBase(base, personOf(office));
  }
}

const sourceOf = ({ sources, firstSeen, lastSeen }: AcceptedOffice): string =>
  `learned from ${sources} source${sources === 1 ? "" : "s"}, ${firstSeen === lastSeen ? firstSeen : `${firstSeen} to ${lastSeen}`}`;

function termOf(office: AcceptedOffice, from: string, accepted: boolean, others: readonly string[]): TermRow {
  const { person, state, role, title, to, lastSeen } = office;
  const source = `${sourceOf(office)}${accepted ? ", accepted" : ""}${others.length === 0 ? "" : `; the tables go on with ${others.join(", ")}`}`;
  const roughStart = office.from === null;
  return { person, state, role, title, from, roughStart, to, source, verified: true, roughEnd: to === null && !accepted, seen: lastSeen };
}

function personOf({ person, name, state, aliases }: AcceptedOffice): PersonRow {
  return { id: person, name, family: familyOf(name, state), state, aliases, source: "learned" };
}
