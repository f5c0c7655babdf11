// What people say in passing: courtesies, turns of a conversation, words that point to nothing. No standpoint of a state.
import type { Context } from "../context.ts";

/** Acts of a conversation: “I want to thank you”, “look forward to hearing your questions”. */
const SPOKEN = new Set(
  "thank say add ask note mention acknowledge congratulate express introduce see hear listen answer tell speak talk conclude turn welcome greet repeat recognize recognise".split(
    " ",
  ),
);
/** Things of courtesy and of talk. */
const SOCIAL = new Set(
  "opportunity conversation question moment honor honour day fact visit gift friend example way time thing case participation hospitality attendance presence word remark answer note message pleasure privilege".split(
    " ",
  ),
);
/** Nouns that say something only with a complement: “your efforts”, “this partnership”. */
const VAGUE = new Set(
  "effort work support leadership role approach initiative partnership commitment situation matter issue step communication understanding".split(
    " ",
  ),
);
/** Verbs that say something only with an object: “to do so”, “to move on”. */
const BARE = new Set("do go move remain continue work respond adopt accomplish".split(" "));

/** Whether words without any cue of an issue are only talk: `about` is the head of what a position would be about. */
export function isChatter(ctx: Context, about: number): boolean {
  const { tree } = ctx;
  const { upos } = tree.token(about);
  const lemma = tree.lemma(about);
  if (upos === "PRON") return true;
  if (upos === "VERB")
    return SPOKEN.has(lemma) || (BARE.has(lemma) && tree.by(about, "obj", "xcomp", "ccomp", "advcl", "obl").length === 0);
  return SOCIAL.has(lemma) || (VAGUE.has(lemma) && tree.by(about, "nmod", "acl").every((k) => tree.token(k).deprel === "nmod:poss"));
}
