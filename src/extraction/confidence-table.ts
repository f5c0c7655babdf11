// Measured precision a rule, written by eval/claims.ts --calibrate. Do not edit by hand.
export const MEASURED: Readonly<Record<string, number>> = {};
