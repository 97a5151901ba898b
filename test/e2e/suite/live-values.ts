import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { commands, Range, workspace, WorkspaceEdit } from "vscode";
import type { InlayHint, TextDocument } from "vscode";
import { accepting, run } from "./accept.ts";
import { openDocument, until } from "./open-document.ts";

/** What a chosen person would get, beside each statement. */
export function liveValuesSuite(): void {
  describe("live values", () => {
    let document: TextDocument;
    before(async () => (document = await openDocument("tested.scimmap")));
    after(() => run("scimmap.clearSamplePerson"));

    it("shows nobody's values at first", async () => {
      assert.deepEqual(await hints(document), []);
    });

    it("shows what a person who is typed in would get", async () => {
      const result = await accepting("scimmap.chooseSamplePerson");
      assert.equal(result.message, "Beside each statement stands what Ada would get.");
      await shows(document, "displayName", /Ada Lovelace/);
    });

    it("shows what somebody of the directory snapshot would get", async () => {
      await accepting("scimmap.chooseDirectorySnapshot");
      const result = await accepting("scimmap.chooseSamplePerson");
      assert.equal(result.message, "Beside each statement stands what Nora Keller would get.");
      await shows(document, "displayName", /Nora Keller/);
      await shows(document, "let region", /Elsewhere/);
      await shows(document, "where", /true/);
    });

    it("follows what is typed", async () => {
      await replaceText(document, 'Join(" ", [givenName]', 'Join("-", [givenName]');
      await shows(document, "displayName", /Nora-Keller/);
      await replaceText(document, 'Join("-", [givenName]', 'Join(" ", [givenName]');
    });

    it("keeps the person when the language server is started anew", async () => {
      await run("scimmap.restartLanguageServer");
      await shows(document, "displayName", /Nora Keller/);
    });

    it("hides the values and shows them again by one toggle", async () => {
      assert.equal((await run("scimmap.toggleLiveValues"))?.message, "Live values are hidden.");
      await showsNone(document);
      assert.equal((await run("scimmap.toggleLiveValues"))?.message, "Live values are shown.");
      await shows(document, "displayName", /Nora Keller/);
    });

    it("forgets the person", async () => {
      assert.equal((await run("scimmap.clearSamplePerson"))?.message, "The sample person is forgotten.");
      await showsNone(document);
    });
  });
}

async function hints(document: TextDocument): Promise<readonly InlayHint[]> {
  const whole = new Range(0, 0, document.lineCount, 0);
  return (await commands.executeCommand<InlayHint[] | undefined>("vscode.executeInlayHintProvider", document.uri, whole)) ?? [];
}

/** The hint beside the first statement that begins with `start`. */
async function shows(document: TextDocument, start: string, expected: RegExp): Promise<void> {
  const line = document
    .getText()
    .split("\n")
    .findIndex((text) => text.trimStart().startsWith(start));
  await until(`${start} shows ${String(expected)}`, async () => {
    const found = (await hints(document)).find(({ position }) => position.line === line);
    const label = typeof found?.label === "string" ? found.label : (found?.label.map(({ value }) => value).join("") ?? "");
    return expected.test(label) || undefined;
  });
}

async function showsNone(document: TextDocument): Promise<void> {
  await until("no value is shown", async () => (await hints(document)).length === 0 || undefined);
}

async function replaceText(document: TextDocument, old: string, replacement: string): Promise<void> {
  const start = document.getText().indexOf(old);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + old.length)), replacement);
  assert.ok(await workspace.applyEdit(edit));
}
