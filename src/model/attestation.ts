// Attestations: what one text says of who holds an office. They are evidence for the learned layer of knowledge, and no claims of a brief.
import type { OfficeRole } from "./actor.ts";
import type { Evidence } from "./span.ts";

/** `holds`: in office on the day. `begins`, `ends`: took or left it that day. `past`: held it before the day (`former`). */
export type AttestationSense = "holds" | "begins" | "ends" | "past";

export interface OfficeAttestation {
  /** Id of the person, of the tables or provisional: `person:peter-magyar`. */
  readonly person: string;
  /** The fullest name that the text has for the person. */
  readonly name: string;
  /** State (alpha-3) or organisation whose office it is. */
  readonly state: string;
  readonly role: OfficeRole;
  /** The title's own words, without the state: `Foreign Minister`. */
  readonly title: string;
  readonly says: AttestationSense;
  /** `YYYY-MM-DD`: the day of the text, or the day that the text gives for taking or leaving office. */
  readonly day: string;
  /** The words that say so. */
  readonly evidence: Evidence;
}

/** An attestation with where and when it was read. */
export interface StoredAttestation {
  readonly attestation: OfficeAttestation;
  readonly document: string;
  /** Publication of the document, ISO date or date-time; null when not known. */
  readonly published: string | null;
  /** Independent source the document belongs to: documents of one source (copies, one owner) count once. */
  readonly source: string;
}
