// Where the package lies: the nearest folder above this file with a package.json.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Absolute path of the package's root folder. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
