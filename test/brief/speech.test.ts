// Speech in the first person: what a brief makes of “I” and “we”.
import { describe, expect, test } from "vitest";
import { isCourtesy, isFirstPerson, isGreeting, isOfBoth, isOurs, isTranscript, ofBoth, quotedSpeech } from "../../src/brief/speech.ts";

describe("the first person", () => {
  test("is seen outside quotation marks only", () => {
    expect(isFirstPerson("We will sign the treaty with Peru in May.")).toBe(true);
    expect(isFirstPerson("Peru said “we will sign” and left.")).toBe(false);
    expect(isFirstPerson("The minister and I.")).toBe(true);
    expect(isFirstPerson("And I’d like to start.")).toBe(true);
  });
  test("is no roman numeral and no US", () => {
    expect(isFirstPerson("Article I of the treaty applies to the US.")).toBe(false);
    expect(isFirstPerson("They told us that the port is closed.")).toBe(true);
  });
  test("of a possession alone can be told of the two who hold it", () => {
    expect(isOurs("The leaders praised the friendship between our peoples.")).toBe(true);
    expect(isOurs("We praise the friendship between our peoples.")).toBe(false);
    expect(ofBoth("We welcome our new pact, which “gives us room”.")).toBe("We welcome their new pact, which “gives us room”.");
    expect(ofBoth("what we owe to our farmers")).toBe("what they owe to their farmers");
  });
});

describe("what says nothing", () => {
  test("courtesies and the conduct of a talk", () => {
    expect(isCourtesy("I would like to begin by greeting the king.")).toBe(true);
    expect(isCourtesy("We are happy to be in Nairobi.")).toBe(true);
    expect(isCourtesy("I want a duty of 5 per cent on maize.")).toBe(false);
    expect(isCourtesy("Kenya wants to begin the talks in May.")).toBe(false);
  });
  test("greetings in the third person", () => {
    expect(isGreeting("The king looks forward to receiving the president.")).toBe(true);
    expect(isGreeting("The king asks for a lower duty.")).toBe(false);
  });
});

test("a transcript has turns of several speakers", () => {
  expect(isTranscript("PRESIDENT RUTO:  Welcome.\n\nKING FELIPE:  Thank you.")).toBe(true);
  expect(isTranscript("Nairobi: the king arrived.\n\nMadrid: no comment.")).toBe(false);
});

test("speech is printed between marks, whole or not at all", () => {
  expect(quotedSpeech("We opened three ports in Ghana.")).toBe("“We opened three ports in Ghana”.");
  expect(quotedSpeech("and we opened three ports")).toBeNull();
  expect(quotedSpeech(`We ${"really ".repeat(30)}want it.`)).toBeNull();
});

test("sentences of the two are known by their subject", () => {
  expect(isOfBoth("The two leaders signed the pact.")).toBe(true);
  expect(isOfBoth("The leader signed the pact.")).toBe(false);
});
