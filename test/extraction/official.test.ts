// Who speaks for a state: people in office by the tables or by the text itself, and nobody who decides or speaks on his own account.
import { describe, expect, it } from "vitest";
import { claimsOf, MISSING, ofKind } from "./helper.ts";

const positions = (text: string) => ofKind(claimsOf(text), "position").map((c) => `${c.holder.id} ${c.stance}`);

describe.skipIf(MISSING !== null)(`who speaks for a state${MISSING === null ? "" : ` (skipped: ${MISSING})`}`, () => {
  it("takes the text's word for an office that the tables do not know of on the day", () => {
    // in May 2024 Mark Carney held none
    const titled = "Prime Minister Mark Carney met President Emmanuel Macron in Paris. Carney opposes quotas on fish.";
    expect(positions(titled)).toContain("CAN opposes");
  });

  it("takes a title of an office that was over by then for a courtesy", () => {
    const courtesy = "President Emmanuel Macron met Chancellor Olaf Scholz in Paris. President Barack Obama opposes a tax on sugar.";
    expect(positions(courtesy)).toEqual([]);
  });

  it("leaves what somebody out of office says of things at home", () => {
    const former = "President Emmanuel Macron met Chancellor Olaf Scholz in Paris. Former chancellor Angela Merkel opposes a new motorway.";
    expect(positions(former)).toEqual([]);
  });

  it("keeps what somebody out of office addresses to another state", () => {
    const abroad =
      "President Emmanuel Macron met Chancellor Olaf Scholz in Paris. Former chancellor Angela Merkel urged Russia to end the war.";
    expect(positions(abroad)).toContain("person:angela-merkel demands");
  });

  it("takes no promise from those who decide for themselves", () => {
    const promises = (who: string) => ofKind(claimsOf(`${who} agreed to open their files to Spain by June 2025.`), "commitment").length;
    expect(promises("Portuguese prosecutors")).toBe(0);
    expect(promises("Portuguese officials")).toBe(1);
  });

  it("takes no position from a refusal to speak, nor from an appeal to one's own people", () => {
    expect(positions("After talks with Canada the Danish minister refused to say which side he would be on.")).toEqual([]);
    expect(positions("President Emmanuel Macron met Chancellor Olaf Scholz and urged the French public not to waste water.")).toEqual([]);
    expect(positions("President Emmanuel Macron met Chancellor Olaf Scholz and urged the German public not to waste gas.")).toContain(
      "FRA demands",
    );
  });

  it("takes no promise of a person to those its act speaks of, and no stand from what somebody ought to want", () => {
    const met = "President Emmanuel Macron met Chancellor Olaf Scholz in Paris.";
    expect(ofKind(claimsOf(`${met} Senator Tim Scott promised to expel students who back Hamas.`), "commitment")).toEqual([]);
    expect(positions(`${met} Britain should expect more storms, an engineer said.`)).toEqual([]);
    expect(positions(`${met} Britain expects France to open the tunnel, an engineer said.`)).toContain("GBR seeks");
  });

  it("takes no position about one's own people on nothing that states deal with", () => {
    const met = "President Emmanuel Macron met Chancellor Olaf Scholz in Paris.";
    expect(positions(`${met} Mr Scholz criticised the singing of Friedrich Merz.`)).toEqual([]);
    expect(positions(`${met} Mr Scholz criticised the singing of Mr Macron.`)).toContain("DEU opposes");
  });
});
