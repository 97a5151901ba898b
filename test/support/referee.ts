import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** What the referee of the layers says of a tree. */
export interface Verdict {
  /** `rule: from → to`, sorted. */
  readonly violations: readonly string[];
  /** The files it read, relative to the tree. */
  readonly read: readonly string[];
}

interface CruiseResult {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[];
  };
}

/** Runs the referee with the project's configuration over a tree. */
export async function judge(root: string, folders: readonly string[]): Promise<Verdict> {
  const tool = resolve("node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const argv = [tool, "--config", resolve(".dependency-cruiser.mjs"), "--output-type", "json", ...folders];
  // It exits with the number of errors, so only its output counts.
  const output = await new Promise<string>((settle, fail) => {
    execFile(process.execPath, argv, { cwd: root, maxBuffer: 1 << 28 }, (_error, stdout, stderr) =>
      stdout === "" ? fail(new Error(stderr)) : settle(stdout),
    );
  });
  const { modules, summary } = JSON.parse(output) as CruiseResult;
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort(),
    read: modules.map(({ source }) => source),
  };
}

/** Lays out files in a temporary tree that imports like ours, judges it and removes it. `packages` are what it can import. */
export async function judgeFiles(files: Readonly<Record<string, string>>, packages: readonly string[] = []): Promise<Verdict> {
  const root = await mkdtemp(join(tmpdir(), "layers-"));
  try {
    const layer = (name: string) => [`#${name}/*`, `./server/src/${name}/*.ts`] as const;
    const imports = Object.fromEntries(["base", "scim", "syntax", "model", "engine", "lsp", "features", "node"].map(layer));
    await write(
      root,
      "package.json",
      JSON.stringify({ type: "module", imports, dependencies: Object.fromEntries(packages.map((name) => [name, "1.0.0"])) }),
    );
    await write(
      root,
      "tsconfig.json",
      JSON.stringify({
        compilerOptions: { module: "esnext", moduleResolution: "bundler", allowImportingTsExtensions: true, noEmit: true },
      }),
    );
    for (const name of packages) {
      await write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
      await write(root, `node_modules/${name}/index.js`, "module.exports = {};");
    }
    for (const [path, text] of Object.entries(files)) await write(root, path, text);
    return await judge(root, [...new Set(Object.keys(files).map((path) => path.split("/")[0] ?? path))]);
  } finally {
    await rm(root, { recursive: true });
  }
}

async function write(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
