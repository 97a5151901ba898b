import { expect, test } from "vitest";
import { fileUri } from "#test/extension";
import { mappingTo } from "#test/extension-mapping";
import { openWindow } from "#test/vscode/window";
import { openMappingDocument } from "../../../client/src/mappings/open-mapping-document.ts";

const mapping = mappingTo("https://scim.example/");

test("the file that a command is called on is opened as it stands in the editor", async () => {
  const vscode = openWindow({ files: { "a.scimmap": "" } });
  vscode.type(vscode.open(vscode.uri("a.scimmap")), mapping);
  const opened = await openMappingDocument(fileUri(vscode, "a.scimmap"));
  expect(opened?.uri.toString()).toBe("file:///folder/a.scimmap");
  expect(opened?.mapping.file).toBe("a.scimmap");
  expect(opened?.mapping.model.provision.name).toBe("Example");
  expect([...(opened?.files.keys() ?? [])]).toEqual(["a.scimmap"]);
});

test("from the palette it is the mapping in front, then one that is visible, then any that is open", async () => {
  const vscode = openWindow({ files: { "a.scimmap": mapping, "b.scimmap": mapping, "c.scimmap": mapping, "n.txt": "" } });
  const name = async () => (await openMappingDocument(undefined))?.mapping.file;
  expect(await name()).toBeUndefined();
  vscode.open(vscode.uri("n.txt"));
  expect(await name()).toBeUndefined();
  vscode.open(vscode.uri("a.scimmap"));
  expect(await name()).toBe("a.scimmap");
  const b = vscode.show(vscode.open(vscode.uri("b.scimmap")));
  vscode.show(vscode.open(vscode.uri("n.txt")));
  expect(await name()).toBe("b.scimmap");
  vscode.show(vscode.open(vscode.uri("c.scimmap")));
  vscode.visible = [b, ...vscode.visible.filter((document) => document !== b)];
  expect(await name()).toBe("c.scimmap");
});

test("files that it uses are read too, and those that they use, from the folder of the file that names them", async () => {
  const vscode = openWindow({
    files: {
      "maps/a.scimmap": `use "../shared/b.scimmap"\n${mapping}`,
      "shared/b.scimmap": 'use "c.scimmap"\nlet b = ToLower([mail])',
      "shared/c.scimmap": "let c = [mail]",
    },
  });
  const opened = await openMappingDocument(fileUri(vscode, "maps/a.scimmap"));
  expect(opened?.mapping.model.lets.map(({ name }) => name).sort()).toEqual(["b", "c"]);
  expect(opened?.mapping.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect([...(opened?.files ?? [])].map(([name, uri]) => `${name} ${uri.path}`)).toEqual([
    "maps/a.scimmap /folder/maps/a.scimmap",
    "shared/b.scimmap /folder/shared/b.scimmap",
    "shared/c.scimmap /folder/shared/c.scimmap",
  ]);
});

test("a used file that is not there is an error of the mapping, and nothing throws", async () => {
  const vscode = openWindow({ files: { "a.scimmap": `use "gone.scimmap"\n${mapping}` } });
  const opened = await openMappingDocument(fileUri(vscode, "a.scimmap"));
  const errors = opened?.mapping.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors).toHaveLength(1);
});

test("the setting's levels count for the mapping", async () => {
  const files = { "a.scimmap": mapping.replace("  displayName", "  nickNam = [mail]\n  displayName") };
  const severities = async (settings: Readonly<Record<string, unknown>>) => {
    const opened = await openMappingDocument(fileUri(openWindow({ files, settings }), "a.scimmap"));
    return opened?.mapping.diagnostics.filter(({ code }) => code === "unknown-attribute").map(({ severity }) => severity);
  };
  expect(await severities({})).toEqual(["error"]);
  expect(await severities({ "scimmap.rules": { "unknown-attribute": "off" } })).toEqual([]);
});
