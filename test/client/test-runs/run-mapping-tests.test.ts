import { expect, test } from "vitest";
import type { TestItem, TestRun } from "vscode";
import { english, fileUri } from "#test/extension";
import { mappingTo } from "#test/extension-mapping";
import { targetKey } from "#model/target-knowledge";
import type { KnownTargets } from "#model/target-knowledge";
import { FakeItem, FakeRun } from "#test/vscode/test-controller";
import { Range } from "#test/vscode/values";
import { openWindow } from "#test/vscode/window";
import { runMappingTests } from "../../../client/src/test-runs/run-mapping-tests.ts";

const text = `${mappingTo("https://scim.example/")}
test "holds" for User {
  given { userPrincipalName = "ada@example.com", displayName = "Ada" }
  expect create {
    displayName = "Ada"
  }
}

test "differs" for User {
  given { userPrincipalName = "ada@example.com", displayName = "Ada" }
  expect create {
    displayName = "ADA"
  }
}

test "cannot be played" for Group {
  given { }
  expect create {
    displayName = "Sales"
  }
}
`;
const lineOf = (start: string): number => text.split("\n").findIndex((line) => line.trimStart().startsWith(start));

async function play(
  names: readonly string[],
  coverage = false,
  lines: Readonly<Record<string, number>> = {},
  more: { readonly text?: string; readonly targets?: KnownTargets } = {},
) {
  const vscode = openWindow({ files: { "a.scimmap": more.text ?? text } });
  const run = new FakeRun();
  const wanted = names.map((name) => {
    const item = new FakeItem(name, name, vscode.uri("a.scimmap"));
    const line = lines[name] ?? lineOf(`test "${name}"`);
    item.range = new Range(line, 0, line, 1);
    return item as unknown as TestItem;
  });
  const found = await runMappingTests(
    english,
    {
      run: run as unknown as TestRun,
      file: fileUri(vscode, "a.scimmap"),
      wanted,
      coverage,
    },
    more.targets,
  );
  return { run, found };
}

test("each test ends as it went", async () => {
  const { run, found } = await play(["holds", "differs", "cannot be played"]);
  expect(Object.fromEntries(run.states)).toEqual({ holds: "passed", differs: "failed", "cannot be played": "errored" });
  expect(found).toBeUndefined();
});

test("a difference stands at the line that expects it, what is expected beside what came", async () => {
  const { run } = await play(["differs"]);
  expect(Object.fromEntries(run.states)).toEqual({ differs: "failed" });
  expect(run.messages).toHaveLength(1);
  const [message] = run.messages;
  expect([message?.expectedOutput, message?.actualOutput]).toEqual(['"ADA"', '"Ada"']);
  const line = lineOf('displayName = "ADA"');
  expect(message?.location).toMatchObject({
    uri: { path: "/folder/a.scimmap" },
    range: { start: { line, character: 4 }, end: { line, character: '    displayName = "ADA"'.length } },
  });
});

test("a test that could not be played has a reason and nothing to compare", async () => {
  const { run } = await play(["cannot be played"]);
  expect(run.messages.map(({ message, expectedOutput, actualOutput }) => [message, expectedOutput, actualOutput])).toEqual([
    ["No map leads to 'Group', so there is nothing to test.", undefined, undefined],
  ]);
});

test("what a connection test learnt of the target counts, as it does for the editor", async () => {
  const known = `provision "Example" {\n  tenantUrl "https://scim.example/"\n}\nmap User -> Widget {\n  label = [displayName] match 1\n}\n`;
  const asked = `${known}test "holds" for Widget {\n  given { displayName = "Ada" }\n  expect create { label = "Ada" }\n}\n`;
  const schema = { id: "urn:example:Widget", name: "Widget", attributes: [{ name: "label", type: "string", multiValued: false }] } as const;
  const widget = { name: "Widget", endpoint: "/Widgets", schema: schema.id, schemaExtensions: [] };
  const targets = new Map([[targetKey("https://scim.example/"), { schemas: [schema], resourceTypes: [widget], filterable: [] }]]);
  const line = { holds: asked.split("\n").findIndex((text) => text.startsWith("test")) };
  const ends = async (more: object) => Object.fromEntries((await play(["holds"], false, line, { text: asked, ...more })).run.states);
  expect(await ends({})).toEqual({ holds: "errored" });
  expect(await ends({ targets })).toEqual({ holds: "passed" });
});

test("a test whose declaration moved away meanwhile is skipped", async () => {
  const { run } = await play(["holds"], false, { holds: 3 });
  expect(Object.fromEntries(run.states)).toEqual({ holds: "skipped" });
});

test("coverage names what the tests went through, branches within their statements", async () => {
  const { found } = await play(["holds"], true);
  const statements = (found ?? []) as unknown as { executed: number; location: Range; branches: { label: string; location: Range }[] }[];
  const at = (start: string) => statements.filter(({ location }) => location.start.line === lineOf(start));
  expect(at("displayName  =")).toMatchObject([{ executed: 1, location: { start: { character: 2 } }, branches: [] }]);
  const [active] = at("active");
  expect(active?.branches.map(({ label }) => label)).toEqual(['"False"', '"True"']);
  expect(active?.branches.every(({ location }) => active.location.contains(location))).toBe(true);
  // Columns count from 0, the end is exclusive.
  expect(active?.location).toMatchObject({ start: { line: lineOf("active"), character: 2 }, end: { line: lineOf("active") } });
});
