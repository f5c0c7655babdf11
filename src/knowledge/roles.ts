// The roles that an office can have, for checking what people write.
import type { OfficeRole } from "../model/index.ts";

const ROLES: ReadonlySet<unknown> = new Set<OfficeRole>([
  "head-of-state",
  "head-of-government",
  "deputy-head",
  "foreign-minister",
  "defence-minister",
  "finance-minister",
  "trade-minister",
  "interior-minister",
  "minister",
  "national-security-adviser",
  "spokesperson",
  "ambassador",
  "chief-of-staff",
  "legislator",
  "head-of-organisation",
  "envoy",
  "monarch",
  "other",
]);

export function isRole(value: unknown): value is OfficeRole {
  return ROLES.has(value);
}
