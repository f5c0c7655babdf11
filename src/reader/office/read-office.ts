// The bytes of a PDF or DOCX file → its draft, or the problem that stands in its way.
import { type Problem, problem } from "../../model/index.ts";
import type { Draft } from "../draft.ts";
import { draftOf, OfficeError } from "./office-text.ts";

export type OfficeType = "PDF" | "DOCX";

export interface Opened {
  readonly draft: Draft | null;
  readonly problem: Problem | null;
}

function problemOf(error: unknown, type: OfficeType, path: string): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  switch (error instanceof OfficeError ? error.kind : "damaged") {
    case "encrypted":
      return problem("file-encrypted", { path });
    case "scanned":
      return problem("file-scanned", { path, reason });
    case "too-large":
      return problem("file-bomb", { path, reason });
    case "other":
      return problem("file-binary", { path, type: reason });
    case "damaged":
      return problem("file-damaged", { path, type, reason });
  }
}

/** Reads the file; never throws for bad content. The libraries are loaded with the first file that needs them. */
export async function readOffice(bytes: Uint8Array, type: OfficeType, path: string): Promise<Opened> {
  try {
    const office =
      type === "PDF" ? await (await import("./pdf.ts")).readPdf(bytes, path) : await (await import("./docx.ts")).readDocx(bytes);
    return { draft: draftOf(office), problem: null };
  } catch (error) {
    return { draft: null, problem: problemOf(error, type, path) };
  }
}
