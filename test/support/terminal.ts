import { run } from "#cli/run";
import type { ExitCode } from "#cli/host";
import type { Language } from "#cli/language";

export interface Call {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard output is a terminal. */
  readonly terminal?: boolean;
  /** Presses Ctrl+C. */
  readonly interrupted?: AbortSignal;
  /** Sees results as they come. */
  readonly onOutput?: (text: string) => void;
  readonly now?: string;
  /** Another language than the arguments and the environment name. */
  readonly language?: Language;
}

export interface Answer {
  readonly exit: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command of the terminal inside the test's process. */
export async function call(argv: readonly string[], settings: Call = {}): Promise<Answer> {
  let stdout = "";
  let stderr = "";
  const host = {
    stdin: chunks(settings.stdin ?? ""),
    stdout: {
      isTerminal: settings.terminal ?? false,
      write: async (text: string) => {
        stdout += text;
        settings.onOutput?.(text);
      },
    },
    stderr: { isTerminal: false, write: async (text: string) => void (stderr += text) },
    env: { SCIMMAP_PSEUDONYM_KEY: "of the tests", ...settings.env },
    interrupted: settings.interrupted ?? new AbortController().signal,
    now: () => new Date(settings.now ?? "2026-11-20T12:00:00Z"),
  };
  const exit = await run(argv, host, settings.language);
  return { exit, stdout, stderr };
}

/** Pieces that respect neither lines nor characters, as a pipe delivers them. */
async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
