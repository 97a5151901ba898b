import { parseArgs } from "node:util";
import { failure, success } from "#base/result";
import type { Attempt, Command, Given } from "./command.ts";

/** Reads a command's arguments; a mistake is one sentence that says what to write instead. */
export function parseArguments(command: Command, argv: readonly string[]): Attempt<Given> {
  const credential = argv.find(looksLikeCredential);
  if (credential !== undefined) return refuse(credentialAdvice(credential));
  const parsed = parseStrictly(command, argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const option = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const format = option("format") ?? command.formats[0] ?? "text";
  if (!command.formats.includes(format))
    return refuse(`'${format}' is no format of 'scimmap ${command.name}'. It takes ${list(command.formats)}.`);
  for (const { name, choices } of command.options) {
    const value = option(name);
    if (value !== undefined && choices !== undefined && !choices.includes(value)) {
      return refuse(`'${value}' is no value for --${name}. It takes ${list(choices)}.`);
    }
  }
  return success({ positionals, format, option, switchedOn: (name) => values[name] === true });
}

interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

function parseStrictly(command: Command, argv: readonly string[]): Attempt<ParsedArguments> {
  const named = command.options.map(({ name, value }) => [name, { type: value === undefined ? "boolean" : "string" }] as const);
  const options = { ...Object.fromEntries(named), format: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
  try {
    // A lone `-` is standard input and stays a positional.
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    return success({ values: values, positionals });
  } catch (error) {
    // parseArgs is the one library here that reports bad input by throwing.
    const reason = error instanceof Error ? firstSentence(error.message) : "The arguments cannot be read";
    return refuse(`${reason}. See 'scimmap ${command.name} --help'.`);
  }
}

/** `--token x`, `--password=x`: what people type when they look for a way to pass the credential. */
function looksLikeCredential(argument: string): boolean {
  return /^--?(token|secret|secret-token|password|bearer|authorization|api-key)(=|$)/i.test(argument) || /^bearer\s/i.test(argument);
}

function credentialAdvice(argument: string): string {
  // Only the name is repeated; what follows it may be the credential.
  const name = /^--?[a-z-]+/i.exec(argument)?.[0] ?? "This argument";
  return `${name} is refused: every program on this machine can read the arguments of a command. Put the token into the environment variable SCIMMAP_TOKEN, or pipe it in and add --token-stdin.`;
}

function firstSentence(message: string): string {
  return (message.split(/\. |\n/)[0] ?? message).replace(/\.$/, "");
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}

function refuse(message: string): { readonly ok: false; readonly error: { readonly message: string } } {
  return failure({ message });
}
