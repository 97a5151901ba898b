import type { TestController } from "vscode";
import { expect, test } from "vitest";
import { english, fileUri } from "#test/extension";
import { FakeController } from "#test/vscode/test-controller";
import { openWindow } from "#test/vscode/window";
import type { FakeWindow, WindowOptions } from "#test/vscode/window";
import { TestTree } from "../../../client/src/testing/test-tree.ts";

const two = 'test "one" for User {\n}\n\ntest "two" for User { given { } expect skip }\n';
const both = "000000 one, 000003 two";

function open(options: WindowOptions, before: (vscode: FakeWindow) => unknown = () => undefined) {
  const vscode = openWindow(options);
  before(vscode);
  const controller = new FakeController("scimmap", "SCIM Mapping");
  const tree = new TestTree(controller as unknown as TestController, english);
  return { vscode, controller, tree };
}

/** Files and their tests, as the Test Explorer sorts them. */
function shown({ items }: FakeController): readonly string[] {
  const files: string[] = [];
  items.forEach((file) => {
    const tests: string[] = [];
    file.children.forEach((item) => tests.push(`${item.sortText ?? ""} ${item.label}`));
    files.push(`${file.label}: ${tests.sort().join(", ")}`);
  });
  return files.sort();
}

/** Documents of this kind come from an extension, not from disk. */
function provide({ providers }: FakeWindow, scheme: string, text: string): void {
  providers.set(scheme, { provideTextDocumentContent: () => text, onDidChange: () => ({ dispose: () => undefined }) });
}

test("the tests of mappings that are open, and that are opened later, are shown in the order of the text", () => {
  const { vscode, controller } = open({ files: { "a.scimmap": two, "b.scimmap": two, "notes.txt": two } }, (window) =>
    window.open(window.uri("a.scimmap")),
  );
  expect(shown(controller)).toEqual([`a.scimmap: ${both}`]);
  vscode.open(vscode.uri("b.scimmap"));
  vscode.open(vscode.uri("notes.txt"));
  expect(shown(controller)).toEqual([`a.scimmap: ${both}`, `b.scimmap: ${both}`]);
});

test("a test's range is its whole block", () => {
  const { controller } = open({ files: { "a.scimmap": two } }, (window) => window.open(window.uri("a.scimmap")));
  const range = controller.items.get("file:///folder/a.scimmap")?.children.get("one")?.range;
  expect(range).toMatchObject({ start: { line: 0, character: 0 }, end: { line: 1, character: Number.MAX_SAFE_INTEGER } });
});

test("what is typed changes the list, and a test keeps its item when its line moves", () => {
  const { vscode, controller } = open({ files: { "a.scimmap": two } });
  const document = vscode.open(vscode.uri("a.scimmap"));
  const file = controller.items.get("file:///folder/a.scimmap");
  const item = file?.children.get("two");
  const outdated = controller.outdated;
  vscode.type(document, `\n\n${two}test "three" for User { }`);
  expect(shown(controller)).toEqual(["a.scimmap: 000002 one, 000005 two, 000006 three"]);
  expect(controller.items.get("file:///folder/a.scimmap")).toBe(file);
  expect(file?.children.get("two")).toBe(item);
  expect(item?.range?.start.line).toBe(5);
  // Another mapping may use this one.
  expect(controller.outdated).toBe(outdated + 1);
});

test("an event without changes, as saving gives one, changes nothing", () => {
  const { vscode, controller } = open({ files: { "a.scimmap": two } });
  const document = vscode.open(vscode.uri("a.scimmap"));
  const { outdated } = controller;
  document.replace("");
  vscode.edited.fire({ document, contentChanges: [] });
  expect(controller.outdated).toBe(outdated);
  expect(controller.items.size).toBe(1);
});

test("a file without tests is not listed", () => {
  const { vscode, controller } = open({ files: { "a.scimmap": two } });
  vscode.type(vscode.open(vscode.uri("a.scimmap")), "map User -> User { }");
  expect(controller.items.size).toBe(0);
});

test("tests of one name are told apart, and one without a name is called a test", () => {
  const text = ["one", "one", "", "one"].map((name) => `test "${name}" for User { }`).join("\n");
  const { vscode, controller } = open({ files: { "a.scimmap": text } });
  vscode.open(vscode.uri("a.scimmap"));
  expect(shown(controller)).toEqual(["a.scimmap: 000000 one, 000001 one, 000002 test, 000003 one"]);
  const ids: string[] = [];
  controller.items.get("file:///folder/a.scimmap")?.children.forEach(({ id }) => ids.push(id));
  expect(ids.sort()).toEqual(["", "one", "one 2", "one 3"]);
});

test("a name draws no icon", () => {
  const { vscode, controller } = open({ files: { "a.scimmap": 'test "$(trash)" for User { }' } });
  vscode.open(vscode.uri("a.scimmap"));
  expect(shown(controller)).toEqual(["a.scimmap: 000000 $\u2060(trash)"]);
});

test("an untitled mapping goes when it is closed, a file stays", () => {
  const { vscode, controller } = open({ files: { "a.scimmap": two } });
  provide(vscode, "untitled", two);
  const untitled = vscode.open(vscode.uri("/draft.scimmap").with({ scheme: "untitled" }));
  const saved = vscode.open(vscode.uri("a.scimmap"));
  expect(controller.items.size).toBe(2);
  vscode.close(untitled);
  vscode.close(saved);
  expect(shown(controller)).toEqual([`a.scimmap: ${both}`]);
});

test("what a diff view shows is no mapping of its own, unless the folder itself is of that kind", () => {
  const { vscode, controller } = open({ files: {} });
  for (const scheme of ["git", "memfs"]) provide(vscode, scheme, two);
  vscode.open(vscode.uri("a.scimmap").with({ scheme: "git" }));
  expect(controller.items.size).toBe(0);
  Object.assign(vscode.folder ?? {}, { uri: vscode.uri("/folder").with({ scheme: "memfs" }) });
  vscode.open(vscode.uri("b.scimmap").with({ scheme: "memfs" }));
  expect(controller.items.size).toBe(1);
});

test("on demand the tests of files that are not open are found too, where they are our own", async () => {
  const { controller, tree } = open({
    files: { "deep/er/a.scimmap": two, "node_modules/x/b.scimmap": two, "empty.scimmap": "", "/elsewhere/c.scimmap": two },
  });
  expect(controller.items.size).toBe(0);
  await tree.discover();
  expect(shown(controller)).toEqual([`deep/er/a.scimmap: ${both}`]);
});

test("what an editor holds counts more than what is on disk", async () => {
  const { vscode, controller, tree } = open({ files: { "a.scimmap": two, "b.scimmap": two } });
  vscode.open(vscode.uri("b.scimmap"));
  vscode.type(vscode.open(vscode.uri("a.scimmap")), 'test "typed" for User { }');
  await tree.discover();
  expect(shown(controller)).toEqual(["a.scimmap: 000000 typed", `b.scimmap: ${both}`]);
});

test("from then on files that come, change and go are followed, by one watcher", async () => {
  const { vscode, controller, tree } = open({ files: {} });
  await tree.discover();
  await tree.discover();
  expect(vscode.watchers).toHaveLength(1);
  const [watcher] = vscode.watchers;
  const file = vscode.uri("new.scimmap");
  vscode.files.set(file.path, two);
  watcher?.created.fire(file);
  await settled();
  expect(shown(controller)).toEqual([`new.scimmap: ${both}`]);
  vscode.files.set(file.path, 'test "other" for User { }');
  watcher?.changed.fire(file);
  await settled();
  expect(shown(controller)).toEqual(["new.scimmap: 000000 other"]);
  watcher?.deleted.fire(file);
  expect(controller.items.size).toBe(0);
});

test("a file that is gone before it is read is not listed any more", async () => {
  const { vscode, controller, tree } = open({ files: { "a.scimmap": two } });
  await tree.discover();
  vscode.files.clear();
  vscode.watchers[0]?.changed.fire(vscode.uri("a.scimmap"));
  await settled();
  expect(controller.items.size).toBe(0);
});

test("a window without a folder has nothing to find", async () => {
  const { vscode, controller, tree } = open({ files: { "a.scimmap": two }, hasFolder: false });
  await tree.discover();
  expect(vscode.watchers).toEqual([]);
  expect(controller.items.size).toBe(0);
});

test("nothing is followed once the tree is gone", async () => {
  const { vscode, controller, tree } = open({ files: { "a.scimmap": two } });
  await tree.discover();
  tree.dispose();
  const { outdated } = controller;
  vscode.open(vscode.uri("a.scimmap"));
  expect(controller.outdated).toBe(outdated);
  expect([vscode.opened, vscode.edited, vscode.closed].map(({ listeners }) => listeners)).toEqual([0, 0, 0]);
  const watchers = vscode.watchers.map(({ isDisposed, created, changed, deleted }) =>
    [isDisposed, created.listeners, changed.listeners, deleted.listeners].join(),
  );
  expect(watchers).toEqual(["true,0,0,0"]);
});

test("the tests of a file are given in the order of its text", () => {
  const { vscode, controller } = open({ files: { "a.scimmap": two } });
  vscode.open(vscode.uri("a.scimmap"));
  const file = controller.items.get(fileUri(vscode, "a.scimmap").toString());
  expect(TestTree.testsOf(file as never).map(({ label }) => label)).toEqual(["one", "two"]);
});

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
