// An import killed at random moments: nothing finished is lost, nothing is half recorded, and adding again completes.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLedger } from "../../src/ledger/index.ts";

const DOCUMENTS = 40;
const KILLS = 10;
const CHILD = join(import.meta.dirname, "crash-child.mjs");
const BUILT = existsSync(join(import.meta.dirname, "../../dist/src/pipeline/index.js"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "crash-"));
  mkdirSync(join(folder, "pages"));
  for (let n = 0; n < DOCUMENTS; n++) {
    const words = Array.from({ length: 150 }, (_, i) => `word${(n * 31 + i * 7) % 997}`);
    writeFileSync(
      join(folder, "pages", `${String(n).padStart(3, "0")}.txt`),
      `Page number ${n} tells of a harbour in the north.\n\n${words.join(" ")}.\n`,
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the import; kills it `wait` milliseconds after it has told of `after` documents. Gives back how many it told of, and whether it completed. */
function run(ledger: string, after: number, wait: number): Promise<{ readonly told: number; readonly complete: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, join(folder, "pages"), ledger], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    let told = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      told = output.split("\n").filter((line) => /^\d+\/\d+$/.test(line)).length;
      if (told >= after) setTimeout(() => child.kill("SIGKILL"), wait);
    });
    child.on("error", reject);
    child.on("close", () => resolve({ told, complete: output.endsWith("complete\n") }));
  });
}

/** A small generator with a fixed seed (Numerical Recipes): the same moments on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.skipIf(!BUILT)("an import that is killed (needs the compiled program)", () => {
  it("ten times at random moments loses no finished document, leaves none half recorded, and completes when run again", async () => {
    const killed = join(folder, "killed.sqlite");
    const next = random(20_300_506);
    let kept = 0;
    for (let round = 0; round < KILLS; round++) {
      const { told } = await run(killed, kept + 1 + Math.floor(next() * 3), Math.floor(next() * 12));
      const ledger = openLedger(killed);
      const health = ledger.health();
      ledger.close();
      expect(health.integrity).toBe("ok");
      expect(health.documents).toBeGreaterThanOrEqual(Math.max(kept, Math.min(told, DOCUMENTS)));
      kept = health.documents;
    }
    expect(await run(killed, Number.POSITIVE_INFINITY, 0)).toEqual({ told: DOCUMENTS, complete: true });

    const whole = join(folder, "whole.sqlite");
    expect((await run(whole, Number.POSITIVE_INFINITY, 0)).complete).toBe(true);
    const [a, b] = [openLedger(killed), openLedger(whole)];
    expect(a.documents({ asOf: null })).toEqual(b.documents({ asOf: null }));
    expect(a.claims({ asOf: null })).toEqual(b.claims({ asOf: null }));
    expect(a.health()).toEqual(b.health());
    a.close();
    b.close();
  });
});
