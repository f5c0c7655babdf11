// Who, where and when of a text's main event, from headline and opening.
import { describe, expect, it } from "vitest";
import { mainEventOf } from "../../src/extraction/index.ts";
import { documentOf } from "./fixture.ts";
import { MISSING, stages } from "./helper.ts";

/** The main event of a text of Wednesday 15 May 2024, as words. */
function main(text: string): { readonly who: string | null; readonly where: string | null; readonly when: string | null } {
  const { knowledge, language } = stages();
  const { who, where, when } = mainEventOf(language.annotate(documentOf(text)), knowledge);
  const words = (span: { readonly start: number; readonly end: number } | null) =>
    span === null ? null : text.slice(span.start, span.end);
  return { who: words(who), where: words(where), when };
}

describe.skipIf(MISSING !== null)(`the main event${MISSING === null ? "" : ` (skipped: ${MISSING})`}`, () => {
  it("is done by the subject that headline and opening share, on the day they tell", () => {
    const found = main(
      "Firefighters rescue hikers in the Tatra mountains\n\nFirefighters rescued nine hikers in the Tatra mountains on Monday after a storm. All of them were taken to a hospital nearby.",
    );
    expect(found.who).toContain("Firefighters");
    expect(found.when).toBe("2024-05-13");
  });

  it("is in the town of the state that the headline names, also where no table has the town", () => {
    const found = main(
      "Bridge falls in Portugal\n\nA bridge fell in the village of Quintela Velha on Monday and hurt six people. Portugal has many old bridges, an engineer in Portugal said.",
    );
    expect(found.where).toBe("Quintela Velha");
  });

  it("is not where a firm is from", () => {
    const found = main(
      "Biscuits get smaller\n\nA Chile-based firm made its biscuits smaller and angered shoppers in Norway on Tuesday. The firm gave no reason for the change.",
    );
    expect(found.where).toBe("Norway");
  });

  it("is not done by a day", () => {
    const found = main(
      "Votes and questions\n\nFor the mayor of the town, Monday was about votes that nobody had counted. Inspectors closed the hall and took all papers away.",
    );
    expect(found.who).not.toContain("Monday");
  });

  it("is on the day of publication where the opening tells none", () => {
    expect(main("A lion escaped from a circus and frightened the guests of a wedding. Nobody was hurt in the tumult.").when).toBe(
      "2024-05-15",
    );
  });

  it("has neither the day of another event nor the day of a count", () => {
    const found = main(
      "The toll of the storm rose to nine on Tuesday. Saturday's fair had to close. The largest ferry of the bay sank late on Sunday.",
    );
    expect(found.when).toBe("2024-05-12");
  });
});
