// What the brief asks of layers it may not import: names of states and issues, offices on a day, sentences of a text.
import type { BriefNames } from "../brief/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import { segment } from "../language/index.ts";

export function briefNames(knowledge: Knowledge): BriefNames {
  return {
    shortName: (state) => knowledge.shortName(state),
    adjective: (state) => knowledge.adjective(state),
    issueLabel: (id) => knowledge.issue(id)?.label ?? id.replace(/^other:/, "").replaceAll("-", " "),
    officeOn: (person, on) => knowledge.officeOn(person, on),
    newestEvidence: (state, role, on) => knowledge.newestEvidence(state, role, on),
    actor: (id) => knowledge.actor(id),
    place: (name) => knowledge.place(name),
    sentences: (text) => segment(text).map(({ start, end }) => ({ start, end })),
  };
}
