import { TextDocumentSyncKind } from "vscode-languageserver";
import type { ServerCapabilities } from "vscode-languageserver";
import { codeActionKinds } from "./code-actions.ts";

/** What the editor may ask this server for. A character is a UTF-16 unit, as in the editor's own strings. */
export const capabilities: ServerCapabilities = {
  positionEncoding: "utf-16",
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [" ", ".", ":", "[", '"', "(", ",", "="], resolveProvider: true },
  documentSymbolProvider: true,
  inlayHintProvider: true,
  codeActionProvider: { codeActionKinds, resolveProvider: true },
};
