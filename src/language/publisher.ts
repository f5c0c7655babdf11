// Publisher: whose text a document is, and the state it is written from: decides who `the President`, `we` and `the government` are.
import type { Knowledge } from "../knowledge/index.ts";
import type { ActorRef, Document } from "../model/index.ts";
import type { Token } from "./annotation.ts";
import type { Publisher } from "./coreference/index.ts";
import type { Finding } from "./mentions/index.ts";
import { base } from "./tree.ts";

/** Host endings that only a government uses, with its state. National domains of other states follow one pattern, below. */
const HOSTS: readonly (readonly [RegExp, string])[] = [[/\.(?:gov|mil)$/, "USA"]];
/** `gov.uk`, `gouv.fr`, `go.jp`, `gob.mx`, `govt.nz`, `gc.ca`: the label before the country's. */
const GOVERNMENT_LABEL = /(?:^|\.)(?:gov|gouv|go|gob|govt|gc|gub|government|bund)\.([a-z]{2})$/;

const OWN_TEXT = new Set(["readout", "statement", "remarks"]);

function host(url: string | null): string | null {
  if (!url) return null;
  try {
    return new URL(url).hostname.toLowerCase();
  } catch {
    return null;
  }
}

/** The state behind a phrase such as a site's name: the first state, seat, organ or adjective in it. */
function stateNamed(phrase: string | null, knowledge: Knowledge): string | null {
  if (!phrase) return null;
  for (const match of knowledge.surfaces(phrase.split(/[\s,|–—:]+/).filter(Boolean))) {
    if (!["state", "adjective", "seat", "organ"].includes(match.kind)) continue;
    const id = match.ids[0]!;
    return /^[A-Z]{3}(?::|$)/.test(id) ? id.slice(0, 3) : (knowledge.actor(id)?.state ?? null);
  }
  return null;
}

/**
 * Whose text it is. Known for texts of governments only: by the host, the site's name or the author; for readouts also by the first person
 * who acts in them, since a government's readout begins with its own office-holder. An outlet has no state.
 */
export function publisherOf(document: Document, knowledge: Knowledge, findings: readonly Finding[], tokens: readonly Token[]): Publisher {
  const official = OWN_TEXT.has(document.kind);
  const name = host(document.url);
  let state: string | null = name ? (HOSTS.find(([pattern]) => pattern.test(name))?.[1] ?? null) : null;
  const label = name ? GOVERNMENT_LABEL.exec(name)?.[1] : undefined;
  if (!state && label) state = knowledge.surfaces([label.toUpperCase()]).find((m) => m.kind === "state")?.ids[0] ?? null;
  if (official) state ??= stateNamed(document.site, knowledge) ?? stateNamed(document.author, knowledge);
  if (official && !state) {
    const first = findings.find((f) => f.form === "name" && f.actors[0]?.state && base(tokens[f.candidate.head]!.deprel) === "nsubj");
    if (first && first.candidate.head < 60) state = first.actors[0]!.state ?? null;
  }
  const speaker = document.kind === "remarks" ? speakerOf(document, knowledge) : null;
  return {
    state: state ?? speaker?.state ?? null,
    speaker,
    voices: signatories(document.title, knowledge),
    readout: document.kind === "readout",
  };
}

/** The states and organisations that the title of a joint statement names; empty for other titles and for fewer than two. */
function signatories(title: string | null, knowledge: Knowledge): readonly ActorRef[] {
  if (!title || !/\bjoint\b.*\b(?:statement|declaration|communiqu)/i.test(title)) return [];
  const refs = new Map<string, ActorRef>();
  for (const match of knowledge.surfaces(title.match(/[\p{L}\p{M}’'.]+|-/gu) ?? [])) {
    if (!["state", "adjective", "organisation", "person"].includes(match.kind)) continue;
    const ref = knowledge.ref(match.ids[0]!);
    const id = match.kind === "person" ? (ref.state ?? null) : ref.id;
    if (id) refs.set(id, knowledge.ref(id));
  }
  return refs.size > 1 ? [...refs.values()] : [];
}

/** `Remarks by President Biden at …`: the person in the title of a transcript. */
function speakerOf(document: Document, knowledge: Knowledge): ActorRef | null {
  const by = /\bby (.+?)(?: (?:at|on|in|to|before|after|during|and|with)\b|$)/i.exec(document.title ?? "");
  if (!by) return null;
  const actor = knowledge.resolve(by[1]!, document.published?.value.slice(0, 10) ?? null).actor;
  return actor?.id.startsWith("person:") ? actor : null;
}

/** The state a text is written from: its dateline's (`TOKYO –`, `PARIS, April 2 (CPA) -`, `New Delhi:`), else the publisher's. */
export function homeOf(findings: readonly Finding[], tokens: readonly Token[], publisher: Publisher, knowledge: Knowledge): string | null {
  for (const finding of findings) {
    const { candidate, place } = finding;
    if (candidate.from > 150) break;
    const start = tokens[candidate.from]!;
    const opens = candidate.from === 0 || tokens[candidate.from - 1]!.sentence !== start.sentence;
    if (!opens || start.text.length < 3) continue;
    const next = tokens[candidate.to];
    if ((place || finding.form === "metonym") && next?.text === ":")
      return place?.state ?? finding.actors[0]?.state ?? finding.actors[0]?.id ?? null;
    if (start.text !== start.text.toUpperCase()) continue;
    for (let i = candidate.to; i < Math.min(tokens.length, candidate.to + 12); i++) {
      if (/^(?:[-–—]|--)$/.test(tokens[i]!.text))
        return place?.state ?? stateNamed(start.text.charAt(0) + start.text.slice(1).toLowerCase(), knowledge);
    }
  }
  return publisher.state;
}
