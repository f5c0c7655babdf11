// Who may import whom: the rules of docs/reference/layout.md, held by reading every import of src.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const SRC = join(ROOT, "src");

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  knowledge: ["model"],
  reader: ["model"],
  language: ["model", "knowledge"],
  extraction: ["model", "knowledge", "language"],
  ledger: ["model", "knowledge"],
  brief: ["model", "ledger"],
  pipeline: ["model", "reader", "language", "extraction", "ledger", "knowledge"],
  cli: ["model", "reader", "knowledge", "language", "extraction", "ledger", "brief", "pipeline"],
};

const MAX_LINES = 400;

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === "kernel" ? [] : sources(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

/** Specifiers of static, dynamic and type-only imports and re-exports. */
function specifiers(code: string): string[] {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"\n]+)"/g)].map((m) => m[1]!);
}

/** What is wrong with an import, or null. Paths are relative to src, with forward slashes. */
function fault(from: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  const target = relative(SRC, resolve(SRC, from, "..", specifier))
    .split(sep)
    .join("/");
  if (target.startsWith("..")) return `${from} imports ${specifier}, outside src`;
  const [folder, other] = [from.split("/")[0]!, target.split("/")[0]!];
  if (folder === other) return null;
  if (!MAY_IMPORT[folder]?.includes(other)) return `${from} may not import ${other}`;
  return target === `${other}/index.ts` ? null : `${from} imports ${target}; other folders are entered through index.ts`;
}

const files = sources(SRC).map((path) => ({ path: relative(SRC, path).split(sep).join("/"), code: readFileSync(path, "utf8") }));

describe("the layout", () => {
  it("sees the files of every stage", () => {
    const folders = new Set(files.map((f) => f.path.split("/")[0]));
    for (const folder of Object.keys(MAY_IMPORT)) expect(folders, `src/${folder}`).toContain(folder);
    expect(files.length).toBeGreaterThan(60);
  });

  it("lets each folder import only what the rules allow", () => {
    expect(files.flatMap((f) => specifiers(f.code).map((s) => fault(f.path, s))).filter(Boolean)).toEqual([]);
  });

  it("catches a planted import", () => {
    expect(
      specifiers('import type { A } from "../ledger/index.ts";\nexport * from "./b.ts";\nconst c = await import("../cli/main.ts");'),
    ).toEqual(["../ledger/index.ts", "./b.ts", "../cli/main.ts"]);
    expect(fault("language/annotate.ts", "../ledger/index.ts")).toContain("may not import ledger");
    expect(fault("brief/compose.ts", "../ledger/query/gaps.ts")).toContain("through index.ts");
    expect(fault("brief/compose.ts", "../ledger/index.ts")).toBeNull();
  });

  it("has no import circles", () => {
    const graph = new Map(
      files.map((f) => [
        f.path,
        specifiers(f.code)
          .filter((s) => s.startsWith("."))
          .map((s) =>
            relative(SRC, resolve(SRC, f.path, "..", s))
              .split(sep)
              .join("/"),
          ),
      ]),
    );
    const state = new Map<string, "open" | "done">();
    const circles: string[] = [];
    const visit = (node: string, trail: readonly string[]): void => {
      if (state.get(node) === "done") return;
      if (state.get(node) === "open") {
        circles.push([...trail.slice(trail.indexOf(node)), node].join(" → "));
        return;
      }
      state.set(node, "open");
      for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
      state.set(node, "done");
    };
    for (const node of graph.keys()) visit(node, []);
    expect(circles).toEqual([]);
  });

  it("keeps modules short and says in the first line what each one is", () => {
    const code = files.filter((f) => !f.path.includes("/tables/"));
    expect(code.filter((f) => f.code.split("\n").length > MAX_LINES).map((f) => f.path)).toEqual([]);
    expect(code.filter((f) => !/^(#!.*\n)?(\/\/|\/\*\*)/.test(f.code)).map((f) => f.path)).toEqual([]);
  });

  it("holds every test and gate file where the tests look for it", () => {
    expect(statSync(join(ROOT, "test")).isDirectory()).toBe(true);
    expect(statSync(join(ROOT, "eval")).isDirectory()).toBe(true);
  });
});
