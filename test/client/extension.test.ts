import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clients, failing, State } from "#test/fake-language-client";
import { contextOver, fileUri } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import type { FakeWindow, WindowOptions } from "#test/vscode/window";
import { editorCommandNames, networkCommandNames } from "../../client/src/command-names.ts";
import { activate, deactivate } from "../../client/src/extension.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "extension-"));
  mkdirSync(join(folder, "dist"));
  // A second bundle that says what it is asked to run.
  const bundle = `
    exports.createNetworkCommands = ({ words }) => ({
      run: async (name, mapping) =>
        ({ kind: "done", message: { kind: "sentence", pattern: name + " " + (mapping?.path ?? "nothing") + " in " + words.locale, parts: [] } }),
      dispose: () => undefined,
    });`;
  writeFileSync(join(folder, "dist", "commands.cjs"), bundle);
});
afterEach(() => {
  failing.error = undefined;
  rmSync(folder, { recursive: true });
});

async function start(options: WindowOptions = {}) {
  const vscode = openWindow(options);
  const context = contextOver({ choices: new Map(), secrets: new Map() }, fileUri(vscode, folder));
  await activate(context);
  return { vscode, context, client: clients.at(-1)! };
}

function run({ commands }: FakeWindow, name: string, ...given: readonly unknown[]): unknown {
  return commands.get(`scimmap.${name}`)?.(...given);
}

test("it registers all of its commands, the Test Explorer and the status, and starts the language server", async () => {
  const { vscode, client } = await start();
  expect([...vscode.commands.keys()].sort()).toEqual(
    [...networkCommandNames, ...editorCommandNames].map((name) => `scimmap.${name}`).sort(),
  );
  expect(vscode.controllers).toHaveLength(1);
  expect(vscode.statuses).toHaveLength(1);
  expect(client.state).toBe(State.Running);
  expect(vscode.person.notified).toEqual([]);
});

test("a command of the second bundle gets the file it was called on", async () => {
  const { vscode } = await start({ settings: { "scimmap.locale": "ko" } });
  expect(await run(vscode, "testConnection", vscode.uri("a.scimmap"))).toEqual({
    kind: "done",
    message: "testConnection /folder/a.scimmap in ko",
  });
  expect(await run(vscode, "stopSandbox")).toEqual({ kind: "done", message: "stopSandbox nothing in ko" });
});

test("its own commands need no second bundle", async () => {
  rmSync(join(folder, "dist", "commands.cjs"));
  const { vscode, client } = await start();
  expect(await run(vscode, "clearSamplePerson")).toEqual({ kind: "done", message: "The sample person is forgotten." });
  expect(client.told).toEqual([{ method: "scimmap/samplePerson", params: null }]);
  expect(await run(vscode, "toggleLiveValues")).toEqual({ kind: "done", message: "Live values are hidden." });
  expect(await run(vscode, "restartLanguageServer")).toEqual({ kind: "done", message: "The language server was restarted." });
});

test("a language server that does not start leaves the commands, and its failure is said", async () => {
  failing.error = new Error("no such program");
  const { vscode } = await start();
  expect(vscode.log).toEqual(["error: no such program"]);
  expect(vscode.person.notified).toMatchObject([{ kind: "error", buttons: ["Show Log"] }]);
  expect(await run(vscode, "stopSandbox")).toMatchObject({ kind: "done" });
});

test("everything goes when the window closes", async () => {
  const { vscode, context, client } = await start();
  context.subscriptions.forEach((part) => void part.dispose());
  expect(vscode.commands.size).toBe(0);
  expect(vscode.controllers[0]?.isDisposed).toBe(true);
  expect(vscode.statuses[0]?.isDisposed).toBe(true);
  await deactivate();
  expect(client.isDisposed).toBe(true);
});
