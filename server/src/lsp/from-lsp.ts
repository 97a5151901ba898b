import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { DocumentEdit } from "#workspace/edit-lines";

export function fromChange(change: TextDocumentContentChangeEvent): DocumentEdit {
  return "range" in change ? { range: change.range, text: change.text } : { text: change.text };
}
