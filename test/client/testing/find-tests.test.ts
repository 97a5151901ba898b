import fc from "fast-check";
import { expect, test } from "vitest";
import { openMapping } from "#engine/open-mapping";
import { cases } from "#test/cases";
import { soundFiles, soundTexts } from "#test/scimmap-texts";
import { findTests } from "../../../client/src/testing/find-tests.ts";

test("a test is found with its name, its line and the line where its block closes", () => {
  const text = [
    '// test "in a comment" for User {',
    'let x = Join("test", "test \\"in a string\\"")',
    'test "one" for User {',
    '  given { department = "}" }',
    "  expect skip",
    "}",
    'test "says \\"two\\"" for User { given { } expect skip } test "three" for User { given { } expect skip }',
    "map User -> User {",
    "  test = [mail]",
    "}",
    'test "half typed',
  ].join("\n");
  expect(findTests(text)).toEqual([
    { name: "one", line: 2, endLine: 5 },
    { name: 'says "two"', line: 6, endLine: 6 },
    { name: "three", line: 6, endLine: 6 },
    { name: "half typed", line: 10, endLine: 10 },
  ]);
});

test.each(soundFiles.map((file, index) => [file, soundTexts[index]!] as const))(
  "the tests of %s are those of the parser",
  (_file, text) => {
    expect(heads(text)).toEqual(parsedHeads(text));
  },
);

test("also the tests of a text whose lines are out of order are those of the parser", () => {
  const lines = soundTexts.flatMap((text) => text.split("\n"));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 40 }), (some) => {
      const text = some.join("\n");
      expect(heads(text)).toEqual(parsedHeads(text));
    }),
    { numRuns: cases(300, 2000) },
  );
});

function heads(text: string): readonly string[] {
  return findTests(text).map(({ name, line }) => `${line} ${name}`);
}

/** The parser also takes a head whose name is missing for a test; there is nothing to call it by. */
function parsedHeads(text: string): readonly string[] {
  const { tests } = openMapping("mapping.scimmap", text).model;
  return tests.filter(({ name }) => name !== "").map(({ name, place }) => `${place.line} ${name}`);
}
