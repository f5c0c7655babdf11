// Claims: what one document says, as data. Eight kinds; each has evidence, the rule that made it, and who says so.
import type { ActorRef } from "./actor.ts";
import type { PartialDate } from "./date.ts";
import type { Evidence } from "./span.ts";

export const CLAIM_KINDS = ["meeting", "issue", "position", "commitment", "figure", "quote", "tie", "event"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** How a claim is meant. */
export type Modality = "asserted" | "planned" | "possible" | "negated" | "hypothetical";

/** Who says so, where it is not the outlet itself. */
export interface Attribution {
  /** The speaker as an actor where one was resolved. */
  readonly actor: ActorRef | null;
  /** The words of the text that name the speaker: `two officials briefed on the talks`. */
  readonly text: string;
  readonly named: boolean;
}

/** An amount of money, of persons, of anything counted or measured. `high` is the other end of a range. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
  readonly high?: number;
  /** What the text says of precision. */
  readonly qualifier?: "about" | "at-least" | "at-most" | "more-than" | "less-than" | "nearly";
}

interface ClaimBase {
  /** Content hash of document id, kind, fields and evidence: the same claim always has the same id. */
  readonly id: string;
  readonly modality: Modality;
  readonly attribution: Attribution | null;
  /** 0 to 1: the share of claims of this rule and shape that were right on the development gold. */
  readonly confidence: number;
  /** Id of the rule row that made it, `kind/name`. */
  readonly rule: string;
  /** At least one; the first is the main one. */
  readonly evidence: readonly Evidence[];
}

export type MeetingStatus = "planned" | "held" | "proposed" | "cancelled" | "postponed";
export type MeetingFormat = "in-person" | "call" | "video" | "multilateral" | "visit";

export interface MeetingClaim extends ClaimBase {
  readonly kind: "meeting";
  readonly participants: readonly ActorRef[];
  readonly place: string | null;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly status: MeetingStatus;
  readonly format: MeetingFormat;
  /** The words the date was read from, `next Friday`. */
  readonly dateText: string | null;
  /** What the text says of its place in a row of meetings: `first`, `first face-to-face`, `third this year`. */
  readonly ordinal: string | null;
}

export type Likelihood = "certain" | "may" | "unlikely";

export interface IssueClaim extends ClaimBase {
  readonly kind: "issue";
  /** Issue id of the knowledge layer, or `other:<slug>`. */
  readonly issue: string;
  /** Id of the meeting claim it is on the agenda of, where the text ties it to one. */
  readonly meeting: string | null;
  readonly likelihood: Likelihood;
  /** Who raises it, where the text says. */
  readonly raisedBy: readonly ActorRef[];
}

export const STANCES = ["seeks", "supports", "opposes", "demands", "offers", "concerned", "denies", "welcomes", "reaffirms"] as const;
export type Stance = (typeof STANCES)[number];

export interface PositionClaim extends ClaimBase {
  readonly kind: "position";
  readonly holder: ActorRef;
  readonly stance: Stance;
  /** 1 for, -1 against, 0 neither. */
  readonly polarity: 1 | 0 | -1;
  readonly issue: string;
  /** The thing wanted, refused or feared, in words of the text. */
  readonly about: string;
  readonly toward: readonly ActorRef[];
  /** Rung on the readout ladder of verbs, 1 (discussed) to 9 (signed); null outside it. */
  readonly strength: number | null;
}

export type CommitmentStatus = "pledged" | "agreed" | "under-way" | "done" | "proposed" | "refused" | "slipped" | "broken";

export interface CommitmentClaim extends ClaimBase {
  readonly kind: "commitment";
  readonly by: readonly ActorRef[];
  readonly to: readonly ActorRef[];
  readonly action: string;
  readonly issue: string;
  readonly amount: Amount | null;
  readonly deadline: PartialDate | null;
  readonly status: CommitmentStatus;
}

export type FigureRole = "actual" | "target" | "demand" | "offer" | "pledge" | "estimate" | "threshold" | "option";

export interface FigureClaim extends ClaimBase {
  readonly kind: "figure";
  readonly value: number;
  readonly high: number | null;
  /** `%GDP`, `%`, an ISO 4217 code, or a plural noun: `persons`, `troops`, `missiles`, `visas`, … */
  readonly unit: string;
  readonly qualifier: Amount["qualifier"] | null;
  /** What is measured, in words of the text: `defence spending`. */
  readonly measure: string;
  readonly issue: string | null;
  /** Whose quantity it is. */
  readonly whose: ActorRef | null;
  /** Who asks for it, offers it, plans it; null for plain facts. */
  readonly holder: ActorRef | null;
  readonly toward: readonly ActorRef[];
  readonly role: FigureRole;
  /** `2027`, `FY2027`, or null. */
  readonly year: string | null;
  /** What a share is a share of: `GDP`, `contract value`. */
  readonly base: string | null;
  /** The figure as the text writes it: `2 per cent`. */
  readonly text: string;
}

export interface QuoteClaim extends ClaimBase {
  readonly kind: "quote";
  readonly speaker: ActorRef;
  /** Verbatim words between the quotation marks. */
  readonly text: string;
  /** The cue verb's lemma, `say`. */
  readonly cue: string | null;
  readonly audience: string | null;
}

export type TieRelation = "rapport" | "alliance" | "partnership" | "rivalry" | "precedent" | "dependence" | "investment";

export interface TieClaim extends ClaimBase {
  readonly kind: "tie";
  readonly between: readonly [ActorRef, ActorRef];
  readonly relation: TieRelation;
  readonly about: string;
}

export const PLOVER_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type PloverType = (typeof PLOVER_TYPES)[number];

export interface EventClaim extends ClaimBase {
  readonly kind: "event";
  readonly source: ActorRef;
  readonly target: ActorRef;
  readonly plover: PloverType;
  readonly mode: string | null;
  readonly context: readonly string[];
  /** CAMEO code, `036`. */
  readonly cameo: string | null;
  /** Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
  /** Goldstein scale, -10 to 10. */
  readonly goldstein: number | null;
  readonly date: PartialDate | null;
}

export type Claim = MeetingClaim | IssueClaim | PositionClaim | CommitmentClaim | FigureClaim | QuoteClaim | TieClaim | EventClaim;
