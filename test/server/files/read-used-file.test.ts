import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bounds } from "#base/bounds";
import { readUsedFile } from "#files/read-used-file";

const folder = mkdtempSync(join(tmpdir(), "scimmap-used-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("a file is read, and one that is not there is none", () => {
  expect(readUsedFile(written("shared.scimmap", "let x = [mail]\n"))).toBe("let x = [mail]\n");
  expect(readUsedFile(join(folder, "nowhere.scimmap"))).toBeUndefined();
});

test("what has no end, waits for somebody or is no text is not read", () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  for (const path of ["/dev/zero", folder, pipe]) expect([path, readUsedFile(path)]).toEqual([path, { unreadable: "not-a-file" }]);
  expect(readUsedFile(written("bytes", Uint8Array.of(0xc3, 0x28)))).toEqual({ unreadable: "not-a-file" });
});

test("a file may have 4 MB and no byte more", () => {
  expect(readUsedFile(written("most", " ".repeat(bounds.usedFileBytes)))).toHaveLength(4 * 1024 * 1024);
  expect(readUsedFile(written("more", " ".repeat(bounds.usedFileBytes + 1)))).toEqual({ unreadable: "too-large" });
});
