// AnnotatedDocument → Claim[]: what one text says, each claim with its evidence, its rule, who says so and how it is meant.
import { type Claim, type OfficeAttestation, overlaps, type Problem, problem } from "../model/index.ts";
import { createContext } from "./context.ts";
import { learnedReasons } from "./events/index.ts";
import type { Reason } from "./events/learned/index.ts";
import { EXTRACTORS } from "./extractors.ts";
import type { AnnotatedDocument, Knowledge } from "./input.ts";
import { issuersOf } from "./issuers.ts";
import { attestOffices } from "./offices/index.ts";
import type { RuleInfo } from "./rules.ts";
import type { Left, Trace } from "./trace.ts";

export { confidenceOf } from "./confidence.ts";
export {
  EventClassifier,
  featuresOf,
  LEARNED_QUAD,
  LEARNED_TYPES,
  type LearnedType,
  type Meanings,
  meaningsOf,
  SLOTS,
  type Vector,
  vectorOf,
} from "./events/learned/index.ts";
export { checkOrder, EXTRACTORS, type Extractor, type Product } from "./extractors.ts";
export { type MainEvent, mainEventOf } from "./main-event/index.ts";
export { rulesPage } from "./page.ts";
export type { RuleInfo } from "./rules.ts";
export { Tree } from "./tree.ts";

/** All rule rows, in the order of the extractors. */
export const RULES: readonly RuleInfo[] = EXTRACTORS.flatMap((e) => e.rules);

/** What decided the type of an event that the classifier found, strongest first; empty for other claims. */
export function reasonsOf(doc: AnnotatedDocument, knowledge: Knowledge, claim: Claim, count = 8): readonly Reason[] {
  return claim.kind === "event" ? learnedReasons(createContext(doc, knowledge), claim, count) : [];
}

/** Kinds of document that say nothing of their own about what states do. */
const SILENT = new Set(["opinion", "other"]);

export interface Extraction {
  readonly claims: readonly Claim[];
  /** Who holds which office, as the text says: for the learned layer of knowledge. */
  readonly offices: readonly OfficeAttestation[];
  readonly problems: readonly Problem[];
}

/**
 * The claims of a document, in the order of the extractors and of the text.
 * Opinion pieces, texts of kind `other` and texts that are not English give none and a problem that says so.
 * An extractor that fails gives a problem `stage-failed`; the others still run.
 */
export function extract(doc: AnnotatedDocument, knowledge: Knowledge): Extraction {
  return extractTraced(doc, knowledge, null);
}

/** A reading of a claim's sentence that was not taken for it. */
export interface Alternative {
  readonly rule: string;
  /** The word of the text the rule matched at. */
  readonly word: string;
  readonly why: string;
}

/**
 * What else matched the sentences of a claim, from the matcher itself: the text is read again, and each row or type that was tried there and left
 * says why. In text order; empty where nothing else was tried. `others` are the claims of any kind that were taken from the same sentences.
 */
export function alternativesOf(
  doc: AnnotatedDocument,
  knowledge: Knowledge,
  claim: Claim,
): { readonly left: readonly Alternative[]; readonly others: readonly Claim[] } {
  const tried: Left[] = [];
  const { claims } = extractTraced(doc, knowledge, (l) => tried.push(l));
  const sentences = doc.sentences.filter((s) => claim.evidence.some((e) => overlaps(s, e)));
  const seen = new Set<string>();
  const left = tried
    .filter(({ token }) => sentences.some((s) => token >= s.from && token < s.to))
    .filter(({ rule, token, why }) => !seen.has(`${rule}|${token}|${why}`) && seen.add(`${rule}|${token}|${why}`) !== undefined)
    .sort((a, b) => a.token - b.token)
    .map(({ rule, token, why }) => ({ rule, word: doc.tokens[token]!.text, why }));
  const others = claims.filter((c) => c.id !== claim.id && c.evidence.some((e) => sentences.some((s) => overlaps(s, e))));
  return { left, others };
}

function extractTraced(doc: AnnotatedDocument, knowledge: Knowledge, trace: Trace): Extraction {
  const { kind, language } = doc.document;
  if (SILENT.has(kind)) return { claims: [], offices: [], problems: [problem("kind-no-claims", { kind })] };
  if (language !== null && !/^en\b/i.test(language))
    return { claims: [], offices: [], problems: [problem("language-unsupported", { language })] };
  const problems: Problem[] = [];
  let ctx = createContext(doc, knowledge, trace);
  ctx = { ...ctx, issuers: issuersOf(ctx) };
  const claims: Claim[] = [];
  const attempt = (stage: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(problem("stage-failed", { stage, reason }));
    }
  };
  for (const extractor of EXTRACTORS) {
    attempt(`extraction of ${extractor.kind} claims`, () => {
      const { claims: found, parties, problems: noticed = [] } = extractor.run(ctx, claims);
      problems.push(...noticed);
      if (parties !== undefined) ctx = { ...ctx, parties, issuers: issuersOf(ctx, parties) };
      const seen = new Set(claims.map((c) => c.id));
      for (const claim of found) {
        if (seen.has(claim.id) || claim.evidence.length === 0) continue;
        seen.add(claim.id);
        claims.push(claim);
      }
    });
  }
  let offices: readonly OfficeAttestation[] = [];
  attempt("extraction of offices", () => {
    offices = attestOffices(ctx);
  });
  return { claims, offices, problems };
}
