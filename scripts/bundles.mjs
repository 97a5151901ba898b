// What is shipped: one entry per bundle. `esbuild.mjs` writes them, a test looks inside them.
import { existsSync } from "node:fs";

const shared = {
  bundle: true,
  platform: "node",
  target: "node22",
  minify: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

/** Packages written as CommonJS call `require`, which an ES module lacks. */
const requireForCommonJs = { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' };

const esm = { ...shared, format: "esm", banner: requireForCommonJs };
/** A CommonJS bundle has no `import.meta`; what would use it is told the place by the extension. */
const cjs = { ...shared, format: "cjs", external: ["vscode"], define: { "import.meta.url": "undefined" } };

const all = [
  // The command line; `cli.js` in front of it says so when Node is too old to read it.
  { ...esm, entryPoints: { main: "server/src/main.ts" }, splitting: true, chunkNames: "chunks/[name]-[hash]", outdir: "dist" },
  // The sandbox runs in a worker: its library keeps process-wide state.
  { ...esm, entryPoints: { "sandbox-worker": "server/src/sandbox/worker.ts" }, outdir: "dist" },
  // VS Code starts the language server as a file of its own.
  { ...esm, entryPoints: { server: "server/src/lsp/stdio.ts" }, outdir: "dist" },
  { ...cjs, entryPoints: { extension: "client/src/extension.ts" }, outdir: "dist", outExtension: { ".js": ".cjs" } },
  // Loaded by a command, or a run of tests, on first use.
  { ...cjs, entryPoints: { commands: "client/src/network-commands.ts" }, outdir: "dist", outExtension: { ".js": ".cjs" } },
];

/** The bundles whose entry exists in this checkout. */
export const bundles = all.filter(({ entryPoints }) => Object.values(entryPoints).every((file) => existsSync(file)));
