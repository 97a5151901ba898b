import { expect, test } from "vitest";
import { fileKey } from "#workspace/file-key";

test.each([
  ["file:///a%20b.scimmap", "file:///a b.scimmap"],
  ["file:///c%3A/a.scimmap", "file:///c:/a.scimmap"],
  ["file:///c%3a/a.scimmap", "file:///c:/a.scimmap"],
  ["file:///gr%C3%B6.scimmap", "file:///gr%C3%B6.scimmap"],
  ["file:///100%.scimmap", "file:///100%.scimmap"],
  ["file:///a/./b/../c.scimmap", "file:///a/c.scimmap"],
  ["./a.scimmap", "a.scimmap"],
  ["../a/../../b.scimmap", "../../b.scimmap"],
  ["/a/../../b.scimmap", "/../b.scimmap"],
  ["maps\\a.scimmap", "maps/a.scimmap"],
  ["100%41.scimmap", "100%41.scimmap"],
])("%s and %s name one file", (uri, key) => {
  expect(fileKey(uri)).toBe(key);
});
