import { workspace } from "vscode";

/** Whether the setting lets the editor show values beside statements. */
export function liveValuesShown(): boolean {
  return workspace.getConfiguration("scimmap").get("liveValues", true);
}
