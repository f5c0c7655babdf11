// Which documents are one independent source: copies of one text, and texts of one outlet. Pure: documents and pairs of copies in, sources out.
import type { DocumentFacts } from "../load.ts";
import type { Source } from "../types.ts";
import { originOf, type Read } from "./lineage.ts";
import { nameKey } from "./owner.ts";

/** Two documents (by key) that count as one text. */
export type Pair = readonly [number, number];

export interface Story {
  /** In the order of publication. */
  readonly members: readonly DocumentFacts[];
  readonly origin: DocumentFacts;
}

/** Joined sets over small integers. */
function components(documents: readonly DocumentFacts[], pairs: readonly Pair[]): readonly (readonly DocumentFacts[])[] {
  const parent = new Map(documents.map((document) => [document.key, document.key]));
  const root = (key: number): number => {
    let at = key;
    while (parent.get(at) !== at) at = parent.get(at)!;
    for (let step = key; step !== at; ) {
      const next = parent.get(step)!;
      parent.set(step, at);
      step = next;
    }
    return at;
  };
  for (const [a, b] of pairs) {
    if (parent.has(a) && parent.has(b)) parent.set(root(a), root(b));
  }
  const groups = new Map<number, DocumentFacts[]>();
  for (const document of documents) {
    const key = root(document.key);
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return [...groups.values()];
}

/** The stories of the documents: each text with its copies. `documents` in the order of publication. */
export function stories(documents: readonly DocumentFacts[], pairs: readonly Pair[], read: Read): readonly Story[] {
  return components(documents, pairs).map((members) => ({ members, origin: originOf(members, read) }));
}

/** Printed names of outlets whose address is known from another document: the name leads to the same owner. */
function aliases(documents: readonly DocumentFacts[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { site, url, owner } of documents) {
    if (site === null || url === null || owner === null) continue;
    const name = nameKey(site);
    const before = known.get(name);
    if (name !== "" && (before === undefined || owner < before)) known.set(name, owner);
  }
  return known;
}

/**
 * Independent sources, numbered by first publication. A story counts for the owner of its origin: an outlet that prints an agency's text adds
 * nothing to the agency, and its own reports stay its own. An origin that credits an agency whose own text is not here counts for that agency.
 */
export function sourcesOf(documents: readonly DocumentFacts[], all: readonly Story[]): readonly Source[] {
  const names = aliases(documents);
  const ownerKey = (document: DocumentFacts) => (document.owner === null ? null : (names.get(document.owner) ?? document.owner));
  const groups = new Map<string, Story[]>();
  for (const story of all) {
    const owner = story.origin.credit ?? ownerKey(story.origin);
    const key = owner === null ? `document ${story.origin.id}` : `owner ${owner}`;
    const group = groups.get(key);
    if (group) group.push(story);
    else groups.set(key, [story]);
  }
  const place = new Map(documents.map((document, i) => [document.id, i]));
  const order = (a: string, b: string) => place.get(a)! - place.get(b)!;
  return [...groups.values()]
    .map((group) => {
      const members = group.flatMap((story) => story.members).sort((a, b) => order(a.id, b.id));
      const why: string[] = [];
      if (group.some((story) => story.members.length > 1)) why.push("copy");
      if (group.length > 1) why.push("owner");
      if (group.length > 1 && members.some((document) => document.kind === "correction")) why.push("correction");
      const first = group.reduce((a, b) => (order(a.members[0]!.id, b.members[0]!.id) <= 0 ? a : b));
      return { documents: members.map((document) => document.id), why, origin: first.origin.id };
    })
    .sort((a, b) => order(a.documents[0]!, b.documents[0]!))
    .map((source, i) => ({ number: i + 1, ...source }));
}
