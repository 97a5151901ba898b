import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bundleContents } from "#test/bundle-contents";

// A new line here means that a dependency began to run text as code or to start programs: read it before it is listed.
test("the bundles mention new Function, eval and child_process exactly where the committed list says, and our own code nowhere", async () => {
  const listed = JSON.parse(readFileSync("test/architecture/bundle-contents.json", "utf8")) as Record<string, Record<string, string[]>>;
  const contents = await bundleContents();
  expect(contents).toEqual(listed);
  expect(Object.values(contents).flatMap((packages) => Object.keys(packages))).not.toContain("scimmap");
});
