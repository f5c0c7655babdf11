// Ordinary news sentences in which nothing but their own words tells who promised, asked, paid or met.
import { describe, expect, it } from "vitest";
import { claimsOf, MISSING, ofKind } from "./helper.ts";

const ids = (refs: readonly { readonly id: string; readonly state?: string }[]) => refs.map((r) => r.state ?? r.id);
const promises = (text: string) =>
  ofKind(claimsOf(text), "commitment")
    .filter((c) => c.modality !== "negated")
    .map((c) => ({ by: ids(c.by), to: ids(c.to), amount: c.amount?.value }));
const stands = (text: string) =>
  ofKind(claimsOf(text), "position").map((p) => ({ holder: p.holder.id, stance: p.stance, toward: ids(p.toward) }));

describe.skipIf(MISSING !== null)("what is given, promised and asked", () => {
  it.each([
    ["Iceland promised Malta a loan of 30 million euros.", { by: ["ISL"], to: ["MLT"], amount: 30_000_000 }],
    ["Bahrain pledged 70 million dollars to Jordan.", { by: ["BHR"], to: ["JOR"], amount: 70_000_000 }],
    ["Portugal is to lend Cyprus two frigates.", { by: ["PRT"], to: ["CYP"], amount: 2 }],
    ["Belgium will supply Moldova with 40 trucks this autumn.", { by: ["BEL"], to: ["MDA"], amount: 40 }],
    ["Mexico gave its word that it would build 20 clinics in Cuba.", { by: ["MEX"], to: ["CUB"], amount: 20 }],
  ])("%s", (text, expected) => expect(promises(text)).toContainEqual(expected));

  it.each([
    "Bahrain has not pledged 70 million dollars to Jordan.",
    "Bahrain made no pledge of 70 million dollars to Jordan.",
    "Belgium will play Moldova with two new strikers.",
    "The club promised Malta a friendly match.",
  ])("%s: nothing is promised", (text) => expect(promises(text)).toEqual([]));

  it.each([
    ["Bhutan was asked by Nepal to reopen the road.", { holder: "NPL", stance: "demands", toward: ["BTN"] }],
    ["Ghana turned down the request of Togo.", { holder: "GHA", stance: "opposes", toward: ["TGO"] }],
    ["Uganda insists that Rwanda pull out of the valley.", { holder: "UGA", stance: "demands", toward: ["RWA"] }],
    ["Latvia is opposed to the sale of the port to China.", { holder: "LVA", stance: "opposes", toward: ["CHN"] }],
  ])("%s", (text, expected) => expect(stands(text)).toContainEqual(expected));

  it("a state named as such speaks to others, its government at home does not", () => {
    expect(stands("Malta backs the ceasefire plan.")).toMatchObject([{ holder: "MLT", stance: "supports" }]);
    expect(stands("The Maltese government backs the ceasefire plan of its mediators.")).toEqual([]);
  });

  it("what has yet to be done is not done", () => {
    expect(stands("Latvia has endorsed the price cap on Russian oil.")).toMatchObject([{ stance: "supports" }]);
    expect(stands("Latvia has yet to endorse the price cap on Russian oil.")).not.toMatchObject([{ stance: "supports" }]);
  });
});

describe.skipIf(MISSING !== null)("who meets", () => {
  const meetings = (text: string) => ofKind(claimsOf(text), "meeting").map((m) => ({ who: ids(m.participants), place: m.place }));
  it.each([
    ["The trade ministers of Peru and Chile held talks in Lima on Monday.", { who: ["PER", "CHL"], place: "Lima" }],
    ["President Prabowo Subianto visited King Abdullah II in Amman on Monday.", { who: ["IDN", "JOR"], place: "Amman" }],
    ["Talks between President Gustavo Petro and President Luis Arce opened in Cusco on Monday.", { who: ["COL", "BOL"], place: "Cusco" }],
  ])("%s", (text, expected) => expect(meetings(text)).toContainEqual(expected));
  it.each([
    "The trade ministers of Peru and Chile held no talks in Lima on Monday.",
    "President Prabowo Subianto did not fly to Amman on Monday to confer with King Abdullah II.",
  ])("%s: no meeting", (text) => expect(meetings(text)).toEqual([]));
});

describe.skipIf(MISSING !== null)("what a clause says and what only stands beside it", () => {
  const MET = "Peru and Chile held talks in Lima on Monday.";
  it.each([
    [`${MET} Chile will ask for a loan before President Gabriel Boric and President Dina Boluarte meet in June.`, "a loan"],
    [`${MET} Peru may ask Chile for more water this summer, one of the diplomats said.`, "more water"],
  ])("%s", (text, about) => expect(ofKind(claimsOf(text), "position").map((p) => p.about)).toEqual([about]));

  it("wanting somebody to act is directed at him", () => {
    expect(stands(`${MET} Peru wants Chile to share its maps.`)).toContainEqual({ holder: "PER", stance: "seeks", toward: ["CHL"] });
  });

  it("when something is wanted is not what it is about", () => {
    expect(ofKind(claimsOf(`${MET} Peru wants the first ferry before the local elections in June.`), "position")[0]?.issue).toMatch(
      /^other:/,
    );
  });

  it("a promise inside a promise is one", () => {
    expect(promises(`${MET} Chile pledged to guarantee loans of 90 million euros for new schools by May 2026.`)).toHaveLength(1);
  });

  it("whom one turns away from is not promised anything", () => {
    expect(promises("Bulgaria pledged to end its dependence on Russian uranium by 2027.")).toMatchObject([{ by: ["BGR"], to: [] }]);
  });

  it("the year of a name and the day of another clause are no deadlines", () => {
    const deadlines = (text: string) => ofKind(claimsOf(text), "commitment").map((c) => c.deadline);
    expect(deadlines(`${MET} Chile pledged to support the Vision 2030 of Saudi Arabia with ships.`)).toEqual([null]);
    expect(deadlines(`${MET} Chile promised to host the games, which begin in 2027.`)).toEqual([null]);
    expect(deadlines(`${MET} Chile promised to open the port to Bolivia in 2027.`)).toEqual(["2027"]);
  });

  it.each([
    [`${MET} Peru has raised to 90 million euros, from 70 million, the sum it asks of Chile for the mine.`, 90_000_000, "demand", "PER"],
    [`${MET} Peru wants Chile to take back 400 stranded migrants a month. Chile is prepared to take 150.`, 150, "offer", "CHL"],
  ])("%s", (text, value, role, holder) =>
    expect(ofKind(claimsOf(text), "figure").map((f) => [f.value, f.role, f.holder?.id])).toContainEqual([value, role, holder]),
  );
});

describe.skipIf(MISSING !== null)("figures of payments and plants", () => {
  it.each([
    ["Iceland paid Malta 12 million euros.", "ISL", 12_000_000],
    ["The refinery in Algeria has a capacity of 300,000 barrels.", "DZA", 300_000],
  ])("%s", (text, whose, value) =>
    expect(ofKind(claimsOf(text), "figure").map((f) => [f.whose?.id, f.value])).toContainEqual([whose, value]),
  );
});

describe.skipIf(MISSING !== null)("talk", () => {
  const MET = "President Gabriel Boric met President Dina Boluarte in Lima on Monday.";
  it.each([
    "President Boric said he wanted to thank President Boluarte.",
    "Chile welcomed the opportunity.",
    "Peru appreciates your efforts.",
    "Chile supports us.",
  ])("%s: no standpoint", (text) => expect(stands(`${MET} ${text}`)).toEqual([]));
  it.each(["Chile welcomed the opportunity to expand trade.", "Peru appreciates the efforts of Chile to end smuggling."])(
    "%s: a standpoint",
    (text) => expect(stands(`${MET} ${text}`)).toHaveLength(1),
  );
  it("an election that is his is a courtesy", () =>
    expect(ofKind(claimsOf(`${MET} President Boric congratulated her on her election.`), "position").map((p) => p.issue)).toEqual([
      "leader-relationship",
    ]));
});

describe.skipIf(MISSING !== null)("what others do or are asked to do", () => {
  it("an act asked of others is no stand of theirs", () => {
    const found = stands("Latvia and Chad held talks in Riga. Latvia urges Chad to condemn the test of the missile by North Korea.");
    expect(found.filter((p) => p.holder === "TCD")).toEqual([]);
    expect(found).toContainEqual({ holder: "LVA", stance: "demands", toward: ["TCD"] });
  });
  it("who gives a feast together has met nobody by it", () =>
    expect(ofKind(claimsOf("The concert was hosted by President Andrzej Duda and President Klaus Iohannis."), "meeting")).toEqual([]));
  it("receiving guests is no promise", () =>
    expect(promises("President Emmanuel Macron will host the leaders of Kenya and Ghana in Paris on 3 June, the palace said.")).toEqual(
      [],
    ));
});

describe.skipIf(MISSING !== null)("whose number", () => {
  const MET = "President Joe Biden met Chancellor Olaf Scholz in Berlin.";
  const figures = (text: string) => ofKind(claimsOf(`${MET} ${text}`), "figure").map((f) => [f.value, f.role, f.whose?.id, f.holder?.id]);
  it("what is asked of a side that the sentence names is of that side", () => {
    const found = figures(
      "Germany's defence spending is to reach 1.9 percent of GDP this year, against an American request that has moved from 2.5 percent to 3 percent.",
    );
    expect(found).toContainEqual([1.9, "target", "DEU", "DEU"]);
    expect(found).toContainEqual([3, "demand", "DEU", "USA"]);
  });
  it("a plan's number is a target wherever the parse hangs it", () =>
    expect(figures("Germany is holding to its plan for 2 percent of GDP on defence.")).toEqual([[2, "target", "DEU", "DEU"]]));
  it("a number that is only spoken of measures nothing", () =>
    expect(
      figures("The United States asks Germany for 60 percent of the work. Sixty is a political number, an official said."),
    ).toHaveLength(1));
});
