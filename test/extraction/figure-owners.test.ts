// Whose a figure is, who holds it and what part it plays, where the clause of the figure does not say it in so many words.
import { describe, expect, it } from "vitest";
import { claimsOf, MISSING, ofKind } from "./helper.ts";

const figures = (text: string) =>
  ofKind(claimsOf(text), "figure").map((f) => ({
    value: f.value,
    role: f.role,
    holder: f.holder?.id ?? null,
    whose: f.whose?.id ?? null,
    measure: f.measure,
  }));
const of = (text: string, value: number) => figures(text).find((f) => f.value === value);

describe.skipIf(MISSING !== null)(`owners of figures${MISSING === null ? "" : ` (skipped: ${MISSING})`}`, () => {
  it("an amount between commas is the size of the noun before it", () => {
    expect(
      of("Kenya said it would tax Chinese cars if the Kenyan trade deficit with China, $6.5 billion last year, did not shrink.", 6.5e9),
    ).toMatchObject({ role: "actual", whose: "KEN", measure: "Kenyan trade deficit with China" });
  });

  it("a phrase after the comma that ends a relative clause is of the clause before it", () => {
    const text =
      "On trade, Brazil wants a duty of 5 per cent. Brazil has threatened Chile and Peru, where Brazilian firms run large mines, with 25 per cent.";
    expect(of(text, 25)).toMatchObject({ role: "demand", holder: "BRA" });
  });

  it("who comes down asks, who goes up offers, and the price is of what was named before", () => {
    const text =
      "On the 12 patrol ships, Poland and Chile met again last week. Poland has come down to €3.2bn and Chile has gone up to €2.7bn.";
    expect(of(text, 3.2e9)).toMatchObject({ role: "demand", holder: "POL", whose: "POL", measure: "patrol ships" });
    expect(of(text, 2.7e9)).toMatchObject({ role: "offer", holder: "CHL", whose: "CHL" });
  });

  it("what a state decides or is ready to do is of that state, whoever welcomes it", () => {
    expect(of("Norway welcomed the decision of Denmark to issue 4,000 student visas in 2026.", 4000)).toMatchObject({
      role: "pledge",
      holder: "DNK",
      whose: "DNK",
    });
  });

  it("participles after a noun and a comma say more of that noun", () => {
    const text = "Canada has offered to discuss its dairy tariff, set at 40% and cut to 15% until July.";
    expect(of(text, 40)).toMatchObject({ whose: "CAN", measure: "dairy tariff" });
    expect(of(text, 15)).toMatchObject({ whose: "CAN", measure: "dairy tariff" });
  });

  it("a phrase that points back is of the owner named before", () => {
    const text = "Egypt's offer remains a duty of 60 per cent on tractors, Cairo told the European Union. The duty is now 90 per cent.";
    expect(of(text, 90)).toMatchObject({ role: "actual", whose: "EGY" });
  });

  it("what one company bids for another says what it is put at", () => {
    expect(of("Whether France raises Toyota's $3.2 billion offer for Renault with Japan is undecided.", 3.2e9)).toMatchObject({
      role: "estimate",
    });
  });

  it("codes of currencies are read when they are glued to the amount", () => {
    expect(of("Australia and Japan will provide USD50 million in credit guarantees to Fiji.", 5e7)).toMatchObject({ role: "pledge" });
  });

  it("prices on exchanges and discounts are no figures", () => {
    expect(figures("Shares of Kenyan banks fell about 2% after Kenya and China held talks. Winter coats: 30% off until Sunday.")).toEqual(
      [],
    );
  });
});
