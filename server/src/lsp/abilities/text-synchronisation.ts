import { TextDocumentSyncKind } from "vscode-languageserver";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { DocumentEdit } from "#workspace/edit-lines";
import type { Ability } from "../ability.ts";

/** Follows what the editor opens, types and closes. */
export const textSynchronisation: Ability = {
  capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
  register({ connection, documents, opened, closed, changed, disturbed }) {
    connection.onDidOpenTextDocument(({ textDocument: { uri, version, languageId, text } }) => {
      const affected = documents.open(uri, version, languageId === "scimfilter" ? "scimfilter" : "scimmap", text);
      changed.tell(affected.filter((other) => other !== uri));
      opened.tell(uri);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const affected = documents.edit(uri, version, contentChanges.map(toEdit));
      changed.tell(affected);
      if (affected.some((other) => other !== uri)) disturbed.tell();
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      changed.tell(documents.close(uri));
      closed.tell(uri);
    });
  },
};

function toEdit(change: TextDocumentContentChangeEvent): DocumentEdit {
  return "range" in change ? { range: change.range, text: change.text } : { text: change.text };
}
