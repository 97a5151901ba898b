import { window, workspace, Uri } from "vscode";
import { foreign, say } from "#base/sentence";
import { jsonSource } from "#directory/json-source";
import { readSnapshot } from "#directory/read-snapshot";
import type { SnapshotReading } from "#directory/read-snapshot";
import type { ConnectionDesk } from "../connections/connection-desk.ts";

/** File endings a directory snapshot may have (JSON, NDJSON, CSV). */
const endings = ["json", "ndjson", "csv"];

type Asking = Pick<ConnectionDesk, "choices" | "words">;

/** The snapshot chosen for a mapping; asks for one when there is none. Undefined when dismissed. */
export async function readChosenSnapshot(desk: Asking, mapping: Uri): Promise<SnapshotReading | undefined> {
  const chosen = desk.choices.snapshot(mapping);
  const file = chosen === undefined ? await askForSnapshot(desk, mapping) : Uri.parse(chosen, true);
  if (file === undefined) return undefined;
  return readSnapshot(jsonSource(new TextDecoder().decode(await workspace.fs.readFile(file))));
}

/** Offers the data files of the workspace and the file dialog, and remembers the answer for this mapping. */
export async function askForSnapshot({ choices, words }: Asking, mapping: Uri): Promise<Uri | undefined> {
  const files = await workspace.findFiles(`**/*.{${endings.join(",")}}`, "**/{node_modules,.vscode}/**", 200);
  const browse = { label: words.label(say`$(folder-opened) Browse…`), uri: undefined };
  const offered = files
    .map((uri) => ({ label: words.label(foreign(workspace.asRelativePath(uri))), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const picked = await window.showQuickPick([...offered, browse], {
    title: words.label(say`Directory snapshot`),
    placeHolder: words.label(say`Which file says who is in Microsoft Entra ID?`),
  });
  if (picked === undefined) return undefined;
  const filters = { [words.label(say`Directory snapshots`)]: endings };
  const file = picked.uri ?? (await window.showOpenDialog({ filters }))?.[0];
  if (file !== undefined) await choices.chooseSnapshot(mapping, file);
  return file;
}
