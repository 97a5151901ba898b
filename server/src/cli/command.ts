import type { Result } from "#base/result";
import type { ExitCode, Host } from "./host.ts";

/** One command of the terminal. The same data parses its arguments and prints its help. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name: `FILE [--environment NAME]`. */
  readonly usage: string;
  readonly options: readonly Option[];
  /** Formats of `--format`, the default first. */
  readonly formats: readonly string[];
  readonly examples: readonly string[];
  /** Left out of the list of commands. */
  readonly hidden?: boolean;
  run(given: Given, host: Host): Promise<ExitCode>;
}

export interface Option {
  readonly name: string;
  /** Name of its value in the help, `NAME`; a switch has none. */
  readonly value?: string;
  /** The values it takes, the default first. */
  readonly choices?: readonly string[];
  readonly description: string;
}

/** The arguments of one call. */
export interface Given {
  readonly positionals: readonly string[];
  readonly format: string;
  /** The value of an option, undefined when it was not given. */
  option(name: string): string | undefined;
  switchedOn(name: string): boolean;
}

/** One sentence for standard error; the command could not run. */
export interface Refusal {
  readonly message: string;
}

export type Attempt<T> = Result<T, Refusal>;
