// The courier: fetches politely. One request to a host at a time, a pause between two, robots.txt obeyed, and a host that asks to wait is let be.
import { ScenesetterError } from "../model/index.ts";
import { type Answer, type FetchOptions, fetchAnswer, type RequestOptions } from "./fetch.ts";
import { retryAfter } from "./retry-after.ts";
import { createRobots } from "./robots.ts";

export interface CourierOptions {
  readonly fetch?: FetchOptions;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits; comes back early, or throws, when all is to end. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Least time between the end of one request to a host and the start of the next, in milliseconds. */
  readonly pause: number;
  readonly signal?: AbortSignal;
}

export interface Courier {
  /**
   * Asks for one address when its host's turn comes.
   * @throws ScenesetterError what fetchAnswer throws, `url-disallowed` by robots.txt, `url-waiting` while its host has asked to wait
   */
  fetch(address: string, conditions?: Pick<RequestOptions, "etag" | "lastModified">): Promise<Answer>;
}

/** Longest pause that a robots.txt can ask for. */
const LONGEST_PAUSE = 60_000;
/** Hosts remembered; those whose pause is over are let go. */
const HOSTS = 1000;

interface Host {
  /** Requests waiting or under way. */
  waiting: number;
  /** Settles when the request before is over. */
  tail: Promise<void>;
  /** When the next may start, in milliseconds since 1970. */
  next: number;
  /** Until when the host has asked to be let be. */
  until: number;
}

/** Turns at hosts: one holder a host, with a pause after each. */
function createTurns({ now, sleep }: Pick<CourierOptions, "now" | "sleep">) {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    let host = hosts.get(name);
    if (!host) {
      if (hosts.size >= HOSTS) for (const [key, h] of hosts) if (h.waiting === 0 && Math.max(h.next, h.until) <= now()) hosts.delete(key);
      host = { waiting: 0, tail: Promise.resolve(), next: 0, until: 0 };
      hosts.set(name, host);
    }
    return host;
  };
  return {
    /** Waits for the turn, which `end` ends. */
    async take(name: string): Promise<{ readonly end: (pause: number) => void }> {
      const host = hostOf(name);
      const before = host.tail;
      let release = (): void => {};
      host.waiting++;
      host.tail = new Promise((resolve) => {
        release = resolve;
      });
      const end = (pause: number): void => {
        host.waiting--;
        host.next = Math.max(host.next, now() + pause);
        release();
      };
      try {
        await before;
        const wait = host.next - now();
        if (wait > 0) await sleep(wait);
        return { end };
      } catch (error) {
        end(0);
        throw error;
      }
    },
    askedToWait: (name: string): number => hosts.get(name)?.until ?? 0,
    letBe(name: string, until: number): void {
      const host = hostOf(name);
      host.until = Math.max(host.until, until);
    },
  };
}

/** A courier. It remembers a bounded number of hosts and nothing of what it fetched. */
export function createCourier(options: CourierOptions): Courier {
  const { now, pause, signal } = options;
  const turns = createTurns(options);

  /** One fetch that takes the turn of every host it comes to, letting go of the one before, and asks `leave` before each request. */
  async function inTurn(address: string, request: RequestOptions, leave: (url: URL) => Promise<number>): Promise<Answer> {
    let held: { readonly end: (pause: number) => void } | null = null;
    let wanted = pause;
    const before = async (url: URL): Promise<void> => {
      // The turn is let go before leave is asked: that may itself need a turn at this host.
      held?.end(wanted);
      held = null;
      wanted = await leave(url);
      held = await turns.take(url.hostname);
      const until = turns.askedToWait(url.hostname);
      if (until > now()) throw new ScenesetterError("url-waiting", { url: url.href, until: new Date(until).toISOString() });
    };
    try {
      const answer = await fetchAnswer(address, { ...options.fetch, ...request, before, ...(signal ? { signal } : {}) });
      const until = answer.status === 429 || answer.status === 503 ? retryAfter(answer.headers["retry-after"], now()) : null;
      if (until !== null) turns.letBe(new URL(answer.url).hostname, until);
      return answer;
    } finally {
      (held as { end: (pause: number) => void } | null)?.end(wanted);
    }
  }

  const robots = createRobots((url) => inTurn(url, {}, async () => pause), now);
  return {
    fetch: (address, conditions = {}) =>
      inTurn(address, conditions, async (url) => {
        const site = await robots(url);
        if (!site.allows(url.href)) throw new ScenesetterError("url-disallowed", { url: url.href });
        return Math.max(pause, Math.min((site.delay ?? 0) * 1000, LONGEST_PAUSE));
      }),
  };
}
