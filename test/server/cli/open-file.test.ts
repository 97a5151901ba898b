import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFile, openOnlyFile } from "#cli/open-file";
import { givenArguments, shown, testTerminal } from "#test/test-terminal";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "open-file-"));
  writeFileSync(
    join(folder, "main.scimmap"),
    'use "shared.scimmap"\nuse "gone.scimmap"\nmap User -> User {\n  userName = [login] match 1\n}\n',
  );
  writeFileSync(join(folder, "shared.scimmap"), "let login = [mail]\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("what a file uses is read beside it; what is not there is a finding", async () => {
  const opened = await openFile(join(folder, "main.scimmap"), testTerminal());
  if (!opened.ok) throw new Error("The file cannot be opened.");
  expect(opened.value.model.lets.map(({ name }) => name)).toEqual(["login"]);
  const errors = opened.value.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, place }) => `${code} ${place.line}`)).toEqual(["file-not-found 1"]);
});

test("files that use each other are told so, however the first one is named", async () => {
  writeFileSync(join(folder, "one.scimmap"), 'use "two.scimmap"\n');
  writeFileSync(join(folder, "two.scimmap"), 'use "./one.scimmap"\n');
  for (const name of ["one.scimmap", "./one.scimmap", "../" + basename(folder) + "/one.scimmap"]) {
    const opened = await openFile(`${folder}/${name}`, testTerminal());
    expect(opened.ok ? opened.value.diagnostics.map(({ code }) => code) : opened.error, name).toEqual(["use-cycle"]);
  }
});

test("standard input is called that", async () => {
  const opened = await openFile("-", testTerminal({ stdin: ["map User -> User {\n}\n"] }));
  expect(opened.ok ? opened.value.file : opened).toBe("standard input");
});

test.each([[[]], [["a", "b"]]])("a command that takes one mapping refuses %j", async (positionals) => {
  expect(shown(await openOnlyFile("preview", givenArguments({}, positionals), testTerminal()))).toEqual({
    ok: false,
    error: "'scimmap preview' takes one mapping file. See 'scimmap preview --help'.",
  });
});

test("standard input holds the mapping or the token", async () => {
  const given = givenArguments({ "token-stdin": true }, ["-"]);
  expect(shown(await openOnlyFile("preview", given, testTerminal()))).toEqual({
    ok: false,
    error: "Standard input cannot hold both the mapping and the token. Name a file, or put the token into SCIMMAP_TOKEN.",
  });
});
