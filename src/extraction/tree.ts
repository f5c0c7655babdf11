// The dependency trees of a document as one structure: children, extents, and the questions frames ask of them.
import type { AnnotatedDocument, Sentence, Token } from "./input.ts";

/** Steps that any walk up a tree may take: guards against circles in a bad parse; real chains measured at most 14 deep. */
const MAX_CLIMB = 64;

export interface Range {
  readonly from: number;
  readonly to: number;
}

function baseOf(relation: string): string {
  const colon = relation.indexOf(":");
  return colon < 0 ? relation : relation.slice(0, colon);
}

export class Tree {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  private readonly children: (readonly number[])[];
  /** Lemmas in lower case and relations without subtypes: both are asked for many times a token. */
  private readonly lemmas: readonly string[];
  private readonly forms: readonly string[];
  private readonly relations: readonly string[];
  private readonly left: Int32Array;
  private readonly right: Int32Array;

  constructor(doc: AnnotatedDocument) {
    const { tokens } = doc;
    this.tokens = tokens;
    this.sentences = doc.sentences;
    this.lemmas = tokens.map((t) => t.lemma.toLowerCase());
    this.forms = tokens.map((t) => t.text.toLowerCase());
    this.relations = tokens.map((t) => baseOf(t.deprel));
    const children: number[][] = tokens.map(() => []);
    this.left = Int32Array.from(tokens, (_, i) => i);
    this.right = Int32Array.from(tokens, (_, i) => i + 1);
    for (const token of tokens) if (token.head >= 0 && token.head !== token.index) children[token.head]?.push(token.index);
    for (let i = 0; i < tokens.length; i++) {
      let at = tokens[i]!.head;
      for (let step = 0; at >= 0 && at !== i && step < MAX_CLIMB; step++) {
        if (i < this.left[at]!) this.left[at] = i;
        if (i + 1 > this.right[at]!) this.right[at] = i + 1;
        at = tokens[at]!.head;
      }
    }
    this.children = children;
  }

  token(i: number): Token {
    return this.tokens[i]!;
  }

  sentence(i: number): Sentence {
    return this.sentences[this.tokens[i]!.sentence]!;
  }

  lemma(i: number): string {
    return this.lemmas[i] ?? "";
  }

  /** The word as it stands, in lower case. */
  form(i: number): string {
    return this.forms[i] ?? "";
  }

  /** The sentences of the paragraph that a token stands in. */
  paragraph(i: number): readonly Sentence[] {
    const own = this.sentence(i);
    let from = own.index;
    let to = own.index + 1;
    while (from > 0 && this.sentences[from - 1]!.paragraph === own.paragraph) from--;
    while (to < this.sentences.length && this.sentences[to]!.paragraph === own.paragraph) to++;
    return this.sentences.slice(from, to);
  }

  /** Relation without its subtype: `nsubj` for `nsubj:pass`. */
  relation(i: number): string {
    return this.relations[i] ?? "";
  }

  head(i: number): number {
    return this.tokens[i]?.head ?? -1;
  }

  kids(i: number): readonly number[] {
    return this.children[i] ?? [];
  }

  /** Children whose relation is one of `relations`; a relation without subtype matches all its subtypes. */
  by(i: number, ...relations: readonly string[]): number[] {
    const out: number[] = [];
    for (const k of this.kids(i)) if (relations.includes(this.relations[k]!) || relations.includes(this.tokens[k]!.deprel)) out.push(k);
    return out;
  }

  first(i: number, ...relations: readonly string[]): number | null {
    for (const k of this.kids(i)) if (relations.includes(this.relations[k]!) || relations.includes(this.tokens[k]!.deprel)) return k;
    return null;
  }

  /** All tokens under `i`, itself included, as the smallest range that holds them. */
  extent(i: number): Range {
    return { from: this.left[i]!, to: this.right[i]! };
  }

  /** Tokens from `i`'s head upwards, nearest first. */
  ancestors(i: number): number[] {
    const chain: number[] = [];
    for (let at = this.head(i), step = 0; at >= 0 && step < MAX_CLIMB; at = this.head(at), step++) chain.push(at);
    return chain;
  }

  /** Whether `i` is `top` or lies under it. */
  under(i: number, top: number): boolean {
    return i === top || (i >= this.left[top]! && i < this.right[top]! && this.ancestors(i).includes(top));
  }

  /** Tokens under `i` in text order, leaving out what `skip` refuses together with all under it. */
  subtree(i: number, skip: (child: number) => boolean = () => false): number[] {
    const out: number[] = [];
    const stack = [i];
    const seen = new Set<number>();
    while (stack.length > 0) {
      const at = stack.pop()!;
      if (seen.has(at)) continue;
      seen.add(at);
      out.push(at);
      for (const kid of this.kids(at)) if (!skip(kid)) stack.push(kid);
    }
    return out.sort((a, b) => a - b);
  }

  /**
   * The preposition of a nominal (`with` of “with Japan”), in lower case; multiword prepositions joined by a blank; null without
   * one. A parse may hang it on a title before the name, or hang two on one noun: then the nearest counts.
   */
  preposition(i: number): string | null {
    const cases = this.by(i, "case").filter((k) => this.tokens[k]!.xpos !== "POS");
    let last = cases.findLast((k) => k < i) ?? cases[0];
    if (last === undefined) {
      const edge = this.left[i]!;
      if (edge === i || this.tokens[edge]!.upos !== "ADP" || this.relation(edge) !== "case") return null;
      // only through titles and modifiers, not through a phrase of its own
      if (this.relation(this.head(edge)) !== "nmod" || this.tokens[this.head(edge)]!.deprel !== "nmod:desc") return null;
      last = edge;
    }
    return [last, ...this.by(last, "fixed")].map((k) => this.tokens[k]!.text.toLowerCase()).join(" ");
  }

  /** `i` and what is coordinated with it, in text order. */
  coordinated(i: number): number[] {
    const out = [i];
    for (let n = 0; n < out.length && out.length < MAX_CLIMB; n++) {
      for (const k of this.kids(out[n]!)) if (this.relation(k) === "conj" || this.isListItem(k)) out.push(k);
    }
    return out.sort((a, b) => a - b);
  }

  /** The second of three: parsers take “A, B, and C” for an apposition “A, B” with C coordinated to B. */
  private isListItem(i: number): boolean {
    if (this.relation(i) !== "appos") return false;
    return this.by(i, "conj").some((k) => this.by(k, "cc").length > 0 && this.tokens[this.by(k, "cc")[0]! - 1]?.text === ",");
  }

  /** The first member of the coordination `i` belongs to. */
  firstConjunct(i: number): number {
    let at = i;
    for (let step = 0; (this.relation(at) === "conj" || this.isListItem(at)) && this.head(at) >= 0 && step < MAX_CLIMB; step++)
      at = this.head(at);
    return at;
  }

  isVerbal(i: number): boolean {
    const { upos } = this.token(i);
    return upos === "VERB" || upos === "AUX";
  }

  /** Whether a token heads a clause: a verb, or a copular predicate. */
  isClause(i: number): boolean {
    return this.token(i).upos === "VERB" || this.by(i, "cop").length > 0;
  }

  isPassive(i: number): boolean {
    return (
      this.kids(i).some((k) => this.tokens[k]!.deprel === "aux:pass" || this.tokens[k]!.deprel === "nsubj:pass") ||
      // “the 5 % sought by Trump”: a participle after its noun
      (this.token(i).deprel === "acl" && this.token(i).xpos === "VBN")
    );
  }
}
