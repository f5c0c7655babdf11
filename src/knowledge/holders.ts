// Who holds an office on a day, and whether a stated office is the same post as a term.
import type { OfficeRole } from "../model/index.ts";
import type { Base } from "./base.ts";
import { fold, keysOf, tokenise } from "./forms.ts";
import { Kept } from "./kept.ts";
import type { TermRow } from "./tables.ts";
import { ONE_POST } from "./terms.ts";
import type { OfficeMatch } from "./types.ts";

/** States whose head of state leads the government: “the leader of X” is the president, elsewhere the head of government. */
const PRESIDENTIAL = new Set(
  `USA FRA RUS CHN KOR PRK BRA ARG MEX COL CHL PER VEN ECU BOL PRY URY CUB NIC SLV GTM HND CRI PAN DOM EGY DZA SYR TUR IRN UKR BLR KAZ UZB TJK TKM KGZ AZE IDN PHL TWN LKA MDV AFG
  NGA KEN UGA RWA BDI TZA ZMB ZWE MOZ AGO ZAF BWA NAM GHA SEN CIV BFA MLI NER TCD CMR GAB COG COD CAF GNQ GIN SLE LBR GMB BEN TGO SDN SSD ERI DJI COM MDG SYC TUN CYP QAT ARE OMN
  SAU KWT BHR JOR MAR BRN VAT PSE`.split(/\s+/),
);

export function executiveRole(state: string): OfficeRole {
  return PRESIDENTIAL.has(state) ? "head-of-state" : "head-of-government";
}

const LEADER_WORDS = new Set(["leader", "strongman", "ruler", "head", "chief"]);

/** The role a phrase means: “Chinese leader” is the head of state, “German leader” the head of government. */
export function roleMeant(base: Base, office: OfficeMatch): OfficeRole {
  if (
    office.state !== null &&
    base.states.has(office.state) &&
    office.role === "head-of-organisation" &&
    LEADER_WORDS.has(fold(office.title))
  )
    return executiveRole(office.state);
  if (office.state !== null && base.organisations.has(office.state) && !base.states.has(office.state)) {
    if (office.role === "head-of-state" || office.role === "legislator" || office.role === "head-of-government")
      return "head-of-organisation";
  }
  return office.role;
}

/** The holder of a stated office on a day; null when none or several equally good ones are known. */
export function holderOf(base: Base, office: OfficeMatch & { readonly state: string }, on: string): TermRow | null {
  const role = roleMeant(base, office);
  const acting = office.qualifier === "acting";
  const rows = base.terms.at(office.state, role, on).filter((t) => samePost(base, office, t) && isActing(t.title) === acting);
  const first = rows[0] ?? (acting ? undefined : base.terms.at(office.state, role, on).find((t) => samePost(base, office, t)));
  if (!first) return null;
  // Of several at once (two vice presidents, two ministers of state) none is “the” one, unless one is better attested.
  const rivals = rows.filter((t) => t.person !== first.person && t.verified === first.verified && t.roughEnd === first.roughEnd);
  return rivals.length > 0 && !ONE_PERSON.has(role) ? null : first;
}

/** Among these the last to begin is the one in office, earlier rows without an end being stale. */
export const ONE_PERSON: ReadonlySet<OfficeRole> = new Set<OfficeRole>([
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "defence-minister",
  "finance-minister",
  "national-security-adviser",
  "monarch",
  "interior-minister",
]);

/** What a bare “Minister” or “Secretary” can be. */
const MINISTERIAL: ReadonlySet<OfficeRole> = new Set<OfficeRole>([
  "minister",
  "foreign-minister",
  "defence-minister",
  "finance-minister",
  "trade-minister",
  "interior-minister",
  "other",
  "deputy-head",
]);

export const isActing = (title: string): boolean => /\b(acting|interim|caretaker|transitional)\b/i.test(title);

const DROP = new Set(["the", "of", "for", "and", ",", "&", "us", "uk", "'s", "to"]);
const SAME_WORD: Readonly<Record<string, string>> = {
  defense: "defence",
  advisor: "adviser",
  spokesman: "spokesperson",
  spokeswoman: "spokesperson",
  premier: "minister",
  amb: "ambassador",
  sen: "senator",
  rep: "representative",
  congressman: "representative",
  congresswoman: "representative",
};

const KEYS = new Kept<readonly string[]>(5000);
const WORDS = new Kept<ReadonlySet<string>>(5000);

const titleKeys = (title: string): readonly string[] => KEYS.get(title, () => keysOf(tokenise(title)).keys);

/** Words that tell one post of a role from another. */
function titleWords(title: string): ReadonlySet<string> {
  return WORDS.get(
    title,
    () =>
      new Set(
        titleKeys(title)
          .filter((k) => !DROP.has(k))
          .map((k) => SAME_WORD[k] ?? k),
      ),
  );
}

/** A title as the key of its post: `Secretary of Energy` and `Energy Secretary` are one. */
export function titleKey(title: string): string {
  return [...titleWords(title)]
    .filter((w) => w !== "acting")
    .sort()
    .join("-");
}

/** Whether a term is the office that a phrase states (its state is not compared when the phrase names none). */
export function samePost(base: Base, office: OfficeMatch, term: TermRow): boolean {
  if (office.state !== null && office.state !== term.state) return false;
  const role = roleMeant(base, office.state === null ? { ...office, state: term.state } : office);
  if (office.qualifier === "deputy" && ONE_POST.has(role)) return /\b(deputy|vice|assistant)\b/i.test(term.title) && term.role !== role;
  const bare = titleKeys(office.title);
  if (bare.length === 1 && (bare[0] === "minister" || bare[0] === "secretary"))
    return MINISTERIAL.has(term.role) && !/^(senator|representative)/i.test(term.title);
  if (ONE_POST.has(role)) return term.role === role || (role === "head-of-state" && term.role === "monarch");
  if (term.role !== role) return false;
  const a = titleWords(office.title);
  const b = titleWords(term.title);
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const word of small) if (!large.has(word)) return false;
  return true;
}
