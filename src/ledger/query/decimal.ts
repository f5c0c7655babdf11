// Exact differences of decimal numbers: 3.3 − 2.2 is 1.1, as a reader expects, not 1.0999999999999996.

/** A finite number as an integer and a count of decimal places, read from its shortest decimal form. */
function parts(value: number): { readonly digits: bigint; readonly places: number } {
  const [mantissa, exponent = "0"] = String(value).toLowerCase().split("e") as [string, string?];
  const [whole, fraction = ""] = mantissa.split(".") as [string, string?];
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

/** |a − b|, computed on the decimal digits of both. */
export function difference(a: number, b: number): number {
  const x = parts(a);
  const y = parts(b);
  const places = Math.max(x.places, y.places);
  const scaled = (n: typeof x) => n.digits * 10n ** BigInt(places - n.places);
  const d = scaled(x) - scaled(y);
  const text = (d < 0n ? -d : d).toString().padStart(places + 1, "0");
  return Number(places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`);
}

/**
 * The size of the last digit a writer meant: 1.5 → 0.1, 14,900,000,000 → 100,000,000. Zeros at the end of a large number may be rounding,
 * but at least two digits count (20,000 → 1,000); numbers below a thousand are written out (100 → 1).
 */
export function lastDigit(value: number): number {
  const { digits, places } = parts(Math.abs(value));
  const text = digits.toString();
  if (places > 0 || Math.abs(value) < 1000) return Number(`1e${-Math.max(0, places)}`);
  const zeros = text.length - text.replace(/0+$/, "").length;
  return Number(`1e${Math.min(zeros, text.length - 2)}`);
}

/** Whether one number may be the other rounded: they differ by less than half the last digit of the coarser one. */
export function roundsTo(a: number, b: number): boolean {
  return difference(a, b) < Math.max(lastDigit(a), lastDigit(b)) / 2;
}
