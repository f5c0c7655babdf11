// Events: which acts are told, as what, and which are not.
import { describe, expect, it } from "vitest";
import { claimsOf, MISSING, ofKind } from "./helper.ts";

const events = (text: string, kind?: Parameters<typeof claimsOf>[1]) => ofKind(claimsOf(text, kind), "event");

describe.skipIf(MISSING !== null)("events", () => {
  it("are found by the classifier where no row has the verb", () => {
    expect(events("Kenya jailed three officials of Somalia on Monday.")).toMatchObject([
      { rule: "event/learned", plover: "COERCE", source: { id: "KEN" }, target: { id: "SOM" }, quad: 4 },
    ]);
  });
  it("are a threat where a hard act lies ahead", () => {
    expect(
      events("President Luis Abinader told reporters that his country would impose sanctions on Haiti if the border stayed shut."),
    ).toMatchObject([{ plover: "THREATEN", target: { id: "HTI" } }]);
  });
  it("are a sanction once it is imposed", () => {
    expect(events("Norway imposed sanctions on Belarus on Monday.")).toMatchObject([{ plover: "SANCTION", date: "2024-05-13" }]);
  });
  it("are none where nothing was done", () => {
    expect(events("Kenya has not jailed any officials of Somalia.")).toEqual([]);
  });
  it("are none in sport", () => {
    expect(events("Norway will restore the ice hockey championship to Latvia.")).toEqual([]);
  });
  it("reach the other side of a bilateral text where it is not named again", () => {
    const text = "President Prabowo Subianto met Prime Minister Anthony Albanese in Jakarta on Monday. Indonesia lodged a protest.";
    expect(events(text).filter((e) => e.plover === "ACCUSE")).toMatchObject([{ source: { id: "IDN" }, target: { id: "AUS" } }]);
  });
  it("of a readout lie on the day of its meeting", () => {
    const text =
      "President Prabowo Subianto met Prime Minister Anthony Albanese in Jakarta on Monday. The two leaders agreed to open a joint office in Darwin.";
    expect(events(text, "readout").filter((e) => e.plover === "AGREE")).toMatchObject([{ date: "2024-05-13" }]);
  });
});
