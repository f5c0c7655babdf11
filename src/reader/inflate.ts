// A body off the network, decompressed, its bytes counted after decompression.
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

const DECODERS: Readonly<Record<string, () => Transform | null>> = {
  "": () => null,
  identity: () => null,
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Ends a body that nobody will read, whatever its stream says to that. */
export async function discard(body: Readable): Promise<void> {
  await new Promise<void>((resolve) => {
    body.once("error", () => resolve());
    body.once("close", () => resolve());
    body.destroy();
  });
}

/**
 * Reads a body to its end.
 * @throws RangeError for an encoding that is unknown or stacked, and when the decompressed body has more than `limit` bytes
 */
export async function inflate(body: Readable, encoding: string | string[] | undefined, limit: number): Promise<Uint8Array> {
  const name = (Array.isArray(encoding) ? encoding.join(",") : (encoding ?? "")).trim().toLowerCase();
  const chunks: Buffer[] = [];
  let size = 0;
  let tooLarge: RangeError | null = null;
  const collect = async (stream: AsyncIterable<unknown>): Promise<void> => {
    for await (const chunk of stream) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > limit) {
        tooLarge = new RangeError(`it has more than ${limit} bytes`);
        throw tooLarge;
      }
      chunks.push(bytes);
    }
  };
  const open = DECODERS[name];
  if (!open) {
    await discard(body);
    throw new RangeError(`its content encoding “${name}” is not known`);
  }
  try {
    const decoder = open();
    await (decoder ? pipeline(body, decoder, collect) : pipeline(body, collect));
  } catch (error) {
    // The pipeline may report that it was aborted rather than why.
    throw tooLarge ?? error;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
