import { l10n, window } from "vscode";
import type { LogOutputChannel } from "vscode";

/** What a command says at its end; undefined when it was dismissed, or when what it opened speaks for itself. */
export type CommandResult = { readonly kind: "done" | "refused"; readonly message: string } | undefined;

export function done(message: string): CommandResult {
  return { kind: "done", message };
}

export function refused(message: string): CommandResult {
  return { kind: "refused", message };
}

/**
 * Runs a command and shows how it ended: the one place where a failure becomes a message.
 * What the command said is also its value, for key bindings and other extensions.
 */
export async function runGuarded(log: LogOutputChannel, command: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    const result = await command();
    show(result);
    return result;
  } catch (error) {
    // The log keeps the stack. The message does not repeat the error: its text was not written for people.
    log.error(error instanceof Error ? error : String(error));
    const message = l10n.t("Something went wrong that should not have. The log says what.");
    void offerLog(message, log);
    return refused(message);
  }
}

function show(result: CommandResult): void {
  if (result === undefined) return;
  void (result.kind === "done" ? window.showInformationMessage(result.message) : window.showWarningMessage(result.message));
}

async function offerLog(message: string, log: LogOutputChannel): Promise<void> {
  const showLog = l10n.t("Show Log");
  if ((await window.showErrorMessage(message, showLog)) === showLog) log.show();
}
