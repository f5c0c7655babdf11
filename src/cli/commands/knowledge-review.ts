// knowledge review, accept and reject: the offices read from texts, with their evidence, and a person's decisions on them.
import { acceptedFrom, type Decision, type LearnedOffice, writeDecisions } from "../../knowledge/index.ts";
import { ScenesetterError } from "../../model/index.ts";
import { userKnowledgeFolder } from "../context.ts";
import type { Output } from "../output.ts";

/** Quotations shown for one office. */
const QUOTES = 3;

const WORDS: Readonly<Record<LearnedOffice["relation"], string>> = {
  known: "as in the tables",
  new: "the tables have no holder then",
  verifies: "the tables have it without a source",
  continues: "the tables lost sight of it",
  succeeds: "after the holder that the tables have",
  ends: "the tables have no end",
  contradicts: "against the tables",
  contested: "the texts name two holders at once",
};

/** Prints learned offices that wait for a decision; with `all` also those that are settled. */
export function review(learned: readonly LearnedOffice[], output: Output, all: boolean): void {
  const shown = learned.filter(({ status }) => all || status === "provisional" || status === "confirmed");
  if (output.json) output.result(JSON.stringify(shown));
  else for (const office of shown) output.result(lineOf(office));
  if (shown.length === 0) output.note("Nothing waits for a decision.");
}

function lineOf(o: LearnedOffice): string {
  const days = `${o.from ?? `seen ${o.firstSeen}`}${o.to === null ? (o.lastSeen === o.firstSeen ? "" : ` to ${o.lastSeen}, open`) : ` to ${o.to}`}`;
  const against =
    o.against === null
      ? ""
      : `\n    tables: ${o.against.person.slice("person:".length)}, ${o.against.title}, from ${o.against.from ?? "?"} to ${o.against.to ?? "open"} (${o.against.source})`;
  const quotes = o.evidence
    .slice(0, QUOTES)
    .map(({ attestation: a, published }) => `\n    ${published?.slice(0, 10) ?? "undated"} “${a.evidence.quote.replace(/\s+/g, " ")}”`);
  const more = o.evidence.length > QUOTES ? `\n    and ${o.evidence.length - QUOTES} more` : "";
  return `${o.id}\n  ${o.name}, ${o.title} (${o.state}), ${days}; ${o.sources} source${o.sources === 1 ? "" : "s"}; ${o.status}: ${WORDS[o.relation]}${o.used ? "; used" : ""}${against}${quotes.join("")}${more}`;
}

/** Records a decision on each id. @throws ScenesetterError `office-unknown` when an id is none of the learned offices, or one that the tables have; then nothing is recorded. */
export function decide(learned: readonly LearnedOffice[], output: Output, ids: readonly string[], action: "accept" | "reject"): void {
  const decisions = ids.map((id): Decision => {
    const office = learned.find((o) => o.id === id);
    if (!office || office.status === "known") throw new ScenesetterError("office-unknown", { id });
    return action === "accept" ? { id, verdict: "accepted", office: acceptedFrom(office) } : { id, verdict: "rejected", office: null };
  });
  const file = writeDecisions(userKnowledgeFolder(), decisions);
  output.note(`${action === "accept" ? "Accepted" : "Rejected"} ${ids.join(", ")} in ${file}`);
}
