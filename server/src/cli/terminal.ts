import { render } from "#base/render-sentence";
import type { Rendering } from "#base/render-sentence";
import type { Part } from "#base/sentence";
import { exitCodes } from "./host.ts";
import type { ExitCode, Host } from "./host.ts";
import { renderingOf } from "./language.ts";
import type { Language } from "./language.ts";

/** What a command sees of the process it runs in. Sentences are rendered here; reports render theirs as `inFormat` says. */
export interface Terminal extends Pick<Host, "stdin" | "env" | "interrupted" | "sandboxWorker" | "now"> {
  /** Whether results go to a person's screen, not into a file or another program. */
  readonly showsResults: boolean;
  /** Whether somebody watches standard error. */
  readonly showsProgress: boolean;
  /** How reports in a format of `--format` render their sentences. */
  inFormat(format: string): Rendering;
  /** A sentence as text in the terminal's language, for what lines up columns. */
  text(part: Part): string;
  /** Results: a report that was rendered `inFormat`, or JSON. Resolves when more may be written. */
  print(report: string): Promise<void>;
  /** Results in our own words: one line. */
  tell(line: Part): Promise<void>;
  /** One line on standard error; with `masking` where it may say something of people. */
  note(line: Part, masking?: Masks): Promise<void>;
  /** Several lines on standard error that were rendered `inFormat("text")`. */
  printNotes(report: string): Promise<void>;
  /** Replaces the line that says how far the work is; an empty one takes it away. */
  progress(line: Part): Promise<void>;
  /** Says on standard error why a command could not run. */
  complain(reason: Part, masking?: Masks): Promise<ExitCode>;
}

/** What a command masks values with, where it does. */
type Masks = Pick<Rendering, "mask">;

/** The terminal of a process, speaking one language. */
export function openTerminal(host: Host, language: Language): Terminal {
  const text = (part: Part, masking?: Masks): string => render(part, { ...renderingOf("text", language), ...masking });
  const note = (line: Part, masking?: Masks): Promise<void> => host.stderr.write(`${text(line, masking)}\n`);
  return {
    stdin: host.stdin,
    env: host.env,
    interrupted: host.interrupted,
    sandboxWorker: host.sandboxWorker,
    now: () => host.now(),
    showsResults: host.stdout.isTerminal,
    showsProgress: host.stderr.isTerminal,
    inFormat: (format) => renderingOf(format, language),
    text: (part) => text(part),
    print: (report) => host.stdout.write(report),
    tell: (line) => host.stdout.write(`${text(line)}\n`),
    note,
    printNotes: (report) => host.stderr.write(report),
    progress: (line) => host.stderr.write(`\r\u001b[K${text(line)}`),
    complain: async (reason, masking) => {
      await host.stderr.write(`scimmap: ${text(reason, masking)}\n`);
      return exitCodes.couldNotRun;
    },
  };
}
