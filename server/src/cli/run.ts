import { version } from "../../../package.json";
import { didYouMean } from "#base/nearest-name";
import type { Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import { complain } from "./complain.ts";
import { describe, overview } from "./help.ts";
import type { ExitCode, Host } from "./host.ts";
import { exitCodes } from "./host.ts";
import { parseArguments } from "./parse-arguments.ts";

/** Runs one call of `scimmap`. `argv` starts after the program's name. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") return explain(rest[0], host, name === undefined);
  if (name === "--version" || name === "-V") return say(host, `${version}\n`);
  const command = commandNamed(name);
  if (command === undefined)
    return complain(host, `There is no command '${name}'.${didYouMean(name, listedNames)} 'scimmap --help' lists them.`);
  if (asksForHelp(rest)) return say(host, describe(command));
  const given = parseArguments(command, rest);
  return given.ok ? command.run(given.value, host) : complain(host, given.error.message);
}

const listedNames = commands.filter(({ hidden }) => hidden !== true).map((command) => command.name);

function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}

async function explain(name: string | undefined, host: Host, unasked: boolean): Promise<ExitCode> {
  const command = name === undefined ? undefined : commandNamed(name);
  const text = command === undefined ? overview(commands) : describe(command);
  if (!unasked) return say(host, text);
  await host.stderr.write(text);
  return exitCodes.couldNotRun;
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return argv.slice(0, end < 0 ? undefined : end).some((argument) => argument === "--help" || argument === "-h");
}

async function say(host: Host, text: string): Promise<ExitCode> {
  await host.stdout.write(text);
  return exitCodes.nothing;
}
