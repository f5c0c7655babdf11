// The reference page lists every rule row as it is.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { RULES, rulesPage } from "../../src/extraction/index.ts";

it("docs/reference/rules.md is what rulesPage(RULES) writes", () => {
  // to write it again: node -e 'import("./dist/src/extraction/index.js").then((x) => process.stdout.write(x.rulesPage(x.RULES)))' > docs/reference/rules.md
  const page = readFileSync(join(import.meta.dirname, "../../docs/reference/rules.md"), "utf8");
  expect(page).toBe(rulesPage(RULES));
});
