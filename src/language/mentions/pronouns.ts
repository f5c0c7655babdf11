// Pronouns that can stand for an actor, as candidates; coreference says for whom.
import { add, type Scene } from "./candidate.ts";
import { honorific } from "./lexicon.ts";

interface Features {
  readonly number: "sing" | "plur";
  readonly gender: "m" | "f" | null;
}

const features = (words: string, number: Features["number"], gender: Features["gender"]): [string, Features][] =>
  words.split(" ").map((word) => [word, { number, gender }]);

const PERSONAL: ReadonlyMap<string, Features> = new Map([
  ...features("he him his himself", "sing", "m"),
  ...features("she her hers herself", "sing", "f"),
  ...features("it its itself i me my mine myself", "sing", null),
  ...features("they them their theirs themselves we us our ours ourselves both", "plur", null),
]);

/** Adds a candidate for every personal and possessive pronoun; expletives (`it is clear that`) and `you` are none. */
export function findPronouns(scene: Scene): void {
  for (const token of scene.tokens) {
    if (scene.covered[token.index] && (token.xpos !== "PRP$" || inStyle(scene, token.index))) continue;
    const word = token.text.toLowerCase();
    const known = PERSONAL.get(word);
    if (!known || token.deprel === "expl" || token.text === "US") continue;
    if (word === "both" ? token.deprel !== "nsubj" && token.deprel !== "nsubj:pass" : token.upos !== "PRON" && token.xpos !== "PRP$")
      continue;
    add(scene, { sort: "pronoun", from: token.index, to: token.index + 1, head: token.index, ...known });
  }
}

/** `His Majesty`: the pronoun opens a person's style. */
function inStyle(scene: Scene, token: number): boolean {
  const owner = scene.candidates[scene.covered[token]! - 1];
  return owner?.sort === "person" && owner.name !== null && honorific(scene.forms[token + 1] ?? "") !== null;
}
