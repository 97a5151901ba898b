import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { commands, DiagnosticSeverity, languages, Range, workspace, WorkspaceEdit } from "vscode";
import type { CompletionList, Diagnostic, DocumentSymbol, Hover, MarkdownString, TextDocument } from "vscode";
import { openDocument, until } from "./open-document.ts";

/** What the language server gives to an editor, asked for through VS Code's own commands. */
export function languageSuite(): void {
  describe("editing a mapping", () => {
    it("reports names that no schema has where they stand", async () => {
      const document = await openDocument("broken.scimmap");
      const diagnostics = await diagnosticsOf(document, (found) => found.length > 0);
      const shown = diagnostics.map(({ code, severity, range }) => [
        typeof code === "object" ? code.value : code,
        DiagnosticSeverity[severity],
        document.getText(range),
      ]);
      assert.deepEqual(shown, [
        ["unknown-attribute", "Error", "activ"],
        ["unknown-sub-attribute", "Error", "familyNam"],
      ]);
    });

    it("reports an error while it is there and has nothing to say once it is corrected", async () => {
      const document = await openDocument("onboarding.scimmap");
      await replaceText(document, "userName ", "usrName ");
      await diagnosticsOf(document, (found) => found.length > 0);
      await replaceText(document, "usrName ", "userName ");
      await diagnosticsOf(document, (found) => found.length === 0);
    });

    it("explains a target attribute on hover", async () => {
      const document = await openDocument("onboarding.scimmap");
      const position = document.positionAt(document.getText().indexOf("userName") + 2);
      const text = await until("a hover", async () => {
        const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
        const contents = hovers.flatMap((hover) => hover.contents as MarkdownString[]);
        return contents.length > 0 ? contents.map(({ value }) => value).join("\n") : undefined;
      });
      assert.match(text, /userName/);
      assert.match(text, /string/);
    });

    it("completes target attributes at the start of a statement", async () => {
      const document = await openDocument("onboarding.scimmap");
      const position = document.positionAt(document.getText().indexOf("name.givenName") + 1);
      const labels = await until("completions", async () => {
        const list = await commands.executeCommand<CompletionList>("vscode.executeCompletionItemProvider", document.uri, position);
        return list.items.length > 0 ? list.items.map(({ label }) => (typeof label === "string" ? label : label.label)) : undefined;
      });
      assert.ok(labels.includes("displayName") && labels.includes("externalId"), labels.join(", "));
    });

    it("outlines the file: the provision with its environment, the map with its statements", async () => {
      const symbols = await symbolsOf(await openDocument("onboarding.scimmap"));
      const outline = symbols.map(({ name, children }) => ({ name, children: children.length }));
      assert.match(outline[0]?.name ?? "", /GroupTalk/);
      assert.match(outline[1]?.name ?? "", /User/);
      assert.ok((outline[1]?.children ?? 0) >= 5, JSON.stringify(outline));
    });
  });
}

function diagnosticsOf(document: TextDocument, wanted: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
  return until("diagnostics as expected", () => {
    const found = languages.getDiagnostics(document.uri);
    return wanted(found) ? found : undefined;
  });
}

async function replaceText(document: TextDocument, old: string, replacement: string): Promise<void> {
  const start = document.getText().indexOf(old);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + old.length)), replacement);
  assert.ok(await workspace.applyEdit(edit));
}

/** An answer means that the server has read the document. */
function symbolsOf(document: TextDocument): Promise<DocumentSymbol[]> {
  return until("document symbols", async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", document.uri);
    return symbols !== undefined && symbols.length > 0 ? symbols : undefined;
  });
}
