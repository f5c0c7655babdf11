// What the packed streams of a PDF unpack to, counted before a reader without limits is let at them.
import { inflateSync } from "node:zlib";
import { OfficeError } from "./office-text.ts";

/** Largest sum of all unpacked streams but pictures, in bytes. */
const MOST_BYTES = 150_000_000;
/** Most bytes packed by the old LZW way, which can grow 2,700 times. */
const MOST_LZW_BYTES = 1_000_000;

/** The dictionary that ends right before `at`: the bytes from the object's head on. */
function dictionaryBefore(text: string, at: number): string {
  return text.slice(Math.max(text.lastIndexOf("obj", at), at - 2_000), at);
}

/**
 * Counts what the streams of a PDF unpack to.
 * @throws OfficeError `too-large` when that is more than 150,000,000 bytes, or when streams are packed several times over
 */
export function checkStreams(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  let total = 0;
  let lzw = 0;
  const starts = /(?<!end)stream\r?\n/g;
  for (const m of text.matchAll(starts)) {
    const dictionary = dictionaryBefore(text, m.index);
    // Pictures are never unpacked for their text.
    if (/\/Subtype\s*\/Image/.test(dictionary)) continue;
    const start = m.index + m[0].length;
    const end = text.indexOf("endstream", start);
    const packed = bytes.subarray(start, end < 0 ? bytes.length : end);
    const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z])/g) ?? [];
    if (filters.length > 1) throw new OfficeError("too-large", "a part of it is packed more than once");
    if (/LZW/.test(filters[0] ?? "")) lzw += packed.length;
    else if (/Fl/.test(filters[0] ?? "")) {
      try {
        total += inflateSync(packed, { maxOutputLength: MOST_BYTES - total, finishFlush: 2 }).length;
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") total = MOST_BYTES;
        // What does not inflate is broken or encrypted: the reader will say so.
      }
    }
    if (total >= MOST_BYTES || lzw > MOST_LZW_BYTES) throw new OfficeError("too-large", `it unpacks to more than ${MOST_BYTES} bytes`);
  }
}
