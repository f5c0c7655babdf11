// Which network addresses may be fetched from: public ones only.
import ipaddr from "ipaddr.js";

/** 64:ff9b::/96 and 64:ff9b:1::/48 carry an IPv4 address that a translator would connect to. */
const NAT64 = [ipaddr.parseCIDR("64:ff9b::/96"), ipaddr.parseCIDR("64:ff9b:1::/48")];

/**
 * Whether `address` is an ordinary public unicast address. Private, loopback, link-local, carrier-grade, benchmarking, documentation,
 * multicast, reserved, IPv4-mapped, translated (NAT64), 6to4 and Teredo addresses are not; neither is text that is no address.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").split("%")[0]!;
  // Only full addresses: ipaddr.js would read “1.2.3” as a short form.
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed.range() !== "unicast") return false;
  if (parsed.kind() === "ipv4") return true;
  // IPv4-compatible addresses (::a.b.c.d) and site-local ones (fec0::/10) have long been given up, and still reach places.
  const parts = (parsed as ipaddr.IPv6).parts;
  if (parts.slice(0, 6).every((part) => part === 0) || (parts[0]! & 0xffc0) === 0xfec0) return false;
  return !NAT64.some((range) => parsed.match(range));
}
