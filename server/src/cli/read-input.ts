import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "#base/decode-text";
import { failure, success } from "#base/result";
import { foreign, joined, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { Attempt } from "./command.ts";
import { readBytes } from "./host.ts";
import type { Terminal } from "./terminal.ts";

/** The text of a file, or of standard input for `-`. */
export async function readInput(path: string, { stdin }: Pick<Terminal, "stdin">): Promise<Attempt<string>> {
  try {
    const text = decodeText(path === "-" ? await readBytes(stdin) : await readFile(path));
    return text === undefined ? failure(notText(path)) : success(text);
  } catch (error) {
    return failure(describeFailure(path, error));
  }
}

/** The files named, and those with one of the endings in the folders named, in a stable order. */
export async function findFiles(paths: readonly string[], endings: readonly string[]): Promise<Attempt<readonly string[]>> {
  const found: string[] = [];
  for (const path of paths) {
    try {
      if (path === "-" || !(await stat(path)).isDirectory()) found.push(path);
      else found.push(...(await filesIn(path, endings)));
    } catch (error) {
      return failure(describeFailure(path, error));
    }
  }
  return success(found);
}

/** Why there is nothing to do. */
export function noMappingIn(paths: readonly string[]): Sentence {
  return say`There is no .scimmap file in ${joined(paths.map(foreign), ", ")}.`;
}

async function filesIn(folder: string, endings: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) =>
        entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)) && !/(^|[/\\])node_modules([/\\]|$)/.test(entry.parentPath),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Why bytes that are no text are not read. */
export function notText(path: string): Sentence {
  return say`'${foreign(path)}' is not text in UTF-8 or UTF-16. Save it with one of these encodings and try again.`;
}

function describeFailure(path: string, error: unknown): Sentence {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  if (code === "ENOENT") return say`'${foreign(path)}' does not exist. Check the spelling and the folder you are in.`;
  if (code === "EISDIR") return say`'${foreign(path)}' is a folder. Name a file in it.`;
  if (code === "EACCES" || code === "EPERM") return say`'${foreign(path)}' may not be read by this account.`;
  return say`'${foreign(path)}' cannot be read (${foreign(code)}).`;
}
