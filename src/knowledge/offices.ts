// Titles of office in running text: a grammar over the title table that reads “Japan's former foreign minister” or “Secretary of State for Defence”.
import type { OfficeRole } from "../model/index.ts";
import { type Keys, phraseKey } from "./forms.ts";
import type { TitleTable } from "./tables.ts";
import { ONE_POST } from "./terms.ts";
import type { OfficeMatch } from "./types.ts";

type Qualifier = OfficeMatch["qualifier"];
interface Title {
  readonly to: number;
  readonly role: OfficeRole;
  readonly state: string | null;
}
/** Finds a state or organisation at a key position: its id, the position after it, and whether it is named by a part of it. */
export type PartyAt = (keys: Keys, at: number) => { readonly to: number; readonly id: string; readonly part: boolean } | null;

export interface OfficeParse {
  /** Key positions, half-open. */
  readonly to: number;
  readonly titleFrom: number;
  readonly titleTo: number;
  readonly office: OfficeMatch;
  /** An office of a part of the state: Scotland, Iraqi Kurdistan. */
  readonly part: boolean;
}

/** The role in a state of an office that a part of it has: its own president, premier or foreign minister is not the state's. A part has no monarch of its own. */
export const roleOfPart = (role: OfficeRole): OfficeRole => (ONE_POST.has(role) && role !== "monarch" ? "other" : role);

// Words that are titles only with a capital letter: in lower case they are mostly adjectives or common nouns.
const CASED = new Set(
  (
    "general gen major captain capt colonel col marshal justice judge chief head commander representative rep pm fm leader chairman chairwoman chairperson " +
    "commissioner director secretary expert analyst activist economist governor speaker aide adviser advisor counselor prince princess king queen emperor sultan " +
    "justice councilor bishop cardinal prosecutor negotiator envoy consul us minister mp ceo president premier monarch treasurer diplomat professor prof amb sen"
  ).split(" "),
);
// …of which these stay titles in lower case where a state, an organisation or a name stands beside them.
const WEAK = new Set(
  "leader chief head chairman chairwoman director commander envoy adviser advisor president premier king queen minister governor chancellor speaker chairperson representative commissioner prince princess emperor sultan emir negotiator aide".split(
    " ",
  ),
);
/** Two titles with “and” between are two persons when the second is one of these: “the President and Prime Minister Kim”. */
const TOP: ReadonlySet<OfficeRole> = new Set<OfficeRole>(["head-of-state", "head-of-government", "monarch", "deputy-head"]);
/** Roles that a title of one word has only when it is of a state. */
const OF_A_STATE: ReadonlySet<OfficeRole> = new Set<OfficeRole>(["head-of-state", "deputy-head"]);
const STATE_WORDS = new Set([
  "republic",
  "federal",
  "government",
  "state",
  "country",
  "nation",
  "union",
  "confederation",
  "federation",
  "swiss",
  "ministers",
  "presidency",
  "cabinet",
  "islamic",
]);
const DOMAIN_LINKS = new Set(["and", "&", ",", "the", "of", "for"]);
const MAX_PREFIX = 8;
const MAX_TITLE = 14;

/** Reads titles. `partyAt` says where a state (name or adjective) or organisation stands. */
export class TitleGrammar {
  /** Key → meanings: one for all states, and those that belong to one state. */
  readonly #fixed = new Map<string, Map<string | null, OfficeRole>>();
  readonly #prefixes = new Set<string>();
  readonly #domains = new Map<string, OfficeRole>();
  readonly #domainPrefixes = new Set<string>();
  readonly #qualifiers = new Map<string, Qualifier>();
  readonly #modifiers = new Set<string>();
  readonly #starts = new Set<string>();
  readonly courtesies: ReadonlySet<string>;
  readonly #partyAt: PartyAt;

  constructor(table: TitleTable, partyAt: PartyAt) {
    this.#partyAt = partyAt;
    for (const row of table.fixed) {
      const key = phraseKey(row.title);
      const meanings = this.#fixed.get(key) ?? new Map<string | null, OfficeRole>();
      this.#fixed.set(key, meanings);
      if (!meanings.has(row.state)) meanings.set(row.state, row.role);
      addPrefixes(this.#prefixes, key);
      this.#starts.add(key.split(" ")[0]!);
    }
    for (const row of table.domains) {
      const key = phraseKey(row.words);
      if (!this.#domains.has(key)) this.#domains.set(key, row.role);
      addPrefixes(this.#domainPrefixes, key);
      this.#starts.add(key.split(" ")[0]!);
    }
    for (const [name, words] of Object.entries(table.qualifiers)) {
      for (const word of words) this.#qualifiers.set(phraseKey(word), name as Qualifier);
    }
    for (const word of table.modifiers) this.#modifiers.add(phraseKey(word));
    this.courtesies = new Set(table.before.map(phraseKey));
    for (const word of ["minister", "secretary", "ministers"]) this.#starts.add(word);
  }

  /** The office that begins at key position `from`; null when none does. */
  parse(keys: Keys, from: number, home: string | null = null): OfficeParse | null {
    let at = from;
    let qualifier: Qualifier = null;
    let state: string | null = home;
    let part = false;
    for (let step = 0; step < MAX_PREFIX; step += 1) {
      const title = this.#titleAt(keys, at, state);
      if (title) return this.#finish(keys, at, title, { state, part }, qualifier);
      const q = this.#qualifierAt(keys, at);
      if (q) {
        if (qualifier === null || q.qualifier !== "deputy") qualifier = q.qualifier;
        at = q.to;
        continue;
      }
      const party: ReturnType<PartyAt> = this.#partyAt(keys, at);
      if (party && (state === null || party.id === state)) {
        state = party.id;
        part ||= party.part;
        at = party.to;
        if (keys.keys[at] === "'s" || keys.keys[at] === "'") at += 1;
        continue;
      }
      const word = keys.keys[at];
      if (word !== undefined && (this.#modifiers.has(word) || /^\d{1,2}(st|nd|rd|th)$/.test(word))) {
        at += 1;
        continue;
      }
      const words = this.#longModifier(keys, at);
      if (words > 0) {
        at += words;
        continue;
      }
      return null;
    }
    return null;
  }

  /** Role of a title that stands alone (`Minister of Foreign Affairs`), for tables; null when unknown. */
  roleOf(keys: Keys, home: string): { readonly role: OfficeRole; readonly qualifier: Qualifier; readonly state: string | null } | null {
    const parse = this.parse(keys, 0, home);
    return parse ? { role: parse.office.role, qualifier: parse.office.qualifier, state: parse.office.state } : null;
  }

  /** Length of a modifier of several words: `His Royal Highness`. */
  #longModifier(keys: Keys, at: number): number {
    let key = keys.keys[at] ?? "";
    for (let size = 2; size <= 3 && at + size <= keys.keys.length; size += 1) {
      key = `${key} ${keys.keys[at + size - 1]!}`;
      if (this.#modifiers.has(key)) return size;
    }
    return 0;
  }

  #qualifierAt(keys: Keys, at: number): { readonly to: number; readonly qualifier: Qualifier } | null {
    const one = keys.keys[at];
    if (one === undefined) return null;
    const two = `${one} ${keys.keys[at + 1] ?? ""}`;
    const pair = this.#qualifiers.get(two);
    if (pair) return { to: at + 2, qualifier: pair };
    const single = this.#qualifiers.get(one);
    return single && single !== "elect" && single !== "designate" ? { to: at + 1, qualifier: single } : null;
  }

  #titleAt(keys: Keys, at: number, party: string | null): Title | null {
    const first = keys.keys[at];
    if (first === undefined || !this.#starts.has(first)) return null;
    const fixed = this.#fixedAt(keys, at, party);
    const domain = this.#domainAt(keys, at);
    const best = domain && (!fixed || domain.to > fixed.to) ? domain : fixed;
    if (!best) return null;
    if (best.to - at === 1 && CASED.has(first)) {
      const capital = /^\p{Lu}/u.test(keys.pieces[at]!);
      const beside = party !== null || /^\p{Lu}/u.test(keys.pieces[best.to] ?? "") || keys.keys[best.to] === "of";
      if (!capital && !(WEAK.has(first) && beside)) return null;
    }
    return best;
  }

  #fixedAt(keys: Keys, at: number, party: string | null): Title | null {
    let best: Title | null = null;
    let key = "";
    for (let to = at; to < keys.keys.length && to - at < MAX_TITLE; to += 1) {
      key = key === "" ? keys.keys[to]! : `${key} ${keys.keys[to]!}`;
      const hit = this.#fixed.get(key);
      if (hit) {
        const meaning = meaningFor(hit, party, keys.keys[at] === "secretary");
        if (meaning) best = { to: to + 1, ...meaning };
      }
      if (!this.#prefixes.has(key)) break;
    }
    return best;
  }

  /** `D minister`, `minister of D`, `secretary of state for D`, `D secretary`. */
  #domainAt(keys: Keys, at: number): Title | null {
    const word = keys.keys[at]!;
    if (word === "minister" || word === "secretary" || word === "ministers") {
      let to = at + 1;
      let british = false;
      if (word === "secretary" && keys.keys[to] === "of" && keys.keys[to + 1] === "state" && keys.keys[to + 2] === "for") {
        british = true;
        to += 3;
      } else if (keys.keys[to] === "of" && keys.keys[to + 1] === "state" && keys.keys[to + 2] === "for") to += 3;
      else if (keys.keys[to] === "of" || keys.keys[to] === "for" || keys.keys[to] === "in") to += keys.keys[to + 1] === "charge" ? 3 : 1;
      else return word === "ministers" ? null : { to, role: "minister", state: null };
      if (keys.keys[to] === "the") to += 1;
      const domain = this.#domainRun(keys, to);
      if (!domain) return word === "minister" ? { to: at + 1, role: "minister", state: null } : null;
      return { to: domain.to, role: domain.role, state: british ? "GBR" : null };
    }
    const domain = this.#domainRun(keys, at);
    if (!domain) return null;
    const head = keys.keys[domain.to];
    if (head === "minister" || head === "ministers" || head === "secretary") return { to: domain.to + 1, role: domain.role, state: null };
    return null;
  }

  /** A run of domains with links between: `foreign affairs and trade`. The first specific role counts. */
  #domainRun(keys: Keys, at: number): { readonly to: number; readonly role: OfficeRole } | null {
    let to = at;
    let role: OfficeRole | null = null;
    let end = at;
    while (end - at < MAX_TITLE) {
      const one = this.#domainOnce(keys, to);
      if (!one) break;
      if (role === null || (role === "minister" && one.role !== "minister")) role = one.role;
      end = one.to;
      to = one.to;
      let links = 0;
      while (links < 3 && DOMAIN_LINKS.has(keys.keys[to] ?? "")) {
        to += 1;
        links += 1;
      }
      if (links === 0) break;
    }
    return role === null ? null : { to: end, role };
  }

  #domainOnce(keys: Keys, at: number): { readonly to: number; readonly role: OfficeRole } | null {
    let best: { readonly to: number; readonly role: OfficeRole } | null = null;
    let key = "";
    for (let to = at; to < keys.keys.length && to - at < MAX_TITLE; to += 1) {
      key = key === "" ? keys.keys[to]! : `${key} ${keys.keys[to]!}`;
      const role = this.#domains.get(key);
      if (role) best = { to: to + 1, role };
      if (!this.#domainPrefixes.has(key)) break;
    }
    return best;
  }

  #finish(
    keys: Keys,
    titleFrom: number,
    title: Title,
    prefix: { readonly state: string | null; readonly part: boolean },
    prefixQualifier: Qualifier,
  ): OfficeParse {
    let { to, role } = title;
    let qualifier = prefixQualifier;
    let { state, part } = prefix;
    const after = keys.keys[to];
    const suffix = after === undefined ? null : this.#qualifiers.get(after);
    if (suffix === "elect" || suffix === "designate") {
      qualifier = suffix;
      to += 1;
    }
    if (role === "ambassador" && (keys.keys[to] === "to" || keys.keys[to] === "of")) {
      const sending = keys.keys[to] === "of";
      const party = this.#partyAfter(keys, to + 1);
      if (party) {
        to = party.to;
        if (sending) state = party.id;
      }
    } else if (keys.keys[to] === "of" || keys.keys[to] === "for") {
      const party = this.#partyAfter(keys, to + 1);
      if (party && state === null) {
        state = party.id;
        part = party.part;
        to = party.to;
      } else if (
        !party &&
        OF_A_STATE.has(role) &&
        !STATE_WORDS.has(keys.keys[to + 1] === "the" ? (keys.keys[to + 2] ?? "") : (keys.keys[to + 1] ?? ""))
      ) {
        // “President of the National Assembly”, “Vice President of the European Investment Bank”: heads of something within.
        role = "other";
      }
    } else if (keys.keys[to] === "and" || keys.keys[to] === ",") {
      const second = this.#titleAt(keys, keys.keys[to + 1] === "and" ? to + 2 : to + 1, state);
      const gap = keys.keys[to + 1] === "and" ? 2 : 1;
      if (
        second &&
        keys.keys[to] === "and" &&
        (!TOP.has(second.role) || keys.keys[titleFrom] === "crown" || role === "monarch") &&
        second.to > to + gap &&
        /^\p{Lu}/u.test(keys.pieces[to + gap] ?? "")
      ) {
        to = second.to;
        if (role === "minister" || role === "other") role = second.role;
        if (keys.keys[to] === "of") {
          const party = this.#partyAfter(keys, to + 1);
          if (party && state === null) {
            state = party.id;
            part = party.part;
            to = party.to;
          }
        }
      }
    }
    const finalState = state ?? title.state;
    const office: OfficeMatch = {
      role: part ? roleOfPart(role) : role,
      title: keys.pieces.slice(titleFrom, role === "ambassador" ? to : title.to).join(" "),
      state: finalState,
      qualifier,
    };
    return { to, titleFrom, titleTo: title.to, office, part };
  }

  #partyAfter(keys: Keys, at: number): ReturnType<PartyAt> {
    return this.#partyAt(keys, keys.keys[at] === "the" ? at + 1 : at);
  }
}

/** A title's meaning beside a party: its own, else the general one; a title of another state only when no party is named, or as a mere title. */
function meaningFor(
  meanings: ReadonlyMap<string | null, OfficeRole>,
  party: string | null,
  secretary: boolean,
): { readonly role: OfficeRole; readonly state: string | null } | null {
  if (party !== null) {
    const own = meanings.get(party) ?? meanings.get(null);
    if (own) return { role: own, state: null };
    // Another state's title: a “secretary of state” elsewhere is a minister of some kind.
    const [role] = meanings.values();
    return { role: secretary ? "minister" : role!, state: null };
  }
  const general = meanings.get(null);
  if (general) return { role: general, state: null };
  const [state, role] = [...meanings][0]!;
  return { role, state };
}

function addPrefixes(set: Set<string>, key: string): void {
  for (let i = key.indexOf(" "); i >= 0; i = key.indexOf(" ", i + 1)) set.add(key.slice(0, i));
}
