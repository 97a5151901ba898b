import { expect, test } from "vitest";
import { fileUri, openSession } from "#test/extension";
import { mappingTo } from "#test/extension-mapping";
import type { Connection } from "../../../client/src/connections/connection.ts";
import { pickConnection } from "../../../client/src/connections/pick-connection.ts";
import { askForToken, requireToken } from "../../../client/src/connections/secret-token.ts";

async function connect(tenantUrl: string) {
  const open = openSession({ files: { "a.scimmap": mappingTo(tenantUrl) } });
  const connection = await pickConnection(open.session, fileUri(open.vscode, "a.scimmap"));
  if (!connection.ok) throw new Error("There is no connection.");
  return { ...open, connection: connection.value, person: open.vscode.person };
}

const elsewhere = (connection: Connection, tenantUrl: string): Connection => ({ ...connection, tenantUrl });

test("a token is asked for in a hidden box that stays open, with the promise where it goes, and kept in the secret storage only", async () => {
  const { session, connection, person, secrets, choices } = await connect("https://scim.example/v2/?x=1");
  person.types("  made-up  ");
  expect(await requireToken(session, connection)).toBe("made-up");
  expect(person.asked).toEqual([
    {
      title: "Secret token of Example",
      prompt: "It is kept in VS Code's secret storage and sent to https://scim.example/v2 only.",
      password: true,
      staysOpen: true,
      value: undefined,
      offered: [],
    },
  ]);
  expect([...secrets.values()]).toEqual(['{"url":"https://scim.example/v2","token":"made-up"}']);
  expect(choices.size).toBe(0);
});

test("a stored token is used without asking", async () => {
  const { session, connection, person } = await connect("https://scim.example/");
  person.types("made-up");
  await requireToken(session, connection);
  expect(await requireToken(session, connection)).toBe("made-up");
  expect(person.asked).toHaveLength(1);
});

test("a token that was entered for another URL is not sent: another is asked for, and the reason said", async () => {
  const { session, connection, person } = await connect("https://scim.example/");
  person.types("made-up");
  await requireToken(session, connection);
  const moved = elsewhere(connection, "https://evil.example/");
  expect(await requireToken(session, moved)).toBeUndefined();
  expect(person.asked.at(-1)?.prompt).toBe(
    "The stored token was entered for https://scim.example. It is kept in VS Code's secret storage and sent to https://evil.example only.",
  );
  // Dismissing the question leaves the stored one where it was.
  expect(await requireToken(session, connection)).toBe("made-up");
  person.types("other");
  expect(await requireToken(session, moved)).toBe("other");
  expect(await requireToken(session, moved)).toBe("other");
});

test("a dismissed or empty box stores nothing", async () => {
  const { session, connection, person, secrets } = await connect("https://scim.example/");
  expect(await askForToken(session, connection)).toBeUndefined();
  person.types("   ");
  expect(await askForToken(session, connection)).toBeUndefined();
  expect(secrets.size).toBe(0);
});

test.each(["two words", "tab\there", "ключ", "a\u00a0b"])("'%s' is no token", async (text) => {
  const { session, connection, person } = await connect("https://scim.example/");
  person.types(text, "!~");
  expect(await askForToken(session, connection)).toBe("!~");
  expect(person.complaints).toEqual(["A token has no spaces and only ASCII characters."]);
});
