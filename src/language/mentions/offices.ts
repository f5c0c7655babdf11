// Offices without a name: `the Japanese prime minister`, `the President`, `foreign ministers`.
import { headOf } from "../tree.ts";
import { add, isCovered, isPlural, officeAt, type Scene } from "./candidate.ts";
import type { NameSpans } from "./names.ts";
import { stateOf, statesIn } from "./states.ts";

const INDEFINITE = new Set(["a", "an", "any", "every", "another", "some", "no", "each", "one"]);

/** Titles that mean an office in lower case too when they stand definite and alone: `the president`. The tables leave them out, since companies have presidents. */
const BARE = /^(?:president|premier|chancellor|minister|king|queen|emir|sultan|ambassador|governor|speaker)$/;

type Match = NonNullable<ReturnType<typeof officeAt>>;

/** `the president` without a name; not `the president of the bank`. */
function bareOffice(scene: Scene, token: number): Match | null {
  const { tokens, forms, knowledge } = scene;
  const before = token > 0 ? tokens[token - 1]! : null;
  if (!BARE.test(forms[token]!) || before?.lemma !== "the" || before.sentence !== tokens[token]!.sentence || forms[token + 1] === "of")
    return null;
  const word = forms[token]!;
  const match = knowledge.office([word.charAt(0).toUpperCase() + word.slice(1)], 0);
  return match && { to: token + 1, office: match.office };
}

/** `the President and Prime Minister` are two when no name follows: the first of the titles. */
function firstOf(scene: Scene, from: number, match: Match | null): Match | null {
  if (!match) return null;
  for (let i = from + 1; i < match.to - 1; i++) {
    if (scene.forms[i] !== "and") continue;
    const short = scene.knowledge.office(scene.forms.slice(from, i), 0);
    const rest = officeAt(scene, i + 1);
    if (short?.to === i - from && rest) return { to: i, office: short.office };
  }
  return match;
}

/** Adds a candidate for every office phrase that names nobody. One that modifies a noun (`defence minister talks`) names nobody and is left out. */
export function findOffices(scene: Scene, spans: NameSpans): void {
  const { tokens, sentences, covered } = scene;
  for (const sentence of sentences) {
    for (let i = sentence.from; i < sentence.to; i++) {
      if (covered[i]) continue;
      const { upos } = tokens[i]!;
      if (upos === "PUNCT" || upos === "VERB" || upos === "ADP" || upos === "PRON" || upos === "CCONJ" || upos === "AUX" || upos === "DET")
        continue;
      const match = firstOf(scene, i, officeAt(scene, i) ?? bareOffice(scene, i));
      if (!match || match.to > sentence.to || isCovered(scene, i, match.to)) continue;
      const head = headOf(tokens, i, match.to);
      const token = tokens[head]!;
      const modifies =
        (token.deprel === "compound" || token.deprel === "amod") && token.head >= match.to && tokens[token.head]!.upos === "NOUN";
      if (modifies || token.upos === "VERB" || token.upos === "ADV") continue;
      const before = i > sentence.from && !covered[i - 1] ? tokens[i - 1]! : null;
      const article = before && (before.upos === "DET" || before.xpos === "PRP$") ? before : null;
      const from = article && article.upos === "DET" ? i - 1 : i;
      const states = match.office.state ? [match.office.state] : [...statesIn(spans, { from: i, to: match.to })];
      const owner = scene.tree.children(head).find((c) => tokens[c]!.deprel === "nmod:poss" && c < i);
      const possessor = owner === undefined ? null : stateOf(spans.at(owner));
      if (states.length === 0 && possessor) states.push(possessor);
      // `General` alone, as in `General Motors`, is no office.
      if (match.office.role === "other" && match.to === i + 1 && !article && states.length === 0) continue;
      const plural = isPlural(token);
      const vague = article !== null && INDEFINITE.has(article.lemma.toLowerCase());
      add(scene, {
        sort: vague || (plural && states.length > 0) ? "group" : plural ? "collective" : "office",
        from,
        to: match.to,
        head,
        title: { from: i, to: match.to },
        office: match.office,
        states,
        anonymous: vague,
        number: plural ? "plur" : "sing",
      });
      i = match.to - 1;
    }
  }
}
