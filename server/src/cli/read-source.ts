import { failure, success } from "#base/result";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import { readSnapshot } from "#directory/read-snapshot";
import type { Attempt, Given } from "./command.ts";
import type { Host } from "./host.ts";
import { readInput } from "./read-input.ts";

export const sourceOption = {
  name: "source",
  value: "DATA",
  description: "The directory snapshot: JSON or JSON lines of users and groups.",
} as const;

/** Reads the directory snapshot that `--source` names; what is odd about it goes to standard error. */
export async function readSource(command: string, given: Given, host: Host): Promise<Attempt<DirectorySnapshot>> {
  const source = given.option(sourceOption.name);
  if (source === undefined) {
    return failure({
      message: `'scimmap ${command}' needs --source DATA: a file with the users and groups of Entra ID, as JSON or JSON lines.`,
    });
  }
  const text = await readInput(source, host);
  if (!text.ok) return text;
  const { snapshot, problems } = readSnapshot(text.value);
  for (const problem of problems) await host.stderr.write(`${source}: ${problem}\n`);
  return success(snapshot);
}
