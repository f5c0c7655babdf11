// Paths → sources: files, folders, standard input and addresses, each as it comes, with a problem where one cannot be had.
import { constants, type Stats } from "node:fs";
import { type FileHandle, lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Problem, problem, ScenesetterError } from "../model/index.ts";
import { fetchSource } from "./fetch.ts";
import { openSource } from "./office/open.ts";
import { FILE_LIMIT, type Source } from "./read-source.ts";

/** One source, or why there is none. */
export interface Found {
  /** The path or address it comes from. */
  readonly path: string;
  readonly source?: Source;
  readonly problem?: Problem;
}

export interface FindOptions {
  /** What `-` stands for. */
  readonly stdin?: Uint8Array;
}

/** Names of files in a folder that are tried; others (pictures, archives, code) are passed over in silence. */
const READABLE = /\.(?:html?|xhtml|txt|text|md|markdown|pdf|docx|xml|rss|atom|rdf|json)$/i;

/** Deepest nesting of folders that is followed. */
const DEEPEST = 40;

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    ELOOP: "a symbolic link in its place",
    EISDIR: "it is a folder",
  };
  return known[code] ?? (code || (error instanceof Error ? error.message : String(error)));
};

/** Reads a regular file; larger ones than the limit are refused before they are read. */
async function readFile(path: string, flags: number): Promise<Found> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY | flags);
    const facts = await handle.stat();
    if (!facts.isFile()) return { path, problem: problem("file-unreadable", { path, reason: "it is no regular file" }) };
    if (facts.size > FILE_LIMIT) return { path, problem: problem("file-too-large", { path, bytes: facts.size, limit: FILE_LIMIT }) };
    return { path, source: await openSource({ file: path, bytes: await handle.readFile() }) };
  } catch (error) {
    return { path, problem: problem("file-unreadable", { path, reason: reasonOf(error) }) };
  } finally {
    await handle?.close();
  }
}

/** All readable files under `root`, sorted by path; hidden ones and links that lead out of the root are left out. */
async function* filesUnder(root: string): AsyncGenerator<Found> {
  const inside = await realpath(root);
  const stack: { readonly path: string; readonly depth: number }[] = [{ path: root, depth: 0 }];
  while (stack.length > 0) {
    const { path, depth } = stack.pop()!;
    const facts = await lstat(path).catch(() => null);
    if (!facts) continue;
    let target = facts;
    if (facts.isSymbolicLink()) {
      const real = await realpath(path).catch(() => null);
      if (real === null) continue;
      if (real !== inside && !real.startsWith(inside + sep)) {
        yield { path, problem: problem("file-unreadable", { path, reason: "it is a link to a place outside the folder" }) };
        continue;
      }
      const there = await stat(path).catch(() => null);
      // A link to a folder inside is passed over: its files are found where they are.
      if (!there?.isFile()) continue;
      target = there;
    }
    if (target.isDirectory()) {
      if (depth > DEEPEST) continue;
      try {
        const names = (await readdir(path)).filter((name) => !name.startsWith(".")).sort();
        for (let i = names.length - 1; i >= 0; i--) stack.push({ path: join(path, names[i]!), depth: depth + 1 });
      } catch (error) {
        yield { path, problem: problem("file-unreadable", { path, reason: reasonOf(error) }) };
      }
    } else if (target.isFile() && READABLE.test(path)) {
      yield await readFile(path, facts.isSymbolicLink() ? 0 : constants.O_NOFOLLOW);
    }
  }
}

async function* sourcesAt(path: string, options: FindOptions): AsyncGenerator<Found> {
  if (path === "-") {
    if (options.stdin) yield { path, source: await openSource({ file: "-", bytes: options.stdin }) };
    return;
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) {
    try {
      yield { path, source: await openSource(await fetchSource(path)) };
    } catch (error) {
      if (!(error instanceof ScenesetterError)) throw error;
      yield { path, problem: error.problem };
    }
    return;
  }
  let facts: Stats;
  try {
    facts = await stat(path);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
    yield { path, problem: missing ? problem("file-missing", { path }) : problem("file-unreadable", { path, reason: reasonOf(error) }) };
    return;
  }
  if (!facts.isDirectory()) {
    yield await readFile(path, 0);
    return;
  }
  let any = false;
  for await (const found of filesUnder(path)) {
    any = true;
    yield found;
  }
  if (!any) yield { path, problem: problem("folder-empty", { path }) };
}

/**
 * The sources at `paths`, in the order given: files, folders (recursive, sorted by path, hidden files skipped, links out of the folder
 * refused), `-` for standard input, and http(s) addresses. What cannot be read comes as its problem, and the rest goes on.
 */
export async function* findSources(paths: readonly string[], options: FindOptions = {}): AsyncGenerator<Found> {
  for (const path of paths) yield* sourcesAt(path, options);
}
