// robots.txt by RFC 9309: fetched once a day for each origin, parsed by robots-parser.
import robotsParser from "robots-parser";
import { ScenesetterError } from "../model/index.ts";
import { type Answer, USER_AGENT } from "./fetch.ts";

// The package is CommonJS and its types say it is not: what is imported is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** What a site allows. */
export interface Robots {
  allows(url: string): boolean;
  /** Seconds between requests that the site asks for; null where it does not. */
  readonly delay: number | null;
}

const ALL: Robots = { allows: () => true, delay: null };
const NONE: Robots = { allows: () => false, delay: null };

/** Bytes of robots.txt that are read; RFC 9309, 2.5 asks for at least this many. */
const ROBOTS_BYTES = 512_000;
/** A day, the longest that RFC 9309, 2.4 lets a copy be used; and how soon an unreachable one is asked for again. */
const FRESH_MS = 86_400_000;
const RETRY_MS = 1_800_000;
/** Origins remembered. */
const ORIGINS = 1000;

/** Reads a robots.txt that lies at `url`. */
export function readRobots(url: string, text: string): Robots {
  const rules = parseRobots(url, text);
  return { allows: (page) => rules.isAllowed(page, USER_AGENT) ?? true, delay: rules.getCrawlDelay(USER_AGENT) ?? null };
}

/** RFC 9309, 2.3.1: none there means all is allowed; one that cannot be had now means that nothing is. */
function robotsOf(url: string, { status, bytes }: Answer): Robots {
  if (status === 200) return readRobots(url, new TextDecoder().decode(bytes.subarray(0, ROBOTS_BYTES)));
  return status >= 400 && status < 500 && status !== 429 ? ALL : NONE;
}

/**
 * What the site of an address allows, remembered for a day.
 * @param fetch asks for a robots.txt; its failures count as an unreachable one, but for addresses that are refused
 * @param now milliseconds since 1970
 */
export function createRobots(fetch: (url: string) => Promise<Answer>, now: () => number): (url: URL) => Promise<Robots> {
  const known = new Map<string, { readonly robots: Promise<Robots>; readonly until: number }>();
  return (url) => {
    const found = known.get(url.origin);
    if (found && now() < found.until) return found.robots;
    const place = `${url.origin}/robots.txt`;
    let until = now() + FRESH_MS;
    const remember = (robots: Promise<Robots>): void => {
      known.delete(url.origin);
      known.set(url.origin, { robots, until });
      if (known.size > ORIGINS) known.delete(known.keys().next().value!);
    };
    const robots = fetch(place).then(
      (answer) => {
        const result = robotsOf(place, answer);
        if (result !== NONE) return result;
        until = now() + RETRY_MS;
        remember(Promise.resolve(result));
        return result;
      },
      (error: unknown) => {
        if (error instanceof ScenesetterError && error.problem.code === "url-refused") {
          known.delete(url.origin);
          throw error;
        }
        until = now() + RETRY_MS;
        remember(Promise.resolve(NONE));
        return NONE;
      },
    );
    remember(robots);
    return robots;
  };
}
