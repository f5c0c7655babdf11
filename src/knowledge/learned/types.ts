// What the learned layer holds: who was read to hold an office, on how much evidence, and what the tables say to it.
import type { OfficeRole, StoredAttestation, Term } from "../../model/index.ts";

/**
 * What the evidence is to the other layers. `known`: they have this holder. `new`: they have none on these days. `verifies`: they have the holder on no
 * source's word. `continues`: they lost sight of the holder. `succeeds`: the holder they have began earlier, and the evidence for that one is older.
 * `ends`: their holder was read to have left. `contradicts`: they have another holder by a dated source, or by the user's word.
 * `contested`: what was read names two holders of one post at once.
 */
export type Relation = "known" | "new" | "verifies" | "continues" | "succeeds" | "ends" | "contradicts" | "contested";

/** `provisional` until two independent sources agree (`confirmed`) or a person decides. */
export type LearnedStatus = "known" | "provisional" | "confirmed" | "accepted" | "rejected";

export interface LearnedOffice {
  /** `HUN.head-of-government/peter-magyar`: office and person. */
  readonly id: string;
  readonly person: string;
  readonly name: string;
  /** Other spellings read. */
  readonly aliases: readonly string[];
  /** alpha-3 or organisation. */
  readonly state: string;
  readonly role: OfficeRole;
  readonly title: string;
  /** Day of taking office, where a text gives it. */
  readonly from: string | null;
  /** Day of leaving it, or the first day on which a text has it in other hands. */
  readonly to: string | null;
  /** First and last day on which a text has the person in the office. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Independent sources that agree. */
  readonly sources: number;
  readonly relation: Relation;
  /** The term of the other layers that says otherwise. */
  readonly against: Term | null;
  readonly status: LearnedStatus;
  /** Whether the resolver uses it. */
  readonly used: boolean;
  /** In the order of publication. */
  readonly evidence: readonly StoredAttestation[];
}

/** A person's decision on one learned office, as it stands in the user's folder. */
export interface Decision {
  readonly id: string;
  readonly verdict: "accepted" | "rejected";
  /** What was accepted; null for a rejection. */
  readonly office: AcceptedOffice | null;
}

export type AcceptedOffice = Pick<
  LearnedOffice,
  "person" | "name" | "aliases" | "state" | "role" | "title" | "from" | "to" | "firstSeen" | "lastSeen" | "sources" | "relation"
>;
