import { l10n, window, workspace, Uri } from "vscode";
import { jsonSource } from "#directory/json-source";
import { readSnapshot } from "#directory/read-snapshot";
import type { SnapshotReading } from "#directory/read-snapshot";
import type { Session } from "../commands/session.ts";

/** File endings a directory snapshot may have (JSON, NDJSON, CSV). */
const endings = ["json", "ndjson", "csv"];

/** The snapshot chosen for a mapping; asks for one when there is none. Undefined when dismissed. */
export async function readChosenSnapshot(session: Session, mapping: Uri): Promise<SnapshotReading | undefined> {
  const chosen = session.choices.snapshot(mapping);
  const file = chosen === undefined ? await askForSnapshot(session, mapping) : Uri.parse(chosen, true);
  if (file === undefined) return undefined;
  return readSnapshot(jsonSource(new TextDecoder().decode(await workspace.fs.readFile(file))));
}

/** Offers the data files of the workspace and the file dialog, and remembers the answer for this mapping. */
export async function askForSnapshot(session: Session, mapping: Uri): Promise<Uri | undefined> {
  const files = await workspace.findFiles(`**/*.{${endings.join(",")}}`, "**/{node_modules,.vscode}/**", 200);
  const browse = { label: l10n.t("$(folder-opened) Browse…"), uri: undefined };
  const offered = files.map((uri) => ({ label: workspace.asRelativePath(uri), uri })).sort((a, b) => a.label.localeCompare(b.label));
  const picked = await window.showQuickPick([...offered, browse], {
    title: l10n.t("Directory snapshot"),
    placeHolder: l10n.t("Which file says who is in Microsoft Entra ID?"),
  });
  if (picked === undefined) return undefined;
  const file = picked.uri ?? (await window.showOpenDialog({ filters: { [l10n.t("Directory snapshots")]: endings } }))?.[0];
  if (file !== undefined) await session.choices.chooseSnapshot(mapping, file);
  return file;
}
