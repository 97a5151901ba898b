import { expect, test } from "vitest";
import { parse } from "#syntax/parse";

/** The value that the first comparison of a scoping filter compares with. */
function comparedWith(filter: string): unknown {
  const node = parse(`map User -> User {\n  where ${filter}\n}`).statements[1]?.parsed.node;
  return node?.kind === "Where" && node.filter?.kind === "Comparison" ? node.filter.value?.value : undefined;
}

test("a backslash in a scoping filter stands for itself, so a pattern is what was written", () => {
  expect(comparedWith(String.raw`department matches "\bA\d+"`)).toBe(String.raw`\bA\d+`);
  expect(comparedWith(String.raw`department matches "\\bA\\d+"`)).toBe(String.raw`\bA\d+`);
  expect(comparedWith(String.raw`department eq "a\tb"`)).toBe(String.raw`a\tb`);
  expect(comparedWith(String.raw`department eq "a\"b"`)).toBe('a"b');
});

test("inside the brackets of a target JSON's escapes apply", () => {
  const node = parse(`map User -> User {\n  emails[type eq "\\u0077ork"].value = [mail]\n}`).statements[1]?.parsed.node;
  const target = node?.kind === "AttributeMapping" && node.target?.kind === "AttributePath" ? node.target : undefined;
  expect(target?.valueFilter?.filter).toMatchObject({ value: { value: "work" } });
});
