import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file that a mapping uses, by its URI. Whatever keeps it from being read, the mapping says that it cannot be found. */
export function readFile(uri: string): string | undefined {
  try {
    return readFileSync(fileURLToPath(uri), "utf8");
  } catch {
    return undefined;
  }
}
