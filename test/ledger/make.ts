// Builds documents and claims for tests: short texts, evidence found by searching them.
import { createHash } from "node:crypto";
import type {
  ActorRef,
  Claim,
  CommitmentClaim,
  Document,
  EventClaim,
  Evidence,
  FigureClaim,
  MeetingClaim,
  PositionClaim,
} from "../../src/model/index.ts";

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

export const STATE = (id: string, name = id): ActorRef => ({ id, name, state: id });
export const PERSON = (id: string, state: string): ActorRef => ({
  id: `person:${id}`,
  name: id
    .split("-")
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join(" "),
  state,
});

export interface Draft extends Partial<Omit<Document, "published" | "text">> {
  readonly published?: string | null;
}

/** A document whose id is the hash of its text, site and date. */
export function doc(text: string, draft: Draft = {}): Document {
  const { published = "2030-05-06T09:00:00Z", ...rest } = draft;
  const site = rest.site === undefined ? "Example Herald" : rest.site;
  return {
    id: `sha256:${sha([text, site, published].join("\n"))}`,
    file: "made.txt",
    url: null,
    title: null,
    author: null,
    modified: null,
    language: "en",
    kind: "news",
    removals: [],
    problems: [],
    ...rest,
    site,
    text,
    published: published === null ? null : { value: published, precision: published.includes("T") ? "minute" : "day", source: "argument" },
  };
}

/** Evidence for words of the document. */
export function words(document: Document, quote: string): Evidence {
  const start = document.text.indexOf(quote);
  if (start < 0) throw new Error(`“${quote}” does not stand in the text`);
  return { start, end: start + quote.length, quote };
}

const base = (document: Document, quote: string, kind: string, fields: object) => ({
  id: sha(JSON.stringify([document.id, kind, quote, fields])).slice(0, 32),
  modality: "asserted" as const,
  attribution: null,
  confidence: 0.9,
  rule: `${kind}/test`,
  evidence: [words(document, quote)],
});

type Fields<C extends Claim> = Partial<Omit<C, "id" | "kind" | "evidence">>;

export function meeting(document: Document, quote: string, fields: Fields<MeetingClaim>): MeetingClaim {
  const rest = {
    place: null,
    start: null,
    end: null,
    status: "planned",
    format: "in-person",
    dateText: null,
    ordinal: null,
    participants: [],
  };
  return { ...base(document, quote, "meeting", fields), ...rest, ...fields, kind: "meeting" } as MeetingClaim;
}

export function figure(document: Document, quote: string, fields: Fields<FigureClaim>): FigureClaim {
  const rest = {
    value: 0,
    high: null,
    unit: "%",
    qualifier: null,
    measure: "",
    issue: null,
    whose: null,
    holder: null,
    toward: [],
    year: null,
  };
  return {
    ...base(document, quote, "figure", fields),
    ...rest,
    role: "actual",
    base: null,
    text: quote,
    ...fields,
    kind: "figure",
  } as FigureClaim;
}

export function commitment(document: Document, quote: string, fields: Fields<CommitmentClaim>): CommitmentClaim {
  const rest = { by: [], to: [], action: quote, issue: "energy", amount: null, deadline: null, status: "pledged" };
  return { ...base(document, quote, "commitment", fields), ...rest, ...fields, kind: "commitment" } as CommitmentClaim;
}

export function position(document: Document, quote: string, fields: Fields<PositionClaim>): PositionClaim {
  const rest = { holder: STATE("JPN"), stance: "seeks", polarity: 1, issue: "energy", about: quote, toward: [], strength: null };
  return { ...base(document, quote, "position", fields), ...rest, ...fields, kind: "position" } as PositionClaim;
}

export function event(document: Document, quote: string, fields: Fields<EventClaim>): EventClaim {
  const rest = {
    source: STATE("JPN"),
    target: STATE("USA"),
    plover: "CONSULT",
    mode: null,
    context: [],
    cameo: null,
    quad: 1,
    goldstein: null,
  };
  return { ...base(document, quote, "event", fields), ...rest, date: null, ...fields, kind: "event" } as EventClaim;
}
