import { l10n, QuickPickItemKind, Uri, window, workspace } from "vscode";
import type { QuickPickItem } from "vscode";
import type { SamplePersonParams } from "#protocol/messages";
import { jsonSource } from "#directory/json-source";
import { snapshotRecords } from "#directory/snapshot-records";
import type { SnapshotRecord } from "#directory/snapshot-records";
import { askForSnapshot } from "../connections/directory-snapshot.ts";
import { pickMapping } from "../connections/pick-connection.ts";
import { refused } from "../error-boundary.ts";
import { askForRecord } from "./ask-for-record.ts";
import type { NetworkCommand, Session } from "./session.ts";

/** A list of more people is searched, not scrolled. */
const mostShown = 100;

interface PersonItem extends QuickPickItem {
  readonly answer?: SnapshotRecord | "snapshot" | "typed";
}

/** Chooses whose values stand beside the mapping: somebody of the directory snapshot, or a record that is typed in. */
export const chooseSamplePerson: NetworkCommand = async (session, uri) => {
  const document = await pickMapping(uri);
  if (!document.ok) return refused(document.error);
  const person = await askForPerson(session, document.value.uri);
  return person === undefined ? undefined : session.samplePerson.choose(person);
};

async function askForPerson(session: Session, mapping: Uri): Promise<SamplePersonParams | undefined> {
  for (;;) {
    const chosen = session.choices.snapshot(mapping);
    const snapshot = chosen === undefined ? undefined : Uri.parse(chosen, true);
    const answer = await pick(snapshot, snapshot === undefined ? [] : await peopleOf(snapshot));
    switch (answer) {
      case undefined:
        return undefined;
      case "typed":
        return askForRecord(session.samplePerson.person);
      case "snapshot":
        if ((await askForSnapshot(session, mapping)) === undefined) return undefined;
        break;
      default:
        return { name: answer.name, type: answer.type, attributes: answer.attributes };
    }
  }
}

/** Nobody when the file is gone: another one can be chosen from the list. */
async function peopleOf(snapshot: Uri): Promise<readonly SnapshotRecord[]> {
  return workspace.fs.readFile(snapshot).then(
    (bytes) => snapshotRecords(jsonSource(new TextDecoder().decode(bytes))),
    () => [],
  );
}

function pick(snapshot: Uri | undefined, people: readonly SnapshotRecord[]): Promise<PersonItem["answer"]> {
  const list = window.createQuickPick<PersonItem>();
  list.title = l10n.t("Sample person");
  list.placeholder = l10n.t("Whose values should stand beside the mapping?");
  list.items = itemsFor("", snapshot, people);
  return new Promise((resolve) => {
    list.onDidChangeValue((value) => (list.items = itemsFor(value, snapshot, people)));
    list.onDidAccept(() => {
      const answer = list.selectedItems[0]?.answer;
      if (answer === undefined) return;
      resolve(answer);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

/** People whom what was typed fits, by name, principal name or id; then the other ways to say who. */
function itemsFor(value: string, snapshot: Uri | undefined, people: readonly SnapshotRecord[]): readonly PersonItem[] {
  const wanted = value.trim().toLowerCase();
  const fitting = people.filter(({ name, key }) => name.toLowerCase().includes(wanted) || key.toLowerCase().includes(wanted));
  const file = snapshot === undefined ? "" : workspace.asRelativePath(snapshot);
  const more = fitting.length - mostShown;
  return [
    ...(fitting.length === 0 ? [] : [separator(file)]),
    ...fitting.slice(0, mostShown).map((person) => ({ label: person.name, description: person.key, alwaysShow: true, answer: person })),
    ...(more > 0 ? [separator(l10n.t("{0} more; type part of a name", more))] : [separator("")]),
    { label: l10n.t("$(edit) Type in a record…"), alwaysShow: true, answer: "typed" },
    { label: l10n.t("$(file) Choose a directory snapshot…"), alwaysShow: true, answer: "snapshot" },
  ];
}

function separator(label: string): PersonItem {
  return { label, kind: QuickPickItemKind.Separator };
}
