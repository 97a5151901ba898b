import { commands } from "vscode";
import { until } from "./open-document.ts";

/** What a command of ours resolves to. */
export type CommandResult = { kind: "done" | "refused"; message: string } | undefined;

export async function run(command: string): Promise<CommandResult> {
  return commands.executeCommand<CommandResult>(command);
}

/**
 * Runs a command and accepts the first entry of each list, and the text of each box, that it opens. An editor that is shown late takes the
 * focus, and the list is gone: the command was dismissed, and is run again.
 */
export async function accepting(command: string): Promise<NonNullable<CommandResult>> {
  return until(`${command} was answered`, () => acceptingOnce(run(command)));
}

/** Accepting while nothing is open does nothing. */
async function acceptingOnce(command: Promise<CommandResult>): Promise<CommandResult> {
  let settled = false;
  void command.finally(() => (settled = true));
  await until("the list was answered", async () => {
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    return settled || undefined;
  });
  return command;
}
