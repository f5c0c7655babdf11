// The entries of a ZIP archive by its central directory, with limits that are checked against what really comes out.
import { inflateRawSync } from "node:zlib";

const MOST_ENTRIES = 2_000;
/** Largest sum of the sizes of the entries, in bytes. */
const MOST_BYTES = 100_000_000;
/** An entry above a megabyte that is this many times larger than its packed form is a bomb; XML of real documents stays below 60. */
const MOST_RATIO = 250;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Why an archive is refused; the message says what is wrong with it, as in “the archive …”. */
export class ZipError extends Error {
  readonly kind: "damaged" | "too-large" | "encrypted";
  constructor(kind: ZipError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

const damaged = (why: string): ZipError => new ZipError("damaged", why);

/** Offset of the end-of-central-directory record. */
function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged("it ends in the middle");
}

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new ZipError("too-large", `it has ${count} parts`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged("its table of contents is broken");
    if (view.getUint16(at + 8, true) & 1) throw new ZipError("encrypted", "it is encrypted");
    const [nameLength, extraLength, commentLength] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function inflateEntry(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) throw damaged(`its part ${entry.name} is missing`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(`its part ${entry.name} is packed in an unknown way`);
  try {
    // One byte of room: an entry that holds more than it says overruns it.
    return inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
  } catch {
    throw damaged(`its part ${entry.name} does not hold what it says`);
  }
}

/**
 * The parts of an archive, by name, inflated.
 * @throws ZipError for archives that are damaged, encrypted, or hold more than 2,000 parts or 100,000,000 bytes
 */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = entriesOf(bytes);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_BYTES) throw new ZipError("too-large", `it unpacks to ${total} bytes`);
  const bomb = entries.find(({ size, packed }) => size > 1_000_000 && size > MOST_RATIO * packed);
  if (bomb)
    throw new ZipError("too-large", `its part ${bomb.name} unpacks to ${Math.round(bomb.size / Math.max(1, bomb.packed))} times its size`);
  return new Map(entries.map((entry) => [entry.name, inflateEntry(bytes, entry)]));
}
