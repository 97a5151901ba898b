import type { Command } from "./command.ts";

/** The list of commands. */
export function overview(commands: readonly Command[]): string {
  const listed = commands.filter(({ hidden }) => hidden !== true);
  const width = Math.max(...listed.map(({ name }) => name.length)) + 2;
  return [
    "Provisioning mappings from Microsoft Entra ID to SCIM services, as code.",
    "",
    "Usage: scimmap COMMAND [ARGUMENTS]",
    "",
    ...listed.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    "",
    "scimmap COMMAND --help shows the options of a command and an example.",
    "Exit codes: 0 nothing to report, 1 findings, 2 could not run.",
    "",
  ].join("\n");
}

/** The help of one command. */
export function describe(command: Command): string {
  const rows = [
    ...command.options.map(({ name, value, choices, description }) => [option(name, value ?? choices?.join("|")), description] as const),
    [option("format", command.formats.join("|")), `How results are written; ${command.formats[0] ?? "text"} if not said.`] as const,
  ];
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return [
    command.summary,
    "",
    `Usage: scimmap ${command.name} ${command.usage}`,
    "",
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`),
    "",
    command.examples.length === 1 ? "Example:" : "Examples:",
    ...command.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}

function option(name: string, value: string | undefined): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
