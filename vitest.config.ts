import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Both exist inside VS Code only.
    alias: {
      vscode: fileURLToPath(new URL("test/support/fake-vscode.ts", import.meta.url)),
      "vscode-languageclient/node": fileURLToPath(new URL("test/support/fake-language-client.ts", import.meta.url)),
    },
  },
  test: {
    setupFiles: ["test/support/cases.ts"],
    include: ["test/{server,client,package,properties,architecture}/**/*.test.ts"],
    // Loading the grammar and the tables anew for each file took longer than the tests. So files share modules: what a module keeps (tables,
    // catalogues, parsers) must not depend on who used it before, and a test that replaces a module or a global puts it back.
    pool: "threads",
    isolate: false,
    maxWorkers: 2,
    // Nothing here waits on purpose; a test that takes this long hangs.
    testTimeout: 600_000,
    expect: { requireAssertions: true },
  },
});
