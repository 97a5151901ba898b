import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { english, listeningServer } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import { clearSamplePerson } from "../../client/src/editor-commands/clear-sample-person.ts";
import { restartLanguageServer } from "../../client/src/editor-commands/restart-language-server.ts";
import { toggleLiveValues } from "../../client/src/editor-commands/toggle-live-values.ts";
import type { CommandResult } from "../../client/src/error-boundary.ts";
import { SamplePersonChoice } from "../../client/src/live-values/sample-person.ts";

test("the language server is started anew", async () => {
  const server = listeningServer();
  expect(said(await restartLanguageServer(server))).toBe("done: The language server was restarted.");
  expect(server.restarts).toBe(1);
});

test("the sample person is forgotten here and by the server", async () => {
  openWindow();
  const server = listeningServer();
  const choice = new SamplePersonChoice(server, english);
  await choice.change({ name: "Ada", type: "User", attributes: {} });
  expect(said(await clearSamplePerson(choice))).toBe("done: The sample person is forgotten.");
  expect(choice.person).toBeUndefined();
  expect(server.people.at(-1)).toBeUndefined();
});

test("live values are hidden and shown by one toggle, in the person's own settings", async () => {
  const { settings, workspaceSettings } = openWindow();
  expect(said(await toggleLiveValues())).toBe("done: Live values are hidden.");
  expect(settings).toEqual({ "scimmap.liveValues": false });
  expect(said(await toggleLiveValues())).toBe("done: Live values are shown.");
  expect(settings).toEqual({ "scimmap.liveValues": true });
  expect(workspaceSettings).toEqual({});
});

test("where the workspace sets it, the workspace's setting changes: the person's own would not count", async () => {
  const { settings, workspaceSettings } = openWindow({ workspaceSettings: { "scimmap.liveValues": false } });
  expect(said(await toggleLiveValues())).toBe("done: Live values are shown.");
  expect(workspaceSettings).toEqual({ "scimmap.liveValues": true });
  expect(settings).toEqual({});
});

function said(result: CommandResult): string | undefined {
  return result && `${result.kind}: ${inEnglish(result.message)}`;
}
