// Figures as the comparisons see them: whose they are, who holds them, what they count, what they are about, whether the text gives them as past.
import { type ActorRef, actorKind, type FigureClaim } from "../../model/index.ts";
import type { StoredClaim } from "../types.ts";
import { sideOf } from "./side.ts";
import { topicAt, topicsOf } from "./topics.ts";
import type { View } from "./view.ts";
import { content } from "./words.ts";

/** What part a figure plays between two sides. */
export type Part = "ask" | "plan" | "option" | "fact";

const PART: Readonly<Record<FigureClaim["role"], Part>> = {
  demand: "ask",
  target: "plan",
  offer: "plan",
  pledge: "plan",
  threshold: "plan",
  option: "option",
  actual: "fact",
  estimate: "fact",
};

/** Words in the measure that say what part the figure plays, where its role is only “actual”: “the French asking price”, “an American request”. */
const NAMED_PARTS: readonly (readonly [RegExp, Part])[] = [
  [/\b(?:demand|request|requirement|asking price|asking)\b/i, "ask"],
  [/\b(?:offer|bid|pledge|promise|target|goal|objective|ceiling|commitment)\b/i, "plan"],
];

function partOf({ role, measure, whose, holder }: FigureClaim): Part {
  const part = PART[role];
  if (part !== "fact" || (whose === null && holder === null)) return part;
  return NAMED_PARTS.find(([words]) => words.test(measure))?.[1] ?? part;
}

/** A figure as the comparisons see it. */
export interface Figure {
  readonly stored: StoredClaim<FigureClaim>;
  readonly claim: FigureClaim;
  readonly document: string;
  readonly part: Part;
  /** State or organisation that asks, plans or offers it; for facts, whose quantity it is. Null when the text does not say. */
  readonly holder: string | null;
  readonly actor: ActorRef | null;
  /** State or organisation whose quantity it is; for a demand without one, the party it is addressed to. */
  readonly whose: string | null;
  readonly toward: readonly string[];
  readonly words: readonly string[];
  /** `%GDP`, or the unit as given. */
  readonly unit: string;
  /** The issue the claim gives, or the topic of its place in the text; null where neither is known. */
  readonly issue: string | null;
  /** Whether the claim itself gives the issue. */
  readonly issueGiven: boolean;
  /** True for a figure that the text gives as left behind: “up from 10,200”, “which had stood at 50 per cent”. */
  readonly former: boolean;
}

/** Words before a figure that make it a thing of the past, or the start of a move. */
const FORMER =
  /\b(?:from|stood at|previously|formerly|until now|had been|earlier) (?:(?:about|around|some|nearly|almost|the|a|an|its|his|their|earlier|previous|only|just|original|initial|first|current|existing) )*$/i;
/** Words after a figure that do the same. */
const FORMER_AFTER = /^ ?(?:%|per ?cent|percent)? ?(?:until now|was no longer|is no longer|before that)\b/i;

/** Whether the words around the figure in its own evidence put it behind. */
function isFormer(claim: FigureClaim): boolean {
  const quote = claim.evidence[0]!.quote.replace(/\s+/g, " ");
  const text = claim.text.replace(/\s+/g, " ");
  const at = text === "" ? -1 : quote.indexOf(text);
  if (at < 0) return false;
  return FORMER.test(quote.slice(Math.max(0, at - 60), at)) || FORMER_AFTER.test(quote.slice(at + text.length));
}

/** Whether an issue is one of the table; `other:` and a word of the text is not. */
export const isNamed = (issue: string | null): boolean => issue !== null && !issue.startsWith("other:");

/** A company, a product: an id in words, where organisations of states have capitals (`NATO`). */
const isThing = (actor: ActorRef): boolean => /^[a-z][a-z0-9-]*$/.test(actor.id);

/** A figure claim with what the comparisons need; `topic` is the issue of its place in the text. */
export function figure(stored: StoredClaim<FigureClaim>, topic: string | null = null): Figure {
  const { claim, document } = stored;
  const part = partOf(claim);
  // A demand without a holder has none: whose quantity it is may be the other side's. One that is named as a side's own has.
  const actor = claim.holder ?? (claim.role === "demand" ? null : claim.whose);
  const toward = claim.toward.map(sideOf);
  // What a state asks for a thing or a company's goods is a matter of the two states; what it says of a company's plans is not.
  const owner = part === "ask" && claim.whose !== null && isThing(claim.whose) && claim.holder?.id !== claim.whose.id ? null : claim.whose;
  const whose = owner ?? (part === "ask" ? (claim.toward[0] ?? null) : claim.holder);
  return {
    stored,
    claim,
    document,
    part,
    holder: actor === null ? null : sideOf(actor),
    actor,
    whose: whose === null ? null : sideOf(whose),
    toward,
    words: content(claim.measure),
    unit: unitOf(claim),
    issue: isNamed(claim.issue) ? claim.issue : (topic ?? claim.issue),
    issueGiven: isNamed(claim.issue),
    former: isFormer(claim),
  };
}

/** A share of GDP is `%GDP` however the extraction wrote it. */
function unitOf(claim: FigureClaim): string {
  return claim.unit === "%" && claim.base !== null && /^(gdp|gross domestic product)$/i.test(claim.base) ? "%GDP" : claim.unit;
}

/** Figures that can be set against others: one value, said to be so. */
const comparable = (claim: FigureClaim): boolean =>
  claim.modality !== "negated" && claim.modality !== "hypothetical" && claim.high === null;

/** The comparable figures of a view, in its order. Ranges, denied and supposed figures stay out. */
export function figuresOf(view: View): readonly Figure[] {
  const claims = view.claims("figure").filter(({ claim }) => comparable(claim));
  const topics = claims.every(({ claim }) => isNamed(claim.issue)) ? new Map<string, never[]>() : topicsOf(view);
  return claims.map((stored) => {
    const { claim, document } = stored;
    return figure(stored, isNamed(claim.issue) ? null : topicAt(claim, topics.get(document) ?? []));
  });
}

/** The actor to print: the state or organisation itself where some claim names it. */
export function holderOf(figures: readonly Figure[]): ActorRef {
  const actors = figures.map(({ actor }) => actor!);
  return actors.find(({ id }) => actorKind(id) === "state" || actorKind(id) === "organisation") ?? actors[0]!;
}

/** What a side proposes for both to do: “proposes a joint cod fund of 9 million”. It asks for as much as it offers. */
export const isProposal = ({ claim }: Figure): boolean => claim.role === "offer" && /\bpropos/i.test(claim.evidence[0]!.quote);
