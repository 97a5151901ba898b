import { joined, own, phrase, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { Command } from "./command.ts";
import { localeOption } from "./language.ts";

/** The list of commands, in lines. */
export function overview(commands: readonly Command[]): readonly Part[] {
  const listed = commands.filter(({ hidden }) => hidden !== true);
  return [
    say`Provisioning mappings from Microsoft Entra ID to SCIM services, as code.`,
    blank,
    say`Usage: ${own("scimmap COMMAND [ARGUMENTS]")}`,
    blank,
    ...table(listed.map(({ name, summary }) => [name, summary])),
    blank,
    say`scimmap COMMAND --help shows the options of a command and an example.`,
    say`Exit codes: 0 nothing to report, 1 findings, 2 could not run, 70 a mistake of scimmap itself.`,
  ];
}

/** The help of one command, in lines. */
export function describe(command: Command): readonly Part[] {
  return [
    command.summary,
    blank,
    say`Usage: ${own(`scimmap ${command.name} ${command.usage}`)}`,
    blank,
    ...table([
      ...command.options.map(({ name, value, choices, description }) => [option(name, value ?? choices?.join("|")), description] as const),
      [option("format", command.formats.join("|")), say`How results are written; ${own(command.formats[0] ?? "text")} if not said.`],
      [option(localeOption.name, localeOption.value), localeAdvice],
    ]),
    blank,
    command.examples.length === 1 ? say`Example:` : say`Examples:`,
    ...command.examples.map((example) => own(`  ${example}`)),
  ];
}

const blank = own("");

const localeAdvice = phrase("The language of what is written; the system's for text and English for other formats if not said.");

/** What is typed on the left, what it means on the right. */
function table(rows: readonly (readonly [string, Sentence])[]): readonly Part[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => joined([own(`  ${left.padEnd(width)}`), right], ""));
}

function option(name: string, value: string | undefined): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
