// The only place that prints: results to standard output, everything else to standard error.
import { styleText } from "node:util";
import type { Problem } from "../model/index.ts";

export interface Output {
  /** A result, to standard output. */
  result(text: string): void;
  /** One line about what is going on, to standard error; silent with --quiet. */
  note(text: string): void;
  /** A problem with its remedy, to standard error; errors are shown even with --quiet. */
  problem(file: string | null, problem: Problem): void;
  /** Overwrites one line with the state of long work when standard error is a terminal; else a line every 5 seconds of work. */
  progress(done: number, total: number | null, what: string): void;
  readonly json: boolean;
}

// C0 and C1 controls but for tab and line feed, escape sequences, and the bidirectional controls that can disguise text on a terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is removed
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that a terminal shows as it is: control and direction characters are left out. */
export function terminalSafe(text: string): string {
  return text.replace(UNSAFE, "");
}

/** Output for a command. Problems are JSON lines on standard error when `json` is set. */
export function createOutput(options: { readonly quiet: boolean; readonly json: boolean }): Output {
  const { stdout, stderr } = process;
  let open = false;
  let last = 0;
  const line = (text: string): void => {
    if (open) stderr.write("\r\u001b[K");
    open = false;
    stderr.write(`${text}\n`);
  };
  return {
    json: options.json,
    result: (text) => void stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    note: (text) => {
      if (!options.quiet) line(terminalSafe(text));
    },
    problem: (file, problem) => {
      if (options.quiet && problem.severity !== "error") return;
      if (options.json) return line(JSON.stringify({ file, ...problem }));
      const colour = problem.severity === "error" ? "red" : problem.severity === "warning" ? "yellow" : "dim";
      const where = file === null ? "" : `${terminalSafe(file)}: `;
      line(
        `${styleText(colour, problem.severity, { stream: stderr })} ${where}${terminalSafe(problem.message)} ${styleText("dim", problem.remedy, { stream: stderr })} [${problem.code}]`,
      );
    },
    progress: (done, total, what) => {
      if (options.quiet) return;
      const now = performance.now();
      const finished = total !== null && done >= total;
      const text = `${what} ${done}${total === null ? "" : ` of ${total}`}`;
      if (stderr.isTTY) {
        if (now - last < 100 && !finished) return;
        stderr.write(`\r\u001b[K${text}`);
        open = true;
      } else if (now - last > 5000) line(text);
      else return;
      last = now;
    },
  };
}
