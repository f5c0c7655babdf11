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
  const word = contentWord(tokens, content);
  const host = hostOf(tree, frame.cue);
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
    `c:${kind}:${word}`,
    `in:${kind}:${host}`,
    `g:${kind}:${cue.head < 0 ? "root" : tokens[cue.head]!.lemma.toLowerCase()}`,
    `cl:${lemma}:${word}`,
    `w:${kind}:${frame.cue > sentence.from ? tokens[frame.cue - 1]!.text.toLowerCase() : "^"}`,
    `y:${kind}:${frame.cue + 1 < sentence.to ? tokens[frame.cue + 1]!.text.toLowerCase() : "$"}`,
    `inl:${lemma}:${host}`,
  ];
  const marks = new Set<string>();
  for (const child of tree.children(frame.cue)) {
    const { deprel, text } = tokens[child]!;
    const below = text.toLowerCase();
    if (base(deprel) === "aux") marks.add(`a:${below}`);
    if (/^(?:not|n't|n’t|never)$/.test(below)) marks.add("a:not");
    if (deprel === "mark") marks.add(`m:${below}`);
    if (deprel === "iobj" || deprel === "obl" || deprel === "obj" || deprel === "ccomp" || deprel === "xcomp")
      marks.add(`r:${kind}:${deprel}`);
  }
  return [...features, ...marks];
}

/** The first noun or verb of the content. */
function contentWord(tokens: readonly Token[], content: TokenRange): string {
  for (let at = content.from; at < content.to; at++) {
    const { upos, lemma, name } = tokens[at]!;
    if (name !== "O") return name.slice(2);
    if (upos === "NOUN" || upos === "VERB") return lemma.toLowerCase();
  }
  return "-";
}

/** Steps up the tree in which a cue looks for a cue that reports it. */
const CLIMB = 8;

/** The verb of speech in whose clause the cue stands: what is reported inside a report is often no report of its own. */
function hostOf(tree: Tree, cue: number): string {
  const { tokens } = tree;
  let at = cue;
  for (let step = 0; step < CLIMB && at >= 0; step++) {
    const { head, deprel } = tokens[at]!;
    if (head >= 0 && SPEECH.has(tokens[head]!.lemma.toLowerCase()) && tokens[head]!.upos === "VERB") return base(deprel);
    at = head;
  }
  return "none";
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
