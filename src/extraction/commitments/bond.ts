// A commitment while it is read.
import type { CommitmentStatus, Modality, Span } from "../../model/index.ts";
import type { Party } from "../parties.ts";
import type { Act } from "./act.ts";

export interface Bond {
  readonly rule: string;
  readonly by: readonly Party[];
  readonly toward: readonly Party[];
  readonly act: Act;
  readonly status: CommitmentStatus;
  readonly modality: Modality;
  readonly span: Span;
  readonly token: number;
}
