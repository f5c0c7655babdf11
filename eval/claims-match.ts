// Pairs extracted claims with gold claims, as the gold's own scorer does: one to one, best pairs first, evidence must overlap.
import type { Claim, ClaimKind } from "../src/model/index.ts";

export interface GoldClaim {
  readonly [field: string]: unknown;
  readonly evidence?: readonly string[];
}
export type GoldFile = Readonly<Record<string, unknown>>;

export const PLURAL: Readonly<Record<ClaimKind, string>> = {
  meeting: "meetings",
  issue: "issues",
  position: "positions",
  commitment: "commitments",
  figure: "figures",
  quote: "quotes",
  tie: "ties",
  event: "events",
};
export const KINDS = Object.keys(PLURAL) as ClaimKind[];

export type Spans = readonly (readonly [number, number])[];
export type Actorish = string | { readonly id?: string; readonly state?: string; readonly name?: string } | null | undefined;

const bare = (id: unknown) => String(id ?? "").replace(/^person:/, "");
const root = (id: unknown) => bare(id).split(":")[0] ?? "";
const idOf = (a: Actorish) => (typeof a === "string" ? a : a?.id);
const stateOf = (a: Actorish) => (typeof a === "string" ? root(a) : (a?.state ?? root(a?.id)));
/** Whether a gold id and an extracted actor stand for the same state, organisation or person. */
export const sameActor = (gold: Actorish, found: Actorish) => root(idOf(gold)) === root(idOf(found)) || root(idOf(gold)) === stateOf(found);
export const fold = (s: unknown) =>
  String(s ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£¥]+/gu, " ")
    .trim();

/** Where a gold snippet stands in the text, whatever became of white space and quotation marks. */
export function locate(snippet: string, text: string): readonly [number, number] | null {
  const at = text.indexOf(snippet);
  if (at >= 0) return [at, at + snippet.length];
  const words = snippet.match(/[\p{L}\p{N}]+/gu);
  if (!words) return null;
  const m = new RegExp(words.join("[^\\p{L}\\p{N}]+"), "u").exec(text);
  return m ? [m.index, m.index + m[0].length] : null;
}

/** Greatest shared length of two spans, as a share of the shorter one. */
export function overlap(a: Spans, b: Spans): number {
  let best = 0;
  for (const [s, e] of a)
    for (const [t, f] of b) best = Math.max(best, (Math.min(e, f) - Math.max(s, t)) / Math.max(1, Math.min(e - s, f - t)));
  return Math.max(0, best);
}

const list = (v: unknown): readonly Actorish[] => (Array.isArray(v) ? (v as Actorish[]) : []);
const share = (gold: unknown, found: unknown) => {
  const g = list(gold);
  return g.length > 0 ? g.filter((x) => list(found).some((p) => sameActor(x, p))).length / g.length : 1;
};
const dateOk = (gold: unknown, found: unknown) =>
  gold ? Boolean(found) && (String(found).startsWith(String(gold)) || String(gold).startsWith(String(found))) : null;
const lastName = (a: Actorish) =>
  fold(bare(idOf(a)) || (typeof a === "string" ? "" : a?.name))
    .split(" ")
    .at(-1);

interface Match {
  readonly credit: number;
  readonly detail: Readonly<Record<string, boolean | null>>;
}
type Fields = Readonly<Record<string, unknown>>;

const MATCH: Readonly<Record<ClaimKind, (g: Fields, p: Fields, evidence: number) => Match | null>> = {
  meeting(g, p, ev) {
    const who = share(g.participants, p.participants);
    const date = dateOk(g.start, p.start);
    return who >= 0.5 && (ev >= 0.3 || date === true)
      ? { credit: who, detail: { date, status: g.status ? g.status === p.status : null, everyone: who === 1 } }
      : null;
  },
  issue: (g, p) => (g.issue === p.issue ? { credit: 1, detail: {} } : null),
  position: (g, p, ev) =>
    ev >= 0.3 && sameActor(g.holder as Actorish, p.holder as Actorish)
      ? { credit: g.issue === p.issue ? 1 : 0.5, detail: { issue: g.issue === p.issue, stance: g.stance === p.stance } }
      : null,
  commitment(g, p, ev) {
    const by = share(g.by, p.by);
    const ga = g.amount as Fields | null;
    const pa = p.amount as Fields | null;
    return ev >= 0.3 && by >= 0.5
      ? {
          credit: by,
          detail: {
            amount: ga ? Number(ga.value) === Number(pa?.value) : null,
            deadline: dateOk(g.deadline, p.deadline),
            status: g.status ? g.status === p.status : null,
          },
        }
      : null;
  },
  figure(g, p, ev) {
    const value = Math.abs(Number(g.value) - Number(p.value)) <= 1e-9 * Math.abs(Number(g.value));
    const unit = fold(g.unit) === fold(p.unit) || (String(g.unit).startsWith("%") && String(p.unit).startsWith("%"));
    return value && unit && ev > 0
      ? { credit: 1, detail: { whose: g.whose ? sameActor(g.whose as Actorish, p.whose as Actorish) : null, role: g.role === p.role } }
      : null;
  },
  quote: (g, p, ev) =>
    ev >= 0.3
      ? {
          credit: 1,
          detail: { words: fold(g.text) === fold(p.text), speaker: lastName(g.speaker as Actorish) === lastName(p.speaker as Actorish) },
        }
      : null,
  tie(g, p, ev) {
    const who = share(g.between, p.between);
    return ev >= 0.3 && who >= 0.5 ? { credit: who, detail: { relation: g.kind === p.relation } } : null;
  },
  event(g, p, ev) {
    const [gs, gt, ps, pt] = [g.source, g.target, p.source, p.target] as Actorish[];
    const symmetric = ["CONSULT", "AGREE", "COOPERATE"].includes(String(g.plover));
    const actors = (sameActor(gs, ps) && sameActor(gt, pt)) || (symmetric && sameActor(gs, pt) && sameActor(gt, ps));
    return ev >= 0.2 && actors ? { credit: g.plover === p.plover ? 1 : 0.5, detail: { plover: g.plover === p.plover } } : null;
  },
};

export interface Pairing {
  /** For each extracted claim its credit, 0 where it has no partner. */
  readonly credits: ReadonlyMap<string, number>;
  /** For each extracted claim with a partner, that gold claim. */
  readonly partners: ReadonlyMap<string, GoldClaim>;
  /** Gold claims without a partner. */
  readonly missed: readonly GoldClaim[];
  readonly details: readonly (readonly [string, boolean])[];
  readonly credit: number;
}

/** Pairs the claims of one kind of one document. */
export function pair(kind: ClaimKind, gold: readonly GoldClaim[], claims: readonly Claim[], text: string): Pairing {
  const pairs: { readonly i: number; readonly j: number; readonly match: Match }[] = [];
  gold.forEach((g, i) => {
    const spans = (g.evidence ?? []).map((e) => locate(e, text)).filter((s) => s !== null);
    claims.forEach((p, j) => {
      const match = MATCH[kind](
        g,
        p as unknown as Fields,
        overlap(
          spans,
          p.evidence.map((e) => [e.start, e.end] as const),
        ),
      );
      if (match) pairs.push({ i, j, match });
    });
  });
  const weight = (m: Match) => m.credit + 0.01 * Object.values(m.detail).filter(Boolean).length;
  pairs.sort((a, b) => weight(b.match) - weight(a.match));
  const usedGold = new Set<number>();
  const credits = new Map<string, number>();
  const partners = new Map<string, GoldClaim>();
  const details: [string, boolean][] = [];
  let credit = 0;
  for (const { i, j, match } of pairs) {
    const id = claims[j]!.id;
    if (usedGold.has(i) || credits.has(id)) continue;
    usedGold.add(i);
    credits.set(id, match.credit);
    partners.set(id, gold[i]!);
    credit += match.credit;
    for (const [name, ok] of Object.entries(match.detail)) if (ok !== null) details.push([name, ok]);
  }
  return { credits, partners, missed: gold.filter((_, i) => !usedGold.has(i)), details, credit };
}
