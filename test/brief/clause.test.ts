import { describe, expect, test } from "vitest";
import { wholePhrase } from "../../src/brief/clause.ts";
import { houseStyle } from "../../src/brief/words.ts";

const passage =
  "Norway wants Brazil to open its rivers to inspectors of both states before the rains of the coming year begin in the north; it has said so twice.";

describe("phrases made whole", () => {
  test("a short phrase is whole", () => {
    expect(wholePhrase("a fund for forests", "Brazil wants a fund for forests")).toBe("a fund for forests");
  });
  test("a phrase that was cut ends where its clause ends in the passage", () => {
    expect(wholePhrase("Brazil to open its rivers to inspectors of both states before the", passage)).toBe(
      "Brazil to open its rivers to inspectors of both states before the rains of the coming year begin in the north",
    );
  });
  test("a clause that is too long ends at a comma", () => {
    const long = `${"the first ten words of a clause that goes on"}, which is whole here, and then it goes on and on without any end that a reader could bear to wait for`;
    expect(wholePhrase(long.split(" ").slice(0, 12).join(" "), long)).toBe(
      "the first ten words of a clause that goes on, which is whole here",
    );
  });
  test("without an end in reach there is no whole phrase", () => {
    const long = Array.from({ length: 40 }, (_, i) => `word${i}`).join(" ");
    expect(wholePhrase(long.split(" ").slice(0, 12).join(" "), long)).toBeNull();
  });
});

test("the spelling of the brief changes no word", () => {
  expect(houseStyle("The U.S. duty of 2.5 per cent on Mr. Lula's cars, 3 percent of gross domestic product")).toBe(
    "The US duty of 2.5% on Mr Lula’s cars, 3% of GDP",
  );
  expect(houseStyle("percentages of 20 percentage points")).toBe("percentages of 20 percentage points");
});
