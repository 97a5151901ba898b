import { errorsOf, openMapping } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";
import { failure, success } from "#base/result";
import type { Attempt } from "./command.ts";
import { asText } from "./diagnostics-report.ts";
import type { Host } from "./host.ts";
import { readInput } from "./read-input.ts";

/** Reads and opens one mapping file. */
export async function openFile(path: string, host: Host): Promise<Attempt<OpenedMapping>> {
  const text = await readInput(path, host);
  return text.ok ? success(openMapping(path === "-" ? "standard input" : path, text.value)) : text;
}

/** The one mapping that a command takes. */
export async function openOnlyFile(command: string, positionals: readonly string[], host: Host): Promise<Attempt<OpenedMapping>> {
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    return failure({ message: `'scimmap ${command}' takes one mapping file. See 'scimmap ${command} --help'.` });
  return openFile(path, host);
}

/** The errors of a mapping as text for standard error; undefined when there are none. Only errors stop a preview. */
export function describeErrors(mapping: OpenedMapping): string | undefined {
  const errors = errorsOf(mapping);
  return errors.length === 0 ? undefined : asText([{ file: mapping.file, diagnostics: errors }]);
}
