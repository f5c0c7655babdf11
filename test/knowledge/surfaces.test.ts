import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/index.ts";

const knowledge = loadKnowledge();
/** Surfaces of a sentence whose tokens stand between spaces: `text/kind/id`. */
function found(sentence: string): readonly string[] {
  const tokens = sentence.split(" ");
  return knowledge.surfaces(tokens).map((m) => `${tokens.slice(m.from, m.to).join(" ")}/${m.kind}/${m.ids.join("+")}`);
}

describe("surfaces in running text", () => {
  it("are the longest known names, with half-open token ranges", () => {
    expect(found("The North Korean leader met the South Korean envoy in Chicago .")).toEqual([
      "North Korean/adjective/PRK",
      "South Korean/adjective/KOR",
      "Chicago/place/place:usa:chicago",
    ]);
    const tokens = "Talks with the United Nations Security Council".split(" ");
    expect(knowledge.surfaces(tokens)).toEqual([{ from: 3, to: 7, kind: "organisation", ids: ["UNSC"] }]);
  });

  it("are found across split hyphens, possessives and abbreviations", () => {
    expect(found("Japan 's Self - Defense Forces and the U.S. military trained .")).toEqual([
      "Japan/state/JPN",
      "Self - Defense Forces/organ/JPN:MIL",
      "U.S. military/organ/USA:MIL",
    ]);
    expect(found("Partners in the Indo - Pacific agreed .")).toEqual(["Indo - Pacific/region/region:indo-pacific"]);
    expect(found("Kim Jong - un watched .")).toEqual(["Kim Jong - un/person/person:kim-jong-un"]);
  });

  it("join a state and its organ", () => {
    expect(found("China 's Foreign Ministry protested .")).toEqual(["China 's Foreign Ministry/organ/CHN:GOV"]);
    expect(found("The Swedish parliament voted .")).toEqual(["Swedish parliament/organ/SWE:LEG"]);
  });

  it("respect case, except in a headline in capitals", () => {
    expect(found("They told us that it is who we are .")).toEqual([]);
    expect(found("FRANCE AND GERMANY PRESS IRAN ON NUCLEAR TALKS")).toEqual(["FRANCE/state/FRA", "GERMANY/state/DEU", "IRAN/state/IRN"]);
    expect(found("WHO TOLD US ABOUT CANADA")).toEqual(["CANADA/state/CAN"]);
  });

  it("leave words that only look like names", () => {
    expect(found("In May , on Friday , the king had power over a long park .")).toEqual([]);
    expect(found("Chad Wheeler and Jordan Pickett spoke .")).toEqual([]);
    expect(found("Aid reached Chad and Jordan .")).toEqual(["Chad/state/TCD", "Jordan/state/JOR"]);
  });

  it("take persons by full name, and by the family name when it is unmistakable", () => {
    expect(found("Giorgia Meloni received Macron .")).toEqual([
      "Giorgia Meloni/person/person:giorgia-meloni",
      "Macron/person/person:emmanuel-macron",
    ]);
    expect(found("Johnson and Park agreed with Singh .")).toEqual([]);
  });
});

describe("titles in running text", () => {
  const office = (sentence: string, from: number): string | null => {
    const hit = knowledge.office(sentence.split(" "), from);
    return hit && `${sentence.split(" ").slice(from, hit.to).join(" ")}|${hit.office.role}|${hit.office.state}|${hit.office.qualifier}`;
  };

  it("are read with their state before or after, and with qualifiers", () => {
    expect(office("Japan 's former foreign minister spoke", 0)).toBe("Japan 's former foreign minister|foreign-minister|JPN|former");
    expect(office("Minister of Foreign Affairs of Ukraine Dmytro Kuleba", 0)).toBe(
      "Minister of Foreign Affairs of Ukraine|foreign-minister|UKR|null",
    );
    expect(office("then - Defence Secretary Ben Wallace", 0)).toBe("then - Defence Secretary|defence-minister|null|then");
    expect(office("Chief Cabinet Secretary Hirokazu Matsuno", 0)).toBe("Chief Cabinet Secretary|spokesperson|JPN|null");
    expect(office("External Affairs Minister S. Jaishankar", 0)).toBe("External Affairs Minister|foreign-minister|IND|null");
    expect(office("Secretary of State for Defence John Healey", 0)).toBe("Secretary of State for Defence|defence-minister|GBR|null");
    expect(office("Commerce Secretary Gina Raimondo", 0)).toBe("Commerce Secretary|trade-minister|USA|null");
    expect(office("President - elect Gustavo Petro", 0)).toBe("President - elect|head-of-state|null|elect");
    expect(office("deputy prime minister of Canada", 0)).toBe("deputy prime minister of Canada|deputy-head|CAN|null");
    expect(office("Russian deputy foreign minister", 0)).toBe("Russian deputy foreign minister|foreign-minister|RUS|deputy");
    expect(office("White House press secretary Jen Psaki", 0)).toBe("White House press secretary|spokesperson|USA|null");
  });

  it("are none where words only look like them", () => {
    expect(office("major progress was made", 0)).toBeNull();
    expect(office("general elections were held", 0)).toBeNull();
    expect(office("Japan and Korea agreed", 0)).toBeNull();
    expect(office("trade between the two", 0)).toBeNull();
  });

  it("are heads of something within a state when “of” says so", () => {
    expect(office("President of the European Commission", 0)).toContain("|head-of-organisation|EU|");
    expect(office("president of the chamber of trade", 0) ?? "other").toContain("other");
  });
});

describe("speed", () => {
  it("loads at once and answers many thousand look-ups a second", () => {
    const start = process.cpuUsage().user;
    const fresh = loadKnowledge();
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(1500);
    const tokens = "The President of France and Japan 's prime minister met in Geneva with NATO officials and the Red Cross .".split(" ");
    const began = process.cpuUsage().user;
    for (let i = 0; i < 5000; i += 1) fresh.surfaces([...tokens]);
    const seconds = (process.cpuUsage().user - began) / 1e6;
    expect((5000 * tokens.length) / seconds).toBeGreaterThan(100_000);
  });
});
