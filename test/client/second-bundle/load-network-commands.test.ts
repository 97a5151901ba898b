import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { contextOver, fileUri, listeningServer, openAudience } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import { SamplePersonChoice } from "../../../client/src/live-values/sample-person.ts";
import { loadNetworkCommands } from "../../../client/src/second-bundle/load-network-commands.ts";

let folder: string | undefined;
afterEach(() => folder !== undefined && rmSync(folder, { recursive: true }));

/** An extension whose second bundle says when it is made and when it is disposed. */
function install() {
  folder = mkdtempSync(join(tmpdir(), "extension-"));
  mkdirSync(join(folder, "dist"));
  const bundle = `
    exports.createNetworkCommands = (surroundings) => {
      surroundings.log.warn("made");
      return { run: async () => undefined, dispose: () => surroundings.log.warn("disposed") };
    };`;
  writeFileSync(join(folder, "dist", "commands.cjs"), bundle);
  const vscode = openWindow();
  const audience = openAudience();
  const server = listeningServer();
  const samplePerson = new SamplePersonChoice(server, audience.words);
  const context = contextOver({ choices: new Map(), secrets: new Map() }, fileUri(vscode, folder));
  return { vscode, commands: loadNetworkCommands({ ...audience, context, server, samplePerson }) };
}

test("the second bundle is read when it is first needed, and made once", () => {
  const { vscode, commands } = install();
  expect(vscode.log).toEqual([]);
  expect(commands.get()).toBe(commands.get());
  expect(vscode.log).toEqual(["warn: made"]);
  commands.dispose();
  expect(vscode.log).toEqual(["warn: made", "warn: disposed"]);
});

test("what was never needed is not made in order to be disposed", () => {
  const { vscode, commands } = install();
  commands.dispose();
  expect(vscode.log).toEqual([]);
});
