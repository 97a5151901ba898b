import { commands } from "vscode";
import { until } from "./open-document.ts";

/** What a command of ours resolves to. */
export type CommandResult = { kind: "done" | "refused"; message: string } | undefined;

export async function run(command: string): Promise<CommandResult> {
  return commands.executeCommand<CommandResult>(command);
}

/** Accepts the first entry of each list, and the text of each box, that a command opens. Accepting while none is open does nothing. */
export async function accepting(command: Promise<CommandResult>): Promise<CommandResult> {
  let settled = false;
  void command.finally(() => (settled = true));
  await until("the list was answered", async () => {
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    return settled || undefined;
  });
  return command;
}
