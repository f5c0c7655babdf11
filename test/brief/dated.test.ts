import { describe, expect, test } from "vitest";
import type { Context } from "../../src/brief/context.ts";
import { withDates } from "../../src/brief/dated.ts";
import { article, claim, LULA, STORE } from "./fixtures.ts";

/** A text of Tuesday 3 June 2025. */
const document = article({
  text: "They will meet next Thursday.",
  published: { value: "2025-06-03", precision: "day", source: "test" },
});
const meeting = claim("meeting", document, "They will meet next Thursday", {
  participants: [STORE, LULA],
  place: null,
  start: "2025-06-12",
  end: null,
  status: "planned",
  format: "in-person",
  dateText: "next Thursday",
  ordinal: null,
});
const context = {
  byId: new Map([[document.id, document]]),
  byDocument: new Map([[document.id, [{ document: document.id, claim: meeting }]]]),
} as unknown as Context;
const told = (words: string): string => withDates(context, document.id, words);

describe("relative days with the calendar beside them", () => {
  test("weeks, months and years count from the day of publication", () => {
    expect(told("Talks begin next week.")).toBe("Talks begin next week (9 to 15 June 2025).");
    expect(told("Exports fell last month.")).toBe("Exports fell last month (May 2025).");
    expect(told("He was turned away last November.")).toBe("He was turned away last November (November 2024).");
    expect(told("It paid half last year.")).toBe("It paid half last year (2024).");
  });
  test("a bare weekday is past after a verb of the past, else to come", () => {
    expect(told("The ministry said on Monday that it would pay.")).toBe("The ministry said on Monday (2 June 2025) that it would pay.");
    expect(told("Norway on Friday raised its offer.")).toBe("Norway on Friday (30 May 2025) raised its offer.");
    expect(told("The minister flies to Bergen on Saturday.")).toBe("The minister flies to Bergen on Saturday (7 June 2025).");
  });
  test("a calendar day in the sentence decides which weekday is meant", () => {
    expect(told("He leaves on Sunday, June 15, and lands on Monday.")).toBe(
      "He leaves on Sunday, June 15, and lands on Monday (16 June 2025).",
    );
  });
  test("“next Thursday” stays as it is unless the ledger knows the meeting that it names", () => {
    expect(told("They will meet next Thursday.")).toBe("They will meet next Thursday (12 June 2025).");
    expect(told("The court sits next Friday.")).toBe("The court sits next Friday.");
  });
  test("“the Thursday” of a text points into the text, not to the calendar", () => {
    expect(told("He comes on the Thursday.")).toBe("He comes on the Thursday.");
  });
  test("quoted words stay as they are; the day is told after them", () => {
    expect(told("“We sign next week”, he said.")).toBe("“We sign next week”, he said (next week: 9 to 15 June 2025)");
  });
  test("without a day of publication nothing is added", () => {
    const undated = { ...context, byId: new Map([[document.id, { ...document, published: null }]]) } as unknown as Context;
    expect(withDates(undated, document.id, "Talks begin next week.")).toBe("Talks begin next week.");
  });
});
