// Learns who holds which office from what many texts say. Pure: attestations and the other layers in, offices out; the order of reading does not matter.
import { addDays, type StoredAttestation } from "../../model/index.ts";
import type { Base } from "../base.ts";
import { ONE_PERSON } from "../holders.ts";
import type { TermRow } from "../tables.ts";
import { covers, termOf } from "../terms.ts";
import { type Bundle, bundles, ownTerms } from "./groups.ts";
import type { Decision, LearnedOffice, Relation } from "./types.ts";

/** Independent sources from which on an office counts without a person's word. */
const CONFIRMED_FROM = 2;
/** Texts go on naming somebody this long after leaving, and name a successor this long before the day. */
const HANDOVER_DAYS = 31;
/** Relations that the resolver may use once they are confirmed: none of them goes against a dated source. */
const USABLE: ReadonlySet<Relation> = new Set<Relation>(["new", "verifies", "continues", "succeeds", "ends"]);

interface Draft extends Bundle {
  readonly id: string;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly sources: number;
  /** Whether the tables have the person in the office on all the days of the texts, but for a handover. */
  readonly known: boolean;
}

/** What was read, office by office. `decisions` are a person's; they stand above all counting. */
export function learnOffices(
  base: Base,
  attestations: readonly StoredAttestation[],
  decisions: readonly Decision[],
): readonly LearnedOffice[] {
  const byPost = new Map<string, Draft[]>();
  for (const bundle of bundles(base, attestations)) {
    const draft = draftOf(base, bundle);
    byPost.set(bundle.post, [...(byPost.get(bundle.post) ?? []), draft]);
  }
  const verdicts = new Map(decisions.map((d) => [d.id, d.verdict]));
  return [...byPost.values()].flatMap((drafts) => inTurn(drafts)).map((draft) => judged(base, draft, verdicts.get(draft.id) ?? null));
}

function draftOf(base: Base, bundle: Bundle): Draft {
  const { evidence, post, person, state, role } = bundle;
  const title = commonest(evidence.map(({ attestation }) => attestation.title));
  const own = ownTerms(base, state, role, title, person).filter((t) => t.verified);
  const seen = evidence.filter(({ attestation: a }) => a.says === "holds" || a.says === "begins").map(({ attestation }) => attestation.day);
  const days = (seen.length > 0 ? seen : evidence.map(({ attestation }) => attestation.day)).sort();
  const [firstSeen, lastSeen] = [days[0]!, days.at(-1)!];
  const from = statedDay(evidence, "begins");
  const left = statedDay(evidence, "ends");
  const past = evidence.filter(({ attestation: a }) => a.says === "past" && a.day > lastSeen).map(({ attestation }) => attestation.day);
  const to = left !== null && addDays(left, HANDOVER_DAYS) >= lastSeen ? left : (past.sort()[0] ?? null);
  return {
    ...bundle,
    id: `${post}/${person.slice("person:".length)}`,
    title,
    known: evidence.every(({ attestation: a }) => a.says === "past" || own.some((t) => nearlyCovers(t, a.day))),
    from: from !== null && from <= addDays(firstSeen, HANDOVER_DAYS) ? from : null,
    to,
    firstSeen,
    lastSeen,
    sources: new Set(evidence.filter(({ attestation: a }) => a.says !== "past").map(({ source }) => source)).size,
  };
}

/** The day of a change that most sources give; of equal ones the earliest. */
function statedDay(evidence: readonly StoredAttestation[], says: "begins" | "ends"): string | null {
  const sources = new Map<string, Set<string>>();
  for (const { attestation: a, source } of evidence) if (a.says === says) sources.set(a.day, (sources.get(a.day) ?? new Set()).add(source));
  return [...sources].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** The form that occurs most often; of equal ones that with capitals, then the first in order. */
function commonest(forms: readonly string[]): string {
  const count = new Map<string, number>();
  for (const form of forms) count.set(form, (count.get(form) ?? 0) + 1);
  const capitals = (s: string): number => Number(/^\p{Lu}\p{Ll}/u.test(s) && /\p{Lu}\S*$/u.test(s));
  return [...count].sort((a, b) => capitals(b[0]) - capitals(a[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}

/** Holders of one post one after the other: each ends where the next is first seen. Two who overlap for longer than a handover are contested. */
function inTurn(drafts: readonly Draft[]): readonly (Draft & { readonly contested: boolean })[] {
  const ordered = [...drafts].sort((a, b) => (a.firstSeen === b.firstSeen ? (a.id < b.id ? -1 : 1) : a.firstSeen < b.firstSeen ? -1 : 1));
  const single = ONE_PERSON.has(ordered[0]!.role);
  return ordered.map((draft, i) => {
    const rivals = single && !draft.known ? ordered.filter((other, j) => j !== i && !other.known && !acting(other) && !acting(draft)) : [];
    const contested = rivals.some(
      (o) => addDays(o.firstSeen, HANDOVER_DAYS) < draft.lastSeen && addDays(draft.firstSeen, HANDOVER_DAYS) < o.lastSeen,
    );
    const next = rivals.find((o) => o.firstSeen > draft.lastSeen);
    return { ...draft, to: draft.to ?? (contested ? null : (next?.from ?? next?.firstSeen ?? null)), contested };
  });
}

const acting = ({ title }: { readonly title: string }): boolean => /^acting\b/i.test(title);

function judged(base: Base, draft: Draft & { readonly contested: boolean }, verdict: Decision["verdict"] | null): LearnedOffice {
  const { relation, against } =
    draft.contested && verdict === null ? { relation: "contested" as const, against: null } : relationOf(base, draft);
  const status = relation === "known" ? "known" : (verdict ?? (draft.sources >= CONFIRMED_FROM ? "confirmed" : "provisional"));
  const names = draft.evidence.map(({ attestation }) => attestation.name);
  const name = base.persons.get(draft.person)?.name ?? commonest(names);
  return {
    id: draft.id,
    person: draft.person,
    name,
    aliases: [...new Set(names)].filter((n) => n !== name).sort(),
    state: draft.state,
    role: draft.role,
    title: draft.title,
    from: draft.from,
    to: draft.to,
    firstSeen: draft.firstSeen,
    lastSeen: draft.lastSeen,
    sources: draft.sources,
    relation,
    against: against && termOf(against),
    status,
    used: status === "accepted" || (status === "confirmed" && USABLE.has(relation)),
    evidence: draft.evidence,
  };
}

function relationOf(base: Base, draft: Draft): { readonly relation: Relation; readonly against: TermRow | null } {
  const { state, role, title, person, firstSeen, lastSeen } = draft;
  const own = ownTerms(base, state, role, title, person);
  const now = own.find((t) => covers(t, lastSeen));
  if (now) {
    const left = draft.to !== null && now.to === null && draft.evidence.some(({ attestation }) => attestation.says === "ends");
    if (left) return { relation: "ends", against: now };
    return { relation: now.verified ? "known" : "verifies", against: null };
  }
  // A text of the days around a change may be behind the tables or before them.
  if (own.some((t) => t.verified && nearlyCovers(t, lastSeen))) return { relation: "known", against: null };
  const rivals = ONE_PERSON.has(role) ? base.terms.at(state, role, lastSeen).filter((t) => t.verified && t.role === role) : [];
  const rival = rivals.find((t) => !acting(t) && t.person !== person && !acting(draft)) ?? null;
  if (rival === null) return { relation: own.some((t) => t.roughEnd) ? "continues" : "new", against: null };
  if (rival.roughEnd) return { relation: own.some((t) => t.roughEnd) ? "continues" : "new", against: null };
  const later = rival.to === null && rival.source !== "user" && (rival.seen ?? rival.from ?? "") < firstSeen;
  return { relation: later ? "succeeds" : "contradicts", against: rival };
}

const nearlyCovers = ({ from, to }: TermRow, day: string): boolean =>
  covers({ from: from && addDays(from, -HANDOVER_DAYS), to: to && addDays(to, HANDOVER_DAYS) }, day);
