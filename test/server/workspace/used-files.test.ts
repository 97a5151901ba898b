import { describe, expect, test } from "vitest";
import { parse } from "#syntax/parse";
import { readUsedFrom, usesFiles } from "#workspace/used-files";

test("a document uses files when it says so, and only then", () => {
  expect(usesFiles(parse('use "a.scimmap"'))).toBe(true);
  expect(usesFiles(parse('let x = [a]\nuse "a.scimmap"'))).toBe(true);
  expect(usesFiles(parse('let x = "use"'))).toBe(false);
  expect(usesFiles(parse(""))).toBe(false);
});

describe("a used file", () => {
  const asked: string[] = [];
  const read = readUsedFrom("file:///folder/main.scimmap", (file) => {
    asked.push(file);
    return file.endsWith("gone.scimmap") ? undefined : `// ${file}`;
  })!;

  test.each([
    ["a.scimmap", "file:///folder/a.scimmap"],
    ["sub/a.scimmap", "file:///folder/sub/a.scimmap"],
    ["../a.scimmap", "file:///a.scimmap"],
    ["./x/../a.scimmap", "file:///folder/a.scimmap"],
    ["a b.scimmap", "file:///folder/a%20b.scimmap"],
    ["/root.scimmap", "file:///root.scimmap"],
    ["größe.scimmap", "file:///folder/gr%C3%B6%C3%9Fe.scimmap"],
  ])("%s is %s", (name, file) => {
    expect(read("file:///folder/main.scimmap", name)).toEqual({ file, text: `// ${file}` });
    expect(asked.at(-1)).toBe(file);
  });

  test("counts from the file that names it, not from the first one", () => {
    expect(read("file:///other/used.scimmap", "a.scimmap")).toMatchObject({ file: "file:///other/a.scimmap" });
  });

  test("that is not there is none", () => {
    expect(read("file:///folder/main.scimmap", "gone.scimmap")).toBeUndefined();
  });

  test.each([
    "https://example.com/a.scimmap",
    "//server/share/a.scimmap",
    "file://server/a.scimmap",
    "file:////server/a.scimmap",
    "data:text/plain,x",
    "http:a",
  ])("is never looked for beyond this computer: %s", (name) => {
    asked.length = 0;
    expect(read("file:///folder/main.scimmap", name)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test("of a document that is no file nothing is read", () => {
    expect(readUsedFrom("untitled:Untitled-1", () => "x")).toBeUndefined();
    expect(readUsedFrom("vscode-vfs://github/a.scimmap", () => "x")).toBeUndefined();
  });
});
