// Commitments as all sources together tell them: one record a promise, and what became of it.
import { type ActorRef, type CommitmentClaim, datesAgree, type PartialDate } from "../../model/index.ts";
import type { CommitmentRecord, StoredClaim } from "../types.ts";
import { roundsTo } from "./decimal.ts";
import { sideOf } from "./side.ts";
import { deskOf, partition, type View } from "./view.ts";
import { common, content, overlap } from "./words.ts";

type Stored = StoredClaim<CommitmentClaim>;

interface Undertaking {
  readonly stored: Stored;
  readonly claim: CommitmentClaim;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly words: readonly string[];
  /** Whether no issue of the table fits it. */
  readonly unnamed: boolean;
}

const principals = (actors: readonly ActorRef[]): readonly string[] => [...new Set(actors.map(sideOf))].sort();

/** Words of every promise, which tell none from another. */
const GENERIC = new Set(
  content(
    "work working closely close together continue cooperate cooperation coordinate coordination collaborate strengthen deepen reinforce enhance advance support address promote maintain expand effort shared common challenge issue matter step take make keep go lead",
  ),
);

/** What a promise is of, without the words that every promise has. */
const deed = (action: string): readonly string[] => content(action).filter((word) => !GENERIC.has(word));

const within = (a: readonly string[], b: readonly string[]): boolean => a.every((one) => b.includes(one));

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** Null where one text gives no amount, or counts something else. */
function amountsMeet(a: CommitmentClaim["amount"], b: CommitmentClaim["amount"]): boolean | null {
  if (a === null || b === null || a.unit !== b.unit) return null;
  return a.value === b.value || roundsTo(a.value, b.value);
}

/** Whether two claims are of one promise: the same givers (a text may name one of two), no two named issues, the same thing to be done. A moved deadline keeps it the same promise; another amount does not. */
function onePromise(a: Undertaking, b: Undertaking): boolean {
  const unnamed = a.unnamed || b.unnamed;
  if ((a.claim.issue !== b.claim.issue && !unnamed) || !(within(a.by, b.by) || within(b.by, a.by))) return false;
  if (a.to.length > 0 && b.to.length > 0 && !meet(a.to, b.to) && !meet(a.to, b.by) && !meet(b.to, a.by)) return false;
  const amounts = amountsMeet(a.claim.amount, b.claim.amount);
  if (amounts === false) return false;
  const shared = common(a.words, b.words);
  // Two texts of one promise between the same parties may leave but a word of it: “visit Japan”, “an official visit”.
  if (unnamed && shared > 0 && shared === Math.min(a.words.length, b.words.length) && a.to.length > 0 && a.to.join() === b.to.join())
    return true;
  const alike = overlap(a.words, b.words);
  if (amounts === true && (shared >= 1 || a.words.length === 0 || b.words.length === 0)) return true;
  return shared >= 2 && alike >= 0.5;
}

/** How far a promise has come; a text that only tells of it again does not take back what another knows. */
const RANK: Readonly<Record<CommitmentClaim["status"], number>> = {
  proposed: 0,
  pledged: 1,
  agreed: 1,
  refused: 2,
  "under-way": 2,
  slipped: 3,
  broken: 3,
  done: 3,
};

/** The newest status that says more than that it was promised; else the newest. `claims` in the order of publication. */
function statusOf(claims: readonly Stored[]): CommitmentClaim["status"] {
  const telling = claims.filter(({ claim }) => RANK[claim.status] >= 2);
  if (telling.length > 0) return telling.at(-1)!.claim.status;
  return claims.some(({ claim }) => claim.status === "agreed") ? "agreed" : claims.at(-1)!.claim.status;
}

/** The newest deadline; where a newer text says less of the same day, the more exact one. */
function deadlineOf(claims: readonly Stored[]): PartialDate | null {
  let deadline: PartialDate | null = null;
  for (const { claim } of claims) {
    if (claim.deadline === null) continue;
    const vaguer = deadline !== null && datesAgree(deadline, claim.deadline) && claim.deadline.length < deadline.length;
    if (!vaguer) deadline = claim.deadline;
  }
  return deadline;
}

function union(lists: readonly (readonly ActorRef[])[]): readonly ActorRef[] {
  const byPrincipal = new Map<string, ActorRef>();
  for (const actor of lists.flat()) {
    const key = sideOf(actor);
    // The state itself stands for its organs and persons.
    if (!byPrincipal.has(key) || actor.id === key) byPrincipal.set(key, actor);
  }
  return [...byPrincipal.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, actor]) => actor);
}

function recordOf(claims: readonly Stored[]): CommitmentRecord {
  const by = union(claims.map(({ claim }) => claim.by));
  const first = claims[0]!.claim;
  const amount = claims.map(({ claim }) => claim.amount).find((one) => one !== null) ?? null;
  return {
    by,
    to: union(claims.map(({ claim }) => claim.to)),
    action: first.action,
    issue: claims.map(({ claim }) => claim.issue).find((issue) => !issue.startsWith("other:")) ?? first.issue,
    amount,
    deadline: deadlineOf(claims),
    status: statusOf(claims),
    claims,
  };
}

/** Pairs of promises that may be one: of one giver, on one issue or with one of them on none that is named. */
function* candidates(promises: readonly Undertaking[]): Generator<readonly [number, number]> {
  const byGiver = new Map<string, Map<string, number[]>>();
  promises.forEach(({ by, claim, unnamed }, i) => {
    for (const giver of by) {
      const byIssue = byGiver.get(giver) ?? new Map<string, number[]>();
      byGiver.set(giver, byIssue);
      const issue = unnamed ? "" : claim.issue;
      const list = byIssue.get(issue);
      if (list) list.push(i);
      else byIssue.set(issue, [i]);
    }
  });
  for (const byIssue of byGiver.values()) {
    for (const list of byIssue.values()) {
      for (let i = 0; i < list.length; i++) for (let j = i + 1; j < list.length; j++) yield [list[i]!, list[j]!];
    }
    const named = [...byIssue].filter(([issue]) => issue !== "").flatMap(([, list]) => list);
    for (const i of byIssue.get("") ?? []) for (const j of named) yield [i, j];
  }
}

/** Promises in the scope, by issue, then by first publication. Hypothetical and negated ones make none; with states in the scope, promises by one of them. */
export function commitments(view: View): readonly CommitmentRecord[] {
  const desk = deskOf(view);
  const promises = view
    .claims("commitment")
    .filter(({ claim }) => claim.modality !== "hypothetical" && claim.modality !== "negated")
    .map((stored): Undertaking => {
      const { claim } = stored;
      return {
        stored,
        claim,
        by: principals(claim.by),
        to: principals(claim.to),
        words: deed(claim.action),
        unnamed: claim.issue.startsWith("other:"),
      };
    })
    .filter(({ by }) => view.states.length === 0 || meet(by, view.states));
  const sets = partition(promises.length);
  for (const [i, j] of candidates(promises)) if (onePromise(promises[i]!, promises[j]!)) sets.join(i, j);
  const records = sets.sets().map((set) => recordOf(set.map((i) => promises[i]!.stored)));
  const first = (record: CommitmentRecord) => desk.order(record.claims[0]!.document);
  return records
    .map((record, i) => ({ record, i }))
    .sort((a, b) =>
      a.record.issue === b.record.issue ? first(a.record) - first(b.record) || a.i - b.i : a.record.issue < b.record.issue ? -1 : 1,
    )
    .map(({ record }) => record);
}
