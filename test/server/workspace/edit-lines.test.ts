import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linesOf } from "#syntax/parse";
import type { LinePosition } from "#syntax/parse";
import { editedLines } from "#test/edited-lines";
import { clampPosition } from "#workspace/edit-lines";

const lines = ["abc", "", "defg"];
const at = (line: number, character: number): LinePosition => ({ line, character });
const edit = (start: LinePosition, end: LinePosition, text: string) => editedLines(lines, { range: { start, end }, text });

describe("an edit", () => {
  test.each<[string, LinePosition, LinePosition, string, string[]]>([
    ["typed at the start", at(0, 0), at(0, 0), "x", ["xabc", "", "defg"]],
    ["typed at the end", at(2, 4), at(2, 4), "x", ["abc", "", "defgx"]],
    ["typed into an empty line", at(1, 0), at(1, 0), "x", ["abc", "x", "defg"]],
    ["a new line", at(0, 1), at(0, 1), "\n", ["a", "bc", "", "defg"]],
    ["several lines", at(0, 1), at(2, 1), "1\n2\r\n3", ["a1", "2", "3efg"]],
    ["a removed character", at(2, 1), at(2, 2), "", ["abc", "", "dfg"]],
    ["a removed line break", at(0, 3), at(1, 0), "", ["abc", "defg"]],
    ["two removed line breaks", at(0, 3), at(2, 0), "", ["abcdefg"]],
    ["everything removed", at(0, 0), at(2, 4), "", [""]],
    ["behind the end of a line", at(0, 9), at(0, 99), "x", ["abcx", "", "defg"]],
    ["behind the end of the document", at(7, 0), at(9, 9), "\nx", ["abc", "", "defg", "x"]],
  ])("%s", (_, start, end, text, expected) => {
    expect(edit(start, end, text)).toEqual(expected);
  });

  test("without a range is the whole text", () => {
    expect(editedLines(lines, { text: "" })).toEqual([""]);
    expect(editedLines(lines, { text: "a\rb" })).toEqual(["a", "b"]);
  });

  test("does not touch the lines it was given", () => {
    const before = [...lines];
    edit(at(0, 0), at(2, 0), "x\ny");
    expect(lines).toEqual(before);
  });

  test("is what the same edit does to the whole text", () => {
    const text = fc.array(fc.constantFrom("a", "bc", "\n"), { maxLength: 20 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), text, (before, from, length, inserted) => {
        const start = Math.min(from, before.length);
        const end = Math.min(start + length, before.length);
        const position = (offset: number) => {
          const above = linesOf(before.slice(0, offset));
          return at(above.length - 1, above.at(-1)!.length);
        };
        const edited = editedLines(linesOf(before), { range: { start: position(start), end: position(end) }, text: inserted });
        expect(edited.join("\n")).toBe(before.slice(0, start) + inserted + before.slice(end));
      }),
    );
  });
});

test.each([
  [at(0, 2), at(0, 2)],
  [at(0, 3), at(0, 3)],
  [at(0, 4), at(0, 3)],
  [at(1, 1), at(1, 0)],
  [at(2, 99), at(2, 4)],
  [at(3, 0), at(2, 4)],
])("the position %j counts as %j", (position, expected) => {
  expect(clampPosition(lines, position)).toEqual(expected);
});
