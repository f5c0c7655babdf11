// What the model of reports looks at in a frame: names of features, shared by training and use.
import type { Sentence, Token } from "../annotation.ts";
import { base, type Tree } from "../tree.ts";
import { SPEECH } from "./cues.ts";
import type { Frame } from "./frames.ts";
import type { TokenRange } from "./source.ts";

/** Features of a frame, all of weight 1. */
export function featuresOf(tree: Tree, sentence: Sentence, frame: Frame): readonly string[] {
  const { tokens } = tree;
  const { kind, key } = frame;
  const cue = tokens[frame.cue]!;
  const lemma = cue.lemma.toLowerCase();
  const content = frame.content[0]!;
  const first = tokens[content.from]!;
  const length = frame.content.reduce((sum, range) => sum + range.to - range.from, 0);
  const source = sourceClass(tokens, frame.source);
  const opener =
    /^(?:that|to|whether|if|what|how|why|who|when|where|which|as|a|an|the|his|her|its|their|it|he|she|they|him|them|me|us)$/.test(
      first.text.toLowerCase(),
    )
      ? first.text.toLowerCase()
      : first.upos;
  const features = [
    "bias",
    `k:${kind}`,
    `kk:${kind}:${key}`,
    `l:${lemma}`,
    `ks:${kind}:${source}`,
    `s:${source}`,
    `ls:${lemma}:${source === "none" ? "none" : "some"}`,
    `x:${cue.xpos}`,
    `kx:${kind}:${cue.xpos}`,
    `d:${kind}:${base(cue.deprel)}`,
    `o:${kind}:${opener}`,
    `lo:${lemma}:${opener}`,
    `n:${kind}:${length < 2 ? 1 : length < 4 ? 2 : length < 8 ? 3 : length < 16 ? 4 : 5}`,
    `u:${kind}:${upperClass(tokens, content)}`,
    `b:${SPEECH.has(lemma) ? kind : "-"}`,
    `h:${sentence.kind}`,
  ];
  const marks = new Set<string>();
  for (const child of tree.children(frame.cue)) {
    const { deprel, text } = tokens[child]!;
    const word = text.toLowerCase();
    if (base(deprel) === "aux") marks.add(`a:${word}`);
    if (/^(?:not|n't|n’t|never)$/.test(word)) marks.add("a:not");
    if (deprel === "mark") marks.add(`m:${word}`);
    if (deprel === "iobj" || deprel === "obl" || deprel === "obj" || deprel === "ccomp" || deprel === "xcomp")
      marks.add(`r:${kind}:${deprel}`);
  }
  return [...features, ...marks];
}

function sourceClass(tokens: readonly Token[], source: TokenRange | null): string {
  if (source === null) return "none";
  let kind = "noun";
  for (let at = source.from; at < source.to; at++) {
    const token = tokens[at]!;
    if (token.name.endsWith("PERSON")) return "person";
    if (/(?:ORG|GPE|NORP)$/.test(token.name)) kind = "body";
  }
  const only = tokens[source.from]!;
  if (source.to - source.from === 1 && only.upos === "PRON")
    return /^(?:it|this|that|which|what|there)$/i.test(only.text) ? "it" : /^(?:i|we|you)$/i.test(only.text) ? "speaker" : "pronoun";
  return kind;
}

/** Whether the content is a bare name, has a verb, or neither. */
function upperClass(tokens: readonly Token[], range: TokenRange): string {
  let names = true;
  for (let at = range.from; at < range.to; at++) {
    const { upos } = tokens[at]!;
    if (upos === "VERB" || upos === "AUX") return "verb";
    if (upos !== "PROPN" && upos !== "PUNCT" && upos !== "ADP" && upos !== "DET") names = false;
  }
  return names ? "name" : "noun";
}
