import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { findFiles, noMappingIn, readInput } from "#cli/read-input";
import { shown, testTerminal } from "#test/test-terminal";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "read-input-"));
  for (const name of ["b", "a", "node_modules/x"]) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ["z.scimmap", "a/1.scimmap", "b/2.scimmap", "b/3.scimfilter", "b/notes.txt", "node_modules/x/4.scimmap"]) {
    writeFileSync(join(folder, name), name);
  }
  writeFileSync(join(folder, "latin1.txt"), Buffer.from([0xe9, 0x0a]));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a file's text, and standard input's for a dash", async () => {
  expect(await readInput(join(folder, "z.scimmap"), testTerminal())).toEqual({ ok: true, value: "z.scimmap" });
  expect(await readInput("-", testTerminal({ stdin: ["pip", "ed"] }))).toEqual({ ok: true, value: "piped" });
});

test("UTF-16 with a byte-order mark is read from a file and from standard input; what is no text is refused from both", async () => {
  const bytes = Buffer.from("\ufeffmap User\r\n", "utf16le");
  const file = join(folder, "utf16.txt");
  writeFileSync(file, bytes);
  expect(await readInput(file, testTerminal())).toEqual({ ok: true, value: "map User\r\n" });
  const stdin = [bytes.subarray(0, 5), bytes.subarray(5)];
  expect(await readInput("-", testTerminal({ stdin }))).toEqual({ ok: true, value: "map User\r\n" });
  expect(shown(await readInput("-", testTerminal({ stdin: [Uint8Array.of(0xe9)] })))).toEqual({
    ok: false,
    error: "'-' is not text in UTF-8 or UTF-16. Save it with one of these encodings and try again.",
  });
});

test.each([
  ["missing.scimmap", "does not exist. Check the spelling and the folder you are in."],
  ["latin1.txt", "is not text in UTF-8 or UTF-16. Save it with one of these encodings and try again."],
  ["b", "is a folder. Name a file in it."],
])("why %s cannot be read", async (name, why) => {
  const path = join(folder, name);
  expect(shown(await readInput(path, testTerminal()))).toEqual({ ok: false, error: `'${path}' ${why}` });
});

test("folders stand for the files in them, in a stable order and without those of packages", async () => {
  const found = await findFiles([join(folder, "b", "notes.txt"), folder, "-"], [".scimmap"]);
  expect(found).toEqual({
    ok: true,
    value: [join(folder, "b", "notes.txt"), ...["a/1.scimmap", "b/2.scimmap", "z.scimmap"].map((name) => join(folder, name)), "-"],
  });
});

test("one name that leads nowhere is enough to stop", async () => {
  const missing = join(folder, "missing");
  expect(shown(await findFiles([folder, missing], [".scimmap"]))).toEqual({
    ok: false,
    error: `'${missing}' does not exist. Check the spelling and the folder you are in.`,
  });
});

test("folders without a mapping are named", () => {
  expect(inEnglish(noMappingIn(["docs", "src"]))).toBe("There is no .scimmap file in docs, src.");
});
