import { existsSync, globSync } from "node:fs";
import { expect, test } from "vitest";

// A test of a file or folder is looked for under its name; what is true of many stands in test/properties, test/package and here.
test("tests of the client and the server mirror the source tree: each has the path of a source file or folder", () => {
  const tests = globSync("test/{client,server}/**/*.test.ts").map((file) => file.replaceAll("\\", "/"));
  expect(tests.length).toBeGreaterThan(60);
  const source = (file: string) => file.replace(/^test\/(client|server)\//, "$1/src/").replace(/\.test\.ts$/, "");
  expect(tests.filter((file) => !existsSync(`${source(file)}.ts`) && !existsSync(source(file)))).toEqual([]);
});

test("every test file is where a run of the tests looks for it", () => {
  const all = globSync("test/**/*.test.ts").map((file) => file.replaceAll("\\", "/"));
  expect(all.filter((file) => !/^test\/(architecture|client|package|properties|server)\//.test(file))).toEqual([]);
});
