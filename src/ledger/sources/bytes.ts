// Hashes as bytes in the database, little-endian whatever the machine.

const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** The bytes of each number the other way round, in place, on the rare machines that need it. */
function fitted(bytes: Uint8Array): Uint8Array {
  if (!LITTLE) for (let at = 0; at + 4 <= bytes.length; at += 4) bytes.subarray(at, at + 4).reverse();
  return bytes;
}

export const toBytes = (hashes: Uint32Array): Uint8Array => fitted(new Uint8Array(hashes.slice().buffer));

/** A copy of the bytes as numbers: what the database gives need not begin at a multiple of four. */
export const fromBytes = (bytes: Uint8Array): Uint32Array => new Uint32Array(fitted(Uint8Array.from(bytes)).buffer);
