// Agenda issues by id.
import type { IssueRow } from "./tables.ts";
import type { Issue } from "./types.ts";

export class IssueTable {
  readonly all: readonly Issue[];
  readonly #byId: ReadonlyMap<string, Issue>;

  constructor(rows: readonly IssueRow[]) {
    this.all = rows;
    this.#byId = new Map(rows.map((r) => [r.id, r]));
  }

  get(id: string): Issue | null {
    return this.#byId.get(id) ?? null;
  }
}
