import { expect, test } from "vitest";
import type { Uri } from "vscode";
import { fileUri } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import { PreviewDocuments } from "../../../client/src/previews/preview-documents.ts";

test("a preview is a read-only document in a language of its own, in front of the person", async () => {
  const vscode = openWindow();
  const previews = new PreviewDocuments();
  await previews.show("GroupTalk/EU preview", "2 create", new Map());
  expect(vscode.active?.uri.toString()).toBe("scimmap-preview:/GroupTalk-EU%20preview.txt");
  expect(vscode.active?.languageId).toBe("scimmap-preview");
  expect(vscode.active?.getText()).toBe("2 create");
  // Beside the mapping, in a tab that stays.
  expect(vscode.placed).toEqual({ preview: false, viewColumn: -2 });
});

test("showing one again under its name replaces its text, and leaves others alone", async () => {
  const vscode = openWindow();
  const previews = new PreviewDocuments();
  await previews.show("a", "first", new Map());
  await previews.show("b", "other", new Map());
  await previews.show("a", "second", new Map());
  expect(vscode.documents.map((document) => document.getText())).toEqual(["second", "other"]);
  expect(vscode.active?.getText()).toBe("second");
});

test("places in its text lead to statements, also of files that an earlier preview named", async () => {
  const vscode = openWindow();
  const previews = new PreviewDocuments();
  const links = () => vscode.linkProviders.get("scimmap-preview")?.provideDocumentLinks(vscode.active!) as { target: Uri }[];
  await previews.show("a", "a.scimmap:3", new Map([["a.scimmap", fileUri(vscode, "a.scimmap")]]));
  expect(links().map(({ target }) => target.toString())).toEqual(["file:///folder/a.scimmap#L3"]);
  await previews.show("b", "a.scimmap:4 b.scimmap:5", new Map([["b.scimmap", fileUri(vscode, "b.scimmap")]]));
  expect(links().map(({ target }) => target.toString())).toEqual(["file:///folder/a.scimmap#L4", "file:///folder/b.scimmap#L5"]);
});

test("they go with the extension, and with them what they said of people", async () => {
  const vscode = openWindow();
  const previews = new PreviewDocuments();
  await previews.show("a", "Ada", new Map());
  const uri = vscode.active!.uri as unknown as Uri;
  expect(previews.provideTextDocumentContent(uri)).toBe("Ada");
  let heard = 0;
  previews.onDidChange(() => heard++);
  previews.dispose();
  expect(previews.provideTextDocumentContent(uri)).toBeUndefined();
  expect([vscode.providers.size, vscode.linkProviders.size]).toEqual([0, 0]);
  await previews.show("a", "Bea", new Map());
  expect(heard).toBe(0);
});
