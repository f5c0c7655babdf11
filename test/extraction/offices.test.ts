// What texts say of who holds an office, read through the real stages.
import { describe, expect, it } from "vitest";
import { extract } from "../../src/extraction/index.ts";
import { documentOf } from "./fixture.ts";
import { MISSING, stages } from "./helper.ts";

/** Sense, person, office and day of every attestation in a text of Wednesday 15 May 2024. */
function offices(text: string): readonly string[] {
  const { knowledge, language } = stages();
  const doc = language.annotate(documentOf(text, "news"));
  return extract(doc, knowledge).offices.map((o) => {
    expect(text.slice(o.evidence.start, o.evidence.end)).toBe(o.evidence.quote);
    return `${o.says} ${o.person.slice(7)} ${o.state}.${o.role} ${o.day}`;
  });
}

describe.skipIf(MISSING !== null)("offices that a text attests", () => {
  it("stand before and after names", () => {
    expect(offices("Norwegian Foreign Minister Ingrid Solheim met Arjun Mehra, Nepal's finance minister, in Oslo.")).toEqual([
      "holds ingrid-solheim NOR.foreign-minister 2024-05-15",
      "holds arjun-mehra NPL.finance-minister 2024-05-15",
    ]);
  });

  it("are past where the text says so", () => {
    expect(offices("Former Norwegian Foreign Minister Ingrid Solheim spoke in Oslo.")).toEqual([
      "past ingrid-solheim NOR.foreign-minister 2024-05-15",
    ]);
  });

  it("begin and end on the day that the text gives, else on its own", () => {
    expect(offices("Ingrid Solheim was sworn in as foreign minister of Norway on 3 May.")).toEqual([
      "begins ingrid-solheim NOR.foreign-minister 2024-05-03",
    ]);
    expect(offices("Arjun Mehra stepped down as Nepal's finance minister.")).toEqual(["ends arjun-mehra NPL.finance-minister 2024-05-15"]);
  });

  it("begin for one and end for the other where one succeeds the other", () => {
    expect(offices("Ingrid Solheim succeeded Lars Vik as foreign minister of Norway on Monday.")).toEqual([
      "begins ingrid-solheim NOR.foreign-minister 2024-05-13",
      "ends lars-vik NOR.foreign-minister 2024-05-13",
    ]);
  });

  it("are not read from plans, possibilities, denials and history", () => {
    expect(offices("Ingrid Solheim will become foreign minister of Norway in June.")).toEqual([]);
    expect(offices("Ingrid Solheim could be appointed foreign minister of Norway.")).toEqual([]);
    expect(offices("Arjun Mehra did not step down as Nepal's finance minister.")).toEqual([]);
    expect(offices("In 1998 Norwegian Foreign Minister Ingrid Solheim signed the treaty.")).toEqual([]);
  });

  it("need a post that the words tell, and its state", () => {
    expect(offices("Minister Ingrid Solheim met party leader Lars Vik.")).toEqual([]);
    expect(offices("Deputy Foreign Minister Ingrid Solheim of Norway spoke.")).toEqual([]);
  });
});
