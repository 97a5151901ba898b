import { failure } from "#base/result";
import { own, phrase, say } from "#base/sentence";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import { readDirectory } from "#directory/read-directory";
import type { Attempt, Given } from "./command.ts";
import { readInput } from "./read-input.ts";
import type { Terminal } from "./terminal.ts";

/** The option that names the directory snapshot. */
export const sourceOption = {
  name: "source",
  value: "DATA",
  description: phrase("The directory snapshot: JSON or JSON lines of users and groups."),
} as const;

/** Reads the directory snapshot that `--source` names. */
export async function readSource(command: string, given: Given, terminal: Terminal): Promise<Attempt<DirectorySnapshot>> {
  const source = given.option(sourceOption.name);
  if (source === undefined) {
    return failure(
      say`'${own(`scimmap ${command}`)}' needs --source DATA: a file with the users and groups of Entra ID, as JSON or JSON lines.`,
    );
  }
  const text = await readInput(source, terminal);
  if (!text.ok) return text;
  const read = await readDirectory(source, text.value);
  return read.ok ? read : failure(read.error.message);
}
