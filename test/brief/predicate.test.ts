import { describe, expect, test } from "vitest";
import { clauseOf, inSingular } from "../../src/brief/predicate.ts";

const of = (text: string): readonly [string, string] | null => {
  const found = clauseOf(text);
  return found && [found.subject, found.predicate];
};

describe("subject and predicate", () => {
  test("the first finite verb parts them", () => {
    expect(of("Norway will ask for a cod quota before June.")).toEqual(["Norway", "will ask for a cod quota before June."]);
    expect(of("Two ministries in Lima oppose the mine")).toEqual(["Two ministries in Lima", "oppose the mine"]);
  });
  test("nouns that look like verbs are none after a determiner, an adjective of possession or “to”", () => {
    expect(of("Chile’s demands are met")).toEqual(["Chile’s demands", "are met"]);
    expect(of("The offer to fund a bridge was refused")).toEqual(["The offer to fund a bridge", "was refused"]);
  });
  test("a participle with “by” is no verb of the sentence", () => {
    expect(of("The price asked by Peru is high")).toEqual(["The price asked by Peru", "is high"]);
  });
  test("a relative clause of the subject is passed over", () => {
    expect(of("Kenya, which stopped buying maize in May, may ask for grain")).toEqual([
      "Kenya, which stopped buying maize in May,",
      "may ask for grain",
    ]);
  });
  test("“also” falls away, other adverbs go with the verb, a time goes to the end", () => {
    expect(of("Lima also insists on a port")).toEqual(["Lima", "insists on a port"]);
    expect(of("Lima has so far refused to pay")).toEqual(["Lima", "has so far refused to pay"]);
    expect(of("Peru on Monday raised its price")).toEqual(["Peru", "raised its price, on Monday"]);
  });
  test("a subject under discussion before the sentence falls away unless a clause hangs on it", () => {
    expect(of("On fish, Lima wants a quota")).toEqual(["Lima", "wants a quota"]);
    expect(of("On the dam in Puno, which is unfinished, Peru’s fear is the cost")?.[1]).toBe("is the cost");
  });
  test("verbs inside quotation marks do not count, and where there is no verb there is no clause", () => {
    expect(of("a “has been” minister of Peru")).toBeNull();
    expect(of("an offer of two ports")).toBeNull();
  });
  test("a plural pronoun left out leaves a singular verb", () => {
    expect(inSingular("are preparing a bid")).toBe("is preparing a bid");
    expect(inSingular("will wait")).toBe("will wait");
  });
});
