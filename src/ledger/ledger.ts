// The ledger: a database and the answers over it. Answers are computed from a view of the scope's claims, kept until something is recorded.
import type { Claim, ClaimKind, Problem } from "../model/index.ts";
import type { Connection } from "./driver.ts";
import { guarded } from "./errors.ts";
import { createFeedStore } from "./feeds/store.ts";
import { claimBy, claimsIn, type DocumentFacts, documentAt, documentsIn } from "./load.ts";
import { officesIn } from "./offices.ts";
import { openDatabase, SCHEMA } from "./open.ts";
import { changes } from "./query/changes.ts";
import { commitments } from "./query/commitments.ts";
import { contradictions } from "./query/contradictions.ts";
import { gaps } from "./query/gaps.ts";
import { meetings } from "./query/meetings.ts";
import type { DocumentProblem, View } from "./query/view.ts";
import { record } from "./record.ts";
import { type Pair, type Story, sourcesOf, stories } from "./sources/group.ts";
import { ownerOf } from "./sources/owner.ts";
import type { Ledger, Scope, StoredClaim, StoredDocument } from "./types.ts";

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

function load(db: Connection, scope: Scope): Loaded {
  const states = [...new Set(scope.states ?? [])].sort();
  const documents = documentsIn(db, scope);
  const pairs = db
    .statement("SELECT a, b FROM copies ORDER BY a, b")
    .all()
    .map((row): Pair => [Number(row.a), Number(row.b)]);
  const credit = (document: DocumentFacts) => documentAt(db, document.key);
  const all = stories(documents, pairs, credit);
  const kept = new Map<ClaimKind, readonly StoredClaim[]>();
  let problems: readonly DocumentProblem[] | null = null;
  return {
    states,
    documents,
    stories: all,
    sources: sourcesOf(documents, all),
    claims<K extends ClaimKind>(kind: K) {
      let found = kept.get(kind);
      if (!found) {
        found = claimsIn(db, documents, states, kind);
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
  return view.documents.map(({ key, id, recorded, owner }) => ({
    document: documentAt(db, key),
    recorded,
    story: story.get(id)!,
    owner: owner ?? id,
  }));
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
  const owner = options.owner ?? ((site: string) => site);
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
      view = load(db, scope);
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
        return record(db, document, ownerOf(document, owner), claims, recordedAt, offices);
      }),
    has: (id) => guarded(path, () => db.statement("SELECT 1 AS found FROM documents WHERE id = ?").get(id) !== undefined),
    documents: (scope) => ask(scope, (view) => storedDocuments(db, view)),
    document: (id) =>
      ask({ asOf: null }, (view) => storedDocuments(db, { ...view, documents: view.documents.filter((d) => d.id === id) })[0] ?? null),
    claims: (scope) => ask(scope, (view) => claimsIn(db, view.documents, view.states, null)),
    claim: (id) => guarded(path, () => claimBy(db, id)),
    offices: (scope) => ask(scope, (view) => officesIn(db, view.documents, view.sources)),
    sources: (scope) => ask(scope, (view) => view.sources),
    meetings: (scope) => ask(scope, meetings),
    gaps: (scope) => ask(scope, gaps),
    contradictions: (scope) => ask(scope, contradictions),
    changes: (scope) => ask(scope, changes),
    commitments: (scope) => ask(scope, commitments),
    feeds: createFeedStore(db, path),
    health: () => guarded(path, () => health(db)),
    close: () => db.close(),
  };
}
