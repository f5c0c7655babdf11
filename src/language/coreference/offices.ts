// Definite offices: `the President`, `Prime Minister`, `the minister`, `his Turkish counterpart`: who in the text holds it.
import type { OfficeRole } from "../../model/index.ts";
import type { Member } from "../mentions/cast.ts";
import { base } from "../tree.ts";
import { apposition } from "./apposition.ts";
import { type Cell, type Discourse, isPerson, type Link, link } from "./discourse.ts";

/** Sentences within which a holder must have been mentioned when two persons in the text hold the same kind of office. */
const NEAR = 2;

/** Whether a person of the text can be called by the title: as the text called them, or by the office they hold on the day. */
function holds(d: Discourse, member: Member, role: OfficeRole, title: string): boolean {
  const last = title.toLowerCase().split(/\s+/).at(-1) ?? "";
  for (const stated of member.titles) {
    const words = stated.split(/\s+/);
    if (words.includes(last) && (member.roles.has(role) || member.roles.size === 0)) return true;
  }
  if (member.roles.has(role)) return [...member.titles].some((t) => t.split(/\s+/).includes(last));
  if (!d.on) return false;
  const term = d.knowledge.officeOn(member.ref.id, d.on);
  return term !== null && term.role === role && term.title.toLowerCase().split(/\s+/).includes(last);
}

/** The latest mention, before `cell`, of any of the members; null when there is none. */
function latest(d: Discourse, cell: Cell, ids: ReadonlySet<string>, reach: number): Cell | null {
  for (let sentence = cell.mention.sentence; sentence >= Math.max(0, cell.mention.sentence - reach); sentence--) {
    const cells = d.bySentence[sentence]!;
    for (let i = cells.length - 1; i >= 0; i--) {
      const other = cells[i]!;
      if (other === cell || other.mention.to > cell.mention.from) continue;
      if (other.mention.actors.length === 1 && ids.has(other.mention.actors[0]!.id)) return other;
    }
  }
  return null;
}

/** States that the verb of `cell` is done to: “the president asked France” is not the French one. */
function actedOn(d: Discourse, cell: Cell): ReadonlySet<string> {
  const head = d.tokens[cell.mention.head]!;
  if (base(head.deprel) !== "nsubj" || head.head < 0) return new Set();
  const objects = d.tree.children(head.head).filter((c) => /^i?obj$/.test(base(d.tokens[c]!.deprel)));
  const cells = d.bySentence[cell.mention.sentence]!.filter(({ mention }) => objects.includes(mention.head));
  return new Set(cells.flatMap(({ mention }) => mention.actors.filter(({ id }) => /^[A-Z]{3}$/.test(id)).map(({ id }) => id)));
}

export function resolveOffice(d: Discourse, cell: Cell): Link | null {
  const { candidate } = cell;
  if (!candidate.office || cell.mention.actors.length > 0) return null;
  const { role, title, qualifier } = candidate.office;
  if (candidate.states.length > 0) return null;
  const beside = apposition(d, cell);
  if (beside) return link(beside, beside.mention.actors);
  const { speaker } = d.publisher;
  if (speaker && !qualifier && d.on && d.knowledge.officeOn(speaker.id, d.on)?.role === role) return link(null, [speaker]);
  const holders = [...d.cast.members].filter((m) => holds(d, m, role, title));
  const others = holders.length > 1 ? actedOn(d, cell) : null;
  const fitting = others ? holders.filter(({ ref }) => !others.has(ref.state ?? "")) : holders;
  const own = d.publisher.state;
  const ids = new Set(fitting.map((m) => m.ref.id));
  if (fitting.length > 1 && own && !qualifier) {
    // A government's own text calls only its own holder by the bare title.
    const ours = fitting.filter((m) => m.ref.state === own);
    if (ours.length === 1) {
      const found = latest(d, cell, new Set([ours[0]!.ref.id]), Number.MAX_SAFE_INTEGER);
      return link(found, [ours[0]!.ref]);
    }
  }
  if (fitting.length === 1) {
    const found = latest(d, cell, ids, Number.MAX_SAFE_INTEGER);
    // One who is only named later is meant by a headline, or in the holder's own government's text; else it may be anybody.
    const heading = d.sentences[cell.mention.sentence]!.kind === "heading";
    return found || heading || (own !== null && fitting[0]!.ref.state === own) ? link(found, [fitting[0]!.ref]) : null;
  }
  if (fitting.length > 1) {
    const found = latest(d, cell, ids, NEAR);
    if (!found) return null;
    ids.delete(found.mention.actors[0]!.id);
    const other = latest(d, cell, ids, NEAR);
    // Two holders as near as each other: not decided.
    return !other || other.mention.sentence < found.mention.sentence ? link(found, found.mention.actors) : null;
  }
  if (own && d.on && !qualifier && role !== "other" && role !== "minister" && role !== "legislator" && role !== "ambassador") {
    const inOffice = d.knowledge.holders(own, role, d.on);
    if (inOffice.length === 1) return link(null, inOffice);
  }
  return null;
}

/** `his Turkish counterpart`, `Blinken's counterpart`: the holder of the same office in the state that the words give. */
export function resolveCounterpart(d: Discourse, cell: Cell): Link | null {
  const head = d.tokens[cell.mention.head]!;
  if (head.lemma.toLowerCase() !== "counterpart" || head.xpos === "NNS" || !d.on) return null;
  const state = cell.candidate.states[0];
  const possessor = d.tree.children(cell.mention.head).find((c) => d.tokens[c]!.deprel === "nmod:poss");
  if (!state || !/^[A-Z]{3}$/.test(state) || possessor === undefined) return null;
  const owner = d.bySentence[cell.mention.sentence]!.find((c) => c.mention.head === possessor);
  const person = owner?.mention.actors.length === 1 ? owner.mention.actors[0]! : null;
  if (!person || !isPerson(person)) return null;
  const member = d.cast.member(person.id);
  const role = d.knowledge.officeOn(person.id, d.on)?.role ?? (member && member.roles.size === 1 ? [...member.roles][0]! : null);
  if (!role) return null;
  const holders = d.knowledge.holders(state, role, d.on);
  if (holders.length !== 1) return null;
  return link(null, holders);
}

const LEADING = /^(?:head-of-state|head-of-government|monarch)$/;

/** Whether a person of the text leads a state, by the text or by the office held on the day. */
const leads = (d: Discourse, { ref, roles }: Member): boolean =>
  [...roles, d.on ? d.knowledge.officeOn(ref.id, d.on)?.role : undefined].some((role) => role !== undefined && LEADING.test(role));

/** `his guest`, `her host`: of two leaders in the text the other one. */
export function resolveGuest(d: Discourse, cell: Cell): Link | null {
  const head = d.tokens[cell.mention.head]!;
  if (!/^(?:guest|host|visitor|interlocutor)$/.test(head.lemma.toLowerCase()) || head.xpos === "NNS" || cell.candidate.states.length > 0)
    return null;
  const possessor = d.tree.children(cell.mention.head).find((c) => d.tokens[c]!.deprel === "nmod:poss");
  const owner = possessor === undefined ? null : d.bySentence[cell.mention.sentence]!.find((c) => c.mention.head === possessor);
  const person = owner?.mention.actors.length === 1 ? owner.mention.actors[0]! : null;
  const leaders = [...d.cast.members].filter((member) => leads(d, member));
  const other = leaders.find(({ ref }) => ref.id !== person?.id && ref.state !== person?.state);
  if (!person || leaders.length !== 2 || !other || !leaders.some(({ ref }) => ref.id === person.id)) return null;
  const found = latest(d, cell, new Set([other.ref.id]), Number.MAX_SAFE_INTEGER);
  return found ? link(found, [other.ref]) : null;
}

/** `the Chinese leader`, `Turkey's leader`: the person of that state whom the text named last, with a leading office. */
export function resolveLeader(d: Discourse, cell: Cell): Link | null {
  const head = d.tokens[cell.mention.head]!;
  const state = cell.candidate.states[0];
  if (!/^(?:leader|strongman|ruler)$/.test(head.lemma.toLowerCase()) || head.xpos === "NNS" || !state || !/^[A-Z]{3}$/.test(state))
    return null;
  if (cell.candidate.states.length > 1 || indefinite(d, cell)) return null;
  const leaders = [...d.cast.members].filter((member) => member.ref.state === state && leads(d, member)).map(({ ref }) => ref);
  if (leaders.length !== 1) return null;
  return link(latest(d, cell, new Set([leaders[0]!.id]), Number.MAX_SAFE_INTEGER), leaders);
}

export function indefinite(d: Discourse, cell: Cell): boolean {
  return d.tree.children(cell.mention.head).some((c) => {
    const token = d.tokens[c]!;
    return base(token.deprel) === "det" && /^(?:a|an|another|any|some|every|each|no)$/i.test(token.text);
  });
}
