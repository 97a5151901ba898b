import { QuickPickItemKind, window, workspace } from "vscode";
import type { QuickPickItem, Uri } from "vscode";
import { foreign, personal, say } from "#base/sentence";
import type { SnapshotRecord } from "#directory/snapshot-records";
import type { Words } from "../words/words.ts";

/** A list of more people is searched, not scrolled. */
const mostShown = 100;

/** Somebody of the list, or another way to say who. */
export type PickedPerson = SnapshotRecord | "snapshot" | "typed";

interface PersonItem extends QuickPickItem {
  readonly answer?: PickedPerson;
}

/** Who is offered, and the file that says so. */
export interface OfferedPeople {
  readonly snapshot: Uri | undefined;
  readonly people: readonly SnapshotRecord[];
}

/** Offers people, and the other ways to say who; undefined when dismissed. */
export function pickPerson(words: Words, offered: OfferedPeople): Promise<PickedPerson | undefined> {
  const list = window.createQuickPick<PersonItem>();
  list.title = words.label(say`Sample person`);
  list.placeholder = words.label(say`Whose values should stand beside the mapping?`);
  list.items = itemsFor(words, "", offered);
  return new Promise((resolve) => {
    list.onDidChangeValue((value) => (list.items = itemsFor(words, value, offered)));
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
function itemsFor(words: Words, value: string, { snapshot, people }: OfferedPeople): readonly PersonItem[] {
  const wanted = value.trim().toLowerCase();
  const fitting = people.filter(({ name, key }) => name.toLowerCase().includes(wanted) || key.toLowerCase().includes(wanted));
  const file = snapshot === undefined ? "" : words.label(foreign(workspace.asRelativePath(snapshot)));
  const more = fitting.length - mostShown;
  return [
    ...(fitting.length === 0 ? [] : [separator(file)]),
    ...fitting.slice(0, mostShown).map((person) => personItem(words, person)),
    separator(more > 0 ? words.label(say`${more} more; type part of a name`) : ""),
    { label: words.label(say`$(edit) Type in a record…`), alwaysShow: true, answer: "typed" },
    { label: words.label(say`$(file) Choose a directory snapshot…`), alwaysShow: true, answer: "snapshot" },
  ];
}

function personItem(words: Words, person: SnapshotRecord): PersonItem {
  const { name, key } = person;
  return { label: words.label(personal(name)), description: words.label(personal(key)), alwaysShow: true, answer: person };
}

function separator(label: string): PersonItem {
  return { label, kind: QuickPickItemKind.Separator };
}
