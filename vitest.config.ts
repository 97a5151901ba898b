import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["test/support/cases.ts"],
    include: ["test/{server,client,properties,architecture}/**/*.test.ts"],
    // Loading the grammar and the tables anew for each of ninety files took longer than the tests; nothing here keeps state in a module
    // that another file could see.
    pool: "threads",
    isolate: false,
    maxWorkers: 2,
    // Nothing here waits on purpose; a test that takes this long hangs.
    testTimeout: 600_000,
    expect: { requireAssertions: true },
  },
});
