import { expect, test } from "vitest";
import { fileUri, openSession } from "#test/extension";
import { twoPeople } from "#test/extension-mapping";
import { askForSnapshot, readChosenSnapshot } from "../../../client/src/people/directory-snapshot.ts";

const files = {
  "people.json": twoPeople,
  "b.ndjson": "",
  "c.csv": "",
  "notes.txt": "",
  "node_modules/x/package.json": "{}",
  ".vscode/settings.json": "{}",
  "/elsewhere/far.json": twoPeople,
};

const twoRead = { ok: true, value: { users: [{ id: "1" }, { id: "2" }] } };

function open() {
  const opened = openSession({ files });
  return { ...opened, person: opened.vscode.person, mapping: fileUri(opened.vscode, "a.scimmap") };
}

test("the data files of the folder are offered by name, then the dialog", async () => {
  const { session, person, mapping } = open();
  person.picks("people.json");
  expect((await askForSnapshot(session, mapping))?.path).toBe("/folder/people.json");
  expect(person.asked).toMatchObject([
    {
      title: "Directory snapshot",
      prompt: "Which file says who is in Microsoft Entra ID?",
      offered: ["b.ndjson", "people.json", "$(folder-opened) Browse…"],
    },
  ]);
  expect(session.choices.snapshot(mapping)).toBe("file:///folder/people.json");
});

test("a file from elsewhere is chosen in the dialog", async () => {
  const { session, person, mapping } = open();
  person.picks("$(folder-opened) Browse…");
  person.files.push("/elsewhere/far.json");
  expect((await askForSnapshot(session, mapping))?.path).toBe("/elsewhere/far.json");
  expect(session.choices.snapshot(mapping)).toBe("file:///elsewhere/far.json");
});

test("dismissing the list or the dialog chooses nothing", async () => {
  const { session, person, mapping } = open();
  expect(await askForSnapshot(session, mapping)).toBeUndefined();
  person.picks("$(folder-opened) Browse…");
  expect(await askForSnapshot(session, mapping)).toBeUndefined();
  expect(await readChosenSnapshot(session, mapping)).toBeUndefined();
  expect(session.choices.snapshot(mapping)).toBeUndefined();
});

test("the chosen one is read without asking again", async () => {
  const { session, person, mapping } = open();
  person.picks("people.json");
  expect(await readChosenSnapshot(session, mapping)).toMatchObject(twoRead);
  expect(await readChosenSnapshot(session, mapping)).toMatchObject(twoRead);
  expect(person.asked).toHaveLength(1);
});

test("one that is gone is asked for again, with the reason", async () => {
  const { session, person, mapping } = open();
  await session.choices.chooseSnapshot(mapping, mapping.with({ path: "/folder/gone.json" }));
  expect(await readChosenSnapshot(session, mapping)).toBeUndefined();
  expect(person.asked[0]?.prompt).toBe("'gone.json' cannot be read. Which file says who is in Microsoft Entra ID?");
  person.picks("people.json");
  expect(await readChosenSnapshot(session, mapping)).toMatchObject(twoRead);
});

test("no more files are offered than a list can show", async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`${at}.json`, "{}"]));
  const { session, vscode } = openSession({ files: many });
  await askForSnapshot(session, fileUri(vscode, "a.scimmap"));
  expect(vscode.person.asked[0]?.offered).toHaveLength(201);
});
