import type { Result } from "#base/result";
import type { Part, Sentence } from "#base/sentence";
import type { ExitCode } from "./host.ts";
import type { Terminal } from "./terminal.ts";

/** One command of the terminal. The same data parses its arguments and prints its help. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Sentence;
  /** What follows the name: `FILE [--environment NAME]`. */
  readonly usage: string;
  readonly options: readonly Option[];
  /** Formats of `--format`, the default first. */
  readonly formats: readonly string[];
  readonly examples: readonly string[];
  /** Left out of the list of commands. */
  readonly hidden?: boolean;
  run(given: Given, terminal: Terminal): Promise<ExitCode>;
}

/** What may stand behind a command's name, `--name` in front of it. */
export interface Option {
  readonly name: string;
  /** Name of its value in the help, `NAME`; a switch has none. */
  readonly value?: string;
  /** The values it takes, the default first. */
  readonly choices?: readonly string[];
  readonly description: Sentence;
}

/** The arguments of one call. */
export interface Given {
  readonly positionals: readonly string[];
  readonly format: string;
  /** The value of an option, undefined when it was not given. */
  option(name: string): string | undefined;
  switchedOn(name: string): boolean;
}

/** What a command needs to run, or why it cannot: one sentence for standard error. */
export type Attempt<T> = Result<T, Part>;
