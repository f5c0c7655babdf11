// Collectives: `the two leaders`, `both sides`, `the three countries`, `the leaders`: the persons or states a text set side by side.
import { type ActorRef, actorKind, type OfficeRole } from "../../model/index.ts";
import { COLLECTIVES } from "../mentions/lexicon.ts";
import { base } from "../tree.ts";
import { type Cell, type Discourse, isPerson, type Link, link, participants } from "./discourse.ts";

/** Sentences looked back for the members. Readouts name both leaders once and speak of “the leaders” to the end. */
const REACH = 12;
const NUMBERS: Readonly<Record<string, number>> = { two: 2, "2": 2, both: 2, three: 3, "3": 3, four: 4, "4": 4 };
const HEADS: ReadonlySet<OfficeRole> = new Set(["head-of-state", "head-of-government", "monarch", "deputy-head", "head-of-organisation"]);
/** Plurals that mean two certain states only with a number: `the allies` alone may be any. */
const VAGUE = new Set(
  "ally partner power democracy economy neighbour neighbor party capital signatory state man politician delegation".split(" "),
);
const MINISTERS = /minister$/;

/** How many members the words ask for; null when they do not say. */
function count(d: Discourse, cell: Cell): number | null {
  for (const child of d.tree.children(cell.mention.head)) {
    const known = NUMBERS[d.tokens[child]!.text.toLowerCase()];
    if (known && /^(?:nummod|det|amod|advmod|cc)/.test(d.tokens[child]!.deprel)) return known;
  }
  return null;
}

function roles(d: Discourse, ref: ActorRef): readonly OfficeRole[] {
  const member = d.cast.member(ref.id);
  const term = d.on && isPerson(ref) ? d.knowledge.officeOn(ref.id, d.on) : null;
  return [...(member?.roles ?? []), ...(term ? [term.role] : [])];
}

/** Whether a person can be one of the `leaders`, `presidents`, `ministers`. */
function suits(d: Discourse, ref: ActorRef, lemma: string): boolean {
  if (!isPerson(ref)) return false;
  const held = roles(d, ref);
  if (lemma === "minister" || lemma === "secretary") return held.some((r) => MINISTERS.test(r)) && !held.some((r) => HEADS.has(r));
  if (lemma === "president") return held.includes("head-of-state");
  if (lemma === "premier" || lemma === "chancellor") return held.includes("head-of-government");
  if (lemma === "leader" || lemma === "head" || lemma === "principal" || lemma === "statesman") return held.some((r) => HEADS.has(r));
  return NUMBERS[lemma] !== undefined || held.length > 0;
}

function stateOf(ref: ActorRef): string | null {
  const kind = actorKind(ref.id);
  if (kind === "state") return ref.id;
  return ref.state ?? (kind === "organisation" ? ref.id : null);
}

interface Member {
  readonly key: string;
  readonly ref: ActorRef;
  readonly cell: Cell;
}

/** The members a mention contributes: persons of the right office, or the states of whoever it names. */
function contributions(d: Discourse, other: Cell, wanted: "person" | "state", lemma: string): Member[] {
  const found: Member[] = [];
  for (const ref of other.mention.actors) {
    if (wanted === "person") {
      if (suits(d, ref, lemma)) found.push({ key: ref.id, ref, cell: other });
      continue;
    }
    const state = stateOf(ref);
    if (!state || ref.id.startsWith("group:")) continue;
    if (lemma !== "side" && lemma !== "party" && lemma !== "delegation" && !/^[A-Z]{3}$/.test(state)) continue;
    found.push({ key: state, ref: d.knowledge.ref(state), cell: other });
  }
  return found;
}

/**
 * The nearest earlier sentence that names as many members as asked for (two when the words do not say), or the nearest sentences together that do.
 * Where they name more, the members that the text mentions most decide, if they stand out; else nobody is meant for certain.
 */
export function resolveCollective(d: Discourse, cell: Cell): Link | null {
  const head = d.tokens[cell.mention.head]!;
  const lemma = cell.candidate.office ? head.lemma.toLowerCase().split(/\s+/).at(-1)! : head.lemma.toLowerCase();
  const bare = head.upos === "NUM"; // `the two`
  const wanted = bare ? "person" : COLLECTIVES.get(lemma);
  if (!wanted || cell.mention.actors.length > 0) return null;
  const asked = bare ? (NUMBERS[lemma] ?? null) : count(d, cell);
  if (asked === null && VAGUE.has(lemma)) return null;
  const ours = wanted === "state" ? withOurs(d, cell, lemma, asked) : undefined;
  if (ours !== undefined) return ours;
  const pair = wanted === "state" && asked !== null ? joinedBefore(d, cell, asked) : null;
  if (pair) return pair;
  const inner = innerMembers(d, cell, wanted, lemma);
  if (inner) return link(null, inner);
  const seen = new Map<string, { ref: ActorRef; cell: Cell; times: number }>();
  const number = asked ?? 2;
  let crowded = false;
  for (let distance = 0; distance <= REACH; distance++) {
    const sentence = cell.mention.sentence - distance;
    if (sentence < 0) break;
    for (const other of d.bySentence[sentence]!) {
      if (other === cell || other.mention.to > cell.mention.from) continue;
      const earlier =
        other.candidate.sort === "collective" &&
        other.mention.actors.length >= 2 &&
        COLLECTIVES.get(d.tokens[other.mention.head]!.lemma.toLowerCase()) === wanted;
      if (earlier && (asked === null || other.mention.actors.length === asked)) return link(other, other.mention.actors);
      for (const member of contributions(d, other, wanted, lemma)) {
        const entry = seen.get(member.key);
        if (entry) entry.times++;
        else seen.set(member.key, { ref: member.ref, cell: member.cell, times: 1 });
      }
    }
    if ((seen.size === number && !crowded) || (asked === null && seen.size > number && distance <= 1 && wanted === "person")) {
      const found = together([...seen.values()], asked);
      if (found) return found;
    }
    crowded ||= seen.size > number;
  }
  const ranked = [...seen.values()].sort((a, b) => b.times - a.times);
  const stands = ranked.length > number && ranked[number - 1]!.times > ranked[number]!.times;
  return (stands ? together(ranked.slice(0, number), asked) : null) ?? fromOpening(d, wanted, lemma, asked);
}

/** Who took part in what a readout is about, for collectives that no nearer sentence explains. */
function fromOpening(d: Discourse, wanted: "person" | "state", lemma: string, asked: number | null): Link | null {
  const opening = participants(d);
  if (!opening) return null;
  if (wanted === "person") {
    const refs = opening.actors.filter((r) => suits(d, r, lemma));
    return refs.length > 1 && (asked === null || refs.length === asked) ? link(opening.through, refs) : null;
  }
  const states = [...new Set(opening.actors.map((r) => stateOf(r)).filter((s) => s !== null))];
  return states.length === (asked ?? 2)
    ? link(
        opening.through,
        states.map((s) => d.knowledge.ref(s)),
      )
    : null;
}

/** `welcomed Sweden and Finland and will work with both countries`: the states joined by “and” nearest before, in the same sentence. */
function joinedBefore(d: Discourse, cell: Cell, number: number): Link | null {
  const states = d.bySentence[cell.mention.sentence]!.filter((c) => c.candidate.sort === "state" && c.mention.to <= cell.mention.from);
  for (const first of states.toReversed()) {
    const joined = [
      first,
      ...states.filter((c) => d.tokens[c.mention.head]!.deprel === "conj" && d.tokens[c.mention.head]!.head === first.mention.head),
    ];
    const refs = joined.flatMap((c) => c.mention.actors);
    if (joined.length === number && new Set(refs.map((r) => r.id)).size === number) return link(first, refs);
  }
  return null;
}

/**
 * `our two countries`: the speaker's state and the one the text names most beside it, if one stands out.
 * Undefined where there is no `our`, null where nothing stands out.
 */
function withOurs(d: Discourse, cell: Cell, lemma: string, asked: number | null): Link | null | undefined {
  const number = asked ?? 2;
  const possessor = d.tree.children(cell.mention.head).find((c) => /^our$/i.test(d.tokens[c]!.text));
  if (possessor === undefined) return undefined;
  const { voices } = d.publisher;
  if (voices.length > 0) return asked === null || voices.length === asked ? link(null, voices) : null;
  const speaker = d.quotationAt(possessor)?.speaker;
  const voice = typeof speaker === "number" ? d.cellOf(speaker) : d.turnOf(cell.mention.sentence);
  const own = voice?.mention.actors[0] ? stateOf(voice.mention.actors[0]) : d.publisher.state;
  if (!own || !/^[A-Z]{3}$/.test(own)) return null;
  const times = new Map<string, number>();
  for (let sentence = cell.mention.sentence; sentence >= Math.max(0, cell.mention.sentence - REACH); sentence--) {
    for (const other of d.bySentence[sentence]!) {
      if (other === cell || other.mention.to > cell.mention.from) continue;
      for (const { key } of contributions(d, other, "state", lemma)) if (key !== own) times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  const ranked = [...times].sort((a, b) => b[1] - a[1]);
  const others = ranked.slice(0, number - 1);
  if (others.length < number - 1 || (ranked.length >= number && ranked[number - 2]![1] === ranked[number - 1]![1])) return null;
  return link(voice, [d.knowledge.ref(own), ...others.map(([id]) => d.knowledge.ref(id))]);
}

/** The members in text order. A number asks for as many states; without one, leaders of one state may stand together (`the President and the Vice President met …`). */
function together(members: readonly { readonly ref: ActorRef; readonly cell: Cell }[], asked: number | null): Link | null {
  const ordered = members.toSorted((a, b) => a.cell.mention.from - b.cell.mention.from);
  const refs = ordered.map((m) => m.ref);
  const states = refs.map((r) => stateOf(r)).filter((s) => s !== null);
  const distinct = new Set(states).size;
  return distinct === states.length || (asked === null && distinct > 1) ? link(ordered[0]!.cell, refs) : null;
}

/** `the leaders of Japan and Italy`, `the presidents of the two countries`: members named inside the phrase. */
function innerMembers(d: Discourse, cell: Cell, wanted: "person" | "state", lemma: string): readonly ActorRef[] | null {
  const states: string[] = [];
  for (const child of d.tree.children(cell.mention.head)) {
    if (child < cell.mention.head || base(d.tokens[child]!.deprel) !== "nmod") continue;
    for (const token of [child, ...d.tree.children(child).filter((c) => d.tokens[c]!.deprel === "conj")]) {
      const other = d.bySentence[cell.mention.sentence]!.find((c) => c.mention.head === token && c.mention.form === "state");
      const ref = other?.mention.actors[0];
      if (ref) states.push(ref.id);
    }
  }
  if (states.length < 2) return null;
  if (wanted === "state") return states.map((s) => d.knowledge.ref(s));
  const persons = states.map((s) => [...d.cast.members].filter((m) => m.ref.state === s && suits(d, m.ref, lemma)));
  return persons.every((p) => p.length === 1) ? persons.map((p) => p[0]!.ref) : null;
}
