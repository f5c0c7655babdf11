import { describe, expect, it } from "vitest";
import { type EngineSentence, loadEngine } from "../../../src/language/engine/index.ts";

const engine = loadEngine();
const words = (text: string): string[] => text.split(" ");
const one = (tokens: readonly string[]): EngineSentence => engine.annotate([tokens])[0]!;

const UPOS = words("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X");
const RELATIONS = words(
  "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp",
);
const NAMES = /^(O|[BI]-(PERSON|NORP|FAC|ORG|GPE|LOC|EVENT|LAW))$/;

function expectSound(tokens: readonly string[], s: EngineSentence): void {
  for (const list of [s.upos, s.xpos, s.lemmas, s.heads, s.deprels, s.names]) expect(list).toHaveLength(tokens.length);
  if (tokens.length === 0) return;
  expect(s.heads.filter((h) => h === 0)).toHaveLength(1);
  s.heads.forEach((head, i) => {
    expect(s.deprels[i] === "root").toBe(head === 0);
    let node = i + 1;
    for (let steps = 0; node !== 0; steps++) {
      expect(steps).toBeLessThanOrEqual(tokens.length);
      node = s.heads[node - 1]!;
    }
  });
  for (const tag of s.upos) expect(UPOS).toContain(tag);
  for (const label of s.deprels) expect(RELATIONS).toContain(label.replace(/:.*/, ""));
  for (const name of s.names) expect(name).toMatch(NAMES);
  s.names.forEach((name, i) => {
    if (name.startsWith("I-")) expect(s.names[i - 1]?.slice(2)).toBe(name.slice(2));
  });
}

const ODD: readonly (readonly string[])[] = [
  [],
  [""],
  ["", "", ""],
  ["🙂", "👩‍👩‍👧‍👦", "🇯🇵"],
  ["\u0000", "\u0007", "\u200f", "\ud800"],
  words("東京 で 会談 した 。"),
  words(". . . . , , ! ?"),
  ["x".repeat(5000)],
  new Array<string>(300).fill("and"),
  words("THE PRIME MINISTER SAID ON FRIDAY"),
];

const PLAIN: readonly (readonly string[])[] = [
  words("The minister signed the agreement ."),
  words("Canada will send two ships to the port next week ."),
  words("The treaty was signed by both presidents in Oslo ."),
  words("She told reporters that the talks had failed ."),
];

describe("the engine", () => {
  it("names itself with its version and the hash of its weights", () => {
    expect(engine.id).toMatch(/^scenesetter-engine-\d+\.\d+\.\d+-[0-9a-f]{12}$/);
  });

  it("gives a tree with known labels for odd input", () => {
    const found = engine.annotate(ODD);
    ODD.forEach((tokens, i) => {
      expectSound(tokens, found[i]!);
    });
    expect(engine.annotate([])).toEqual([]);
  });

  it("reads a sentence of 10,000 tokens in bounded time", () => {
    const tokens = Array.from({ length: 10_000 }, (_, i) => (i % 7 === 6 ? "," : PLAIN[1]![i % 11]!));
    const start = performance.now();
    const found = one(tokens);
    expect(performance.now() - start).toBeLessThan(10_000);
    expectSound(tokens, found);
  });

  it("says the same of a sentence alone and among others", () => {
    const all = [...PLAIN, ...ODD, ...PLAIN.map((s) => s.map((w) => w.toUpperCase()))];
    const together = engine.annotate(all);
    expect(engine.annotate(all.toReversed()).toReversed()).toEqual(together);
    expect(all.map(one)).toEqual(together);
  });

  it("reads at least 3,000 words a second", () => {
    const many = Array.from({ length: 200 }, () => PLAIN).flat();
    const count = many.reduce((n, s) => n + s.length, 0);
    engine.annotate(many);
    const start = process.cpuUsage();
    engine.annotate(many);
    const used = process.cpuUsage(start);
    expect((count * 1e6) / (used.user + used.system)).toBeGreaterThan(3000);
  });
});

describe("plain sentences", () => {
  const arcs = (text: string): string[] => {
    const tokens = words(text);
    const s = one(tokens);
    return tokens.map((w, i) => `${w} ${s.deprels[i]} ${s.heads[i] === 0 ? "-" : tokens[s.heads[i]! - 1]}`);
  };

  it("have their subject, object and root", () => {
    expect(arcs("The minister signed the agreement .")).toEqual([
      "The det minister",
      "minister nsubj signed",
      "signed root -",
      "the det agreement",
      "agreement obj signed",
      ". punct signed",
    ]);
  });

  it("have passive subjects", () => {
    const found = arcs("The treaty was rejected by parliament .");
    expect(found).toContain("treaty nsubj:pass rejected");
    expect(found).toContain("was aux:pass rejected");
    expect(found.find((a) => a.startsWith("parliament"))).toMatch(/^parliament obl(:agent)? rejected$/);
  });

  it("have clauses of saying", () => {
    const found = arcs("She said that the talks had failed .");
    expect(found).toContain("failed ccomp said");
    expect(found).toContain("talks nsubj failed");
    expect(found).toContain("that mark failed");
  });

  it("have possessors and auxiliaries", () => {
    const found = arcs("Norway 's king will visit Denmark in May .");
    expect(found).toContain("Norway nmod:poss king");
    expect(found).toContain("will aux visit");
    expect(found).toContain("Denmark obj visit");
  });

  it("have names", () => {
    const s = one(words("Angela Merkel met French officials in Paris ."));
    expect(s.names).toEqual(["B-PERSON", "I-PERSON", "O", "B-NORP", "O", "O", "B-GPE", "O"]);
    expect(one(words("SATO Haruko arrived in Canada .")).names).toEqual(["B-PERSON", "I-PERSON", "O", "O", "B-GPE", "O"]);
  });

  it("have lemmas", () => {
    expect(one(words("The leaders were meeting their children .")).lemmas).toEqual(words("the leader be meet their child ."));
  });
});
