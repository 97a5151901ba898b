import { parseArgs } from "node:util";
import { failure, success } from "#base/result";
import { foreign, joined, names, own, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { Attempt, Command, Given } from "./command.ts";
import { localeOption } from "./language.ts";

/** Reads a command's arguments; a mistake is one sentence that says what to write instead. */
export function parseArguments(command: Command, argv: readonly string[]): Attempt<Given> {
  const credential = argv.find(looksLikeCredential);
  if (credential !== undefined) return failure(credentialAdvice(credential));
  const types = optionTypes(command);
  // A lone `-` is standard input and stays a positional. The library throws at mistakes when it is strict, and in English only.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries([...types].map(([name, type]) => [name, { type }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const mistake = tokens.map((token) => mistakeIn(token, types)).find((found) => found !== undefined);
  if (mistake !== undefined) return failure(joined([mistake, say`See '${own(`scimmap ${command.name} --help`)}'.`], " "));
  const option = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const format = option("format") ?? command.formats[0] ?? "text";
  const refused = refusedChoice(command, format, option);
  return refused === undefined ? success({ positionals, format, option, switchedOn: (name) => values[name] === true }) : failure(refused);
}

type OptionType = "boolean" | "string";

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];

function optionTypes({ options }: Command): ReadonlyMap<string, OptionType> {
  const types = options.map(({ name, value }) => [name, value === undefined ? "boolean" : "string"] as const);
  return new Map<string, OptionType>([...types, ["format", "string"], [localeOption.name, "string"]]);
}

function mistakeIn(token: Token, types: ReadonlyMap<string, OptionType>): Part | undefined {
  if (token.kind !== "option") return undefined;
  const name = own(`--${token.name}`);
  switch (types.get(token.name)) {
    case undefined:
      return say`Unknown option '${foreign(token.rawName)}'.`;
    case "boolean":
      return token.value === undefined ? undefined : say`Option '${name}' does not take an argument.`;
    case "string":
      if (token.value === undefined) return say`Option '${name} <value>' argument missing.`;
      return !token.inlineValue && /^-./.test(token.value) ? say`Option '${name}' argument is ambiguous.` : undefined;
  }
}

function refusedChoice(command: Command, format: string, option: Given["option"]): Part | undefined {
  if (!command.formats.includes(format)) {
    return say`'${foreign(format)}' is no format of '${own(`scimmap ${command.name}`)}'. It takes ${names(command.formats, "or")}.`;
  }
  for (const { name, choices } of command.options) {
    const value = option(name);
    if (value !== undefined && choices !== undefined && !choices.includes(value)) {
      return say`'${foreign(value)}' is no value for ${own(`--${name}`)}. It takes ${names(choices, "or")}.`;
    }
  }
  return undefined;
}

/** `--token x`, `--password=x`: what people type when they look for a way to pass the credential. */
function looksLikeCredential(argument: string): boolean {
  return /^--?(token|secret|secret-token|password|bearer|authorization|api-key)(=|$)/i.test(argument) || /^bearer\s/i.test(argument);
}

function credentialAdvice(argument: string): Part {
  // Only the name is repeated; what follows it may be the credential.
  const name = /^--?[a-z-]+/i.exec(argument)?.[0];
  const advice = say`Put the token into the environment variable SCIMMAP_TOKEN, or pipe it in and add --token-stdin.`;
  return name === undefined
    ? joined([say`This argument is refused: every program on this machine can read the arguments of a command.`, advice], " ")
    : joined([say`${foreign(name)} is refused: every program on this machine can read the arguments of a command.`, advice], " ");
}
