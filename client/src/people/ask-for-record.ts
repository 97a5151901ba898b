import { window } from "vscode";
import { say } from "#base/sentence";
import type { SamplePersonParams } from "#protocol/messages";
import type { Words } from "../words/words.ts";

/** Asks for a user as one JSON object, as a directory snapshot holds it; undefined when dismissed. `before` is offered for a change. */
export async function askForRecord(words: Words, before: SamplePersonParams | undefined): Promise<SamplePersonParams | undefined> {
  const entered = await window.showInputBox({
    title: words.label(say`Sample person`),
    prompt: words.label(say`A user as JSON, with the attributes that Microsoft Entra ID would have. It is kept in memory only.`),
    value: before?.type === "User" ? JSON.stringify(before.attributes) : '{ "givenName": "Ada", "surname": "Lovelace" }',
    ignoreFocusOut: true,
    validateInput: (text) => (readRecord(text) === undefined ? words.label(say`This is not one JSON object.`) : undefined),
  });
  const attributes = entered === undefined ? undefined : readRecord(entered);
  return attributes && { name: nameOf(words, attributes), type: "User", attributes };
}

/** The server only repeats the name, so a record without one is named in the language of this window. */
function nameOf(words: Words, attributes: Readonly<Record<string, unknown>>): string {
  const names = [attributes["displayName"], attributes["userPrincipalName"], attributes["givenName"]];
  const isName = (name: unknown): name is string => typeof name === "string" && name !== "";
  return names.find(isName) ?? words.text(say`the typed record`);
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
