// Names after the network: what the tables, the text and the words beside a name make of its tags. The tags are given, so no weights are needed.
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/index.ts";
import type { Sentence, Token } from "../../src/language/annotation.ts";
import { mendNames, surfacesIn } from "../../src/language/names/index.ts";

const knowledge = loadKnowledge();
const CLASSES: Readonly<Record<string, string>> = {
  ",": ",",
  ".": ".",
  "(": "-LRB-",
  ")": "-RRB-",
  of: "IN",
  in: "IN",
  the: "DT",
  a: "DT",
  and: "CC",
};

interface Given {
  readonly name?: string;
  readonly head?: number;
  readonly deprel?: string;
  readonly upos?: string;
}

/** One sentence a line, tokens between blanks, names as `[TYPE words]`; `more` sets what the parser says of tokens. */
function mended(text: string, more: Readonly<Record<number, Given>> = {}): string[] {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const line of text.split("\n")) {
    const from = tokens.length;
    let type = "";
    let tag = "O";
    for (const piece of line.split(" ")) {
      if (piece.startsWith("[")) {
        type = piece.slice(1);
        tag = `B-${type}`;
        continue;
      }
      const word = type && piece.endsWith("]") ? piece.slice(0, -1) : piece;
      const index = tokens.length;
      const upper = /^\p{Lu}/u.test(word);
      const upos = more[index]?.upos ?? (upper ? "PROPN" : "NOUN");
      const xpos = CLASSES[word.toLowerCase()] ?? (upos === "PROPN" ? "NNP" : "NN");
      tokens.push({
        index,
        sentence: sentences.length,
        start: index,
        end: index + 1,
        text: word,
        lemma: word.toLowerCase(),
        upos,
        xpos,
        head: more[index]?.head ?? -1,
        deprel: more[index]?.deprel ?? "dep",
        name: tag,
      });
      tag = type ? `I-${type}` : "O";
      if (type && piece.endsWith("]")) {
        type = "";
        tag = "O";
      }
    }
    sentences.push({ index: sentences.length, start: from, end: tokens.length, from, to: tokens.length, paragraph: 0, kind: "prose" });
  }
  const done = mendNames(tokens, sentences, surfacesIn(tokens, sentences, knowledge));
  const names: string[] = [];
  for (const token of done) {
    if (token.name.startsWith("B-")) names.push(`${token.name.slice(2)} ${token.text}`);
    else if (token.name.startsWith("I-")) names[names.length - 1] += ` ${token.text}`;
  }
  return names;
}

describe("the edges of a name", () => {
  it("leave out prepositions, forms of address and common words, but not particles and a closing river", () => {
    expect(mended("They saw [PERSON Mr Adeyemi] near [GPE southern Ruvu of] and [LOC Ruvu river]")).toEqual([
      "PERSON Adeyemi",
      "GPE Ruvu",
      "LOC Ruvu river",
    ]);
    expect(mended("He met [PERSON Van der Smit] .")).toEqual(["PERSON Van der Smit"]);
  });

  it("grow over initials, a legal form and a second part that the parse ties to the first", () => {
    expect(mended("The lawyer W. H. [PERSON Adeyemi] sued [ORG Okoro Foods] , Inc. today")).toEqual([
      "PERSON W. H. Adeyemi",
      "ORG Okoro Foods , Inc.",
    ]);
    expect(mended("We saw [PERSON Kofi] [PERSON Testerman] there", { 3: { head: 2, deprel: "flat" } })).toEqual(["PERSON Kofi Testerman"]);
    expect(mended("We saw [PERSON Kofi] [PERSON Testerman] there")).toEqual(["PERSON Kofi", "PERSON Testerman"]);
  });

  it("take in the words that make a place or a body of a name", () => {
    expect(mended("Ships left the Bay of [GPE Kotor] and [GPE Upper] [GPE Silesia] then")).toEqual([
      "LOC Bay of Kotor",
      "GPE Upper Silesia",
    ]);
    expect(mended("Ships left the [LOC Bay] of Kotor then")).toEqual(["LOC Bay of Kotor"]);
    expect(mended("the [PERSON Okoro] Technologies and [PERSON Tariq] 's Bakery open")).toEqual([
      "ORG Okoro Technologies",
      "ORG Tariq 's Bakery",
    ]);
    expect(mended("They met Minister [PERSON Ada Gahr] Services and [PERSON Ada Gahr] Store")).toEqual([
      "PERSON Ada Gahr",
      "PERSON Ada Gahr",
    ]);
    expect(mended("the [PERSON Okoro] Treaty Group Chat and [PERSON Tariq] 's Ministry open")).toEqual(["PERSON Okoro", "PERSON Tariq"]);
  });

  it("part a place from the state it lies in, but not a modifier from its place", () => {
    expect(mended("We live in [GPE Cairo Egypt] now")).toEqual(["GPE Cairo", "GPE Egypt"]);
    expect(mended("We live in [GPE Rumbek , Kenya] now")).toEqual(["GPE Rumbek", "GPE Kenya"]);
    expect(mended("They left [GPE Royalist Norway] then")).toEqual(["GPE Royalist Norway"]);
  });

  it("are those of a longer name in the tables", () => {
    expect(mended("War came to [GPE Trinidad] and [GPE Tobago] then")).toEqual(["GPE Trinidad and Tobago"]);
  });
});

describe("what is no name", () => {
  it("is a word in small letters that the parser takes for a common noun, unless the text has no capitals at all", () => {
    expect(mended("They hid in the [GPE bush] .\nIt rained .")).toEqual([]);
    expect(mended("i live in [GPE bush] .\nit rains .", { 0: { upos: "PRON" } })).toEqual(["GPE bush"]);
  });

  it("is a faith or an index of an exchange, but a firm may bear its name", () => {
    expect(mended("Of [ORG Islam] and [ORG Pacifism] the [ORG Nikkei] says nothing, says [ORG Nikkei]")).toEqual(["ORG Nikkei"]);
  });

  it("is a stage direction or the name of a file", () => {
    expect(mended("[PERSON Laughter]\nSee [ORG minutes.pdf] here")).toEqual([]);
  });
});

describe("the type of a name", () => {
  it("is an event or a law where a battle, a siege or a treaty bears a place's name", () => {
    expect(mended("The Battle of [GPE Kilwa] ended with the Treaty of [GPE Kilwa] .")).toEqual([
      "EVENT Battle of Kilwa",
      "LAW Treaty of Kilwa",
    ]);
  });

  it("follows the tables, but not against a family name that the text has introduced", () => {
    expect(mended("Talks with [PERSON Berlin] began")).toEqual(["GPE Berlin"]);
    expect(mended("[PERSON Irma Berlin] sang . [PERSON Berlin] left")).toEqual(["PERSON Irma Berlin", "PERSON Berlin"]);
  });

  it("follows the last word, a state behind a comma, and a noun beside it", () => {
    expect(mended("[PERSON Okoro Shipping Ltd] sailed to [PERSON Kasna] , Kenya , twice")).toEqual(["ORG Okoro Shipping Ltd", "GPE Kasna"]);
    expect(mended("[PERSON Kasna] is a village", { 0: { head: 3, deprel: "nsubj" }, 1: { head: 3, deprel: "cop", upos: "AUX" } })).toEqual([
      "GPE Kasna",
    ]);
    expect(mended("[PERSON Kasna] , a carmaker", { 3: { head: 0, deprel: "appos" } })).toEqual(["ORG Kasna"]);
  });

  it("is a body for capitals alone, but not where persons are written so", () => {
    expect(mended("The report names [PERSON HTPA] twice")).toEqual(["ORG HTPA"]);
    expect(mended("[PERSON OSEI] and [PERSON ADDO] joined")).toEqual(["PERSON OSEI", "PERSON ADDO"]);
  });

  it("is what most mentions say, and a lone family name is the person", () => {
    expect(mended("[ORG Kasna Mel] grew\n[ORG Kasna Mel] rose\n[GPE Kasna Mel] fell")).toEqual([
      "ORG Kasna Mel",
      "ORG Kasna Mel",
      "ORG Kasna Mel",
    ]);
    expect(mended("[PERSON Kofi Testerman] spoke\n[GPE Testerman] left")).toEqual(["PERSON Kofi Testerman", "PERSON Testerman"]);
  });
});

it("an acronym in brackets after a body is the body's", () => {
  expect(mended("the [ORG Housing Trust] ( HT ) and the [ORG Housing Trust] ( 1 )")).toEqual([
    "ORG Housing Trust",
    "ORG HT",
    "ORG Housing Trust",
  ]);
});

describe("further mentions of a name", () => {
  it("are found where most of them have a tag and no capitalised word stands beside", () => {
    expect(mended("[ORG Zenko] grew .\n[ORG Zenko] fell .\n[ORG Zenko] rose .\nnow Zenko lives .\nThe Zenko Prize came .")).toEqual([
      "ORG Zenko",
      "ORG Zenko",
      "ORG Zenko",
      "ORG Zenko",
    ]);
    expect(mended("[ORG Hall] grew .\n[ORG Hall] fell .\nnow Hall lives near [FAC Blue Hall] .")).toEqual([
      "ORG Hall",
      "ORG Hall",
      "FAC Blue Hall",
    ]);
    expect(mended("[ORG Zenko] grew .\nnow Zenko lives .")).toEqual(["ORG Zenko"]);
  });
});
