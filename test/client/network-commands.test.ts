import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { contextOver, english, fileUri, listeningServer, openAudience } from "#test/extension";
import type { Kept } from "#test/extension";
import { mappingTo } from "#test/extension-mapping";
import { openWindow } from "#test/vscode/window";
import type { WindowOptions } from "#test/vscode/window";
import { networkCommandNames } from "../../client/src/command-names.ts";
import type { NetworkCommandName } from "../../client/src/command-names.ts";
import { SamplePersonChoice } from "../../client/src/live-values/sample-person.ts";
import { createNetworkCommands } from "../../client/src/network-commands.ts";

function create(options: WindowOptions = {}) {
  const vscode = openWindow({ files: { "a.scimmap": mappingTo("https://scim.example/") }, ...options });
  const kept: Kept = { choices: new Map(), secrets: new Map() };
  const server = listeningServer();
  const samplePerson = new SamplePersonChoice(server, english);
  const commands = createNetworkCommands({
    ...openAudience(),
    context: contextOver(kept, fileUri(vscode, "/extension")),
    server,
    samplePerson,
  });
  const run = async (name: NetworkCommandName) => {
    const result = await commands.run(name, fileUri(vscode, "a.scimmap"));
    return result && inEnglish(result.message);
  };
  return { vscode, commands, run, ...kept };
}

test("in a folder that is not trusted nothing connects, and nothing is stored for an address of its files", async () => {
  const { vscode, run, secrets } = create({ isTrusted: false });
  vscode.person.types("made-up");
  const refusedNames: string[] = [];
  for (const name of networkCommandNames) {
    if ((await run(name))?.startsWith("This folder is not trusted") === true) refusedNames.push(name);
  }
  expect(refusedNames).toEqual(["testConnection", "previewProvisioning", "setSecretToken", "startSandbox"]);
  expect(secrets.size).toBe(0);
});

test("in a trusted one each name runs its own command", async () => {
  const { vscode, run } = create();
  const said: Record<string, string | undefined> = {};
  for (const name of networkCommandNames.filter((other) => other !== "startSandbox")) {
    const before = vscode.person.asked.length;
    const message = await run(name);
    said[name] =
      message ??
      vscode.person.asked
        .slice(before)
        .map(({ title }) => title)
        .join();
  }
  expect(said).toEqual({
    testConnection: "Secret token of Example",
    previewProvisioning: "Directory snapshot",
    chooseEnvironment: "Environment of Example",
    chooseDirectorySnapshot: "Directory snapshot",
    chooseSamplePerson: "Sample person",
    setSecretToken: "Secret token of Example",
    forgetSecretToken: "There was no token of Example to forget.",
    stopSandbox: "No sandbox is running.",
  });
});

test("what is chosen and stored is kept between commands", async () => {
  const { vscode, run } = create();
  vscode.person.types("made-up");
  expect(await run("setSecretToken")).toBe("The token is stored and will be sent to https://scim.example only.");
  expect(await run("forgetSecretToken")).toBe("The token of Example is forgotten.");
});

test("tests run without trust or network", async () => {
  const { vscode, commands } = create({ isTrusted: false });
  const states: string[] = [];
  const run = { started: () => states.push("started"), skipped: () => states.push("skipped") };
  const wanted = [{ range: undefined }];
  const found = await commands.runTests({ run, file: fileUri(vscode, "a.scimmap"), wanted, coverage: true } as never);
  expect(states).toEqual(["started", "skipped"]);
  expect(found?.length).toBeGreaterThan(0);
});

test("previews go with the extension", () => {
  const { vscode, commands } = create();
  expect(vscode.providers.size).toBe(1);
  commands.dispose();
  expect(vscode.providers.size).toBe(0);
});
