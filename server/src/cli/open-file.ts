import { dirname, join } from "node:path";
import { failure, success } from "#base/result";
import { own, say } from "#base/sentence";
import { openMapping } from "#engine/open-mapping";
import type { OpenedMapping, OpenOptions } from "#engine/open-mapping";
import { readUsedFile } from "#files/read-used-file";
import type { Attempt, Given } from "./command.ts";
import { readInput } from "./read-input.ts";
import type { Terminal } from "./terminal.ts";

/** Reads and opens one mapping file with the files it uses; `-` is standard input. */
export async function openFile(path: string, terminal: Terminal): Promise<Attempt<OpenedMapping>> {
  const text = await readInput(path, terminal);
  return text.ok ? success(openMapping(path === "-" ? "standard input" : path, text.value, { readUsed, now: terminal.now() })) : text;
}

/** The one mapping that a command takes. */
export async function openOnlyFile(command: string, given: Given, terminal: Terminal): Promise<Attempt<OpenedMapping>> {
  const [path, ...more] = given.positionals;
  if (path === undefined || more.length > 0)
    return failure(say`'${own(`scimmap ${command}`)}' takes one mapping file. See '${own(`scimmap ${command} --help`)}'.`);
  if (path === "-" && given.switchedOn("token-stdin")) {
    return failure(say`Standard input cannot hold both the mapping and the token. Name a file, or put the token into SCIMMAP_TOKEN.`);
  }
  return openFile(path, terminal);
}

/** What `use "…"` names is relative to the file that says so. */
const readUsed: OpenOptions["readUsed"] = (from, name) => {
  const file = join(dirname(from), name);
  const text = readUsedFile(file);
  return typeof text === "string" ? { file, text } : text;
};
