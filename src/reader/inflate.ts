// A body off the network, decompressed, its bytes counted after decompression.
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/**
 * Reads a body to its end.
 * @throws RangeError for an encoding that is unknown or stacked, and when the decompressed body has more than `limit` bytes
 */
export async function inflate(body: Readable, encoding: string | string[] | undefined, limit: number): Promise<Uint8Array> {
  const name = (Array.isArray(encoding) ? encoding.join(",") : (encoding ?? "")).trim().toLowerCase();
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (stream: AsyncIterable<unknown>): Promise<void> => {
    for await (const chunk of stream) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > limit) throw new RangeError(`it has more than ${limit} bytes`);
      chunks.push(bytes);
    }
  };
  if (name === "" || name === "identity") await pipeline(body, collect);
  else if (name === "gzip" || name === "x-gzip") await pipeline(body, createGunzip(), collect);
  else if (name === "deflate") await pipeline(body, createInflate(), collect);
  else if (name === "br") await pipeline(body, createBrotliDecompress(), collect);
  else {
    body.destroy();
    throw new RangeError(`its content encoding “${name}” is not known`);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
