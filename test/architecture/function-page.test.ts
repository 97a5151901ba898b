import { expect, test } from "vitest";
import { functions } from "#model/functions";
import { functionPage } from "#test/function-page";
import { referenceExamples } from "#test/reference-functions";

test("docs/functions.md says what the functions yield today", async () => {
  await expect(functionPage()).toMatchFileSnapshot("../../docs/functions.md");
});

test("the page has every function and every example of the reference", () => {
  const page = functionPage();
  for (const { name } of functions) expect(page, name).toContain(`\n## ${name}\n`);
  expect(page.match(/^- .*\((documented|derived|inferred|unknown)\)\./gm)).toHaveLength(referenceExamples.length);
});
