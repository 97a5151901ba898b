import { version } from "../../../package.json";
import { suggestion } from "#base/nearest-name";
import { foreign, joined, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import { describe, overview } from "./help.ts";
import type { ExitCode, Host } from "./host.ts";
import { exitCodes } from "./host.ts";
import { languageOf } from "./language.ts";
import type { Language } from "./language.ts";
import { parseArguments } from "./parse-arguments.ts";
import { openTerminal } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one call of `scimmap`. `argv` starts after the program's name. The one place of the command line where a bug ends. */
export async function run(argv: readonly string[], host: Host, language: Language = languageOf(argv, host.env)): Promise<ExitCode> {
  try {
    return await runIn(argv, openTerminal(host, language));
  } catch {
    return admitBug(argv, host, language);
  }
}

/** Says that we made a mistake, and nothing of what it says itself: that was not written for people, and may hold their values. */
export async function admitBug(argv: readonly string[], host: Host, language = languageOf(argv, host.env)): Promise<ExitCode> {
  const sorry = say`Something went wrong that should not have. It is a mistake of scimmap's own, and what was written before may be incomplete.`;
  await openTerminal(host, language).complain(sorry);
  return exitCodes.bug;
}

async function runIn(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined) return explainUnasked(terminal);
  if (name === "--help" || name === "-h" || name === "help") return explain(rest[0], terminal);
  if (name === "--version" || name === "-V") return printVersion(terminal);
  const command = commandNamed(name);
  if (command === undefined) return terminal.complain(unknownCommand(name));
  if (asksForHelp(rest)) return tellAll(describe(command), terminal);
  const given = parseArguments(command, rest);
  return given.ok ? command.run(given.value, terminal) : terminal.complain(given.error);
}

function unknownCommand(name: string): Part {
  const listed = commands.filter(({ hidden }) => hidden !== true).map((command) => command.name);
  const missing = say`There is no command '${foreign(name)}'.`;
  return joined([missing, suggestion(name, listed), say`'scimmap --help' lists them.`], " ");
}

function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}

async function explain(name: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const command = name === undefined ? undefined : commandNamed(name);
  return tellAll(command === undefined ? overview(commands) : describe(command), terminal);
}

/** Without a command nothing was done, so nothing may look like a result. */
async function explainUnasked(terminal: Terminal): Promise<ExitCode> {
  for (const line of overview(commands)) await terminal.note(line);
  return exitCodes.couldNotRun;
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return argv.slice(0, end < 0 ? undefined : end).some((argument) => argument === "--help" || argument === "-h");
}

async function tellAll(lines: readonly Part[], terminal: Terminal): Promise<ExitCode> {
  for (const line of lines) await terminal.tell(line);
  return exitCodes.nothing;
}

async function printVersion(terminal: Terminal): Promise<ExitCode> {
  await terminal.print(`${version}\n`);
  return exitCodes.nothing;
}
