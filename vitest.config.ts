import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{server,client,properties,architecture}/**/*.test.ts"],
    // Nothing here waits on purpose; a test that takes this long hangs.
    testTimeout: 20_000,
    expect: { requireAssertions: true },
  },
});
