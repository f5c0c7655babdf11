// The ledger: a database and the answers over it. Answers are computed from a view of the scope's claims, kept until something is recorded.
import type { Claim, ClaimKind, Problem } from "../model/index.ts";
import { correctionsOf, unstruck } from "./corrections.ts";
import type { Connection } from "./driver.ts";
import { guarded } from "./errors.ts";
import { createFeedStore } from "./feeds/store.ts";
import { byPublication, claimBy, claimsIn, type DocumentFacts, documentAt, documentsIn, factsAt, furtherCorrections } from "./load.ts";
import { officesIn } from "./offices.ts";
import { openDatabase, SCHEMA } from "./open.ts";
import { changes } from "./query/changes.ts";
import { commitments } from "./query/commitments.ts";
import { contradictions } from "./query/contradictions.ts";
import { gaps } from "./query/gaps.ts";
import { meetings } from "./query/meetings.ts";
import type { DocumentProblem, View } from "./query/view.ts";
import { record } from "./record.ts";
import { takenFrom } from "./sources/carriers.ts";
import { type Story, sourcesOf, stories } from "./sources/group.ts";
import type { Read, Told } from "./sources/lineage.ts";
import { type OwnerOf, owners } from "./sources/owner.ts";
import { Postings } from "./sources/postings.ts";
import { pairsAmong, storyAround, toldAt } from "./sources/read.ts";
import { neighbourOf } from "./sources/versions.ts";
import type { Ledger, Revision, Scope, SharedPassage, StoredClaim, StoredDocument } from "./types.ts";

export interface OpenOptions {
  /** Whether to make a new ledger where there is none; true when left out. */
  readonly create?: boolean;
  /** Owner's id of a site (host name or printed name); gives back what it does not know. */
  readonly owner?: (site: string) => string;
}

/** Views kept at once; a brief asks for two or three scopes. A view of 500 documents has some 20 MB of claims. */
const KEPT_VIEWS = 8;

/** A view with the stories its sources were made of. */
interface Loaded extends View {
  readonly stories: readonly Story[];
}

function officeProblems(db: Connection, documents: readonly DocumentFacts[]): readonly DocumentProblem[] {
  const keys = JSON.stringify(documents.map(({ key }) => key));
  const rows = db
    .statement(
      `SELECT key, id, text, problems FROM documents WHERE key IN (SELECT value FROM json_each(?)) AND instr(problems, 'office-mismatch') > 0
       ORDER BY published_instant IS NULL, published_instant, id`,
    )
    .all(keys);
  return rows.flatMap((row) =>
    (JSON.parse(row.problems as string) as readonly Problem[]).flatMap(({ code, message, span }) =>
      code === "office-mismatch" && span
        ? [{ document: row.id as string, message, ...span, quote: (row.text as string).slice(span.start, span.end) }]
        : [],
    ),
  );
}

/** Reads the words of documents for the rule of origins, each once. */
function reader(db: Connection): Read {
  const known = new Map<number, Told>();
  return ({ key }) => {
    let told = known.get(key);
    if (!told) {
      told = toldAt(db, key);
      known.set(key, told);
    }
    return told;
  };
}

function load(db: Connection, scope: Scope, owners: OwnerOf): Loaded {
  const states = [...new Set(scope.states ?? [])].sort();
  const named = documentsIn(db, scope, owners);
  const further = states.length === 0 ? [] : furtherCorrections(db, scope, named, owners);
  const candidates = [...named.filter(({ kind }) => kind === "correction"), ...further];
  const corrections = correctionsOf(db, named, candidates, (of) => claimsIn(db, of, [], "figure"));
  // A correction names the figure, and seldom the states that its article was about.
  const joined = further.filter(({ id }) => corrections.some(({ right }) => right.document === id));
  const documents = joined.length === 0 ? named : [...named, ...joined].sort(byPublication);
  const keys = states.length === 0 ? null : JSON.stringify(documents.map(({ key }) => key));
  const read = reader(db);
  const pairs = pairsAmong(db, documents, keys);
  const all = stories(documents, pairs.copies, read);
  let taken: readonly SharedPassage[] | null = null;
  const kept = new Map<ClaimKind, readonly StoredClaim[]>();
  let problems: readonly DocumentProblem[] | null = null;
  return {
    states,
    documents,
    corrections,
    stories: all,
    sources: sourcesOf(documents, all),
    passages() {
      taken ??= takenFrom(documents, pairs.others, read);
      return taken;
    },
    claims<K extends ClaimKind>(kind: K) {
      let found = kept.get(kind);
      if (!found) {
        found = unstruck(claimsIn(db, documents, states, kind), corrections);
        kept.set(kind, found);
      }
      return found as readonly StoredClaim<Extract<Claim, { kind: K }>>[];
    },
    officeProblems() {
      problems ??= officeProblems(db, documents);
      return problems;
    },
  };
}

function storedDocuments(db: Connection, view: Loaded): readonly StoredDocument[] {
  const story = new Map(view.stories.flatMap(({ members }) => members.map(({ id }) => [id, members[0]!.id] as const)));
  return view.documents.map((facts) => stored(db, facts, story.get(facts.id)!));
}

const stored = (db: Connection, { key, id, recorded, owner }: DocumentFacts, story: string): StoredDocument => ({
  document: documentAt(db, key),
  recorded,
  story,
  owner: owner ?? id,
});

function storedDocument(db: Connection, id: string, owners: OwnerOf): StoredDocument | null {
  const facts = factsAt(db, "id", id, owners);
  return facts && stored(db, facts, storyAround(db, facts, owners)[0]!.id);
}

/** The versions of a page on one side of a document, nearest first, each with what changed between it and the one before it; repeats are passed over. */
function versionsOf(db: Connection, id: string, side: "older" | "newer"): readonly Revision[] {
  const revisions: Revision[] = [];
  const row = db.statement("SELECT key FROM documents WHERE id = ?").get(id);
  for (let at = row && { key: Number(row.key) }; at; ) {
    const next = neighbourOf(db, at.key, side);
    if (next && next.edits.length > 0) revisions.push({ document: documentAt(db, next.key), edits: next.edits });
    at = next ?? undefined;
  }
  return revisions;
}

const KINDS: readonly ClaimKind[] = ["meeting", "issue", "position", "commitment", "figure", "quote", "tie", "event"];

function health(db: Connection): ReturnType<Ledger["health"]> {
  const counts = new Map(
    db
      .statement("SELECT kind, count(*) AS n FROM claims GROUP BY kind")
      .all()
      .map((row) => [row.kind as string, Number(row.n)]),
  );
  const integrity = db
    .statement("PRAGMA integrity_check(5)")
    .all()
    .map((row) => String(Object.values(row)[0]));
  const torn = db
    .statement(
      `SELECT count(*) AS n FROM documents d WHERE d.claims <> (SELECT count(*) FROM claims c WHERE c.document = d.key)
         OR d.evidence <> (SELECT count(*) FROM claims c JOIN evidence e ON e.claim = c.key WHERE c.document = d.key)`,
    )
    .get();
  if (Number(torn?.n) > 0) integrity.push(`${torn?.n} documents do not have all their claims`);
  return {
    schema: SCHEMA,
    documents: Number(db.statement("SELECT count(*) AS n FROM documents").get()?.n),
    claims: Object.fromEntries(KINDS.map((kind) => [kind, counts.get(kind) ?? 0])),
    integrity: integrity.length > 1 ? integrity.filter((line) => line !== "ok").join("; ") : integrity[0]!,
  };
}

/**
 * Opens the ledger at `path`, or one in memory. A ledger written by an older version is brought to the present schema first.
 * @throws ScenesetterError `ledger-missing`, `ledger-foreign`, `ledger-newer`, `ledger-locked` or `ledger-write`; the methods throw the last two,
 * and `internal` for a claim whose evidence does not stand in its document
 */
export function openLedger(path: string | ":memory:", options: OpenOptions = {}): Ledger {
  const db = openDatabase(path, options.create ?? true);
  const outlets = owners(options.owner ?? ((site: string) => site));
  const postings = new Postings(db);
  const views = new Map<string, Loaded>();
  let version: number | null = null;

  /** The view of a scope, kept while neither this connection nor another (`data_version`) has written. */
  const viewOf = (scope: Scope): Loaded => {
    const now = Number(db.statement("PRAGMA data_version").get()?.data_version);
    if (now !== version) views.clear();
    version = now;
    const key = JSON.stringify([scope.asOf, [...new Set(scope.states ?? [])].sort()]);
    let view = views.get(key);
    if (!view) {
      view = load(db, scope, outlets);
      if (views.size >= KEPT_VIEWS) views.delete(views.keys().next().value!);
      views.set(key, view);
    }
    return view;
  };
  const ask = <T>(scope: Scope, answer: (view: Loaded) => T): T => guarded(path, () => answer(viewOf(scope)));

  return {
    path,
    record: (document, claims, recordedAt, offices = []) =>
      guarded(path, () => {
        views.clear();
        return record(db, postings, document, claims, recordedAt, offices);
      }),
    has: (id) => guarded(path, () => db.statement("SELECT 1 AS found FROM documents WHERE id = ?").get(id) !== undefined),
    documents: (scope) => ask(scope, (view) => storedDocuments(db, view)),
    document: (id) => guarded(path, () => storedDocument(db, id, outlets)),
    laterVersions: (id) => guarded(path, () => versionsOf(db, id, "newer")),
    earlierVersion: (id) => guarded(path, () => versionsOf(db, id, "older")[0] ?? null),
    claims: (scope) => ask(scope, (view) => unstruck(claimsIn(db, view.documents, view.states, null), view.corrections)),
    claim: (id) => guarded(path, () => claimBy(db, id)),
    offices: (scope) => ask(scope, (view) => officesIn(db, view.documents, view.sources)),
    sources: (scope) => ask(scope, (view) => view.sources),
    passages: (scope) => ask(scope, (view) => view.passages()),
    meetings: (scope) => ask(scope, meetings),
    gaps: (scope) => ask(scope, gaps),
    contradictions: (scope) => ask(scope, contradictions),
    changes: (scope) => ask(scope, changes),
    corrections: (scope) => ask(scope, (view) => view.corrections),
    commitments: (scope) => ask(scope, commitments),
    feeds: createFeedStore(db, path),
    health: () => guarded(path, () => health(db)),
    close: () => db.close(),
  };
}
