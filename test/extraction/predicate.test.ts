// Predicates: subjects over passives, control, relative clauses and coordination; mode over auxiliaries and governors.
import { describe, expect, it } from "vitest";
import { modeOf } from "../../src/extraction/mode.ts";
import { agentOf, clauseOf, objectOf, subjectOf } from "../../src/extraction/predicate.ts";
import { Tree } from "../../src/extraction/tree.ts";
import { annotated } from "./fixture.ts";

const tree = (notation: string) => new Tree(annotated(notation));
const word = (t: Tree, i: number | null) => (i === null ? null : t.token(i).text);
const at = (t: Tree, text: string) => t.tokens.findIndex((x) => x.text === text);

const RAISED = `
  Norway Norway PROPN NNP 3 nsubj:pass
  is be AUX VBZ 3 aux:pass
  expected expect VERB VBN 0 root
  to to PART TO 5 mark
  urge urge VERB VB 3 xcomp
  Chile Chile PROPN NNP 5 obj
  to to PART TO 8 mark
  sign sign VERB VB 5 xcomp`;

describe("subjects", () => {
  it("pass through raising: “is expected to urge”", () => {
    const t = tree(RAISED);
    expect(word(t, subjectOf(t, at(t, "urge")))).toBe("Norway");
  });
  it("are the object of a verb that makes another act: “urge Chile to sign”", () => {
    const t = tree(RAISED);
    expect(word(t, subjectOf(t, at(t, "sign")))).toBe("Chile");
  });
  it("are shared by conjoined verbs", () => {
    const t = tree(`
      Norway Norway PROPN NNP 2 nsubj
      praised praise VERB VBD 0 root
      and and CCONJ CC 4 cc
      thanked thank VERB VBD 2 conj
      Chile Chile PROPN NNP 4 obj`);
    expect(word(t, subjectOf(t, at(t, "thanked")))).toBe("Norway");
  });
  it("of a passive are what is acted on, and “by” names who acts", () => {
    const t = tree(`
      The the DET DT 2 det
      deal deal NOUN NN 4 nsubj:pass
      was be AUX VBD 4 aux:pass
      blocked block VERB VBN 0 root
      by by ADP IN 6 case
      Norway Norway PROPN NNP 4 obl:agent`);
    expect(word(t, agentOf(t, at(t, "blocked")))).toBe("Norway");
    expect(word(t, objectOf(t, at(t, "blocked")))).toBe("deal");
  });
  it("of a participle after its noun are named by “by”: “the share sought by Norway”", () => {
    const t = tree(`
      the the DET DT 2 det
      share share NOUN NN 0 root
      sought seek VERB VBN 2 acl
      by by ADP IN 5 case
      Norway Norway PROPN NNP 3 obl:agent
      from from ADP IN 7 case
      allies ally NOUN NNS 3 obl`);
    expect(word(t, agentOf(t, at(t, "sought")))).toBe("Norway");
    expect(word(t, objectOf(t, at(t, "sought")))).toBe("share");
  });
  it("of a relative clause are its noun", () => {
    const t = tree(`
      Norway Norway PROPN NNP 0 root
      which which PRON WDT 3 nsubj
      refused refuse VERB VBD 1 acl:relcl
      the the DET DT 5 det
      offer offer NOUN NN 3 obj`);
    expect(word(t, subjectOf(t, at(t, "refused")))).toBe("Norway");
  });
});

describe("clauses", () => {
  it("of a noun are its infinitive: “commitment to increase”", () => {
    const t = tree(`
      Norway Norway PROPN NNP 3 nmod:poss
      's 's PART POS 1 case
      commitment commitment NOUN NN 0 root
      to to PART TO 5 mark
      increase increase VERB VB 3 acl
      spending spending NOUN NN 5 obj`);
    expect(word(t, clauseOf(t, at(t, "commitment")))).toBe("increase");
    expect(word(t, subjectOf(t, at(t, "increase")))).toBe("Norway");
  });
});

describe("mode", () => {
  const verb = (middle: string, xpos = "VB") =>
    tree(`
      Norway Norway PROPN NNP 3 nsubj
      ${middle}
      sign sign VERB ${xpos} 0 root
      it it PRON PRP 3 obj`);
  it("with “will” is planned and ahead", () => {
    const t = verb("will will AUX MD 3 aux");
    expect(modeOf(t, 2)).toMatchObject({ modality: "planned", future: true, past: false, negated: false });
  });
  it("with “may” is possible", () => {
    expect(modeOf(verb("may may AUX MD 3 aux"), 2).modality).toBe("possible");
  });
  it("with “not” is negated", () => {
    expect(modeOf(verb("not not PART RB 3 advmod"), 2)).toMatchObject({ modality: "negated", negated: true });
  });
  it("in a condition is hypothetical", () => {
    const t = tree(`
      If if SCONJ IN 3 mark
      Norway Norway PROPN NNP 3 nsubj
      signs sign VERB VBZ 5 advcl
      Chile Chile PROPN NNP 5 nsubj
      pays pay VERB VBZ 0 root`);
    expect(modeOf(t, at(t, "signs")).modality).toBe("hypothetical");
  });
  it("under “refused to” is negated, under “plans to” planned", () => {
    const under = (form: string, lemma: string) =>
      tree(`
        Norway Norway PROPN NNP 2 nsubj
        ${form} ${lemma} VERB VBD 0 root
        to to PART TO 4 mark
        sign sign VERB VB 2 xcomp`);
    expect(modeOf(under("refused", "refuse"), 3).modality).toBe("negated");
    expect(modeOf(under("planned", "plan"), 3).modality).toBe("planned");
  });
  it("of a past verb without auxiliaries is asserted and past", () => {
    const t = tree(`
      Norway Norway PROPN NNP 2 nsubj
      signed sign VERB VBD 0 root`);
    expect(modeOf(t, 1)).toMatchObject({ modality: "asserted", past: true, future: false });
  });
  it("in a question is hypothetical", () => {
    const t = tree(`
      Did do AUX VBD 3 aux
      Norway Norway PROPN NNP 3 nsubj
      sign sign VERB VB 0 root
      ? ? PUNCT . 3 punct`);
    expect(modeOf(t, at(t, "sign")).modality).toBe("hypothetical");
  });
});

describe("a bad parse", () => {
  it("with a circle of heads ends", () => {
    const t = tree(`
      a a VERB VBD 2 conj
      b b VERB VBD 1 conj`);
    expect(subjectOf(t, 0)).toBeNull();
    expect(t.coordinated(0).length).toBeLessThan(70);
    expect(modeOf(t, 0).modality).toBe("asserted");
  });
});
