import { expect, test } from "vitest";
import type { RemoteConsole } from "vscode-languageserver";
import { unasked } from "#lsp/unasked";
import { NearEditor, uri } from "#test/near-editor";

test("what an editor refuses is a line of the log", async () => {
  const said = await new Promise<string>((resolve) => {
    unasked({ warn: resolve } as RemoteConsole, "inlayHint/refresh", Promise.reject(new Error("no\u001b[2J")));
  });
  expect(said).toBe("The editor did not take inlayHint/refresh: Error: no\\u001b[2J");
});

// A rejection that nobody takes ends a process of Node, and a test run with it.
test("an editor that announces what it then refuses is served all the same", async () => {
  const editor = new NearEditor();
  const logged: string[] = [];
  editor.connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
    if (message.startsWith("The editor")) logged.push(message);
  });
  const dynamicRegistration = true;
  await editor.initialize({
    capabilities: {
      workspace: {
        didChangeConfiguration: { dynamicRegistration },
        didChangeWatchedFiles: { dynamicRegistration },
        inlayHint: { refreshSupport: true },
      },
    },
  });
  await editor.open("map User -> User {\n}\n");
  await editor.notify("scimmap/samplePerson", { name: "Ada", type: "User", attributes: {} });
  const position = { line: 0, character: 1 };
  for (let turn = 0; logged.length < 4 && turn < 50; turn++) {
    expect(await editor.request("textDocument/hover", { textDocument: { uri }, position })).not.toBeNull();
  }
  expect(logged.map((line) => line.split(":")[0]).toSorted()).toEqual([
    "The editor did not take **/*.scimmap",
    "The editor did not take inlayHint/refresh",
    "The editor did not take scimmap.liveValues",
    "The editor did not take scimmap.rules",
  ]);
  editor.close();
});
