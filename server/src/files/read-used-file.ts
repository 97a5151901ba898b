import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { bounds } from "#base/bounds";
import { decodeText } from "#base/decode-text";

/** Why a file that is there is not read: it is no regular file with text in it, or larger than any mapping. */
export interface UnreadFile {
  readonly unreadable: "not-a-file" | "too-large";
}

/**
 * The text of a file that a mapping uses; undefined where there is none. Devices, pipes and folders are never read, so that opening a mapping
 * cannot wait for ever: what was opened is looked at, and opening waits for nobody.
 */
export function readUsedFile(path: string): string | UnreadFile | undefined {
  try {
    // Windows does not know the second flag, which then adds nothing.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return { unreadable: "not-a-file" };
      if (stats.size > bounds.usedFileBytes) return { unreadable: "too-large" };
      return decodeText(readFileSync(file)) ?? { unreadable: "not-a-file" };
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
