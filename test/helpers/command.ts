// Runs the compiled command line as a user would, in a folder of its own.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");
export const SHARED = resolve(process.env.SCENESETTER_SHARED ?? join(ROOT, "../shared"));
const MAIN = join(ROOT, "dist/src/cli/main.js");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `scenesetter ...args` in `cwd` and waits for its end. */
export function scenesetter(
  args: readonly string[],
  options: { readonly cwd: string; readonly stdin?: string | Uint8Array },
): Promise<Outcome> {
  return new Promise((done, fail) => {
    const env = { ...process.env, SCENESETTER_HOME: options.cwd, NO_COLOR: "1" };
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: options.cwd, env });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", fail).on("close", (code) => done({ code, stdout, stderr }));
    child.stdin.on("error", () => {}).end(options.stdin ?? "");
  });
}

/** A new empty folder and what removes it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "scenesetter-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
