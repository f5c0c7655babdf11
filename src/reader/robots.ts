// robots.txt by RFC 9309: fetched once a day for each origin, parsed by robots-parser.
import robotsParser from "robots-parser";
import { ScenesetterError } from "../model/index.ts";
import { type Answer, USER_AGENT } from "./fetch.ts";

// The package is CommonJS and its types say it is not: what is imported is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** What a site allows. */
export interface Robots {
  allows(url: string): boolean;
  /** Length of its text. */
  readonly size: number;
  /** Seconds between requests that the site asks for; null where it does not. */
  readonly delay: number | null;
}

const ALL: Robots = { allows: () => true, size: 0, delay: null };
const NONE: Robots = { allows: () => false, size: 0, delay: null };

/** Bytes of robots.txt that are read; RFC 9309, 2.5 asks for at least this many. */
const ROBOTS_BYTES = 512_000;
/** A day, the longest that RFC 9309, 2.4 lets a copy be used; and how soon an unreachable one is asked for again. */
const FRESH_MS = 86_400_000;
const RETRY_MS = 1_800_000;
/** Origins remembered, and characters of their robots.txt in all; parsed, they take some ten times that. */
const ORIGINS = 1000;
const CHARACTERS = 4_000_000;

/** Reads a robots.txt that lies at `url`. */
export function readRobots(url: string, text: string): Robots {
  const rules = parseRobots(url, text);
  return { allows: (page) => rules.isAllowed(page, USER_AGENT) ?? true, size: text.length, delay: rules.getCrawlDelay(USER_AGENT) ?? null };
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
  interface Entry {
    readonly robots: Promise<Robots>;
    /** Until when it counts; without end while it is being asked for. */
    readonly until: number;
    readonly size: number;
  }
  const known = new Map<string, Entry>();
  let size = 0;
  const drop = (origin: string): void => {
    size -= known.get(origin)?.size ?? 0;
    known.delete(origin);
  };
  /** The newest stands last; the oldest are let go when there are too many. */
  const remember = (origin: string, entry: Entry): void => {
    drop(origin);
    known.set(origin, entry);
    size += entry.size;
    while (known.size > ORIGINS || (size > CHARACTERS && known.size > 1)) drop(known.keys().next().value!);
  };
  const ask = async (origin: string): Promise<Robots> => {
    let robots = NONE;
    try {
      robots = robotsOf(`${origin}/robots.txt`, await fetch(`${origin}/robots.txt`));
    } catch (error) {
      if (error instanceof ScenesetterError && error.problem.code === "url-refused") {
        drop(origin);
        throw error;
      }
    }
    const until = now() + (robots === NONE ? RETRY_MS : FRESH_MS);
    remember(origin, { robots: Promise.resolve(robots), until, size: robots.size });
    return robots;
  };
  return ({ origin }) => {
    const found = known.get(origin);
    if (found && now() < found.until) return found.robots;
    const robots = ask(origin);
    remember(origin, { robots, until: Number.POSITIVE_INFINITY, size: 0 });
    return robots;
  };
}
