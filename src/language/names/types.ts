// Types: what the words in and around a name say of its kind, where they say it more surely than the network.
import type { SurfaceMatch } from "../../knowledge/index.ts";
import type { Token } from "../annotation.ts";
import { genderOfGivenName } from "../coreference/given-names.ts";
import { base, headOf, type Tree } from "../tree.ts";
import type { Name } from "./spans.ts";
import { BODY_ENDINGS, BODY_NOUNS, LEGAL_FORMS, PERSON_NOUNS, PLACE_ENDINGS, PLACE_NOUNS } from "./tables.ts";

/** The match of the tables that covers a token, if any. */
export type SurfaceAt = (token: number) => SurfaceMatch | null;

/** What a clue is asked with. */
export interface Scene {
  readonly tree: Tree;
  readonly surfaceAt: SurfaceAt;
  /** Last words of the persons that the text names in full. */
  readonly families: ReadonlySet<string>;
}

/** A reason to give a name another type; null where it has nothing to say. */
type Clue = (scene: Scene, name: Name) => string | null;

const lower = (token: Token): string => token.text.toLowerCase().replace(/\.$/, "");
const size = (name: Name): number => name.to - name.from;

/** Whether a name is built as a person's: a given name and more. */
const isPersonal = (tokens: readonly Token[], name: Name): boolean =>
  name.type === "PERSON" && size(name) > 1 && genderOfGivenName(tokens[name.from]!.text) !== null;

/** Farthest an apposition's noun stands from the name: `NAME, a small Danish firm`. */
const NEAR = 5;

/** Capitals that the network takes for a person: an acronym of a body (`HTPA`), unless the sentence writes its persons so. */
const byCapitals: Clue = ({ tree: { tokens } }, name) => {
  const { text, sentence } = tokens[name.from]!;
  if (name.type !== "PERSON" || size(name) > 1 || !/^\p{Lu}{3,6}$/u.test(text)) return null;
  const isLoud = (at: number): boolean =>
    at !== name.from && /^\p{Lu}{4,}$/u.test(tokens[at]!.text) && tokens[at]!.name.endsWith("-PERSON");
  for (let i = name.from; tokens[i]?.sentence === sentence; i++) if (isLoud(i)) return null;
  for (let i = name.from; tokens[i]?.sentence === sentence; i--) if (isLoud(i)) return null;
  return "ORG";
};

/** `NAME, Kenya,`: a name before a comma and a state or a region is a place. */
const byTerritory: Clue = ({ tree: { tokens }, surfaceAt }, name) => {
  if (tokens[name.to]?.text !== "," || name.type === "ORG") return null;
  const next = surfaceAt(name.to + 1);
  const { sentence } = tokens[name.from]!;
  if (next?.from !== name.to + 1 || tokens[next.from]!.sentence !== sentence || !/^(?:state|region|place)$/.test(next.kind)) return null;
  const after = tokens[next.to];
  return after?.sentence !== sentence || /^[,.;):–—-]$/.test(after.text) ? "GPE" : null;
};

/** `NAME is a village`, `NAME, a carmaker`, `the village of NAME`, `the airline NAME`. */
const byNoun: Clue = ({ tree }, name) => {
  const { tokens } = tree;
  if (isPersonal(tokens, name)) return null;
  const head = headOf(tokens, name.from, name.to);
  const { deprel, head: above } = tokens[head]!;
  const relation = base(deprel);
  /** A colon makes a label, no apposition. */
  const isLabel = (noun: number): boolean => tokens.slice(Math.min(noun, head), Math.max(noun, head)).some((t) => t.text === ":");
  const nouns = tree
    .children(head)
    .filter((c) => /^(?:appos|compound)$/.test(base(tokens[c]!.deprel)) && (c < name.from || c >= name.to) && !isLabel(c));
  if (above >= 0) {
    const isPredicate = relation === "nsubj" && tree.child(above, "cop") >= 0;
    const isOf =
      relation === "nmod" && tokens[name.from - 1]?.text === "of" && above === name.from - 2 && PLACE_NOUNS.has(lower(tokens[above]!));
    if (isPredicate || isOf || (relation === "appos" && !isLabel(above))) nouns.push(above);
  }
  for (const noun of nouns) {
    if (tokens[noun]!.xpos !== "NN" || noun < name.from - 2 || noun > name.to + NEAR) continue;
    const lemma = tokens[noun]!.lemma.toLowerCase();
    if (PLACE_NOUNS.has(lemma)) return "GPE";
    if (BODY_NOUNS.has(lemma)) return "ORG";
    if (PERSON_NOUNS.has(lemma)) return "PERSON";
  }
  return null;
};

/** `Okoro Foods Inc.`, `Mara Shipping Union`, `Lake Turkana`: the last word tells. */
const byEnding: Clue = ({ tree: { tokens } }, name) => {
  if (size(name) < 2 || name.type === "EVENT" || name.type === "LAW" || isPersonal(tokens, name)) return null;
  const last = lower(tokens[name.to - 1]!);
  if (LEGAL_FORMS.has(last)) return "ORG";
  if (BODY_ENDINGS.has(last) && name.type !== "FAC") return "ORG";
  return PLACE_ENDINGS.has(last) && name.type === "PERSON" ? "FAC" : null;
};

const KINDS: Readonly<Partial<Record<SurfaceMatch["kind"], string>>> = {
  state: "GPE",
  adjective: "NORP",
  capital: "GPE",
  organisation: "ORG",
  organ: "ORG",
  region: "LOC",
  place: "GPE",
  person: "PERSON",
};

/** The type that the tables give to exactly these words. Places, regions and lone family names are many things; they count against a person, or not at all. */
const byTables: Clue = ({ tree, surfaceAt, families }, name) => {
  const match = surfaceAt(name.from);
  if (match?.from !== name.from || match.to !== name.to) return null;
  const { kind } = match;
  if (kind === "person" && size(name) < 2) return null;
  if (name.type === "PERSON" && size(name) < 2 && families.has(tree.tokens[name.from]!.text)) return null;
  // `Lincoln`, `Batman`: a lone word that names some town says nothing.
  if (kind === "region" ? name.type !== "PERSON" : kind === "place" && (name.type !== "PERSON" || size(name) < 2)) return null;
  return kind === "capital" && name.type === "ORG" ? null : (KINDS[kind] ?? null);
};

/** All clues; the later ones are surer. */
const CLUES: readonly Clue[] = [byCapitals, byTerritory, byNoun, byEnding, byTables];

/** The name with the type its clues give. */
export function withClues(scene: Scene, name: Name): Name {
  let { type } = name;
  for (const clue of CLUES) type = clue(scene, { ...name, type }) ?? type;
  return type === name.type ? name : { ...name, type };
}
