import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decodeText } from "#base/decode-text";

/** A file that a mapping uses, by its URI. Whatever keeps it from being read, the mapping says that it cannot be found. */
export function readFile(uri: string): string | undefined {
  try {
    return decodeText(readFileSync(fileURLToPath(uri)));
  } catch {
    return undefined;
  }
}
