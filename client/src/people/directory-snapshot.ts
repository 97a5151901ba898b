import { window, workspace, Uri } from "vscode";
import { foreign, joined, nothing, say } from "#base/sentence";
import type { Result } from "#base/result";
import type { Part } from "#base/sentence";
import { readDirectory } from "#directory/read-directory";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import type { SourceRefusal } from "#directory/source-refusal";
import type { ConnectionDesk } from "../connections/connection-desk.ts";

/** File endings a directory snapshot may have (JSON, JSON lines). */
const endings = ["json", "ndjson"];

type Asking = Pick<ConnectionDesk, "choices" | "words">;

/** What the snapshot chosen for a mapping holds, or what else it is. */
export type ChosenSnapshot = Result<DirectorySnapshot, SourceRefusal>;

/** The snapshot chosen for a mapping; asks for one when there is none, or when it cannot be read any more. Undefined when dismissed. */
export async function readChosenSnapshot(desk: Asking, mapping: Uri): Promise<ChosenSnapshot | undefined> {
  const chosen = desk.choices.snapshot(mapping);
  let file = chosen === undefined ? await askForSnapshot(desk, mapping) : Uri.parse(chosen, true);
  while (file !== undefined) {
    const bytes = await bytesOf(file);
    if (bytes !== undefined) return readDirectory(workspace.asRelativePath(file), bytes);
    const why = say`'${foreign(workspace.asRelativePath(file))}' cannot be read.`;
    file = await askForSnapshot(desk, mapping, why);
  }
  return undefined;
}

/** What a file holds; undefined where there is no such file any more, or it may not be read. */
export async function bytesOf(file: Uri): Promise<Uint8Array | undefined> {
  return workspace.fs.readFile(file).then(
    (bytes) => bytes,
    () => undefined,
  );
}

/** Offers the data files of the workspace and the file dialog, and remembers the answer for this mapping; `why` it asks, if there is more to say. */
export async function askForSnapshot({ choices, words }: Asking, mapping: Uri, why: Part = nothing): Promise<Uri | undefined> {
  const files = await workspace.findFiles(`**/*.{${endings.join(",")}}`, "**/{node_modules,.vscode}/**", 200);
  const browse = { label: words.label(say`$(folder-opened) Browse…`), uri: undefined };
  const offered = files
    .map((uri) => ({ label: words.label(foreign(workspace.asRelativePath(uri))), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const picked = await window.showQuickPick([...offered, browse], {
    title: words.label(say`Directory snapshot`),
    placeHolder: words.label(joined([why, say`Which file says who is in Microsoft Entra ID?`], " ")),
  });
  if (picked === undefined) return undefined;
  const filters = { [words.label(say`Directory snapshots`)]: endings };
  const file = picked.uri ?? (await window.showOpenDialog({ filters }))?.[0];
  if (file !== undefined) await choices.chooseSnapshot(mapping, file);
  return file;
}
