// Writes dist/ in about a second. `--watch` is for working on the extension.
import { chmod, copyFile, mkdir, rm } from "node:fs/promises";
import { build, context } from "esbuild";
import { bundles } from "./scripts/bundles.mjs";

if (process.argv.includes("--watch")) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  // Chunks are named after their content, so old ones would pile up; everything else is overwritten.
  await rm("dist/chunks", { recursive: true, force: true });
  await mkdir("dist", { recursive: true });
  // `npx` links the checkout, so the file itself has to be executable.
  await copyFile("scripts/cli-launcher.js", "dist/cli.js");
  await chmod("dist/cli.js", 0o755);
  await Promise.all(bundles.map((bundle) => build(bundle)));
}
