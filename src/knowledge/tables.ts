// The shapes of the table files and of the layers that are merged from them.
import type { OfficeRole } from "../model/index.ts";
import type { DefenceShare } from "./types.ts";

export interface StateRow {
  readonly id: string;
  readonly name: string;
  /** Short form in print, `US`. */
  readonly print: string;
  readonly adjective: string;
  /** Plural noun for its people. */
  readonly people: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly capital: string | null;
  readonly capitals: readonly string[];
  readonly seats: readonly string[];
  readonly venues: readonly string[];
  readonly parts: readonly string[];
  readonly breakaway: readonly string[];
  readonly organs: Readonly<Record<string, readonly string[]>>;
  /** Codes by system: `ISO` (two letters), `M49`, `FIPS`; the id is ISO's three letters. */
  readonly codes: Readonly<Record<string, string>>;
  /** alpha-3 of the state it belongs to, for territories. */
  readonly of: string | null;
  readonly source: string;
}

export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly type: string;
  readonly state: string | null;
  /** Parent organisation. */
  readonly of: string | null;
  readonly sector: string | null;
  /** State → first day or year of membership; `leaving`: state → first day after it. */
  readonly members: Readonly<Record<string, string>>;
  readonly leaving: Readonly<Record<string, string>>;
  readonly source: string;
}

export interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  /** The state it lies in, for regions within one. */
  readonly state: string | null;
}

export interface AgreementRow {
  readonly id: string;
  readonly kind: "exercise" | "treaty";
  readonly name: string;
  readonly names: readonly string[];
  readonly parties: readonly string[];
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  /** State or organisation whose actor the person is. */
  readonly state: string | null;
  readonly aliases: readonly string[];
  readonly source: string;
}

export interface TermRow {
  readonly person: string;
  readonly state: string;
  readonly role: OfficeRole;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
  /** False for rows that no source attests: they help to find a person, and never contradict a text. */
  readonly verified: boolean;
  /** True where the end is inferred rather than stated. */
  readonly roughEnd: boolean;
  /** True where `from` is the day of the first text that names the holder, not a stated one. */
  readonly roughStart?: boolean;
  /** Newest day on which a source shows the person in this office; null where the end is stated, or nothing shows it. */
  readonly seen: string | null;
}

export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly kind: "city" | "admin1";
  readonly weight: number;
  readonly names: readonly string[];
}

export interface TitleTable {
  readonly fixed: readonly { readonly role: OfficeRole; readonly state: string | null; readonly title: string }[];
  readonly domains: readonly { readonly role: OfficeRole; readonly words: string }[];
  readonly qualifiers: Readonly<Record<string, readonly string[]>>;
  readonly modifiers: readonly string[];
  readonly before: readonly string[];
}

export interface IssueRow {
  readonly id: string;
  readonly label: string;
  readonly contexts: readonly string[];
  readonly iptc: readonly string[];
  readonly cues: readonly string[];
}

/** Phrase → CAMEO sector, for unnamed groups and agents. */
export interface GroupTable {
  readonly plural: Readonly<Record<string, string>>;
  readonly agents: Readonly<Record<string, string>>;
}

/** Organs that many states have, by id suffix: names that stand alone, and names that need their state beside them. */
export type OrganTable = Readonly<Record<string, { readonly alone: readonly string[]; readonly within: readonly string[] }>>;

export interface OwnerRow {
  readonly id: string;
  readonly sites: readonly string[];
}

export interface Tables {
  readonly version: string;
  /** Prepared lines of the surfaces, of the persons' names and of the names of places, see blocks.ts. */
  readonly surfaces: string;
  readonly names: string;
  readonly placeNames: string;
  readonly states: readonly StateRow[];
  readonly organisations: readonly OrganisationRow[];
  readonly regions: readonly RegionRow[];
  readonly agreements: readonly AgreementRow[];
  readonly persons: readonly PersonRow[];
  readonly terms: readonly TermRow[];
  /** Given by the build alone: at run time the prepared lines of names have them. */
  readonly places: readonly PlaceRow[];
  readonly titles: TitleTable;
  readonly issues: readonly IssueRow[];
  readonly groups: GroupTable;
  readonly organs: OrganTable;
  readonly owners: readonly OwnerRow[];
  /** State → years, oldest first. */
  readonly defenceSpending: ReadonlyMap<string, readonly DefenceShare[]>;
}
