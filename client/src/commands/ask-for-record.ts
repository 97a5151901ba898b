import { l10n, window } from "vscode";
import type { SamplePersonParams } from "#protocol/messages";

/** Asks for a user as one JSON object, as a directory snapshot holds it; undefined when dismissed. `before` is offered for a change. */
export async function askForRecord(before: SamplePersonParams | undefined): Promise<SamplePersonParams | undefined> {
  const entered = await window.showInputBox({
    title: l10n.t("Sample person"),
    prompt: l10n.t("A user as JSON, with the attributes that Microsoft Entra ID would have. It is kept in memory only."),
    value: before?.type === "User" ? JSON.stringify(before.attributes) : '{ "givenName": "Ada", "surname": "Lovelace" }',
    ignoreFocusOut: true,
    validateInput: (text) => (readRecord(text) === undefined ? l10n.t("This is not one JSON object.") : undefined),
  });
  const attributes = entered === undefined ? undefined : readRecord(entered);
  return attributes && { name: nameOf(attributes), type: "User", attributes };
}

function nameOf(attributes: Readonly<Record<string, unknown>>): string {
  const names = [attributes["displayName"], attributes["userPrincipalName"], attributes["givenName"]];
  return names.find((name): name is string => typeof name === "string" && name !== "") ?? l10n.t("the typed record");
}

/** Broken JSON is an input error, hence a value: this is the edge where the exception ends. */
function readRecord(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
