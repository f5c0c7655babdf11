// The wire form: what `scenesetter extract --json` prints, one JSON object a document. Versioned.
import type { Claim } from "./claim.ts";
import type { Document } from "./document.ts";

export const WIRE_SCHEMA = "scenesetter/1";

export interface WireDocument extends Omit<Document, "published"> {
  /** ISO 8601 date or date-time of publication; null when not found. */
  readonly published: string | null;
  /** How the date was found. */
  readonly publishedSource: string | null;
}

export interface WireRecord {
  readonly schema: typeof WIRE_SCHEMA;
  readonly document: WireDocument;
  readonly claims: readonly Claim[];
}

/** A document and its claims in the wire form. */
export function toWire(document: Document, claims: readonly Claim[]): WireRecord {
  const { published, ...rest } = document;
  return {
    schema: WIRE_SCHEMA,
    document: { ...rest, published: published?.value ?? null, publishedSource: published?.source ?? null },
    claims: claims.map((c) => (c.kind === "figure" && c.role === "option" ? { ...c, role: "estimate" } : c)),
  };
}
