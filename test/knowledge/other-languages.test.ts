import { expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/index.ts";

const knowledge = loadKnowledge();

test.each([
  ["Duitsland", "DEU", "Dutch"],
  ["Noruega", "NOR", "Spanish"],
  ["韓国", "KOR", "Japanese"],
  ["Финляндия", "FIN", "Russian"],
  ["COREIA DO SUL", "KOR", "Portuguese"],
])("%s is a state in another language", (name, state, language) => {
  const found = knowledge.stateInOtherLanguage(name);
  expect(found?.state).toBe(state);
  expect(found?.languages).toContain(language);
});

test("a name that no language has means nobody", () => {
  expect(knowledge.stateInOtherLanguage("Atlantide")).toBeNull();
  expect(knowledge.stateInOtherLanguage(" ")).toBeNull();
});

test("names of other languages make no actors in running text", () => {
  expect(knowledge.surfaces(["The", "Island", "is", "green"])).toEqual([]);
  expect(knowledge.resolve("Island", "2025-01-01").actor).toBeNull();
});

test("what is known of a state is found under its name in another language", () => {
  const shown = knowledge.describe("Italien", null);
  expect(shown?.id).toBe("ITA");
  expect(shown?.facts.find(({ label }) => label === "names in other languages")?.text).toContain("el Ιταλία");
});
