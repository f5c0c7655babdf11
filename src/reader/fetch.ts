// Addresses → sources, safely: every address is checked before it is connected to, on every redirect, with limits on size and time.
import { lookup as dnsLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, request } from "undici";
import { ScenesetterError } from "../model/index.ts";
import { isPublicAddress } from "./addresses.ts";
import { discard, inflate } from "./inflate.ts";
import type { Source } from "./read-source.ts";

export interface FetchOptions {
  /** Which addresses may be connected to; public ones by default. Tests against a local server, and an intranet, are allowed here. */
  readonly allowAddress?: (address: string, port: string) => boolean;
  /** Which ports may be connected to: 80 and 443 by default. */
  readonly allowPort?: (port: string) => boolean;
  /** Time for the whole of it, redirects included, in milliseconds. */
  readonly timeout?: number;
}

export interface RequestOptions extends FetchOptions {
  /** What the server said of the copy that is there already; it then answers 304 if nothing has changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Called before every request, also those that a redirect leads to; what it throws ends the fetch, and its time is not counted. */
  readonly before?: (url: URL) => Promise<void>;
  /** Ends the fetch early. */
  readonly signal?: AbortSignal;
}

/** What a server answered, whatever the status. */
export interface Answer {
  readonly status: number;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Where the server says the page is for good; null unless every redirect was a permanent one. */
  readonly movedTo: string | null;
  readonly headers: Readonly<Record<"etag" | "last-modified" | "retry-after" | "cache-control" | "content-type", string | null>>;
  /** Decompressed; empty for other statuses than 200. */
  readonly bytes: Uint8Array;
}

/** Largest body after decompression. */
export const BODY_LIMIT = 5_000_000;
const REDIRECTS = 5;
const HEADER_LIMIT = 16_384;
const TIMEOUT = 30_000;
/** The name to servers, and the token of robots.txt. */
export const USER_AGENT = "scenesetter";

const refused = (url: string, reason: string): ScenesetterError => new ScenesetterError("url-refused", { url, reason });
const failed = (url: string, reason: string, cause?: unknown): ScenesetterError =>
  new ScenesetterError("url-failed", { url, reason }, cause);

/** The port of an address, also where it goes without saying. */
const portOf = (url: URL): string => url.port || (url.protocol === "https:" ? "443" : "80");

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
  if (literal && !options.allowAddress(host.replace(/^\[|\]$/g, ""), portOf(url))) throw refused(url.href, "the address is not public");
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

const ACCEPT =
  "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/plain, text/markdown;q=0.9, */*;q=0.1";
const KEPT_HEADERS = ["etag", "last-modified", "retry-after", "cache-control", "content-type"] as const;

/** One header; of several with one name, the first. */
const headerOf = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? value[0] : value) ?? null;

/** A signal that ends with the time allowed or with `outer`; `close` lets go of both, so that nothing piles up on a signal that lives for months. */
function deadline(timeout: number, outer: AbortSignal | undefined) {
  const controller = new AbortController();
  const stop = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => controller.abort(new DOMException("the time is over", "TimeoutError")), timeout);
  if (outer?.aborted) stop();
  outer?.addEventListener("abort", stop, { once: true });
  return {
    signal: controller.signal,
    close() {
      clearTimeout(timer);
      outer?.removeEventListener("abort", stop);
    },
  };
}

type Exchange = Pick<Answer, "status" | "headers" | "bytes"> & {
  /** Where a redirect leads. */
  readonly location: string | null;
};

/** One request and its answer, in the time given. */
async function exchange(url: URL, agent: Agent, timeout: number, options: RequestOptions): Promise<Exchange> {
  const { signal, close } = deadline(timeout, options.signal);
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        accept: ACCEPT,
        "accept-encoding": "gzip, deflate, br",
        "user-agent": USER_AGENT,
        ...(options.etag ? { "if-none-match": options.etag } : {}),
        ...(options.lastModified ? { "if-modified-since": options.lastModified } : {}),
      },
    });
    const redirect = statusCode >= 300 && statusCode < 400 && statusCode !== 304;
    let bytes: Uint8Array = new Uint8Array();
    if (statusCode !== 200) await discard(body);
    else {
      bytes = await inflate(body, headers["content-encoding"], BODY_LIMIT).catch((error: unknown) => {
        throw failed(url.href, error instanceof RangeError ? error.message : reasonOf(error).reason, error);
      });
    }
    const kept = Object.fromEntries(KEPT_HEADERS.map((name) => [name, headerOf(headers[name])])) as Answer["headers"];
    return { status: statusCode, headers: kept, bytes, location: redirect ? headerOf(headers.location) : null };
  } finally {
    close();
  }
}

/**
 * Asks for one page or feed over http or https and follows redirects.
 * @throws ScenesetterError `url-refused` for addresses that are not public http(s) on ports 80 and 443, at any redirect; `url-failed` for
 * errors of the network, more than 5 redirects, more than 5,000,000 bytes, or more time than allowed; what `before` throws
 */
export async function fetchAnswer(address: string, options: RequestOptions = {}): Promise<Answer> {
  const allowAddress = options.allowAddress ?? isPublicAddress;
  const allowPort = options.allowPort ?? ((port: string) => port === "80" || port === "443");
  const timeout = options.timeout ?? TIMEOUT;
  let left = timeout;
  let url = checkedUrl(address, null, { allowAddress, allowPort });
  const agent = new Agent({
    connect: {
      lookup: guardedLookup((found) => allowAddress(found, portOf(url))),
      autoSelectFamily: false,
      timeout: Math.min(10_000, timeout),
    },
    maxHeaderSize: HEADER_LIMIT,
    headersTimeout: Math.min(15_000, timeout),
    bodyTimeout: Math.min(15_000, timeout),
  });
  try {
    let permanent = true;
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      await options.before?.(url);
      const started = performance.now();
      const { status, headers, location, bytes } = await exchange(url, agent, left, options);
      left -= performance.now() - started;
      if (location === null) return { status, url: url.href, movedTo: hop > 0 && permanent ? url.href : null, headers, bytes };
      permanent &&= status === 301 || status === 308;
      url = checkedUrl(location, url, { allowAddress, allowPort });
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

/** What to say of a status other than 200. */
export const statusReason = (status: number): string => `the server answered ${status}`;

/**
 * Fetches one page or feed.
 * @throws ScenesetterError what fetchAnswer throws, and `url-failed` for statuses other than 200
 */
export async function fetchSource(address: string, options: FetchOptions = {}): Promise<Source> {
  const { status, url, headers, bytes } = await fetchAnswer(address, options);
  if (status !== 200) throw failed(url, statusReason(status));
  return { file: address, url, bytes, contentType: headers["content-type"] };
}
