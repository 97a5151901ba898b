import { expect, test } from "vitest";
import { english, fileUri } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import { pickPerson } from "../../../client/src/people/pick-person.ts";

const others = ["$(edit) Type in a record…", "$(file) Choose a directory snapshot…"];

function personNumber(number: number) {
  return { type: "User" as const, name: `Person ${number}`, key: `p${number}@example.com`, attributes: { objectId: String(number) } };
}

function offer(count: number, filters: readonly string[] = []) {
  const vscode = openWindow();
  vscode.person.filters.push(...filters);
  const people = Array.from({ length: count }, (_, at) => personNumber(at + 1));
  const snapshot = count === 0 ? undefined : fileUri(vscode, "people.json");
  return { person: vscode.person, people, pick: () => pickPerson(english, { snapshot, people }) };
}

test("people of the snapshot are offered under its name, then the other ways to say who", async () => {
  const { person, people, pick } = offer(2);
  person.picks("Person 2");
  expect(await pick()).toBe(people[1]);
  expect(person.asked).toMatchObject([
    {
      title: "Sample person",
      prompt: "Whose values should stand beside the mapping?",
      offered: ["people.json", "Person 1  p1@example.com", "Person 2  p2@example.com", "", ...others],
    },
  ]);
  // Who fits was decided here, by name and by key: VS Code must not hide them again.
  expect(person.hiddenByFilter).toEqual([]);
});

test("the other ways are answers too", async () => {
  for (const [label, answer] of [
    [others[0]!, "typed"],
    [others[1]!, "snapshot"],
  ] as const) {
    const { person, pick } = offer(0);
    person.picks(label);
    expect(await pick()).toBe(answer);
    expect(person.asked[0]?.offered).toEqual(["", ...others]);
  }
});

test("dismissing the list chooses nobody, and a separator is no answer", async () => {
  expect(await offer(1).pick()).toBeUndefined();
  const { person, pick } = offer(1);
  person.picks("people.json");
  expect(await pick()).toBeUndefined();
});

test("what is typed makes the list shorter, by name or key, whatever the case", async () => {
  for (const [typed, expected] of [
    ["PERSON 12", ["Person 12  p12@example.com"]],
    [" p3@ ", ["Person 3  p3@example.com"]],
    ["nobody", []],
  ] as const) {
    const { person, pick } = offer(15, [typed]);
    await pick();
    const shown = person.asked[0]?.offered.filter((label) => label.startsWith("Person"));
    expect(shown).toEqual(expected);
    expect(person.asked[0]?.offered.includes("people.json")).toBe(expected.length > 0);
    expect(person.hiddenByFilter).toEqual([]);
  }
});

test("of a long list a hundred are shown, with how many more there are", async () => {
  const { person, pick } = offer(103);
  await pick();
  const { offered } = person.asked[0]!;
  expect(offered.filter((label) => label.startsWith("Person"))).toHaveLength(100);
  expect(offered.at(-3)).toBe("3 more; type part of a name");
  const exact = offer(100);
  await exact.pick();
  expect(exact.person.asked[0]?.offered.at(-3)).toBe("");
});
