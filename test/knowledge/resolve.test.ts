import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/index.ts";

const knowledge = loadKnowledge();
const who = (phrase: string, on: string | null, context: readonly string[] = []): string | null =>
  knowledge.resolve(phrase, on, context).actor?.id ?? null;

describe("an office with a name", () => {
  it("is the person who holds it on that day", () => {
    expect(who("German Chancellor Olaf Scholz", "2023-03-03")).toBe("person:olaf-scholz");
    expect(who("Finland's President Alexander Stubb", "2024-09-10")).toBe("person:alexander-stubb");
    expect(who("Prime Minister Mia Mottley of Barbados", "2023-11-04")).toBe("person:mia-mottley");
    expect(who("U.S. Secretary of State Antony J. Blinken", "2022-05-20")).toBe("person:antony-blinken");
  });

  it("is found by the family name alone when the title says whose", () => {
    expect(who("Prime Minister Trudeau", "2022-02-02")).toBe("person:justin-trudeau");
    expect(who("President Macron", "2022-02-02")).toBe("person:emmanuel-macron");
    expect(who("Chancellor Merz", "2025-09-01")).toBe("person:friedrich-merz");
  });

  it("is the same person in either order of names, with initials, courtesies and other spellings", () => {
    expect(who("KISHIDA Fumio", "2023-01-13")).toBe("person:fumio-kishida");
    expect(who("Fumio Kishida", "2023-01-13")).toBe("person:fumio-kishida");
    expect(who("President Joseph R. Biden, Jr.", "2023-01-13")).toBe("person:joe-biden");
    expect(who("H.E. Mr. Emmanuel Macron", "2023-01-13")).toBe("person:emmanuel-macron");
    expect(who("President Volodymyr Zelensky", "2023-01-13")).toBe("person:volodymyr-zelenskyy");
    expect(who("President Volodymyr Zelenskiy", "2023-01-13")).toBe("person:volodymyr-zelenskyy");
    expect(who("President Yoon Suk-yeol", "2023-01-13")).toBe(who("Yoon Suk Yeol", "2023-01-13"));
    expect(who("Kim Jong-un", "2023-01-13")).toBe("person:kim-jong-un");
    expect(who("President Recep Tayyip Erdogan", "2023-01-13")).toBe("person:recep-tayyip-erdogan");
  });

  it("may come after the name", () => {
    expect(who("Narendra Modi, the prime minister of India", "2023-06-22")).toBe("person:narendra-modi");
  });

  it("makes a provisional person of the stated state when no table has the name", () => {
    const found = knowledge.resolve("Fijian Minister for Lands Ratu Testino Vakabau", "2023-06-22");
    expect(found.by).toBe("provisional");
    expect(found.actor).toEqual({ id: "person:ratu-testino-vakabau", name: "Ratu Testino Vakabau", state: "FJI" });
  });

  it("never takes the holder for somebody with another name", () => {
    const found = knowledge.resolve("French President Jacques Testmann", "2023-06-22");
    expect(found.actor?.id).toBe("person:jacques-testmann");
  });
});

describe("an office of a part of a state", () => {
  const office = (phrase: string) => knowledge.resolve(phrase, "2021-04-05", ["IRQ", "GBR", "BIH", "GEO"]);

  it("is not the state's", () => {
    for (const phrase of [
      "the president of Iraqi Kurdistan",
      "the Prime Minister of Scotland",
      "South Ossetia's foreign minister",
      "the president of Republika Srpska",
    ]) {
      const found = office(phrase);
      expect(found.actor, phrase).toBeNull();
      expect(found.office?.role, phrase).toBe("other");
      expect(found.state, phrase).toMatch(/^(IRQ|GBR|GEO|BIH)$/);
    }
  });

  it("gives a name no office of the state", () => {
    const found = office("President Nechirvan Barzani of Iraqi Kurdistan");
    expect(found.actor).toMatchObject({ id: "person:nechirvan-barzani", state: "IRQ" });
    expect(found.office?.role).toBe("other");
    expect(office("Iraqi Kurdistan President Masrour Testani").office?.role).toBe("other");
  });

  it("leaves a monarch, and ministers for a part, with the state", () => {
    expect(office("the Queen of England").actor?.id).toBe("person:elizabeth-ii");
    expect(office("the Secretary of State for Scotland").actor?.id).toBe("person:alister-jack");
  });
});

describe("an office without a name", () => {
  it("is its holder on the day", () => {
    expect(who("the Italian prime minister", "2023-07-27")).toBe("person:giorgia-meloni");
    expect(who("the Italian prime minister", "2021-07-27")).toBe("person:mario-draghi");
    expect(who("NATO's Secretary General", "2023-07-11")).toBe("person:jens-stoltenberg");
    expect(who("NATO Secretary General", "2025-07-11")).toBe("person:mark-rutte");
    expect(who("Secretary of State", "2023-07-11")).toBe("person:antony-blinken");
  });

  it("keeps king and prime minister apart", () => {
    expect(who("King of Jordan", "2023-07-27")).toBe("person:abdullah-ii");
    expect(who("the Jordanian prime minister", "2025-07-27")).toBe("person:jafar-hassan");
    expect(who("British prime minister", "2024-01-10")).toBe("person:rishi-sunak");
    expect(knowledge.holders("GBR", "head-of-state", "2024-01-10").map((a) => a.id)).toEqual(["person:charles-iii"]);
  });

  it("is the leader that the state's order makes of a “leader”", () => {
    expect(who("the Chinese leader", "2023-11-15")).toBe("person:xi-jinping");
    expect(who("the German leader", "2023-11-15")).toBe("person:olaf-scholz");
  });

  it("is open without a date, for former and elected holders, and where the state is not said", () => {
    expect(who("the Italian prime minister", null)).toBeNull();
    expect(who("a former Italian prime minister", "2023-07-27")).toBeNull();
    expect(who("the prime minister", "2023-07-27")).toBeNull();
  });

  it("takes the state from the text", () => {
    expect(who("the prime minister", "2023-07-27", ["ITA"])).toBe("person:giorgia-meloni");
    expect(who("the chancellor", "2023-07-27", ["person:emmanuel-macron", "person:olaf-scholz"])).toBe("person:olaf-scholz");
  });
});

describe("acting and suspended holders", () => {
  it("stand side by side", () => {
    const ids = knowledge.holders("KOR", "head-of-state", "2025-01-15").map((a) => a.id);
    expect(ids).toContain("person:suk-yeol-yoon");
    expect(ids).toContain("person:sang-mok-choi");
  });

  it("are told apart by the word “acting”", () => {
    expect(who("acting South Korean President", "2025-01-15")).toBe("person:sang-mok-choi");
    expect(who("South Korean President", "2025-01-15")).toBe("person:suk-yeol-yoon");
  });
});

describe("“former”, “-elect” and “acting”", () => {
  const problems = (phrase: string, on: string): readonly string[] => knowledge.resolve(phrase, on).problems.map((p) => p.code);

  it("are reported when an attested term says otherwise, with the term", () => {
    const found = knowledge.resolve("former US President Donald Trump", "2025-06-02");
    expect(found.actor?.id).toBe("person:donald-trump");
    expect(found.problems.map((p) => p.code)).toEqual(["office-mismatch"]);
    expect(found.problems[0]!.message).toContain("from 2025-01-20");
    expect(problems("President-elect Emmanuel Macron", "2023-06-02")).toEqual(["office-mismatch"]);
    expect(problems("acting President Joe Biden", "2023-06-02")).toEqual(["office-mismatch"]);
  });

  it("are silent when they are right", () => {
    expect(problems("former US President Donald Trump", "2023-06-02")).toEqual([]);
    expect(problems("ex-Chancellor Angela Merkel", "2023-06-02")).toEqual([]);
    expect(problems("President-elect Donald Trump", "2024-12-02")).toEqual([]);
    expect(problems("then-President Barack Obama", "2023-06-02")).toEqual([]);
  });

  it("never contradict a text on an unverified row or on the days of a change of office", () => {
    for (const term of knowledge.terms("person:kirill-dmitriev")) expect(term.source).toContain("unverified");
    expect(problems("former Special Presidential Envoy Kirill Dmitriev", "2025-06-02")).toEqual([]);
    expect(problems("former President Donald Trump", "2025-01-21")).toEqual([]);
  });
});

describe("family names alone", () => {
  it("mean a former head of state where the text has met that state and not the one of a holder of the same name", () => {
    expect(knowledge.resolve("Obama", "2019-11-20", ["USA"]).actor?.id).toBe("person:barack-obama");
    expect(knowledge.resolve("Obama", "2019-11-20", ["USA", "GNQ"]).actor?.state).toBe("GNQ");
    // neither state met: the holder is Francisco Pascual Eyegue Obama Asue, whose name goes on
    expect(knowledge.resolve("Obama", "2019-11-20").actor?.id).toBe("person:barack-obama");
    expect(knowledge.resolve("Guterres", "2024-06-01").actor?.id).toBe("person:antonio-guterres");
  });

  it("mean nobody when they are words, given names or shared by many", () => {
    for (const name of ["May", "Friday", "King", "Park", "Long", "He", "To", "Kim", "Power", "White", "Day", "Johnson", "Singh"]) {
      expect(who(name, "2018-05-05"), name).toBeNull();
    }
  });

  it("mean the one holder of a high office on the day", () => {
    expect(who("Zelenskyy", "2023-05-05")).toBe("person:volodymyr-zelenskyy");
    expect(who("Blinken", "2023-05-05")).toBe("person:antony-blinken");
    expect(who("Lula", "2023-05-05")).toBe("person:luiz-inacio-lula-da-silva");
  });

  it("mean somebody whom the text has named", () => {
    expect(who("Park", "2023-05-05", ["person:jin-park"])).toBe("person:jin-park");
    expect(who("Testino", "2023-05-05", ["person:ratu-testino"])).toBe("person:ratu-testino");
  });
});

describe("states, their seats and organs", () => {
  it("are known by names, adjectives, capitals and seats", () => {
    for (const phrase of ["Japan", "Japanese", "Tokyo", "the Kantei"]) expect(who(phrase, null), phrase).toBe("JPN");
    for (const phrase of ["US", "U.S.", "United States", "America", "the White House", "Washington", "American"])
      expect(who(phrase, null), phrase).toBe("USA");
    for (const phrase of ["UK", "Britain", "Downing Street", "British"]) expect(who(phrase, null), phrase).toBe("GBR");
    for (const phrase of ["DPRK", "North Korea", "Pyongyang"]) expect(who(phrase, null), phrase).toBe("PRK");
    for (const phrase of ["Türkiye", "Turkey", "Ankara"]) expect(who(phrase, null), phrase).toBe("TUR");
    expect(who("the Élysée", null)).toBe("FRA");
    expect(who("the Elysee Palace", null)).toBe("FRA");
  });

  it("have organs, named by themselves, beside their state or by the context", () => {
    expect(who("Pentagon", null)).toBe("USA:GOV");
    expect(who("Polish Foreign Ministry", null)).toBe("POL:GOV");
    expect(who("Ministry of Defence of Ukraine", null)).toBe("UKR:GOV");
    expect(who("Norway's parliament", null)).toBe("NOR:LEG");
    expect(who("the Foreign Ministry", null, ["CHN"])).toBe("CHN:GOV");
    expect(who("the Foreign Ministry", null)).toBeNull();
  });

  it("have short names and adjectives for print", () => {
    expect(knowledge.shortName("USA")).toBe("US");
    expect(knowledge.adjective("USA")).toBe("US");
    expect(knowledge.shortName("KOR")).toBe("South Korea");
    expect(knowledge.adjective("NLD")).toBe("Dutch");
    expect(knowledge.seats("FRA")).toContain("Paris");
    expect(knowledge.seats("USA")).toContain("White House");
  });
});

describe("organisations", () => {
  it("are known by acronym and name, and have members on a day", () => {
    expect(who("IAEA", null)).toBe("IAEA");
    expect(who("the International Atomic Energy Agency", null)).toBe("IAEA");
    expect(who("Nato", null)).toBe("NATO");
    expect(who("Houthi rebels", null)).toBe("houthis");
    expect(who("Iran-backed Hezbollah", null)).toBe("hezbollah");
    expect(knowledge.members("NATO", "2023-04-03")).not.toContain("FIN");
    expect(knowledge.members("NATO", "2023-04-04")).toContain("FIN");
    expect(knowledge.members("EU", "2019-06-01")).toContain("GBR");
    expect(knowledge.members("EU", "2021-06-01")).not.toContain("GBR");
  });

  it("have heads who speak for them", () => {
    const found = knowledge.resolve("European Commission President Ursula von der Leyen", "2023-06-01");
    expect(found.actor?.id).toBe("person:ursula-von-der-leyen");
    expect(found.actor?.state).toBe("EU");
  });
});

describe("unnamed groups", () => {
  it("have an id, a state and a sector", () => {
    const officials = knowledge.resolve("senior Philippine officials", null);
    expect(officials.actor?.state).toBe("PHL");
    expect(officials.sector).toBe("GOV");
    expect(knowledge.resolve("Danish troops", null).sector).toBe("MIL");
    expect(knowledge.resolve("rebels", null).sector).toBe("REB");
    expect(knowledge.resolve("a former defence official", null).sector).toBe("ELI");
  });
});

describe("answers", () => {
  it("are the same each time and survive any input", () => {
    for (const phrase of [
      "",
      " ",
      "the",
      ",",
      "'s",
      "of of of",
      "former",
      "President",
      "x".repeat(10_000),
      "A ".repeat(5000),
      "\u0000\ud800",
      "((((",
      "H.E.",
    ]) {
      expect(knowledge.resolve(phrase, "2023-01-01")).toEqual(knowledge.resolve(phrase, "2023-01-01"));
    }
  });

  it("do not depend on what was asked before", () => {
    const fresh = loadKnowledge();
    const phrases = ["Prime Minister Sunak", "the Kremlin", "Polish President Andrzej Duda", "Sri Lankan fishermen"];
    const forward = phrases.map((p) => fresh.resolve(p, "2023-02-02"));
    expect(
      [...phrases]
        .reverse()
        .map((p) => knowledge.resolve(p, "2023-02-02"))
        .reverse(),
    ).toEqual(forward);
  });
});

describe("names that only look like somebody's", () => {
  it("do not mean a person whose initial alone answers to the second word, or whose family name is another", () => {
    expect(knowledge.resolve("George Soros", null).actor).toBeNull();
    expect(knowledge.resolve("William Byron", null).actor).toBeNull();
    expect(knowledge.resolve("Islam", null).actor).toBeNull();
  });

  it("mean a legislator or a junior minister with a common name only by title or where the state was met", () => {
    expect(knowledge.resolve("Chris Smith", "2024-05-01").actor).toBeNull();
    expect(knowledge.resolve("Chris Smith", "2024-05-01", ["GBR"]).actor?.id).toBe("person:chris-smith");
  });

  it("mean the office that matters for diplomacy and the name that the press uses", () => {
    expect(knowledge.officeOn("person:piyush-goyal", "2025-05-01")?.role).toBe("trade-minister");
    expect(knowledge.actor("person:prabowo-subianto")?.family).toBe("Prabowo");
    expect(knowledge.resolve("Subianto", "2025-05-01").actor?.id).toBe("person:prabowo-subianto");
    expect(knowledge.resolve("Yoon Suk-yeol", "2024-05-01").actor).toMatchObject({ id: "person:suk-yeol-yoon", name: "Yoon Suk Yeol" });
    expect(knowledge.resolve("the Indian foreign secretary", "2023-01-01").actor?.id).not.toBe("person:subrahmanyam-jaishankar");
  });
});

describe("answers that are remembered", () => {
  it("equal those of a layer that was asked nothing before, whatever was met", () => {
    const phrases = ["Ishiba", "the president", "Tokyo", "Foreign Minister Wang Yi", "Smith", "the Kremlin", "rebels"];
    const contexts = [[], ["JPN"], ["USA", "person:donald-trump"], ["FRA"]];
    for (const _ of [1, 2]) for (const context of contexts) for (const phrase of phrases) knowledge.resolve(phrase, "2025-02-07", context);
    const fresh = loadKnowledge();
    for (const context of contexts)
      for (const phrase of phrases)
        expect(knowledge.resolve(phrase, "2025-02-07", context)).toEqual(fresh.resolve(phrase, "2025-02-07", context));
  });
});
