// The learned layer: offices attested by what was read, with a person's decisions on them.
export { applyLearned } from "./apply.ts";
export { acceptedFrom, decisionsFile, readDecisions, writeDecisions } from "./decisions.ts";
export { daysRead } from "./groups.ts";
export { learnOffices } from "./learn.ts";
export type * from "./types.ts";
