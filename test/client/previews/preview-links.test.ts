import { expect, test } from "vitest";
import type { TextDocument } from "vscode";
import { fileUri } from "#test/extension";
import { FakeDocument } from "#test/vscode/documents";
import { openWindow } from "#test/vscode/window";
import { PreviewLinks } from "../../../client/src/previews/preview-links.ts";

function linksIn(text: string, ...files: readonly string[]): readonly string[] {
  const vscode = openWindow();
  const links = new PreviewLinks();
  links.know(new Map(files.map((file) => [file, fileUri(vscode, file)])));
  const document = new FakeDocument(vscode.uri("preview.txt"), "scimmap-preview", text) as unknown as TextDocument;
  return links.provideDocumentLinks(document).map(({ range, target }) => `${document.getText(range)} → ${target?.toString() ?? ""}`);
}

test("every place of a known file leads there", () => {
  expect(linksIn("by a.scimmap:12\n  a.scimmap:7, and b.scimmap:1", "a.scimmap")).toEqual([
    "a.scimmap:12 → file:///folder/a.scimmap#L12",
    "a.scimmap:7 → file:///folder/a.scimmap#L7",
  ]);
});

test("the end of a longer name is not its file, and a dot is a dot", () => {
  expect(linksIn("aa.scimmap:1 x/a.scimmap:2 axscimmap:3", "a.scimmap")).toEqual([]);
  expect(linksIn("a+(b).scimmap:1", "a+(b).scimmap")).toHaveLength(1);
});

test("a name without a line leads nowhere", () => {
  expect(linksIn("a.scimmap a.scimmap:x", "a.scimmap")).toEqual([]);
});
