// The manifest: where each passage of a brief stands, one line each, with a place for the seal; for `scenesetter verify`.
import type { Briefing } from "../briefing.ts";
import { UNSEALED } from "../seal.ts";

/** Documents with the hash of their text, passages with their offsets (UTF-16), the seal. */
export function manifestOf(briefing: Briefing): readonly string[] {
  return [
    ...briefing.documents.map(({ id, textSha256 }) => `document ${id} ${textSha256}`),
    ...briefing.passages.map(({ ref, document, start, end }) => `passage ${ref} ${document} ${start} ${end}`),
    `seal ${UNSEALED}`,
  ];
}
