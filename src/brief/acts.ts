// Acts in words: what each PLOVER type says of source and target, no stronger than the type itself.
import type { PloverType } from "../model/index.ts";

interface Act {
  /** `{source} … {target}`, past. */
  readonly active: string;
  /** `{target}: … {source}`. */
  readonly passive: string;
}

const ACTS: Readonly<Record<PloverType, Act>> = {
  AGREE: { active: "agreed with", passive: "agreement with" },
  CONSULT: { active: "met or spoke with", passive: "talks with" },
  SUPPORT: { active: "spoke in support of", passive: "supported by" },
  CONCEDE: { active: "made a concession to", passive: "given a concession by" },
  COOPERATE: { active: "cooperated with", passive: "cooperation with" },
  AID: { active: "gave aid to", passive: "aided by" },
  RETREAT: { active: "gave way to", passive: "given way to by" },
  REQUEST: { active: "made a request to", passive: "asked by" },
  ACCUSE: { active: "criticised", passive: "criticised by" },
  REJECT: { active: "turned down", passive: "turned down by" },
  THREATEN: { active: "threatened", passive: "threatened by" },
  PROTEST: { active: "protested against", passive: "protest by" },
  SANCTION: { active: "took measures against", passive: "measures by" },
  MOBILIZE: { active: "moved forces against", passive: "forces moved by" },
  COERCE: { active: "used coercion against", passive: "coerced by" },
  ASSAULT: { active: "attacked", passive: "attacked by" },
};

export const actWords = (plover: PloverType): Act => ACTS[plover];
