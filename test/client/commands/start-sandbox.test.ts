import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { fileUri, openSession } from "#test/extension";
import { mappingTo } from "#test/extension-mapping";
import { startSandbox } from "../../../client/src/commands/start-sandbox.ts";
import { stopSandbox } from "../../../client/src/commands/stop-sandbox.ts";
import type { NetworkCommand } from "../../../client/src/session.ts";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true }));

test("a sandbox starts once, its token is stored for its URL, and goes when it stops", async () => {
  folder = mkdtempSync(join(tmpdir(), "extension-"));
  mkdirSync(join(folder, "dist"));
  // The bundle's place, with the worker of the sources.
  writeFileSync(
    join(folder, "dist", "sandbox-worker.js"),
    `import ${JSON.stringify(pathToFileURL(resolve("server/src/sandbox/worker.ts")).href)};`,
  );
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const { vscode, session, secrets } = openSession({ files: { "a.scimmap": mappingTo("https://scim.example/v2/") } }, folder);
  const run = async (command: NetworkCommand) => {
    const result = await command(session, fileUri(vscode, "a.scimmap"));
    return result && `${result.kind}: ${inEnglish(result.message)}`;
  };
  expect(await run(stopSandbox)).toBe("refused: No sandbox is running.");
  expect(await run(startSandbox)).toMatch(
    /^done: The sandbox runs at http:\/\/127\.0\.0\.1:\d+\/.*\. Choose the environment Sandbox to use it\.$/,
  );
  await run(stopSandbox);
  // Two at once: whichever is ready first stays, and the other is stopped and not forgotten.
  const twice = await Promise.all([run(startSandbox), run(startSandbox)]);
  expect(twice.filter((said) => said?.startsWith("done:"))).toHaveLength(1);
  expect(twice).toContain("refused: A sandbox of Example is already running. Stop it before starting another.");
  const url = session.sandbox?.sandbox.url ?? "";
  expect(twice.join()).toContain(url);
  expect(session.sandbox?.provision).toBe("Example");
  expect(await run(startSandbox)).toBe("refused: A sandbox of Example is already running. Stop it before starting another.");
  const [stored = ""] = secrets.values();
  const { token } = JSON.parse(stored) as { token: string };
  expect((await fetch(`${url}/Users`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  expect(await run(stopSandbox)).toBe("done: The sandbox is stopped and its token forgotten.");
  expect(secrets.size).toBe(0);
  expect(session.sandbox).toBeUndefined();
  await expect(fetch(`${url}/Users`)).rejects.toThrow();
});
