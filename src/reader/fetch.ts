// Addresses → sources, safely: every address is checked before it is connected to, on every redirect, with limits on size and time.
import { lookup as dnsLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, request } from "undici";
import { ScenesetterError } from "../model/index.ts";
import { isPublicAddress } from "./addresses.ts";
import { discard, inflate } from "./inflate.ts";
import type { Source } from "./read-source.ts";

export interface FetchOptions {
  /** Which addresses may be connected to; public ones by default. Tests against a local server allow it here. */
  readonly allowAddress?: (address: string) => boolean;
  /** Which ports may be connected to: 80 and 443 by default. */
  readonly allowPort?: (port: string) => boolean;
  /** Time for the whole of it, redirects included, in milliseconds. */
  readonly timeout?: number;
}

/** Largest body after decompression. */
export const BODY_LIMIT = 5_000_000;
const REDIRECTS = 5;
const HEADER_LIMIT = 16_384;
const TIMEOUT = 30_000;

const refused = (url: string, reason: string): ScenesetterError => new ScenesetterError("url-refused", { url, reason });
const failed = (url: string, reason: string, cause?: unknown): ScenesetterError =>
  new ScenesetterError("url-failed", { url, reason }, cause);

/** An address after the WHATWG URL parser, which turns decimal, octal, hexadecimal, short and full-width hosts into plain ones. */
function checkedUrl(raw: string, base: URL | null, options: Required<Pick<FetchOptions, "allowAddress" | "allowPort">>): URL {
  let url: URL;
  try {
    url = base ? new URL(raw, base) : new URL(raw);
  } catch {
    throw refused(raw, "it is no address");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused(raw, `${url.protocol} is neither http: nor https:`);
  if (url.username !== "" || url.password !== "")
    throw refused(url.href.replace(/\/\/[^@/]*@/, "//"), "it carries a user name or password");
  if (url.port !== "" && !options.allowPort(url.port)) throw refused(url.href, `port ${url.port} is not allowed`);
  const host = url.hostname;
  const literal = host.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(host);
  if (literal && !options.allowAddress(host.replace(/^\[|\]$/g, ""))) throw refused(url.href, "the address is not public");
  return url;
}

/** A lookup that gives the connection only answers that were checked; one bad answer among several refuses all. */
function guardedLookup(allow: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, answers) => {
      if (error) {
        callback(error, "", 0);
        return;
      }
      const bad = answers.find(({ address }) => !allow(address));
      if (bad || answers.length === 0) {
        const why: NodeJS.ErrnoException = Object.assign(new Error(`${hostname} leads to an address that is not public`), {
          code: "EREFUSED_ADDRESS",
        });
        callback(why, "", 0);
        return;
      }
      if (options.all) callback(null, answers);
      else callback(null, answers[0]!.address, answers[0]!.family);
    });
  };
}

function reasonOf(error: unknown): { readonly reason: string; readonly refused: boolean } {
  let at: unknown = error;
  for (let depth = 0; at instanceof Error && depth < 5; depth++) {
    const code = "code" in at ? String(at.code) : "";
    if (code === "EREFUSED_ADDRESS") return { reason: at.message, refused: true };
    if (code === "ENOTFOUND" || code === "EAI_AGAIN") return { reason: "its host was not found", refused: false };
    if (code === "ECONNREFUSED") return { reason: "the connection was refused", refused: false };
    if (/TIMEOUT/.test(code) || at.name === "TimeoutError" || at.name === "AbortError")
      return { reason: "it took too long", refused: false };
    at = at.cause ?? (at instanceof AggregateError ? at.errors[0] : undefined);
  }
  return { reason: error instanceof Error ? error.message : String(error), refused: false };
}

/**
 * Fetches one page or feed over http or https.
 * @throws ScenesetterError `url-refused` for addresses that are not public http(s) on ports 80 and 443, at any redirect; `url-failed` for
 * errors of the network, statuses other than 200, more than 5 redirects, more than 5,000,000 bytes, or more time than allowed
 */
export async function fetchSource(address: string, options: FetchOptions = {}): Promise<Source> {
  const allowAddress = options.allowAddress ?? isPublicAddress;
  const allowPort = options.allowPort ?? ((port: string) => port === "80" || port === "443");
  const rules = { allowAddress, allowPort };
  const timeout = options.timeout ?? TIMEOUT;
  const signal = AbortSignal.timeout(timeout);
  const agent = new Agent({
    connect: { lookup: guardedLookup(allowAddress), autoSelectFamily: false, timeout: Math.min(10_000, timeout) },
    maxHeaderSize: HEADER_LIMIT,
    headersTimeout: Math.min(15_000, timeout),
    bodyTimeout: Math.min(15_000, timeout),
  });
  try {
    let url = checkedUrl(address, null, rules);
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const { statusCode, headers, body } = await request(url, {
        dispatcher: agent,
        signal,
        headers: {
          accept:
            "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/plain, text/markdown;q=0.9, */*;q=0.1",
          "accept-encoding": "gzip, deflate, br",
          "user-agent": "scenesetter",
        },
      });
      const location = headers.location;
      if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
        await discard(body);
        url = checkedUrl(Array.isArray(location) ? location[0]! : location, url, rules);
        continue;
      }
      if (statusCode !== 200) {
        await discard(body);
        throw failed(url.href, `the server answered ${statusCode}`);
      }
      const type = headers["content-type"];
      const bytes = await inflate(body, headers["content-encoding"], BODY_LIMIT).catch((error: unknown) => {
        throw failed(url.href, error instanceof RangeError ? error.message : reasonOf(error).reason, error);
      });
      return { file: address, url: url.href, bytes, contentType: (Array.isArray(type) ? type[0] : type) ?? null };
    }
    throw failed(address, `it was redirected more than ${REDIRECTS} times`);
  } catch (error) {
    if (error instanceof ScenesetterError) throw error;
    const why = reasonOf(error);
    throw why.refused ? refused(address, why.reason) : failed(address, why.reason, error);
  } finally {
    await agent.destroy();
  }
}
