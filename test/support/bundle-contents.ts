import { readFile } from "node:fs/promises";
import { build, transform } from "esbuild";
import { bundles } from "../../scripts/bundles.mjs";

/** What lets code run text as code, or start another program. */
const suspects = {
  "new Function": /\bnew Function\b|\bFunction\(/,
  eval: /(?<![.\w$])eval\((?![^)]*\)\{)/,
  child_process: /\bchild_process\b/,
};

/** For each bundle: which packages (`scimmap` is ours) mention what, by name of the suspect. */
export type BundleContents = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Builds the bundles without writing them, and reads every module that really ended up in one, comments aside. */
export async function bundleContents(): Promise<BundleContents> {
  const contents: Record<string, Record<string, readonly string[]>> = {};
  for (const options of bundles) {
    const { metafile } = await build({ ...options, metafile: true, write: false });
    const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
    const included = [...new Set(inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path))];
    contents[Object.keys(options.entryPoints ?? {}).join()] = await mentions(included);
  }
  return contents;
}

async function mentions(paths: readonly string[]): Promise<Record<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  for (const path of paths.filter((name) => !name.endsWith(".json"))) {
    const source = await readFile(path, "utf8");
    if (!Object.values(suspects).some((pattern) => pattern.test(source))) continue;
    const { code } = await transform(source, { loader: path.endsWith(".ts") ? "ts" : "js", minifyWhitespace: true, legalComments: "none" });
    const named = Object.entries(suspects).filter(([, pattern]) => pattern.test(code));
    if (named.length === 0) continue;
    const key = packageOf(path);
    found.set(key, new Set([...(found.get(key) ?? []), ...named.map(([name]) => name)]));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => a.localeCompare(b)).map(([name, set]) => [name, [...set].sort()]));
}

function packageOf(path: string): string {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "scimmap";
}
