// A pool of worker threads: tasks in, results out; a worker that dies takes only its task with it.
import { Worker } from "node:worker_threads";

export interface PoolOptions<I, O> {
  /** The worker's script: posts `"ready"`, then answers each `{ id, input }` with `{ id, output }`. */
  readonly script: URL;
  /** Threads, at least 1. */
  readonly size: number;
  /** What each worker starts with. */
  readonly data: unknown;
  /** Longest time for one task, in milliseconds; then its worker is stopped. */
  readonly timeout: number;
  /** Most memory of one worker's objects, in megabytes; then its worker stops by itself. */
  readonly memory: number;
  /** The result of a task whose worker died. */
  readonly lost: (input: I, reason: string) => O;
}

export interface Pool<I, O> {
  /** @throws Error when no worker can be started */
  run(input: I): Promise<O>;
  close(): Promise<void>;
}

interface Task<I, O> {
  readonly id: number;
  readonly input: I;
  readonly resolve: (output: O) => void;
  readonly reject: (error: Error) => void;
}

interface Slot<I, O> {
  readonly worker: Worker;
  task: Task<I, O> | null;
  ready: boolean;
  timer: NodeJS.Timeout | null;
}

export function createPool<I, O>(options: PoolOptions<I, O>): Pool<I, O> {
  const waiting: Task<I, O>[] = [];
  const slots = new Set<Slot<I, O>>();
  let broken: Error | null = null;
  let closed = false;
  let count = 0;

  const giveUp = (reason: string): void => {
    broken = new Error(`no worker could be started: ${reason}`);
    for (const task of waiting.splice(0)) task.reject(broken);
  };

  const finish = (slot: Slot<I, O>, settle: (task: Task<I, O>) => void): void => {
    if (slot.timer) clearTimeout(slot.timer);
    slot.timer = null;
    const { task } = slot;
    slot.task = null;
    if (task) settle(task);
  };

  const died = (slot: Slot<I, O>, reason: string): void => {
    if (!slots.delete(slot) || closed) return;
    finish(slot, (task) => task.resolve(options.lost(task.input, reason)));
    if (slot.ready) next();
    else if (slots.size === 0) giveUp(reason);
  };

  const start = (): void => {
    const worker = new Worker(options.script, { workerData: options.data, resourceLimits: { maxOldGenerationSizeMb: options.memory } });
    const slot: Slot<I, O> = { worker, task: null, ready: false, timer: null };
    slots.add(slot);
    worker.on("message", (message: "ready" | { readonly id: number; readonly output: O }) => {
      if (message === "ready") slot.ready = true;
      else finish(slot, (task) => task.resolve(message.output));
      next();
    });
    worker.on("error", (error) => died(slot, error.message));
    worker.on("exit", (code) => died(slot, `it ended with code ${code}`));
  };

  function next(): void {
    if (closed || broken) return;
    for (const slot of slots) {
      if (waiting.length === 0) return;
      if (!slot.ready || slot.task) continue;
      const task = waiting.shift()!;
      slot.task = task;
      slot.timer = setTimeout(() => {
        died(slot, `it took longer than ${options.timeout / 1000} s`);
        void slot.worker.terminate();
      }, options.timeout);
      slot.worker.postMessage({ id: task.id, input: task.input });
    }
    while (waiting.length > 0 && slots.size < options.size) start();
  }

  return {
    run: (input) =>
      new Promise<O>((resolve, reject) => {
        if (broken) return reject(broken);
        waiting.push({ id: count++, input, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      await Promise.all([...slots].map(({ worker }) => worker.terminate()));
      slots.clear();
    },
  };
}
