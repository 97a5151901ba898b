import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { networkCommandNames, ownCommandNames } from "../../client/src/commands/command-names.ts";

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly languages: readonly { readonly configuration: string }[];
  };
}

const root = new URL("../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as Manifest;

test("the palette offers every command that the extension registers, and no other", () => {
  const offered = manifest.contributes.commands.map(({ command }) => command);
  expect(offered).toEqual([...networkCommandNames, ...ownCommandNames].map((name) => `scimmap.${name}`));
});

test("the extension wakes up for its language and its commands only", () => {
  expect(manifest.activationEvents).toEqual([]);
});

test("menus show commands on mappings only", () => {
  const entries = Object.values(manifest.contributes.menus).flat();
  expect(entries.length).toBeGreaterThan(0);
  for (const { command, when } of entries) {
    expect(networkCommandNames).toContain(command.replace("scimmap.", ""));
    expect(when).toBe("resourceLangId == scimmap");
  }
});

test.each([
  ["department eq", ["department", "eq"]],
  ["enterprise:costCenter", ["enterprise", "costCenter"]],
  ["urn:ietf:params:scim:schemas:core:2.0:User:name.givenName", ["urn:ietf:params:scim:schemas:core:2.0:User:name.givenName"]],
  ["employeeOrgData.costCenter", ["employeeOrgData", "costCenter"]],
  ["map User->Group", ["map", "User", "Group"]],
  ["match 12", ["match", "12"]],
])("a double click in '%s' selects what belongs together", (text, words) => {
  const file = new URL(manifest.contributes.languages[0]?.configuration ?? "", root);
  const { wordPattern } = JSON.parse(readFileSync(file, "utf8")) as { wordPattern: string };
  expect(text.match(new RegExp(wordPattern, "g"))).toEqual(words);
});
