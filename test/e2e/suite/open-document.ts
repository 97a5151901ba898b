import { window, workspace, Uri } from "vscode";
import type { TextDocument } from "vscode";

/** A file of the suite's workspace. */
export function fileNamed(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("The suite needs an open folder.");
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file of the suite's workspace in an editor. */
export async function openDocument(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileNamed(name));
  await window.showTextDocument(document);
  return document;
}

/**
 * Asks `look` again and again until it gives something. VS Code tells nobody when a provider has been registered. The limit is for what never
 * happens: on a loaded machine the language server alone may take half a minute to start.
 */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>, limit = 60_000): Promise<T> {
  for (const end = Date.now() + limit; ;) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`It did not happen within ${limit / 1000} seconds: ${what}.`);
    await turn();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
}
