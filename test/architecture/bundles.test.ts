import { build } from "esbuild";
import { expect, test } from "vitest";
import { bundles } from "../../scripts/bundles.mjs";

test("opening a mapping in VS Code loads the extension's own files and nothing of the core", async () => {
  const inputs = await inputsOf("extension");
  const ours = inputs.filter((file) => !file.startsWith("node_modules/"));
  expect(ours.filter((file) => !/^(client\/src|server\/src\/(protocol|base))\//.test(file))).toEqual([]);
  // All translations are more text than the extension; VS Code reads the one that is needed.
  expect(ours.filter((file) => file.endsWith(".json"))).toEqual([]);
  expect(ours).toContain("client/src/testing/test-explorer.ts");
  for (const folder of ["commands", "connections", "people", "previews", "mappings", "test-runs"]) {
    expect(ours.filter((file) => file.startsWith(`client/src/${folder}/`))).toEqual([]);
  }
});

test("the tests of mappings run from the second bundle", async () => {
  expect(await inputsOf("commands")).toContain("client/src/test-runs/run-mapping-tests.ts");
});

async function inputsOf(name: string): Promise<readonly string[]> {
  const options = bundles.find(({ entryPoints }) => name in (entryPoints ?? {}));
  if (options === undefined) throw new Error(`There is no bundle ${name}.`);
  const { metafile } = await build({ ...options, metafile: true, write: false });
  return Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
}
