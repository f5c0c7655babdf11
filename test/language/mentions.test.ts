// Mentions: names with their titles, states, metonyms, groups, organs, places.
import { describe, expect, it } from "vitest";
import { actors, annotated, HAS_WEIGHTS, idsOf } from "./support.ts";

describe.skipIf(!HAS_WEIGHTS)("persons", () => {
  it("are one mention with the title before the name, its state included", () => {
    const a = annotated("Kenya’s President William Ruto spoke with German Chancellor Olaf Scholz on Monday.", {
      published: "2024-05-07",
    });
    expect(idsOf(a, "Kenya’s President William Ruto")).toEqual(["person:william-ruto"]);
    expect(idsOf(a, "German Chancellor Olaf Scholz")).toEqual(["person:olaf-scholz"]);
    expect(actors(a).map((m) => m.title)).toContain("German Chancellor");
  });

  it("are one mention with the office after the name, whatever the order of the name", () => {
    const a = annotated("Mr. KISHIDA Fumio, Prime Minister of Japan, received H.E. Mr. Anthony Albanese, Prime Minister of Australia.", {
      published: "2023-09-06",
    });
    expect(idsOf(a, "Mr. KISHIDA Fumio, Prime Minister of Japan")).toEqual(["person:fumio-kishida"]);
    expect(actors(a).map((m) => m.actors[0]?.id)).toContain("person:anthony-albanese");
  });

  it("that no table has become provisional, and their family names find them", () => {
    const a = annotated("Ghana’s deputy trade minister Kwaku Testerman arrived on Sunday. Testerman said that he would sign.");
    expect(idsOf(a, "Testerman")).toEqual(["person:kwaku-testerman"]);
    expect(actors(a).find((m) => m.text === "Testerman")?.actors[0]?.state).toBe("GHA");
  });

  it("are found by the family name in a headline before the full name", () => {
    const a = annotated("Testerman to visit Oslo\n\nKwaku Testerman will visit Oslo on Monday.");
    expect(idsOf(a, "Testerman")).toEqual(["person:kwaku-testerman"]);
  });

  it("bear their style and the field of their office", () => {
    const a = annotated("His Majesty King Abdullah II of Jordan met Assistant Secretary of State for African Affairs Molly Phee.", {
      published: "2023-10-05",
    });
    expect(actors(a).map((m) => [m.text, m.title])).toEqual([
      ["His Majesty King Abdullah II of Jordan", "King"],
      ["Assistant Secretary of State for African Affairs Molly Phee", "Assistant Secretary of State for African Affairs"],
    ]);
  });

  it("bear a rank of a university, which is no given name, and a family is a group", () => {
    const a = annotated("Emeritus Professor Kwaku Testerman met Ada Okoro. Professor Testerman left. The Okoros said they would stay.");
    expect(idsOf(a, "Professor Testerman")).toEqual(["person:kwaku-testerman"]);
    expect(actors(a).find((m) => m.text === "The Okoros")?.form).toBe("group");
  });

  it("are not a word that only looks like a family name", () => {
    const a = annotated("Songs are sold in the Music Store.", { published: "2025-02-05" });
    expect(actors(a).filter((m) => m.actors.some((x) => x.id.startsWith("person:")))).toEqual([]);
  });

  it("are not made of months and weekdays", () => {
    const a = annotated("The talks in May follow a call in March and end on Friday.");
    expect(actors(a).filter((m) => m.form === "name")).toEqual([]);
  });
});

describe.skipIf(!HAS_WEIGHTS)("states and capitals", () => {
  it("possess as states: Norway’s plan", () => {
    expect(idsOf(annotated("The ministers discussed Norway’s plan."), "Norway")).toEqual(["NOR"]);
  });

  it("are actors as subjects of saying and wanting, places after in and to", () => {
    const a = annotated("Ankara rejected the offer. The envoys then flew to Ankara and met in Berlin.");
    expect(
      actors(a)
        .filter((m) => m.form === "metonym")
        .map((m) => [m.text, m.actors[0]?.id]),
    ).toEqual([["Ankara", "TUR"]]);
    expect(a.mentions.filter((m) => m.kind === "place").map((m) => m.text)).toEqual(["Ankara", "Berlin"]);
  });

  it("joined by a hyphen stay two states", () => {
    const a = annotated("They praised the Australia-Japan partnership.");
    expect(actors(a).flatMap((m) => m.actors.map((x) => x.id))).toEqual(expect.arrayContaining(["AUS", "JPN"]));
  });
});

describe.skipIf(!HAS_WEIGHTS)("groups and organs", () => {
  it("take their state from the adjective", () => {
    const a = annotated("Polish officials met Swedish carmakers.");
    expect(actors(a).find((m) => m.text === "Polish officials")).toMatchObject({
      form: "group",
      anonymous: true,
      actors: [{ id: "group:polish-officials", state: "POL" }],
    });
    expect(actors(a).find((m) => m.text === "Swedish carmakers")).toMatchObject({ form: "group", anonymous: false });
  });

  it("of two states are one group each", () => {
    const a = annotated("Polish and Swedish officials met.");
    expect(
      actors(a)
        .find((m) => m.text === "Polish and Swedish officials")
        ?.actors.map((x) => x.state),
    ).toEqual(["POL", "SWE"]);
  });

  it("of people in the know are unnamed speakers", () => {
    const a = annotated("The plan is ready, according to three people familiar with the talks.");
    expect(actors(a).find((m) => m.text === "three people familiar with the talks")).toMatchObject({ form: "group", anonymous: true });
  });

  it("name the army and the government of a state as its organs", () => {
    const a = annotated("The Kenyan government and Kenya’s army agreed.");
    expect(actors(a).flatMap((m) => m.actors.map((x) => x.id))).toEqual(expect.arrayContaining(["KEN:GOV", "KEN:MIL"]));
  });

  it("an office of a state is its holder on the day of publication", () => {
    const a = annotated("The Australian prime minister will travel to Jakarta.", { published: "2023-06-01" });
    expect(idsOf(a, "The Australian prime minister")).toEqual(["person:anthony-albanese"]);
  });
});

describe.skipIf(!HAS_WEIGHTS)("organisations", () => {
  it("are known by name and by the acronym that the text introduces", () => {
    const a = annotated("The Lake Volta Shipping Association (LVSA) signed. The LVSA will pay.");
    expect(idsOf(a, "The LVSA")).toEqual(["lake-volta-shipping-association"]);
  });

  it("that begin with a state’s name are not the state", () => {
    const a = annotated("Analysts said that Ghana Airways would cut routes.");
    expect(actors(a).flatMap((m) => m.actors.map((x) => x.id))).not.toContain("GHA");
  });
});
