import { writeFileSync } from "node:fs";
import { connectionSuite } from "./connection.ts";
import { languageSuite } from "./language.ts";
import { liveValuesSuite } from "./live-values.ts";
import { testExplorerSuite } from "./test-explorer.ts";

/** VS Code calls this inside the extension host. */
export async function run(): Promise<void> {
  // Node 22 and 24 differ in what `require` gives of an ES module; `import()` is the same in both.
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ timeout: 150_000, color: false });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  languageSuite();
  testExplorerSuite();
  liveValuesSuite();
  connectionSuite();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((count) => {
      // The runner outside believes this file only: a host that dies may count as a success.
      const { passes, failures: failed } = runner.stats ?? { passes: 0, failures: 1 };
      writeFileSync(process.env["SCIMMAP_SUITE_REPORT"] ?? "suite-report.json", JSON.stringify({ passed: passes, failed }));
      resolve(count);
    });
  });
  if (failures > 0) throw new Error(`Failed tests: ${failures}.`);
}
