import { existsSync, globSync } from "node:fs";
import { expect, test } from "vitest";

/** Tests that still bear another name than a source; the list becomes shorter until it is gone. */
const waiting =
  /^test\/(client\/|server\/(analysis|evaluation|examples|features|lsp|provisioning|syntax|workspace)\/|server\/recording-server)/;

test("a test of a source file or folder has its name and its place", () => {
  const tests = globSync("test/{server,client}/**/*.test.ts").map((file) => file.replaceAll("\\", "/"));
  expect(tests.length).toBeGreaterThan(60);
  const strangers = tests.filter((file) => !waiting.test(file) && !["", ".ts"].some((ending) => existsSync(`${sourceOf(file)}${ending}`)));
  expect(strangers).toEqual([]);
});

/** `test/server/cli/run.test.ts` is about `server/src/cli/run`. */
function sourceOf(file: string): string {
  return file.replace(/^test\/(server|client)\//, "$1/src/").replace(/\.test\.ts$/, "");
}
