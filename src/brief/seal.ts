// The seal: a SHA-256 over a whole rendered brief, written into the file itself, so that one changed character shows.
import { createHash } from "node:crypto";

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Where the seal stands before it is known; as long as a real one. */
export const UNSEALED = `sha256:${"0".repeat(64)}`;

// Each form keeps its seal in a place that no quoted text can imitate: a line of its own, a JSON key, an attribute.
const SEAL = /(^seal |^ "seal": "|<meta name="scenesetter-seal" content=")(sha256:[0-9a-f]{64})(?=$|"[,>])/gm;
const OFFICER = /^## For the officer\n[\s\S]*?(?=^## )/m;

/** What the seal covers: the whole file but the seal itself, line ends, and what the officer writes under “For the officer” of a Markdown brief. */
function covered(text: string): string {
  const unix = text.replace(/\r\n?/g, "\n").replace(SEAL, `$1${UNSEALED}`);
  return unix.split("\n## For the officer\n").length === 2 ? unix.replace(OFFICER, "## For the officer\n") : unix;
}

/** `text` with its seal in the place left for it (`UNSEALED`). */
export function seal(text: string): string {
  return text.replace(SEAL, `$1sha256:${sha256(covered(text))}`);
}

/** Whether the file is as it was written; null when it carries no seal, or more than one. */
export function sealed(text: string): boolean | null {
  const found = [...text.replace(/\r\n?/g, "\n").matchAll(SEAL)];
  if (found.length !== 1) return null;
  return found[0]?.[2] === `sha256:${sha256(covered(text))}`;
}
