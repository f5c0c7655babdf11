// The documentation is tested: reference pages are generated from the code, links lead somewhere, everything is mentioned.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createProgram } from "../src/cli/program.ts";
import { CATALOGUE, CLAIM_KINDS, PLOVER_TYPES } from "../src/model/index.ts";

/** Loaded here, with all commands: transforming their modules is no part of a test. */
const program = await createProgram();

const ROOT = resolve(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

function pages(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? pages(join(folder, entry.name)) : entry.name.endsWith(".md") ? [join(folder, entry.name)] : [],
  );
}

describe("reference pages", () => {
  it("list every error with its remedy", async () => {
    const rows = Object.entries(CATALOGUE).map(([code, e]) => `| \`${code}\` | ${e.severity} | ${e.exit} | ${e.message} | ${e.remedy} |`);
    const page = `# Errors and problems\n\nGenerated from \`src/model/errors.ts\`. Exit codes: 0 done, 1 the input, 2 the usage, 3 the environment. Words in braces are filled in.\n\n| code | severity | exit | what is wrong | what to do |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
    await expect(page).toMatchFileSnapshot("../docs/reference/errors.md");
  });

  it("show the help of every command", async () => {
    const help = program.commands.map((c) => {
      let text = "";
      c.configureOutput({
        writeOut: (s) => {
          text += s;
        },
        getOutHelpWidth: () => 100,
        getOutHasColors: () => false,
      });
      c.outputHelp();
      return `## ${c.name()}\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n`;
    });
    const page = `# Commands\n\nGenerated from \`src/cli\`. \`--quiet\`, \`--json\` and \`--ledger FILE\` may stand before or after the command.\n\n${help.join("\n")}`;
    await expect(page).toMatchFileSnapshot("../docs/reference/commands.md");
  });

  it("explain every claim kind and event type", () => {
    const language = read("docs/reference/language.md");
    for (const label of [...CLAIM_KINDS, ...PLOVER_TYPES]) expect(language, label).toContain(`\`${label}\``);
  });
});

describe("all pages", () => {
  const all = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    ...pages("docs"),
    ...pages("examples"),
    ...pages("models"),
    ...pages("training"),
  ];

  it.each(all)("%s has links that lead somewhere", (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((m) => m[1]!);
    for (const target of targets) expect(existsSync(resolve(ROOT, dirname(page), target)), `${page} → ${target}`).toBe(true);
  });

  it.each(all)("%s speaks of the project alone", (page) => {
    expect(read(page)).not.toMatch(/\/work\/|\/tmp\/team|registry\.npm|sub-?agent/i);
  });
});
