// Phrases with a title of office, with or without a name.
import type { ActorRef } from "../model/index.ts";
import { actorOf, refOf, wordsOf } from "./base.ts";
import { keysOf, phraseKey, slug, tokenise } from "./forms.ts";
import { holderOf, samePost } from "./holders.ts";
import { mismatch } from "./mismatch.ts";
import { PARTICLES } from "./names.ts";
import { type OfficeParse, roleOfPart } from "./offices.ts";
import { answer, DETERMINERS, joinName, latest, partyAt, type Question } from "./question.ts";
import { covers } from "./terms.ts";
import type { OfficeMatch, Resolution } from "./types.ts";

/** A title first, then perhaps a name: “former US President Donald Trump”, “the Japanese prime minister”. */
export function office(q: Question): Resolution | null {
  const parse = q.base.grammar.parse(q.keys, 0);
  if (!parse) return null;
  const name = nameAfter(q, parse.to);
  if (name === null) return null;
  const role = name.part ? roleOfPart(parse.office.role) : parse.office.role;
  const stated = name.state !== null && parse.office.state === null ? { ...parse.office, role, state: name.state } : parse.office;
  if (name.text === "") return unnamed(q, { ...parse, part: parse.part || name.part }, stated);
  return named(q, stated, name.text);
}

/** Ranks and callings that may stand between a title and a name: “Joint Chiefs chairman Gen. Mark Milley”. */
const RANKS: ReadonlySet<string> = new Set(
  "general gen lieutenant lt major maj brigadier brig colonel col captain capt admiral adm rear vice marshal commander cmdr professor prof ambassador amb senator sen judge justice retired ret".split(
    " ",
  ),
);

/** What follows a title: courtesies are dropped, “of STATE” after the name gives the state. Null when it is no name. */
function nameAfter(q: Question, from: number): { readonly text: string; readonly state: string | null; readonly part: boolean } | null {
  const { keys, base } = q;
  let at = from;
  while (at < keys.keys.length && (keys.keys[at] === "," || base.grammar.courtesies.has(keys.keys[at]!) || RANKS.has(keys.keys[at]!)))
    at += 1;
  let to = at;
  let state: string | null = null;
  let part = false;
  for (; to < keys.keys.length; to += 1) {
    const key = keys.keys[to]!;
    if (key === "of" || key === "from") {
      const after = keys.keys[to + 1] === "the" ? to + 2 : to + 1;
      const party = partyAt(q, after);
      state = party?.state ?? null;
      part = party !== null && base.parts.has(keys.keys.slice(after, party.to).join(" "));
      break;
    }
    if (key === "," && !/^(jr|sr|3rd|ii|iii)$/.test(keys.keys[to + 1] ?? "")) break;
    if (key === "'s" || key === "(") break;
  }
  const pieces = keys.pieces.slice(at, to);
  if (pieces.length > 8) return null;
  if (pieces.some((p, i) => !/^[\p{Lu}\d"“]/u.test(p) && !keys.joined[at + i] && !PARTICLES.has(p.toLowerCase()) && p !== "," && p !== "'"))
    return null;
  return { text: joinName(q.phrase, pieces), state, part };
}

/** An office without a name: its holder on the day, where one is known and the words say nothing of former or future ones. */
function unnamed(q: Question, parse: OfficeParse, stated: OfficeMatch): Resolution {
  const { base, on } = q;
  const state = stated.state ?? null;
  const words = wordsOf(q.keys, 0, parse.to);
  const blank = (reason: string): Resolution => answer(null, "office-of-state", stated, reason);
  if (stated.qualifier !== null && stated.qualifier !== "acting") return blank(`“${words}” names an office, not who holds it.`);
  if (on === null) return blank("Without a date the holder of an office is open.");
  if (parse.part && stated.role === "other") return blank("The office is one of a part of the state; the tables have those of states.");
  if (state !== null) {
    const holder = holderOf(base, { ...stated, state }, on);
    if (!holder) return blank(`No holder of this office on ${on} is in the tables.`);
    return answer(
      refOf(base, holder.person, on),
      "office-holder",
      stated,
      `${actorOf(base, holder.person)!.name} held the office on ${on} (${holder.title}, from ${holder.from ?? "?"}; ${holder.source}).`,
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
        );
    } else if (actor.kind === "state") {
      const holder = holderOf(base, { ...stated, state: id }, on);
      if (holder)
        return answer(
          refOf(base, holder.person, on),
          "office-holder",
          { ...stated, state: id },
          `${actorOf(base, holder.person)!.name} held the office in ${actor.name} on ${on}.`,
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
    return answer(refOf(base, found.id, on), found.by, office, reason, problems);
  }
  const state = stated.state ?? null;
  const ref: ActorRef = { id: `person:${slug(name)}`, name, ...(state === null ? {} : { state }) };
  return answer(ref, "provisional", stated, `No table has “${name}”; the text gives the office.`);
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

/** “Shigeru Ishiba, Japan's prime minister”. */
export function nameThenOffice(q: Question): Resolution | null {
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
