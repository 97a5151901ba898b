import { fileURLToPath } from "node:url";
import { readUsedFile } from "#files/read-used-file";
import type { ReadFile } from "#workspace/used-files";

/** A file that a mapping uses, by its URI. Whatever keeps it from being read, the mapping says so. */
export const readFile: ReadFile = (uri) => {
  try {
    return readUsedFile(fileURLToPath(uri));
  } catch {
    // No file of this computer has such a URI.
    return undefined;
  }
};
