import { ConfigurationTarget, workspace } from "vscode";
import { say } from "#base/sentence";
import { done } from "../error-boundary.ts";
import type { CommandResult } from "../error-boundary.ts";
import { liveValuesShown } from "../live-values/live-values-setting.ts";

/** Changes the setting where it is set: the language server follows settings by itself. */
export async function toggleLiveValues(): Promise<CommandResult> {
  const settings = workspace.getConfiguration("scimmap");
  const shown = !liveValuesShown();
  const target = settings.inspect("liveValues")?.workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await settings.update("liveValues", shown, target);
  return done(shown ? say`Live values are shown.` : say`Live values are hidden.`);
}
