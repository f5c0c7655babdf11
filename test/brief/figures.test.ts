import { describe, expect, test } from "vitest";
import { printDifference, printFigure, printNumber, printValue } from "../../src/brief/figures.ts";

const figure = (fields: {
  value: number;
  unit: string;
  text: string;
  base?: string;
  high?: number;
  qualifier?: "about" | "more-than";
}) => ({
  high: null,
  qualifier: null,
  base: null,
  ...fields,
});

describe("figures in print", () => {
  test("percentages are closed up and keep their base", () => {
    expect(printFigure(figure({ value: 2, unit: "%GDP", text: "2 per cent" }))).toBe("2% of GDP");
    expect(printFigure(figure({ value: 60, unit: "%", text: "sixty percent", base: "contract value" }))).toBe("60% of contract value");
  });
  test("money keeps the digits and the scale of the source", () => {
    expect(printFigure(figure({ value: 783.3e9, unit: "USD", text: "$783.3 billion" }))).toBe("$783.3 billion");
    expect(printFigure(figure({ value: 6.6e9, unit: "EUR", text: "6.6 billion euros" }))).toBe("€6.6 billion");
    expect(printFigure(figure({ value: 6.2e9, unit: "EUR", text: "€6.2bn" }))).toBe("€6.2 billion");
    expect(printFigure(figure({ value: 648e9, unit: "INR", text: "64,800 crore rupees" }))).toBe("64,800 crore rupees");
    expect(printFigure(figure({ value: 1200, unit: "NOK", text: "1,200 kroner" }))).toBe("1,200 NOK");
  });
  test("counts keep the noun of the source", () => {
    expect(printFigure(figure({ value: 12000, unit: "visas", text: "12,000" }))).toBe("12,000 visas");
    expect(printFigure(figure({ value: 20000, unit: "visas", text: "20,000 student visas" }))).toBe("20,000 student visas");
  });
  test("“about” stays, ranges keep both ends", () => {
    expect(printFigure(figure({ value: 71e9, unit: "USD", text: "$71 billion", qualifier: "about" }))).toBe("about $71 billion");
    expect(printFigure(figure({ value: 2, unit: "%", text: "2 to 3 per cent", high: 3 }))).toBe("2–3%");
  });
  test("differences carry no binary rounding", () => {
    expect(printNumber(6.6 - 5.4)).toBe("1.2");
    expect([printDifference(1, "%GDP"), printDifference(22.5, "%"), printDifference(1.2e9, "EUR"), printDifference(8000, "visas")]).toEqual(
      ["1 point", "22.5 points", "€1.2 billion", "8,000 visas"],
    );
    expect(printValue(50, "%")).toBe("50%");
  });
});
