// Worker threads: results, a worker that dies, one that hangs, one that cannot start; and order over concurrency.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ordered } from "../../src/pipeline/ordered.ts";
import { createPool, type Pool } from "../../src/pipeline/pool.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pool-"));
  writeFileSync(
    join(folder, "worker.mjs"),
    `import { parentPort, workerData } from "node:worker_threads";
     parentPort.on("message", ({ id, input }) => {
       if (input === "die") process.exit(3);
       if (input === "throw") throw new Error("a bad page");
       if (input === "hang") for (;;);
       if (input === "swell") { const all = []; for (;;) all.push(new Array(1e5).fill(id)); }
       setTimeout(() => parentPort.postMessage({ id, output: workerData.greeting + input }), 20 - 2 * (id % 10));
     });
     parentPort.postMessage("ready");`,
  );
  writeFileSync(join(folder, "broken.mjs"), `throw new Error("no engine");`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function pool(script = "worker.mjs", timeout = 60_000): Pool<string, string> {
  return createPool<string, string>({
    script: pathToFileURL(join(folder, script)),
    size: 2,
    data: { greeting: "hello " },
    timeout,
    memory: 64,
    lost: (input, reason) => `lost ${input}: ${reason}`,
  });
}

async function* stream(items: readonly string[]) {
  yield* items;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("a pool", () => {
  it("gives results in the order of the input whichever worker is done first", async () => {
    const workers = pool();
    const inputs = Array.from({ length: 25 }, (_, i) => String(i));
    expect(await collect(ordered(stream(inputs), 8, (input) => workers.run(input)))).toEqual(inputs.map((input) => `hello ${input}`));
    await workers.close();
  });

  it("loses only the task of a worker that dies, throws or runs out of memory", async () => {
    const workers = pool();
    const results = await collect(ordered(stream(["a", "die", "b", "throw", "c", "swell", "d"]), 4, (input) => workers.run(input)));
    expect(results.filter((_, i) => i % 2 === 0)).toEqual(["hello a", "hello b", "hello c", "hello d"]);
    expect(results[1]).toBe("lost die: it ended with code 3");
    expect(results[3]).toBe("lost throw: a bad page");
    expect(results[5]).toMatch(/^lost swell: .*memory/);
    await workers.close();
  });

  it("stops a task that takes too long", async () => {
    const workers = pool("worker.mjs", 1500);
    expect(await Promise.all([workers.run("hang"), workers.run("a")])).toEqual(["lost hang: it took longer than 1.5 s", "hello a"]);
    await workers.close();
  });

  it("says so when no worker can be started", async () => {
    const workers = pool("broken.mjs");
    await expect(workers.run("a")).rejects.toThrow("no worker could be started: no engine");
    await expect(workers.run("b")).rejects.toThrow();
    await workers.close();
  });
});

describe("ordered work", () => {
  it("has no more under way than its limit", async () => {
    let under = 0;
    let most = 0;
    const work = async (item: string) => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 1));
      under--;
      return item;
    };
    await collect(ordered(stream("abcdefghijklmnop".split("")), 3, work));
    expect(most).toBeLessThanOrEqual(3);
  });

  it("throws the error of a task where its result is due", async () => {
    const seen: string[] = [];
    const work = (item: string) => (item === "c" ? Promise.reject(new Error("c failed")) : item);
    await expect(
      (async () => {
        for await (const item of ordered(stream(["a", "b", "c", "d"]), 3, work)) seen.push(item);
      })(),
    ).rejects.toThrow("c failed");
    expect(seen).toEqual(["a", "b"]);
  });
});
