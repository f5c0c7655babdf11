// Who a phrase means on a day: office first, then the name, then the context, then a provisional actor.
import type { ActorRef, Problem } from "../model/index.ts";
import { actorOf, type Base, refOf, wordsOf } from "./base.ts";
import { type Keys, keysOf, phraseKey, slug, tokenise } from "./forms.ts";
import { groupOf } from "./groups.ts";
import { holderOf, samePost } from "./holders.ts";
import { mismatch } from "./mismatch.ts";
import { PARTICLES } from "./names.ts";
import type { OfficeParse } from "./offices.ts";
import { profileOf } from "./profile.ts";
import type { Hit } from "./surfaces.ts";
import { covers } from "./terms.ts";
import type { OfficeMatch, Resolution } from "./types.ts";

const DETERMINERS = new Set(["the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "my"]);
const NOTHING: Resolution = { actor: null, by: "unknown", office: null, reason: "Nothing in the tables has this name.", problems: [] };
/** Longest phrase that is looked at, in tokens: longer ones are no names. */
const MAX_TOKENS = 40;

interface Question {
  readonly base: Base;
  readonly phrase: string;
  readonly keys: Keys;
  readonly on: string | null;
  readonly context: readonly string[];
}

/** The answer to `phrase` on the day `on`, given the actors already met, most recent first. */
export function resolvePhrase(base: Base, phrase: string, on: string | null, context: readonly string[]): Resolution {
  const tokens = tokenise(phrase.replace(/\s+/g, " ").trim()).slice(0, MAX_TOKENS);
  let keys = keysOf(tokens);
  while (keys.keys.length > 1 && DETERMINERS.has(keys.keys[0]!)) keys = tail(keys, 1);
  while (keys.keys.length > 1 && (keys.keys.at(-1) === "'s" || keys.keys.at(-1) === "'"))
    keys = { ...keys, keys: keys.keys.slice(0, -1), pieces: keys.pieces.slice(0, -1) };
  if (keys.keys.length === 0) return NOTHING;
  const q: Question = { base, phrase: phrase.trim(), keys, on, context };
  const found = known(q) ?? organ(q) ?? office(q) ?? nameThenOffice(q) ?? person(q) ?? tailKnown(q) ?? group(q) ?? misspelt(q) ?? NOTHING;
  return { ...found, ...profileOf(base, keys, on, found) };
}

function tail(keys: Keys, from: number): Keys {
  return { keys: keys.keys.slice(from), at: keys.at.slice(from), pieces: keys.pieces.slice(from), joined: keys.joined.slice(from) };
}

/** A phrase that is in the tables as a whole: a state, an adjective, a capital, a seat, an organ, an organisation, a region. */
function known(q: Question): Resolution | null {
  const hit = q.base.surfaces.whole(q.keys) ?? inCapitalsWhole(q);
  return hit && hit.ids.length > 0 ? knownAs(q, hit) : null;
}

/** “SECURITY COUNCIL”: a phrase of several words all in capitals. */
function inCapitalsWhole(q: Question): Hit | null {
  const { pieces } = q.keys;
  if (pieces.length < 2 || pieces.some((p) => p !== p.toUpperCase())) return null;
  const hit = q.base.surfaces.longest(q.keys, 0, true, true);
  return hit?.to === pieces.length ? hit : null;
}

/** “Iran-backed Houthi rebels”, “Kurdish-led Syrian Democratic Forces”: modifiers before an organisation. */
function tailKnown(q: Question): Resolution | null {
  const { keys, base } = q;
  for (let at = 1; at < keys.keys.length && at < 6; at += 1) {
    if (LINKS.has(keys.keys[at - 1]!)) return null;
    const hit = base.surfaces.party(keys, at);
    if (hit?.to === keys.keys.length && hit.kind === "organisation" && hit.ids.length > 0) return knownAs(q, hit);
  }
  return null;
}

const LINKS: ReadonlySet<string> = new Set(["of", "in", "for", "and", ",", "to", "from", "with", "by", "at"]);

function knownAs(q: Question, hit: Hit): Resolution | null {
  const id = hit.ids[0]!;
  const by = {
    state: "state-name",
    adjective: "adjective",
    capital: "capital",
    seat: "seat",
    organisation: "organisation",
    organ: "organ",
    region: "region",
  }[hit.kind as string];
  if (by === undefined) return null;
  const ref = hit.kind === "organ" ? refOf(q.base, id, q.on, q.phrase.replace(/^the /i, "")) : refOf(q.base, id, q.on);
  return answer(ref, by, null, `“${q.phrase}” is in the tables as ${by.replace("-", " ")} of ${ref.name}.`, q);
}

/** “Japanese government”, “Ukraine's armed forces”, “Ministry of Defence of Ukraine”, and “the Foreign Ministry” by the context. */
function organ(q: Question): Resolution | null {
  const { base, keys } = q;
  const before = partyAt(q, 0);
  const from = before ? skipPossessive(keys, before.to) : 0;
  const noun = organNoun(base, keys, from);
  if (!noun) return null;
  const after =
    keys.keys[noun.to] === "of" || keys.keys[noun.to] === "in"
      ? partyAt(q, keys.keys[noun.to + 1] === "the" ? noun.to + 2 : noun.to + 1)
      : null;
  const end = after ? after.to : noun.to;
  if (end !== keys.keys.length) return null;
  const state = before?.state ?? after?.state ?? (noun.alone ? contextState(q) : null);
  if (!state || !base.states.has(state)) return null;
  const name = before || after ? wordsOf(keys, 0, end) : `${base.states.get(state)!.adjective} ${wordsOf(keys, from, noun.to)}`;
  const ref = refOf(base, `${state}:${noun.organ}`, q.on, name);
  return answer(ref, "organ", null, `An organ of ${base.states.get(state)!.name}.`, q);
}

export function organNoun(
  base: Base,
  keys: Keys,
  from: number,
): { readonly to: number; readonly organ: string; readonly alone: boolean } | null {
  let best: { to: number; organ: string; alone: boolean } | null = null;
  let key = "";
  for (let to = from; to < keys.keys.length && to - from < 5; to += 1) {
    key = key === "" ? keys.keys[to]! : `${key} ${keys.keys[to]!}`;
    const hit = base.organNouns.get(key.replaceAll(" 's", "'s"));
    if (hit) best = { to: to + 1, organ: hit.organ, alone: hit.alone && /^\p{Lu}/u.test(keys.pieces[from]!) };
  }
  return best;
}

function skipPossessive(keys: Keys, at: number): number {
  return keys.keys[at] === "'s" || keys.keys[at] === "'" ? at + 1 : at;
}

function partyAt(q: Question, at: number): { readonly to: number; readonly id: string; readonly state: string | null } | null {
  const hit = q.base.surfaces.party(q.keys, at);
  if (!hit || hit.kind === "region" || hit.kind === "treaty" || hit.kind === "exercise") return null;
  const id = hit.ids[0]!;
  const organisation = q.base.organisations.get(id);
  const state = organisation ? (organisation.state ?? id) : hit.kind === "organ" ? id.slice(0, 3) : id;
  return { to: hit.to, id, state };
}

/** The state of the actor met last. */
function contextState(q: Question): string | null {
  for (const id of q.context) {
    const actor = actorOf(q.base, id);
    const state = actor?.kind === "person" ? (refOf(q.base, id, q.on).state ?? null) : (actor?.state ?? null);
    if (state !== null && q.base.states.has(state)) return state;
  }
  return null;
}

/** A title first, then perhaps a name: “former US President Donald Trump”, “the Japanese prime minister”. */
function office(q: Question): Resolution | null {
  const parse = q.base.grammar.parse(q.keys, 0);
  if (!parse) return null;
  const name = nameAfter(q, parse.to);
  if (name === null) return null;
  const stated = name.state !== null && parse.office.state === null ? { ...parse.office, state: name.state } : parse.office;
  if (name.text === "") return unnamed(q, parse, stated);
  return named(q, stated, name.text);
}

/** Ranks and callings that may stand between a title and a name: “Joint Chiefs chairman Gen. Mark Milley”. */
const RANKS: ReadonlySet<string> = new Set(
  "general gen lieutenant lt major maj brigadier brig colonel col captain capt admiral adm rear vice marshal commander cmdr professor prof ambassador amb senator sen judge justice retired ret".split(
    " ",
  ),
);

/** What follows a title: courtesies are dropped, “of STATE” after the name gives the state. Null when it is no name. */
function nameAfter(q: Question, from: number): { readonly text: string; readonly state: string | null } | null {
  const { keys, base } = q;
  let at = from;
  while (at < keys.keys.length && (keys.keys[at] === "," || base.grammar.courtesies.has(keys.keys[at]!) || RANKS.has(keys.keys[at]!)))
    at += 1;
  let to = at;
  let state: string | null = null;
  for (; to < keys.keys.length; to += 1) {
    const key = keys.keys[to]!;
    if (key === "of" || key === "from") {
      const party = partyAt(q, keys.keys[to + 1] === "the" ? to + 2 : to + 1);
      state = party?.state ?? null;
      break;
    }
    if (key === "," && !/^(jr|sr|3rd|ii|iii)$/.test(keys.keys[to + 1] ?? "")) break;
    if (key === "'s" || key === "(") break;
  }
  const pieces = keys.pieces.slice(at, to);
  if (pieces.length > 8) return null;
  if (pieces.some((p, i) => !/^[\p{Lu}\d"“]/u.test(p) && !keys.joined[at + i] && !PARTICLES.has(p.toLowerCase()) && p !== "," && p !== "'"))
    return null;
  return { text: joinName(q.phrase, pieces), state };
}

/** The name in the phrase's own writing, hyphens included. */
function joinName(phrase: string, pieces: readonly string[]): string {
  if (pieces.length === 0) return "";
  const text = pieces.join(" ").replaceAll(" ,", ",");
  const first = phrase.lastIndexOf(pieces[0]!);
  const start = pieces.length > 1 ? phrase.indexOf(pieces[0]!) : first;
  const loose = new RegExp(`^${pieces.map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[\\s‑–-]*")}`);
  for (let at = start; at >= 0; at = phrase.indexOf(pieces[0]!, at + 1)) {
    const hit = loose.exec(phrase.slice(at));
    if (hit) return hit[0];
  }
  return text;
}

/** An office without a name: its holder on the day, where one is known and the words say nothing of former or future ones. */
function unnamed(q: Question, parse: OfficeParse, stated: OfficeMatch): Resolution {
  const { base, on } = q;
  const state = stated.state ?? null;
  const words = wordsOf(q.keys, 0, parse.to);
  const blank = (reason: string): Resolution => answer(null, "office-of-state", stated, reason, q);
  if (stated.qualifier !== null && stated.qualifier !== "acting") return blank(`“${words}” names an office, not who holds it.`);
  if (on === null) return blank("Without a date the holder of an office is open.");
  if (state !== null) {
    const holder = holderOf(base, { ...stated, state }, on);
    if (!holder) return blank(`No holder of this office on ${on} is in the tables.`);
    return answer(
      refOf(base, holder.person, on),
      "office-holder",
      stated,
      `${actorOf(base, holder.person)!.name} held the office on ${on} (${holder.title}, from ${holder.from ?? "?"}; ${holder.source}).`,
      q,
    );
  }
  for (const id of q.context) {
    const actor = actorOf(base, id);
    if (!actor) continue;
    if (actor.kind === "person") {
      const term = base.terms.of(id).find((t) => covers(t, on) && samePost(base, stated, t));
      if (term)
        return answer(
          refOf(base, id, on),
          "office-holder",
          { ...stated, state: term.state },
          `${actor.name}, met before, held this office on ${on}.`,
          q,
        );
    } else if (actor.kind === "state") {
      const holder = holderOf(base, { ...stated, state: id }, on);
      if (holder)
        return answer(
          refOf(base, holder.person, on),
          "office-holder",
          { ...stated, state: id },
          `${actorOf(base, holder.person)!.name} held the office in ${actor.name} on ${on}.`,
          q,
        );
    }
  }
  return blank("The phrase does not say of which state.");
}

/** An office with a name. */
function named(q: Question, stated: OfficeMatch, name: string): Resolution {
  const { base, on } = q;
  const found = pick(q, stated, name) ?? byWholeName(q, `${stated.title} ${name}`);
  if (found) {
    const row = base.persons.get(found.id)!;
    const posts = on === null ? [] : base.terms.of(found.id).filter((t) => covers(t, on) && samePost(base, stated, t));
    const highest = on === null ? null : base.terms.highest(found.id, on);
    const term = posts.find((t) => t.state === highest?.state) ?? posts[0] ?? null;
    const problems = mismatch(base, q.phrase, stated, found.id, on);
    const office = stated.state === null && term ? { ...stated, state: term.state } : stated;
    const reason = term
      ? `${row.name} held the office on ${on} (${term.title}, from ${term.from ?? "?"}; ${term.source}).`
      : `${row.name} is known by this name (${row.source}).`;
    return answer(refOf(base, found.id, on), found.by, office, reason, q, problems);
  }
  const state = stated.state ?? null;
  const ref: ActorRef = { id: `person:${slug(name)}`, name, ...(state === null ? {} : { state }) };
  return answer(ref, "provisional", stated, `No table has “${name}”; the text gives the office.`, q);
}

/** A title that belongs to the name: “Queen Camilla”, “King Abdullah”. */
function byWholeName(q: Question, name: string): { readonly id: string; readonly by: string } | null {
  const ids = q.base.persons.named(phraseKey(name));
  return ids.length === 1 ? { id: ids[0]!, by: "person-full" } : null;
}

/** The person of this name who fits the office best. */
function pick(q: Question, stated: OfficeMatch, name: string): { readonly id: string; readonly by: string } | null {
  const { base, on } = q;
  const single = keysOf(tokenise(name)).keys.filter((k) => !PARTICLES.has(k)).length <= 1;
  const state = stated.state;
  const candidates = base.persons.find(name, state);
  const scored = candidates.map(({ id, score }) => {
    const terms = base.terms.of(id);
    const posts = terms.filter((t) => (state === null || t.state === state) && samePost(base, { ...stated, state: t.state }, t));
    const now = on !== null && posts.some((t) => covers(t, on));
    const former = stated.qualifier === "former" || stated.qualifier === "late";
    const home = state === null || terms.some((t) => t.state === state) || base.persons.get(id)!.state === state;
    const fits = now && !former ? 3 : posts.length > 0 ? 2 : 0;
    const inContext = q.context.includes(id) ? 1 : 0;
    return { id, score, fits, home, total: score * 2 + fits * 2 + inContext * 2 + (home ? 1 : 0), inContext };
  });
  // Past holders of lower offices keep the name only where it is unmistakable: “Secretary Clinton”, not “Minister Liu”.
  const once = scored.filter((c) => c.fits > 0).length === 1 && (stated.role === "foreign-minister" || /^secretary$/i.test(stated.title));
  const enough = state !== null || HEADS.has(stated.role) || once ? 1 : 3;
  const usable = scored.filter((c) => {
    if (!c.home) return c.score === 4 && !single;
    if (single) return c.fits >= enough || c.inContext > 0;
    return c.score >= 3 || (c.score >= 2 && c.fits > 0);
  });
  usable.sort((a, b) => b.total - a.total || latest(base, b.id, a.id) || (a.id < b.id ? -1 : 1));
  const best = usable[0];
  if (!best) return null;
  // A family name with a title that several hold, or held, is nobody's: silence rather than a guess.
  const rival = usable[1];
  if (single && rival && rival.total === best.total && rival.score === best.score && state === null) return null;
  return { id: best.id, by: single ? "person-family" : best.fits > 0 ? "office-holder" : "person-full" };
}

/** Roles by which the press goes on to call people; holders of others are known by a family name only while in office. */
const HEADS: ReadonlySet<string> = new Set(["head-of-state", "head-of-government", "monarch", "deputy-head"]);

/** Whose last term begins later comes first. */
function latest(base: Base, a: string, b: string): number {
  const start = (id: string): string =>
    base.terms
      .of(id)
      .map((t) => t.from ?? "")
      .sort()
      .at(-1) ?? "";
  return start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0;
}

/** “Shigeru Ishiba, Japan's prime minister”. */
function nameThenOffice(q: Question): Resolution | null {
  const comma = q.keys.keys.indexOf(",");
  if (comma < 1) return null;
  let at = comma + 1;
  while (DETERMINERS.has(q.keys.keys[at] ?? "")) at += 1;
  const parse = q.base.grammar.parse(q.keys, at);
  if (!parse) return null;
  const pieces = q.keys.pieces.slice(0, comma);
  if (pieces.some((p, i) => !/^\p{Lu}/u.test(p) && !q.keys.joined[i] && !PARTICLES.has(p.toLowerCase()))) return null;
  return named(q, parse.office, joinName(q.phrase, pieces));
}

/** A name alone: a full name, or a family name by the context or as that of one holder of a high office on the day. */
function person(q: Question): Resolution | null {
  const { base, keys, on } = q;
  let from = 0;
  while (from < keys.keys.length - 1 && base.grammar.courtesies.has(keys.keys[from]!)) from += 1;
  const rest = tail(keys, from);
  const pieces = rest.pieces;
  if (
    pieces.length > 8 ||
    !pieces.some((p) => /^\p{Lu}/u.test(p)) ||
    pieces.some((p, i) => /^\p{Ll}/u.test(p) && !rest.joined[i] && !PARTICLES.has(p.toLowerCase()))
  )
    return null;
  const name = joinName(q.phrase, pieces);
  const candidates = base.persons.find(name, null);
  const full = candidates.filter((c) => c.score >= 2.5);
  const inContext = q.context.find((id) => id.startsWith("person:") && (base.persons.fits(name, id) > 0 || provisionalFits(id, rest.keys)));
  if (inContext && (full.length === 0 || full.some((c) => c.id === inContext) || pieces.length === 1)) {
    return answer(refOf(base, inContext, on), "person-family", null, `A person met before in the text.`, q);
  }
  if (full.length > 0) {
    const best = [...full].sort(
      (a, b) =>
        b.score - a.score || standing(base, b.id, on) - standing(base, a.id, on) || latest(base, b.id, a.id) || (a.id < b.id ? -1 : 1),
    )[0]!;
    const row = base.persons.get(best.id)!;
    return answer(refOf(base, best.id, on), "person-full", null, `${row.name} (${row.source}).`, q);
  }
  if (base.dangerous.has(rest.keys.join(" "))) return null;
  const holders = candidates
    .filter((c) => standing(base, c.id, on) > 0)
    .sort((a, b) => standing(base, b.id, on) - standing(base, a.id, on));
  const best = holders[0];
  if (best && (holders.length === 1 || standing(base, best.id, on) > standing(base, holders[1]!.id, on))) {
    const row = base.persons.get(best.id)!;
    return answer(
      refOf(base, best.id, on),
      "person-family",
      null,
      `The one ${row.family} in a high office${on === null ? "" : ` on ${on}`} (${row.source}).`,
      q,
    );
  }
  return null;
}

/** A provisional person of the context, by the last word of its id. */
function provisionalFits(id: string, keys: readonly string[]): boolean {
  const words = id.slice("person:".length).split("-");
  return keys.length === 1 && words.length > 1 && words.at(-1) === keys[0];
}

const HIGH: Readonly<Record<string, number>> = {
  "head-of-state": 5,
  monarch: 5,
  "head-of-government": 5,
  "head-of-organisation": 4,
  "deputy-head": 3,
  "foreign-minister": 4,
  "defence-minister": 3,
  "finance-minister": 3,
  "national-security-adviser": 3,
  "trade-minister": 2,
};

/** How high a person stands on a day; for those out of office, what they once were, below all who hold office. */
function standing(base: Base, id: string, on: string | null): number {
  let best = 0;
  for (const t of base.terms.of(id)) {
    const high = HIGH[t.role] ?? 0;
    if (high === 0) continue;
    if (on !== null && covers(t, on)) best = Math.max(best, 10 + high);
    else if (t.role === "head-of-state" || t.role === "head-of-government") best = Math.max(best, (t.to ?? "9") > "2005" ? 5 : 1);
    else best = Math.max(best, 1);
  }
  return best;
}

/** One long capitalised word one slip away from a people's name: `Kazahks`. */
function misspelt(q: Question): Resolution | null {
  const [word] = q.keys.keys;
  if (q.keys.keys.length !== 1 || word === undefined || word.length < 7 || !/^\p{Lu}/u.test(q.keys.pieces[0]!)) return null;
  const ids = new Set<string>();
  for (const s of q.base.tables.states) {
    for (const form of [...s.names, ...s.adjectives]) if (form.length >= 7 && oneSlip(word, form.toLowerCase())) ids.add(s.id);
  }
  const [id] = ids;
  if (ids.size !== 1 || id === undefined) return null;
  return answer(refOf(q.base, id, q.on), "adjective", null, `A near spelling of a name of ${q.base.states.get(id)!.name}.`, q);
}

/** Equal but for two neighbouring letters exchanged, or one letter missing, added or changed. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  if (a.slice(i + 2) === b.slice(i + 2) && a[i] === b[i + 1] && a[i + 1] === b[i]) return true;
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i);
}

/** An unnamed group: “Japanese officials”, “rebels”. */
function group(q: Question): Resolution | null {
  const found = groupOf(q.base, q.keys);
  if (!found || (found.state === null && !found.plural)) return null;
  const state = found.state;
  const adjective = state === null ? "" : `${q.base.states.get(state)?.adjective ?? q.base.organisations.get(state)?.name ?? state} `;
  const name = found.party ? `${adjective}${found.noun}` : found.noun;
  const ref: ActorRef = { id: `group:${slug(name)}`, name, ...(state === null ? {} : { state }) };
  return answer(ref, "group", null, `A group without a name${found.sector ? `; sector ${found.sector}` : ""}.`, q);
}

function answer(
  actor: ActorRef | null,
  by: string,
  office: OfficeMatch | null,
  reason: string,
  _q: Question,
  problems: readonly Problem[] = [],
): Resolution {
  return { actor, by, office, reason, problems };
}
