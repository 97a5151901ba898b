import { render } from "#base/render-sentence";
import type { Part } from "#base/sentence";
import { plainText } from "#base/surfaces";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import type { Given } from "#cli/command";
import type { Host } from "#cli/host";
import { openTerminal } from "#cli/terminal";
import type { Terminal } from "#cli/terminal";

/** A terminal in memory: what was written is there to be read. */
export interface TestTerminal extends Terminal {
  readonly written: { stdout: string; stderr: string };
}

/** Whatever differs from a pipe with nothing in it. */
export interface TestHost {
  /** Pieces as a pipe delivers them. */
  readonly stdin?: readonly (string | Uint8Array)[];
  readonly env?: Host["env"];
  readonly isTerminal?: boolean;
  readonly now?: string;
}

/** An English terminal for the parts of commands. */
export function testTerminal(host: TestHost = {}): TestTerminal {
  const { stdin = [], env = {}, isTerminal = false, now = "2026-11-20T12:00:00Z" } = host;
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr"): Host["stdout"] => ({
    isTerminal,
    write: (text) => {
      written[name] += text;
      return Promise.resolve();
    },
  });
  const process: Host = {
    stdin: arriving(stdin),
    stdout: output("stdout"),
    stderr: output("stderr"),
    env,
    interrupted: new AbortController().signal,
    now: () => new Date(now),
  };
  return { ...openTerminal(process, { catalogue: undefined, stated: false }), written };
}

async function* arriving(pieces: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* pieces;
}

/** The arguments of a call. */
export function givenArguments(
  options: Readonly<Record<string, string | true>> = {},
  positionals: readonly string[] = [],
  format = "text",
): Given {
  return {
    positionals,
    format,
    option: (name) => (typeof options[name] === "string" ? options[name] : undefined),
    switchedOn: (name) => options[name] === true,
  };
}

/** An attempt with its refusal as a terminal shows it. */
export function shown<T>(attempt: Result<T, Part>): Result<T, string> {
  return attempt.ok ? success(attempt.value) : failure(render(attempt.error, { surface: plainText }));
}
