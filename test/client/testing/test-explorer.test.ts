import { expect, test } from "vitest";
import { openAudience } from "#test/extension";
import type { FakeController, FakeItem, RunRequest } from "#test/vscode/test-controller";
import { FileCoverage, TestRunProfileKind } from "#test/vscode/test-controller";
import { openWindow } from "#test/vscode/window";
import type { FakeWindow } from "#test/vscode/window";
import { createTestExplorer } from "../../../client/src/testing/test-explorer.ts";

const text = (...names: readonly string[]) => names.map((name) => `test "${name}" for User { }`).join("\n");

interface Explorer {
  readonly vscode: FakeWindow;
  readonly controller: FakeController;
  /** Per call of the second bundle: file, tests, whether coverage is wanted. */
  readonly played: string[];
  readonly token: { isCancellationRequested: boolean };
  readonly explorer: { dispose(): unknown };
  readonly run: (kind: number, request: RunRequest) => Promise<void>;
  readonly item: (file: string, name?: string) => FakeItem;
}

function open(fails = false): Explorer {
  const vscode = openWindow({ files: { "a.scimmap": text("one", "two", "three"), "b.scimmap": text("four") } });
  const played: string[] = [];
  const token = { isCancellationRequested: false };
  const second = {
    get: () => ({
      runTests: async ({ file, wanted, coverage }: { file: { path: string }; wanted: readonly { label: string }[]; coverage: boolean }) => {
        if (fails) throw new Error("broken");
        played.push(`${file.path} ${wanted.map(({ label }) => label).join("+")} ${String(coverage)}`);
        return coverage ? ([{ executed: 1 }, { executed: 0 }] as never[]) : undefined;
      },
    }),
  };
  const explorer = createTestExplorer(second, openAudience());
  const [controller] = vscode.controllers;
  if (controller === undefined) throw new Error("There is no Test Explorer.");
  for (const file of ["a.scimmap", "b.scimmap"]) vscode.open(vscode.uri(file));
  return {
    vscode,
    controller,
    played,
    token,
    explorer,
    run: async (kind, request) => controller.profiles.find((profile) => profile.kind === kind)?.run(request, token),
    item(file, name) {
      const parent = controller.items.get(`file:///folder/${file}`);
      return (name === undefined ? parent : parent?.children.get(name))!;
    },
  };
}

test("it has one profile to run and one to cover, both the default of their kind", () => {
  const { controller } = open();
  expect([controller.id, controller.label]).toEqual(["scimmap", "SCIM Mapping"]);
  expect(controller.profiles.map(({ label, kind, isDefault }) => [label, kind, isDefault])).toEqual([
    ["Run", TestRunProfileKind.Run, true],
    ["Run with Coverage", TestRunProfileKind.Coverage, true],
  ]);
});

test("without a choice all tests run, file by file", async () => {
  const { controller, played, run } = open();
  await run(TestRunProfileKind.Run, {});
  expect(played.sort()).toEqual(["/folder/a.scimmap one+two+three false", "/folder/b.scimmap four false"]);
  expect(controller.runs.map(({ isOver, coverage }) => [isOver, coverage])).toEqual([[true, []]]);
});

test("a chosen file runs all of its tests, a chosen test itself, less what is left out", async () => {
  const { played, run, item } = open();
  await run(TestRunProfileKind.Run, { include: [item("a.scimmap")], exclude: [item("a.scimmap", "two")] });
  await run(TestRunProfileKind.Run, { include: [item("a.scimmap", "three"), item("a.scimmap", "one")] });
  await run(TestRunProfileKind.Run, { include: [item("b.scimmap")], exclude: [item("b.scimmap")] });
  await run(TestRunProfileKind.Run, { exclude: [item("a.scimmap")] });
  expect(played).toEqual(["/folder/a.scimmap one+three false", "/folder/a.scimmap one+three false", "/folder/b.scimmap four false"]);
});

test("coverage is shown per file, with its details on demand", async () => {
  const { controller, played, run, item } = open();
  await run(TestRunProfileKind.Coverage, { include: [item("b.scimmap", "four")] });
  expect(played).toEqual(["/folder/b.scimmap four true"]);
  const [covered] = controller.runs[0]!.coverage;
  expect(covered).toMatchObject({ uri: { path: "/folder/b.scimmap" }, statementCoverage: { covered: 1, total: 2 } });
  const { loadDetailedCoverage } = controller.profiles[1]!;
  expect(await loadDetailedCoverage?.(controller.runs[0]!, covered!)).toEqual([{ executed: 1 }, { executed: 0 }]);
  expect(await loadDetailedCoverage?.(controller.runs[0]!, new FileCoverage(covered!.uri, covered!.statementCoverage))).toEqual([]);
});

test("a cancelled run plays nothing more, and ends", async () => {
  const { controller, played, token, run } = open();
  token.isCancellationRequested = true;
  await run(TestRunProfileKind.Run, {});
  expect(played).toEqual([]);
  expect(controller.runs[0]?.isOver).toBe(true);
});

test("a bug while tests run ends the run and is said", async () => {
  const { vscode, controller, run } = open(true);
  await run(TestRunProfileKind.Run, {});
  expect(controller.runs[0]?.isOver).toBe(true);
  expect(vscode.log).toEqual(["error: broken"]);
  expect(vscode.person.notified.map(({ kind }) => kind)).toEqual(["error"]);
});

test("the tests of the folder are found when the view opens and when it is refreshed, not when an item unfolds", async () => {
  const { vscode, controller, item } = open();
  vscode.files.set("/folder/c.scimmap", text("five"));
  await controller.resolveHandler?.(item("a.scimmap"));
  expect(controller.items.size).toBe(2);
  await controller.resolveHandler?.(undefined);
  expect(controller.items.size).toBe(3);
  vscode.files.set("/folder/d.scimmap", text("six"));
  await controller.refreshHandler?.();
  expect(controller.items.size).toBe(4);
});

test("it goes as a whole", () => {
  const { vscode, controller, explorer } = open();
  explorer.dispose();
  expect(controller.isDisposed).toBe(true);
  expect(vscode.opened.listeners).toBe(0);
});
