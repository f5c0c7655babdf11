// Persons: names of people, grown to the titles, honorifics and appositions around them.
import { headOf, type Range } from "../tree.ts";
import { add, officeAt, type Scene } from "./candidate.ts";
import { HONORIFICS, honorific, SPEAKERS } from "./lexicon.ts";
import type { NameSpans } from "./names.ts";
import { statesIn } from "./states.ts";
import { apposition, descriptionBefore, officeAfter, officeBefore, type Title } from "./titles.ts";

/** Words of a style that a possessive pronoun opens. */
const STYLE = /^(?:Majesty|Holiness|Excellency|Highness|Royal|Grace|Eminence)$/;

/** Tokens before a span in which an office may begin that ends inside it. */
const MAX_BEFORE = 4;

/** The name alone, when the engine's span swallowed an honorific or an office; with the gender the honorific gives. */
function bareName(scene: Scene, span: Range): { name: Range; title: Title | null; gender: "m" | "f" | null } {
  let { from } = span;
  const { to } = span;
  let gender: "m" | "f" | null = null;
  let title: Title | null = null;
  // `Prime Minister-Designate NAME`: the engine takes the second half of the title for a name.
  if (/^(?:designate|elect)$/i.test(scene.forms[from]!) && /^[-‐]$/.test(scene.forms[from - 1] ?? "") && from < to - 1) from++;
  // `Secretary of State NAME`, tagged from “State” on.
  const begun = straddling(scene, { from, to });
  if (begun) {
    title = begun;
    from = begun.words.to;
  }
  for (;;) {
    const key = from < to - 1 ? honorific(scene.forms[from]!) : null;
    if (key !== null) {
      gender ??= HONORIFICS.get(key) ?? null;
      from++;
      continue;
    }
    const office: ReturnType<typeof officeAt> = title ? null : officeAt(scene, from);
    // `Secretary NAME`: a kind of person with a capital is a title even where it is no office by itself.
    const kind = !title && !office && from < to - 1 && SPEAKERS.has(scene.forms[from]!.toLowerCase());
    if (!kind && (!office || office.to >= to)) break;
    const end = office?.to ?? from + 1;
    title = { edge: from, words: { from, to: end }, office: office?.office ?? null };
    from = end;
  }
  return { name: { from, to }, title, gender };
}

/** An office that begins before a span and ends inside it. */
function straddling(scene: Scene, span: Range): Title | null {
  const first = scene.sentences[scene.tokens[span.from]!.sentence]!.from;
  for (let from = Math.max(first, span.from - MAX_BEFORE); from < span.from; from++) {
    if (scene.covered[from]) continue;
    const office = officeAt(scene, from);
    if (office && office.to > span.from && office.to < span.to) {
      return { edge: from, words: { from, to: office.to }, office: office.office };
    }
  }
  return null;
}

/** Adds a candidate for every person's name among `spans`. */
export function findPersons(scene: Scene, spans: NameSpans): void {
  const { tokens, sentences, forms, covered } = scene;
  const startsName = (token: number): boolean => spans.at(token)?.label === "PERSON";
  for (const span of spans.list) {
    if (span.label !== "PERSON" || isOffice(scene, span)) continue;
    const sentence = sentences[tokens[span.from]!.sentence]!;
    let { name, title, gender } = bareName(scene, span);
    if (isFamily(scene, name, sentence.from)) {
      add(scene, { sort: "group", from: name.from - 1, to: name.to, head: name.from });
      continue;
    }
    let { from } = span;
    let to = span.to;
    const honorificBefore = (): void => {
      while (from > sentence.from && !covered[from - 1]) {
        const key = honorific(forms[from - 1]!);
        if (key === null) break;
        gender ??= HONORIFICS.get(key) ?? null;
        from--;
      }
      // `His Majesty King NAME`, `Her Excellency NAME`: the pronoun is part of the style.
      const owner =
        from > sentence.from && from <= span.from && STYLE.test(forms[from]!) ? /^(?:(his)|her)$/i.exec(forms[from - 1]!) : null;
      if (owner) {
        gender ??= owner[1] ? "m" : "f";
        from--;
      }
    };
    from = title ? Math.min(from, title.edge) : name.from;
    honorificBefore();
    title ??= officeBefore(scene, { from, to }, sentence.from) ?? descriptionBefore(scene, { from, to }, sentence.from);
    if (title && title.edge < from) from = title.edge;
    honorificBefore();
    const head = headOf(tokens, name.from, name.to);
    if (forms[to] === "," && to + 1 < sentence.to && /^(?:Jr|Sr)\.?$/.test(forms[to + 1]!)) {
      to += 2;
      name = { from: name.from, to };
    }
    const after = officeAfter(scene, name, sentence.to, startsName) ?? apposition(scene, name, head, sentence.to);
    // A second title widens the mention only when there is none before the name.
    if (after && (!title || after.office)) {
      title ??= after;
      to = after.edge;
    }
    // A description behind the name has its own heads: what follows its noun (`at the bank in Oslo`) stands for itself.
    const described = title && title === after && !after.office ? headOf(tokens, after.words.from, after.words.to) : -1;
    const reach = described < 0 || !title ? title?.words : { from: title.words.from, to: described + 1 };
    const states: string[] = title?.office?.state ? [title.office.state] : reach ? [...statesIn(spans, reach)] : [];
    const origin = ofState(scene, spans, to, sentence.to);
    if (origin) {
      to = origin.to;
      if (states.length === 0) states.push(origin.state);
    }
    add(scene, {
      sort: "person",
      from,
      to,
      head: headOf(tokens, from, to),
      name,
      title: title?.words ?? null,
      office: title?.office ?? null,
      states,
      gender,
      ids: span.surface?.ids ?? [],
      number: "sing",
    });
    if (described < 0) continue;
    covered.fill(0, described + 1, to);
    const possessor = scene.tree.child(described, "nmod:poss");
    if (possessor >= 0) covered.fill(0, scene.tree.subtree(possessor).from, possessor + 1);
  }
}

/** `the Okoros`: several people of one name, not one of that name. */
function isFamily({ tokens, forms }: Scene, name: Range, limit: number): boolean {
  const { xpos } = tokens[name.from]!;
  return name.to - name.from === 1 && xpos === "NNPS" && name.from > limit && /^the$/i.test(forms[name.from - 1]!);
}

/** Whether the engine took an office for a name: `Cabinet Secretary`. */
function isOffice(scene: Scene, span: Range): boolean {
  for (let from = span.from; from >= Math.max(span.from - 2, scene.sentences[scene.tokens[span.from]!.sentence]!.from); from--) {
    const match = officeAt(scene, from);
    if (match && match.to >= span.to) return true;
  }
  return false;
}

/** `… NAME of Tunisia`: the state after the name. */
function ofState(scene: Scene, spans: NameSpans, at: number, limit: number): { to: number; state: string } | null {
  if (at + 1 >= limit || scene.forms[at] !== "of") return null;
  const from = scene.forms[at + 1]!.toLowerCase() === "the" ? at + 2 : at + 1;
  const span = spans.at(from);
  return span?.from === from && span.surface?.kind === "state" && span.to <= limit ? { to: span.to, state: span.surface.ids[0]! } : null;
}
