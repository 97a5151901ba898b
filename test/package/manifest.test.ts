import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { capabilitiesOf } from "#lsp/ability";
import { abilities } from "#lsp/server";
import { bundles } from "../../scripts/bundles.mjs";
import { editorCommandNames, networkCommandNames } from "../../client/src/command-names.ts";

interface Manifest {
  readonly main: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly l10n: string;
  readonly icon: string;
  readonly categories: readonly string[];
  readonly imports: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly languages: readonly { readonly configuration?: string; readonly extensions?: readonly string[] }[];
    readonly grammars: readonly { readonly path: string }[];
  };
}

const root = new URL("../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as Manifest;

test("the palette offers every command that the extension registers, and no other", () => {
  const offered = manifest.contributes.commands.map(({ command }) => command);
  expect(offered).toEqual([...networkCommandNames, ...editorCommandNames].map((name) => `scimmap.${name}`));
});

test("every path of the manifest leads to something", () => {
  const { contributes, icon, imports, l10n, main, bin } = manifest;
  const files = [
    icon,
    ...contributes.languages.flatMap(({ configuration }) => configuration ?? []),
    ...contributes.grammars.map(({ path }) => path),
  ];
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  expect(globSync(`${l10n}/bundle.l10n.*.json`).length).toBeGreaterThan(0);
  expect(Object.values(imports).filter((pattern) => globSync(pattern).length === 0)).toEqual([]);
  // The build writes the bundles, and copies the launcher of the command line beside them.
  const built = bundles.map(
    ({ entryPoints, outExtension, outdir }) => `./${outdir}/${Object.keys(entryPoints ?? {}).join()}${outExtension?.[".js"] ?? ".js"}`,
  );
  expect(built).toContain(main);
  expect(bin).toEqual({ scimmap: "./dist/cli.js" });
  expect(readFileSync(new URL("esbuild.mjs", root), "utf8")).toContain('copyFile("scripts/cli-launcher.js", "dist/cli.js")');
});

test("categories claim what the language server offers, and no more", () => {
  const { documentFormattingProvider, textDocumentSync } = capabilitiesOf(abilities);
  expect(manifest.categories).toEqual([
    "Programming Languages",
    ...(textDocumentSync === undefined ? [] : ["Linters"]),
    ...(documentFormattingProvider === undefined ? [] : ["Formatters"]),
  ]);
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
