import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { failure, success } from "#base/result";
import type { Attempt } from "./command.ts";
import type { Host } from "./host.ts";
import { readAll } from "./host.ts";

/** The text of a file, or of standard input for `-`. */
export async function readInput(path: string, host: Host): Promise<Attempt<string>> {
  if (path === "-") return success(await readAll(host.stdin));
  try {
    return success(new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path)));
  } catch (error) {
    return failure({ message: describeFailure(path, error) });
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
      return failure({ message: describeFailure(path, error) });
    }
  }
  return success(found);
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

function describeFailure(path: string, error: unknown): string {
  if (error instanceof TypeError) return `'${path}' is not UTF-8 text. Save it with that encoding and try again.`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  if (code === "ENOENT") return `'${path}' does not exist. Check the spelling and the folder you are in.`;
  if (code === "EISDIR") return `'${path}' is a folder. Name a file in it.`;
  if (code === "EACCES" || code === "EPERM") return `'${path}' may not be read by this account.`;
  return `'${path}' cannot be read (${code}).`;
}
