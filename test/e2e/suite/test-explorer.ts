import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { commands, Position, workspace, WorkspaceEdit } from "vscode";
import type { Uri } from "vscode";
import { fileNamed, openDocument, until } from "./open-document.ts";

/** That tests are found; how they run, fail and cover is seen on the screen by the tour. */
export function testExplorerSuite(): void {
  describe("the Test Explorer", () => {
    it("finds the tests of a mapping that is not open", async () => {
      const file = fileNamed("tested.scimmap");
      assert.equal(
        workspace.textDocuments.some(({ uri }) => uri.path === file.path),
        false,
      );
      await commands.executeCommand("testing.refreshTests");
      await finds(file, ["a name is put together", "a name in capitals"]);
    });

    it("finds the tests of a mapping that is opened", async () => {
      const { uri } = await openDocument("tested.scimmap");
      await finds(uri, ["a name is put together", "a name in capitals"]);
    });

    it("follows what is typed", async () => {
      const document = await openDocument("tested.scimmap");
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, new Position(document.lineCount, 0), 'test "a third" for User { given { } expect skip }\n');
      assert.ok(await workspace.applyEdit(edit));
      await finds(document.uri, ["a name is put together", "a name in capitals", "a third"]);
      await commands.executeCommand("undo");
      await finds(document.uri, ["a name is put together", "a name in capitals"]);
    });
  });
}

async function finds(file: Uri, expected: readonly string[]): Promise<void> {
  let last: readonly string[] = [];
  await until("the tests of the file", async () => {
    // Per test: its controller, its file, its id; the file itself is among them.
    const found = await commands.executeCommand<string[][]>("vscode.testing.getTestsInFile", file);
    last = found.flatMap((path) => path[2] ?? []);
    return JSON.stringify([...last].sort()) === JSON.stringify([...expected].sort()) || undefined;
  }).catch((error: unknown) => {
    throw new Error(`Found: ${last.join(", ")}.`, { cause: error });
  });
}
