import { window } from "vscode";
import type { LogOutputChannel } from "vscode";
import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { Words } from "./words/words.ts";

/** What a command says at its end; undefined when it was dismissed, or when what it opened speaks for itself. */
export type CommandResult = { readonly kind: "done" | "refused"; readonly message: Sentence } | undefined;

/** The same as key bindings and other extensions get it: the message in the language of this window, without markup. */
export type CommandAnswer = { readonly kind: "done" | "refused"; readonly message: string } | undefined;

/** Where a command's end is told. */
export interface Audience {
  readonly log: LogOutputChannel;
  readonly words: Words;
}

/** The command did what it is for. */
export function done(message: Sentence): CommandResult {
  return { kind: "done", message };
}

/** The command could not do it; the sentence says why and what to do. */
export function refused(message: Sentence): CommandResult {
  return { kind: "refused", message };
}

/** Runs a command and shows how it ended: the one place where a failure becomes a message. */
export async function runGuarded(audience: Audience, command: () => Promise<CommandResult>): Promise<CommandAnswer> {
  try {
    const result = await command();
    tellResult(audience, result);
    return result && { kind: result.kind, message: audience.words.text(result.message) };
  } catch (error) {
    // The log keeps the stack. The message does not repeat the error: its text was not written for people.
    audience.log.error(error instanceof Error ? error : String(error));
    const message = say`Something went wrong that should not have. The log says what.`;
    void offerLog(audience, message);
    return { kind: "refused", message: audience.words.text(message) };
  }
}

/** Shows how something ended, without waiting for somebody to close it. */
export function tellResult({ words }: Pick<Audience, "words">, result: CommandResult): void {
  if (result === undefined) return;
  const message = words.message(result.message);
  void (result.kind === "done" ? window.showInformationMessage(message) : window.showWarningMessage(message));
}

async function offerLog({ log, words }: Audience, message: Sentence): Promise<void> {
  const showLog = words.message(say`Show Log`);
  if ((await window.showErrorMessage(words.message(message), showLog)) === showLog) log.show();
}
