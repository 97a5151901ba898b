import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findConnector } from "#model/connectors/index";
import { page, startedSandbox } from "#test/sandbox-client";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scimmap-sandbox-"));
});

afterAll(() => rm(folder, { recursive: true }));

// The library names its resource types after its classes, and a minifier renames classes.
test("the worker also runs as one minified file", async () => {
  const outfile = join(folder, "sandbox-worker.cjs");
  const entry = fileURLToPath(new URL("../../server/src/sandbox/worker.ts", import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    logLevel: "silent",
  });
  const sandbox = await startedSandbox({ connector: findConnector("grouptalk")!, workerUrl: pathToFileURL(outfile) });
  try {
    expect((await page(sandbox, "/ResourceTypes")).Resources.map(({ name }) => name)).toEqual(["User", "Group"]);
    expect((await page(sandbox, "/Groups?count=1")).Resources).toMatchObject([
      { displayName: "Sales EMEA", meta: { resourceType: "Group" } },
    ]);
  } finally {
    await sandbox.stop();
  }
});
