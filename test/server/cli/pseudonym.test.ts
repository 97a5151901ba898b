import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findPseudonyms, pseudonymsWith } from "#cli/pseudonym";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "pseudonyms-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("equal values get equal pseudonyms, different ones different ones, and none holds the value", () => {
  const { pseudonym } = pseudonymsWith("key");
  expect(pseudonym("Ada Lovelace")).toBe(pseudonym("Ada Lovelace"));
  expect(pseudonym("Ada Lovelace")).toMatch(/^~[0-9a-f]{16}$/);
  const values = ["Ada Lovelace", "ada lovelace", "Ada Lovelace ", "", "fingerprint"];
  expect(new Set(values.map(pseudonym)).size).toBe(values.length);
});

test("another key gives other pseudonyms and another fingerprint", () => {
  const [mine, theirs] = [pseudonymsWith("mine"), pseudonymsWith("theirs")];
  expect(mine.pseudonym("Ada")).not.toBe(theirs.pseudonym("Ada"));
  expect(mine.fingerprint).not.toBe(theirs.fingerprint);
  expect(mine.fingerprint).not.toContain("mine");
});

test("a key of the team decides, and nothing is kept", async () => {
  const found = await findPseudonyms({ SCIMMAP_PSEUDONYM_KEY: "team", XDG_STATE_HOME: folder });
  expect(found.fingerprint).toBe(pseudonymsWith("team").fingerprint);
  expect(() => statSync(join(folder, "scimmap"))).toThrow();
});

test("without one a random key is made once, kept for its user alone and used again", async () => {
  const env = { XDG_STATE_HOME: folder, SCIMMAP_PSEUDONYM_KEY: "" };
  const first = await findPseudonyms(env);
  const path = join(folder, "scimmap", "pseudonym-key");
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
  expect((await findPseudonyms(env)).fingerprint).toBe(first.fingerprint);
  expect((await findPseudonyms({ XDG_STATE_HOME: join(folder, "other") })).fingerprint).not.toBe(first.fingerprint);
});

test("where no key can be kept every run has one of its own", async () => {
  const occupied = join(folder, "file");
  writeFileSync(occupied, "");
  const [first, second] = [await findPseudonyms({ XDG_STATE_HOME: occupied }), await findPseudonyms({ XDG_STATE_HOME: occupied })];
  expect(first.fingerprint).not.toBe(second.fingerprint);
});
