// Makes claims: evidence, id, confidence, and what every kind has in common.
import { hash } from "node:crypto";
import { type Attribution, type Claim, type Evidence, evidenceOf, type Modality } from "../model/index.ts";
import { confidenceOf } from "./confidence.ts";
import type { Context } from "./context.ts";

/** The fields of a claim that its kind adds. */
type Own<C extends Claim> = Omit<C, "id" | "confidence" | "evidence" | "modality" | "attribution" | "rule">;

export interface Common {
  readonly rule: string;
  readonly modality: Modality;
  readonly attribution: Attribution | null;
  /** Spans of the text; the first is the main one. */
  readonly evidence: readonly { readonly start: number; readonly end: number }[];
  /** True where a role was filled by a fallback and not by the parse. */
  readonly weak?: boolean;
  /** How sure the reading itself is, 0 to 1: the confidence is at most that. */
  readonly sure?: number;
}

/** Canonical JSON: keys in order, so that equal claims hash equally. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join(",")}}`;
}

/** The first 16 hexadecimal digits of the SHA-256 of document id, kind, fields and evidence. */
export function claimId(document: string, fields: object, evidence: readonly Evidence[]): string {
  return hash("sha256", canonical([document, fields, evidence])).slice(0, 16);
}

/** A claim from its own fields and what all kinds share. @throws RangeError when evidence lies outside the text. */
export function makeClaim<C extends Claim>(ctx: Context, own: Own<C>, common: Common): C {
  const evidence: Evidence[] = [];
  for (const span of common.evidence) {
    const e = evidenceOf(ctx.text, span);
    if (e.quote.length > 0 && !evidence.some((x) => x.start === e.start && x.end === e.end)) evidence.push(e);
  }
  const { rule, modality, attribution } = common;
  const id = claimId(ctx.doc.document.id, { ...own, modality }, evidence);
  const claim = { id, ...own, modality, attribution, confidence: confidenceOf(rule, common.weak === true, common.sure), rule, evidence };
  return claim as unknown as C;
}
