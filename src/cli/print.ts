// Claims in one line of plain text, for people at a terminal.
import type { ActorRef, Claim } from "../model/index.ts";

const names = (actors: readonly ActorRef[]): string => (actors.length === 0 ? "–" : actors.map((a) => a.name).join(", "));

function fields(claim: Claim): string {
  switch (claim.kind) {
    case "meeting":
      return `${names(claim.participants)} · ${claim.place ?? "place not stated"} · ${claim.start ?? "date not stated"} · ${claim.status} · ${claim.format}`;
    case "issue":
      return `${claim.issue} · ${claim.likelihood}`;
    case "position":
      return `${claim.holder.name} ${claim.stance} “${claim.about}” · ${claim.issue} · toward ${names(claim.toward)}`;
    case "commitment":
      return `${names(claim.by)} to ${names(claim.to)} · “${claim.action}” · due ${claim.deadline ?? "not stated"} · ${claim.status}`;
    case "figure":
      return `${claim.value} ${claim.unit} · ${claim.measure} · whose ${claim.whose?.name ?? "–"} · by ${claim.holder?.name ?? "–"} · ${claim.role}`;
    case "quote":
      return `${claim.speaker.name}: “${claim.text}”`;
    case "tie":
      return `${names(claim.between)} · ${claim.relation} · “${claim.about}”`;
    case "event":
      return `${claim.source.name} ${claim.plover} ${claim.target.name} · ${claim.date ?? "date not stated"}`;
  }
}

/** `  7f3a9c… meeting 0.93 fields`: id, kind, confidence, fields. */
export function claimLine(claim: Claim): string {
  return `  ${claim.id.slice(0, 8)} ${claim.kind.padEnd(10)} ${claim.confidence.toFixed(2)} ${claim.modality === "asserted" ? "" : `[${claim.modality}] `}${fields(claim)}`;
}
