// What the knowledge layer tells the others: actors, offices, places, issues, and who a phrase means on a day.
import type { ActorKind, ActorRef, OfficeRole, Problem, StoredAttestation, Term } from "../model/index.ts";
import type { LearnedOffice } from "./learned/types.ts";

export interface Actor {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  /** alpha-3, where it belongs to a state. */
  readonly state: string | null;
  /** Family name as the press uses it alone, for persons. */
  readonly family: string | null;
  readonly source: string;
}

/** CAMEO sector of an actor: `GOV`, `MIL`, `LEG`, `BUS`, … */
export type Sector = string;

/** What a phrase can mean. `actor` is null for an office whose holder is not known and for a group that no table has. */
export interface Resolution {
  readonly actor: ActorRef | null;
  /** How it was found: `state-name`, `adjective`, `capital`, `seat`, `organisation`, `person-full`, `person-family`, `office-holder`, `office-of-state`, `group`, `provisional`. */
  readonly by: string;
  readonly office: OfficeMatch | null;
  /** One sentence of explanation, for `scenesetter who`. */
  readonly reason: string;
  /** For instance `office-mismatch`, when the text says “former” of somebody in office. */
  readonly problems: readonly Problem[];
  /** State or organisation that the phrase belongs to, also where no actor was found (`Mariupol`, `a Ugandan attorney`). */
  readonly state?: string | null;
  /** CAMEO sector of what the phrase means, where one is known. */
  readonly sector?: Sector | null;
}

export interface OfficeMatch {
  readonly role: OfficeRole;
  /** The title's own words in the phrase: `Prime Minister`. */
  readonly title: string;
  /** alpha-3 of the state, or an organisation's id; null when the phrase does not say. */
  readonly state: string | null;
  readonly qualifier: "former" | "then" | "elect" | "late" | "acting" | "designate" | "deputy" | null;
}

/** A surface form found in running text: half-open range of token positions, and what it is. */
export interface SurfaceMatch {
  readonly from: number;
  readonly to: number;
  readonly kind:
    | "state"
    | "adjective"
    | "capital"
    | "seat"
    | "organisation"
    | "person"
    | "region"
    | "place"
    | "organ"
    | "exercise"
    | "treaty";
  /** Candidate ids: `JPN`, `NATO`, `person:…`, `place:…`; more than one where the surface is ambiguous. */
  readonly ids: readonly string[];
}

export interface Place {
  readonly id: string;
  readonly name: string;
  /** alpha-3. */
  readonly state: string | null;
  readonly kind: "city" | "capital" | "seat" | "region" | "admin1" | "venue" | "country";
}

export interface Issue {
  /** `defence-spending`. */
  readonly id: string;
  /** `Defence spending`: how a brief prints it. */
  readonly label: string;
  /** Lemma sequences that name it, lower case, one space between lemmas: `defence budget`. A `*` stands for one lemma. */
  readonly cues: readonly string[];
  /** PLOVER contexts, `military`, `economic`, … */
  readonly contexts: readonly string[];
  /** IPTC Media Topics by their numbers, `20000638`; empty where no number is known for sure. */
  readonly iptc: readonly string[];
}

/** One thing known, with where it is from. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly source: string | null;
  /** True where the newest evidence is older than 12 months. */
  readonly stale: boolean;
}

/** All that is known of a name. */
export interface Description {
  readonly id: string;
  readonly kind: ActorKind | Place["kind"] | "issue";
  readonly name: string;
  readonly facts: readonly Fact[];
}

/** Defence spending of one year, % of GDP; estimates of the CIA World Factbook. */
export interface DefenceShare {
  readonly year: number;
  readonly value: number;
}

/** What shows who holds an office, newest first asked for. */
export interface OfficeEvidence {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly source: string;
  /** Older than 12 months on the day asked for. */
  readonly stale: boolean;
}

/** Words of acting (verbs and their nouns) by lemma with what they mean to the extraction. */
export interface Knowledge {
  readonly version: string;
  /** Longest matches of known surfaces over token forms; case is taken into account. Never a dangerous surname alone. */
  surfaces(tokens: readonly string[]): readonly SurfaceMatch[];
  /** The title words at `from`: `Prime Minister`, `Japan's foreign minister`, `Secretary of State`, with an optional state adjective or qualifier before and “of STATE” after. Null when none begins there. */
  office(tokens: readonly string[], from: number): { readonly to: number; readonly office: OfficeMatch } | null;
  /**
   * Who is meant, on a day. `phrase` is what the text says (`former President Donald Trump`, `Ishiba`, `Japanese Foreign Minister Takeshi Iwaya`,
   * `Tokyo`, `the Kremlin`); `on` is `YYYY-MM-DD` or null when no date is known; `context` are ids of actors already met in the text, most recent first.
   */
  resolve(phrase: string, on: string | null, context?: readonly string[]): Resolution;
  /** The holder of an office on a day; all holders where several hold it. */
  holders(state: string, role: OfficeRole, on: string): readonly ActorRef[];
  /** All dated terms of a person, oldest first. */
  terms(person: string): readonly Term[];
  /** The office a person held on a day, the highest first. */
  officeOn(person: string, on: string): Term | null;
  /** The newest evidence by a day for who holds an office; null where there is none. */
  newestEvidence(state: string, role: OfficeRole, on: string): OfficeEvidence | null;
  /** What was read of who holds which office, by office and person. */
  readonly learned: readonly LearnedOffice[];
  actor(id: string): Actor | null;
  ref(id: string): ActorRef;
  place(name: string, nearState?: string | null): Place | null;
  members(organisation: string, on: string): readonly string[];
  /** Defence spending of a state by year, oldest first; empty where the Factbook has none. Its definition is not that of any state's own targets. */
  defenceSpending(state: string): readonly DefenceShare[];
  /** All that is known of a name or an id; null when nothing is. */
  describe(name: string, on: string | null): Description | null;
  /** The state that has this name in another language than English, for questions of users; null where none or several have it. */
  stateInOtherLanguage(name: string): { readonly state: string; readonly languages: readonly string[] } | null;
  readonly issues: readonly Issue[];
  issue(id: string): Issue | null;
  /** `Japanese` for JPN, `US` for USA: the short name and the adjective in print. */
  shortName(state: string): string;
  adjective(state: string): string;
  /** The capital's and the head office's names (`Tokyo`; `White House`). */
  seats(state: string): readonly string[];
  /** Actors that share an owner: the owner's id of a site (host name or printed name), the site itself when unknown. */
  owner(site: string): string;
}

export interface LoadOptions {
  /** Folder of the user's own layer; null or absent means none. */
  readonly userDirectory?: string | null;
  /** What texts say of offices: the learned layer is made of it. */
  readonly attestations?: readonly StoredAttestation[];
}
