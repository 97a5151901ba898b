import { PieceDecoder } from "#base/decode-text";

/** The process that the command line runs in. Tests hand in their own; commands see it as a `Terminal`. */
export interface Host {
  readonly stdin: Input;
  /** Results. */
  readonly stdout: Output;
  /** Progress and complaints. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the person presses Ctrl+C. */
  readonly interrupted: AbortSignal;
  /** Where the sandbox's program is in a bundle; the source tree finds its own. */
  readonly sandboxWorker?: URL | undefined;
  /** The clock; commands take `--now` where it decides something. */
  now(): Date;
}

/** A stream of text: UTF-8, or UTF-16 with a byte-order mark. */
export type Input = AsyncIterable<string | Uint8Array>;

/** A stream of text that goes out. */
export interface Output {
  /** Resolves when more may be written, so that a slow reader slows us down. */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
}

/** What a process ends with (provisioning page §6). */
export const exitCodes = {
  /** Nothing to report. */
  nothing: 0,
  /** Findings: errors in a mapping, failed checks, failed objects. */
  findings: 1,
  /** Bad usage, unreadable input, no connection. */
  couldNotRun: 2,
  /** A mistake of our own, by the number that `sysexits.h` has for it: nothing that a script may take for findings. */
  bug: 70,
} as const;

/** One of them. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** All of standard input as text. */
export async function readAll(input: Input): Promise<string> {
  const decoder = new PieceDecoder();
  let text = "";
  for await (const chunk of input) text += typeof chunk === "string" ? chunk : decoder.push(chunk);
  return text + decoder.end();
}

/** All of standard input as it comes. */
export async function readBytes(input: Input): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of input) pieces.push(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
  return Buffer.concat(pieces);
}

/** Standard input line by line, as it arrives; a final line break ends the last line and begins no other. */
export async function* readLines(input: Input): AsyncGenerator<string> {
  const decoder = new PieceDecoder();
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === "string" ? chunk : decoder.push(chunk))).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
  }
  rest += decoder.end();
  if (rest !== "") yield rest;
}
