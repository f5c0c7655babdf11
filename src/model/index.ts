// The words every stage speaks.
export * from "./actor.ts";
export * from "./attestation.ts";
export * from "./claim.ts";
export * from "./date.ts";
export * from "./document.ts";
export * from "./errors.ts";
export * from "./problem.ts";
export * from "./span.ts";
export * from "./wire.ts";
