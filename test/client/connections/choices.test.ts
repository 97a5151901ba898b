import { expect, test } from "vitest";
import { fileUri, openSession } from "#test/extension";

test("each mapping has its own environment and snapshot, kept with the workspace", async () => {
  const { vscode, session, choices } = openSession();
  const [a, b] = [fileUri(vscode, "a.scimmap"), fileUri(vscode, "b.scimmap")];
  expect(session.choices.environment(a)).toEqual({ kind: "provision" });
  expect(session.choices.snapshot(a)).toBeUndefined();
  await session.choices.chooseEnvironment(a, { kind: "named", name: "test" });
  await session.choices.chooseSnapshot(a, fileUri(vscode, "people.json"));
  expect(session.choices.environment(a)).toEqual({ kind: "named", name: "test" });
  expect(session.choices.snapshot(a)).toBe("file:///folder/people.json");
  expect(session.choices.environment(b)).toEqual({ kind: "provision" });
  expect(session.choices.snapshot(b)).toBeUndefined();
  expect([...choices.keys()]).toEqual(["environment of file:///folder/a.scimmap", "snapshot of file:///folder/a.scimmap"]);
});
