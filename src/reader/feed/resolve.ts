// Addresses in feeds: absolute as they stand, relative ones from their base.

/** An absolute address is kept as written, so that an identifier is not changed; a relative one is resolved. Null when it cannot be. */
export function resolve(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed;
  if (base === null) return trimmed === "" ? null : trimmed;
  return URL.canParse(trimmed, base) ? new URL(trimmed, base).href : null;
}
