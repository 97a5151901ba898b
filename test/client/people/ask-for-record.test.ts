import { expect, test } from "vitest";
import { english } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import { askForRecord } from "../../../client/src/people/ask-for-record.ts";

async function typed(...texts: readonly string[]) {
  const { person } = openWindow();
  person.types(...texts);
  return { record: await askForRecord(english, undefined), person };
}

test("a person is one JSON object, named by what people call them", async () => {
  const attributes = { displayName: "Ada L.", userPrincipalName: "ada@example.com", givenName: "Ada" };
  expect((await typed(JSON.stringify(attributes))).record).toEqual({ name: "Ada L.", type: "User", attributes });
  expect((await typed('{ "displayName": "", "userPrincipalName": "ada@example.com" }')).record?.name).toBe("ada@example.com");
  expect((await typed('{ "displayName": 7, "givenName": "Ada" }')).record?.name).toBe("Ada");
  expect((await typed("{}")).record?.name).toBe("the typed record");
});

test.each(["[]", "null", "7", '"Ada"', "{", ""])("%s is not taken", async (text) => {
  const { record, person } = await typed(text);
  expect(record).toBeUndefined();
  expect(person.complaints).toEqual(["This is not one JSON object."]);
});

test("the box explains itself, stays open and begins with the last typed person, or an example", async () => {
  const { person } = openWindow();
  await askForRecord(english, undefined);
  await askForRecord(english, { name: "Bo", type: "User", attributes: { givenName: "Bo" } });
  await askForRecord(english, { name: "Sales", type: "Group", attributes: { displayName: "Sales" } });
  expect(person.asked.map(({ value }) => value)).toEqual([
    '{ "givenName": "Ada", "surname": "Lovelace" }',
    '{"givenName":"Bo"}',
    '{ "givenName": "Ada", "surname": "Lovelace" }',
  ]);
  expect(person.asked[0]).toMatchObject({
    title: "Sample person",
    prompt: "A user as JSON, with the attributes that Microsoft Entra ID would have. It is kept in memory only.",
    password: false,
    staysOpen: true,
  });
});
