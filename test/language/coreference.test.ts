// Coreference: pronouns, definite offices, collectives, counterparts, definite nouns; and silence where nothing is certain.
import { describe, expect, it } from "vitest";
import { actors, annotated, HAS_WEIGHTS, idsOf } from "./support.ts";

describe.skipIf(!HAS_WEIGHTS)("pronouns", () => {
  it("agree in gender", () => {
    const a = annotated("Italian Prime Minister Giorgia Meloni met Prime Minister Keir Starmer in Rome. She thanked him.", {
      published: "2024-09-16",
    });
    expect(idsOf(a, "She")).toEqual(["person:giorgia-meloni"]);
    expect(idsOf(a, "him")).toEqual(["person:keir-starmer"]);
  });

  it("that are objects of an infinitive do not mean who acts in it", () => {
    const a = annotated("President William Ruto called Emmanuel Macron on Monday to congratulate him.", { published: "2023-05-02" });
    expect(idsOf(a, "him")).toEqual(["person:emmanuel-macron"]);
  });

  it("in the first person mean the speaker of the quotation", () => {
    const a = annotated("“I will not sign,” said Emmanuel Macron.", { published: "2023-05-02" });
    expect(idsOf(a, "I")).toEqual(["person:emmanuel-macron"]);
  });

  it("in the first person mean the state in its government’s own text", () => {
    const a = annotated("Our friendship with Kenya is strong.", { kind: "statement", url: "https://www.whitehouse.gov/x" });
    expect(idsOf(a, "Our")).toEqual(["USA"]);
  });

  it("take up a state that is the subject: its", () => {
    expect(idsOf(annotated("Norway will raise its contribution."), "its")).toEqual(["NOR"]);
  });

  it("stay open before a predicate that is no actor, and as expletives", () => {
    const a = annotated("Norway signed the treaty. It is the first agreement of this kind. It is clear that work remains.");
    expect(actors(a).filter((m) => m.form === "pronoun" && m.actors.length > 0)).toEqual([]);
  });

  it("in the plural mean two persons who met", () => {
    const a = annotated("President William Ruto met Emmanuel Macron in Paris. They discussed trade.", { published: "2023-05-02" });
    expect(idsOf(a, "They")).toEqual(["person:william-ruto", "person:emmanuel-macron"]);
  });
});

describe.skipIf(!HAS_WEIGHTS)("offices and collectives", () => {
  const READOUT = `President Joseph R. Biden, Jr. spoke today with President William Ruto of Kenya. The President thanked President Ruto for his leadership. The two leaders agreed to expand trade between the two countries. The leaders will meet again.`;

  it("of a government’s readout: the President is its own", () => {
    const a = annotated(READOUT, { kind: "readout", published: "2023-03-06", url: "https://www.whitehouse.gov/x" });
    expect(idsOf(a, "The President")).toEqual(["person:joe-biden"]);
  });

  it("take the two leaders as persons and the two countries as states", () => {
    const a = annotated(READOUT, { kind: "readout", published: "2023-03-06", url: "https://www.whitehouse.gov/x" });
    expect([...idsOf(a, "The two leaders")].sort()).toEqual(["person:joe-biden", "person:william-ruto"]);
    expect([...idsOf(a, "the two countries")].sort()).toEqual(["KEN", "USA"]);
    expect([...idsOf(a, "The leaders")].sort()).toEqual(["person:joe-biden", "person:william-ruto"]);
  });

  it("leave two holders of one office undecided when both stand near and nobody’s text it is", () => {
    const a = annotated("President William Ruto met President Emmanuel Macron. The president left early.", { published: "2023-05-02" });
    expect(idsOf(a, "The president")).toEqual([]);
  });

  it("leave out the holder whose state is asked", () => {
    const a = annotated("President William Ruto met President Emmanuel Macron. The president asked France to lower the duty.", {
      published: "2023-05-02",
    });
    expect(idsOf(a, "The president")).toEqual(["person:william-ruto"]);
  });

  it("find the counterpart in the state that is named", () => {
    const a = annotated("Secretary of State Antony Blinken will see his Japanese counterpart on Monday.", { published: "2023-05-02" });
    expect(idsOf(a, "his Japanese counterpart")).toEqual(["person:yoshimasa-hayashi"]);
  });

  it("find the guest and the host among two leaders, and nobody among three", () => {
    const two =
      "President Emmanuel Macron will receive Prime Minister Donald Tusk on Friday. The French president spoke first, and his guest spoke of farms.";
    expect(idsOf(annotated(two, { published: "2024-05-15" }), "his guest")).toEqual(["person:donald-tusk"]);
    const three = `Chancellor Olaf Scholz comes later. ${two}`;
    expect(idsOf(annotated(three, { published: "2024-05-15" }), "his guest")).toEqual([]);
  });

  it("find the same unnamed official again", () => {
    const a = annotated("A senior Polish official said that talks would go on. The official asked not to be named.");
    expect(idsOf(a, "The official")).toEqual(idsOf(a, "A senior Polish official"));
  });

  it("give a bare government to the state that acts, or to the dateline", () => {
    const a = annotated("OSLO – Talks will begin on Monday, the government announced.");
    expect(idsOf(a, "the government")).toEqual(["NOR:GOV"]);
  });

  it("keep the participants of a readout to its end", () => {
    const a = annotated(`${READOUT} The President’s visit to a school followed. Pupils sang. They also discussed fishing.`, {
      kind: "readout",
      published: "2023-03-06",
      url: "https://www.whitehouse.gov/x",
    });
    expect([...idsOf(a, "They")].sort()).toEqual(["person:joe-biden", "person:william-ruto"]);
  });

  it("read both countries as those joined by “and” in the same sentence", () => {
    const a = annotated("Canada welcomed Finland and Sweden and will work with both countries.");
    expect([...idsOf(a, "both countries")].sort()).toEqual(["FIN", "SWE"]);
  });

  it("leave allies without a number open", () => {
    expect(idsOf(annotated("China and Russia build ships faster than the allies can."), "the allies")).toEqual([]);
  });

  it("give officials of both countries to each of them", () => {
    const a = annotated("Ghana and Kenya will meet. Officials from both countries agreed.");
    expect(
      actors(a)
        .find((m) => m.text === "Officials")
        ?.actors.map((x) => x.state)
        .sort(),
    ).toEqual(["GHA", "KEN"]);
  });
});

describe.skipIf(!HAS_WEIGHTS)("whose text it is", () => {
  it("makes the signatories of a joint statement its “we”", () => {
    const a = annotated("We will deepen our cooperation.", {
      kind: "statement",
      title: "Joint Statement of Australia and Japan",
      url: "https://www.whitehouse.gov/x",
    });
    expect(idsOf(a, "We")).toEqual(["AUS", "JPN"]);
  });

  it("reads the turns of a transcript", () => {
    const a = annotated("PRESIDENT RUTO: Thank you.\n\nI am glad to be here.\n\nPRESIDENT MACRON: I agree.", {
      kind: "remarks",
      published: "2023-06-22",
    });
    expect([idsOf(a, "I"), idsOf(a, "I", 1)]).toEqual([["person:william-ruto"], ["person:emmanuel-macron"]]);
  });

  it("takes a navy without a state for that of the dateline", () => {
    expect(idsOf(annotated("NAIROBI – The Navy wants new boats."), "The Navy")).toEqual(["KEN:MIL"]);
  });
});

describe.skipIf(!HAS_WEIGHTS)("nouns that take up a name", () => {
  it("say who somebody is beside the name", () => {
    const a = annotated("Toyota, a Japanese carmaker, said that it would build a plant.");
    expect(idsOf(a, "a Japanese carmaker")).toEqual(idsOf(a, "Toyota"));
  });

  it("give a possessor’s country: his country", () => {
    const a = annotated("President William Ruto promised to raise his country’s exports.", { published: "2023-06-22" });
    expect(idsOf(a, "his country")).toEqual(["KEN"]);
  });

  it("do not make the country the state that speaks of it", () => {
    const a = annotated("Norway called Sudan unsafe and left the country.");
    expect(idsOf(a, "the country")).not.toEqual(["NOR"]);
  });
});
