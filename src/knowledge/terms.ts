// Dated terms: who holds an office on a day, and which office somebody holds.
import type { OfficeRole, Term } from "../model/index.ts";
import type { TermRow } from "./tables.ts";

/** Offices from the highest down, as a brief would introduce somebody. */
export const ROLE_ORDER: readonly OfficeRole[] = [
  "head-of-state",
  "head-of-government",
  "monarch",
  "head-of-organisation",
  "deputy-head",
  "foreign-minister",
  "defence-minister",
  "finance-minister",
  "trade-minister",
  "interior-minister",
  "national-security-adviser",
  "minister",
  "chief-of-staff",
  "envoy",
  "ambassador",
  "spokesperson",
  "legislator",
  "other",
];
const RANK = new Map(ROLE_ORDER.map((role, i) => [role, i]));

/** Roles that one post of a state has; other roles cover many posts and are compared by their titles. */
export const ONE_POST: ReadonlySet<OfficeRole> = new Set<OfficeRole>([
  "head-of-state",
  "head-of-government",
  "monarch",
  "foreign-minister",
  "defence-minister",
  "finance-minister",
  "trade-minister",
  "interior-minister",
  "national-security-adviser",
  "deputy-head",
  "head-of-organisation",
]);

/** Whether a term covers a day: `from` inclusive, `to` exclusive, open ends cover. */
export function covers(term: { readonly from: string | null; readonly to: string | null }, on: string): boolean {
  return (term.from === null || term.from <= on) && (term.to === null || on < term.to);
}

export class TermIndex {
  readonly #person = new Map<string, TermRow[]>();
  readonly #office = new Map<string, TermRow[]>();
  readonly #role = new Map<OfficeRole, TermRow[]>();

  constructor(terms: readonly TermRow[]) {
    for (const t of terms) this.#put(t);
    for (const list of this.#person.values()) list.sort(byStart);
  }

  #put(t: TermRow): void {
    push(this.#person, t.person, t);
    push(this.#office, `${t.state} ${t.role}`, t);
    push(this.#role, t.role, t);
  }

  /** A term of a later layer. */
  add(t: TermRow): void {
    this.#put(t);
    this.#person.get(t.person)!.sort(byStart);
  }

  /** Puts `next` where `old` stands: a later layer says otherwise. Person, state and role stay. */
  replace(old: TermRow, next: TermRow): void {
    for (const list of [this.#person.get(old.person), this.#office.get(`${old.state} ${old.role}`), this.#role.get(old.role)])
      list?.splice(list.indexOf(old), 1, next);
  }

  of(person: string): readonly TermRow[] {
    return this.#person.get(person) ?? [];
  }

  states(person: string): readonly string[] {
    return [...new Set(this.of(person).map((t) => t.state))];
  }

  /** Terms of an office on a day. A head of state may be a monarch. Attested rows come first, then those who began last. */
  at(state: string, role: OfficeRole, on: string): readonly TermRow[] {
    const rows = [...(this.#office.get(`${state} ${role}`) ?? [])];
    if (role === "head-of-state") rows.push(...(this.#office.get(`${state} monarch`) ?? []));
    return rows
      .filter((t) => covers(t, on))
      .sort(
        (a, b) => Number(b.verified) - Number(a.verified) || Number(a.roughEnd) - Number(b.roughEnd) || compare(b.from ?? "", a.from ?? ""),
      );
  }

  /** All terms of an office of a state. */
  ofOffice(state: string, role: OfficeRole): readonly TermRow[] {
    return this.#office.get(`${state} ${role}`) ?? [];
  }

  inRole(role: OfficeRole): readonly TermRow[] {
    return this.#role.get(role) ?? [];
  }

  /** The highest office of a person on a day; of equal ones that of the state where the person has held most offices (a co-prince is a president at home). */
  highest(person: string, on: string): TermRow | null {
    const terms = this.of(person);
    const held = (t: TermRow): number => terms.filter((other) => other.state === t.state).length;
    let best: TermRow | null = null;
    for (const t of terms) {
      if (!covers(t, on)) continue;
      if (best === null || weight(t) < weight(best) || (weight(t) === weight(best) && held(t) > held(best))) best = t;
    }
    return best;
  }
}

/** Unattested rows rank behind all attested ones. */
const weight = (t: TermRow): number => (RANK.get(t.role) ?? ROLE_ORDER.length) + (t.verified ? 0 : ROLE_ORDER.length);

const byStart = (a: TermRow, b: TermRow): number => compare(a.from ?? "", b.from ?? "");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function push<K>(map: Map<K, TermRow[]>, key: K, row: TermRow): void {
  const list = map.get(key);
  if (list) list.push(row);
  else map.set(key, [row]);
}

/** A term as the model has it. `office` is `JPN.head-of-government`. */
export function termOf(row: TermRow): Term {
  return {
    person: row.person,
    office: `${row.state}.${row.role}`,
    state: row.state,
    role: row.role,
    title: row.title,
    from: row.roughStart ? null : row.from,
    to: row.to,
    source: row.verified ? row.source : `${row.source} (unverified)`,
  };
}
