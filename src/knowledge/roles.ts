// The roles that an office can have, for checking what people write.
import type { OfficeRole } from "../model/index.ts";
import { ROLE_ORDER } from "./terms.ts";

const ROLES: ReadonlySet<unknown> = new Set(ROLE_ORDER);

export function isRole(value: unknown): value is OfficeRole {
  return ROLES.has(value);
}
