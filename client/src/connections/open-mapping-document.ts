import { window, workspace } from "vscode";
import type { TextDocument, Uri } from "vscode";
import { openMapping } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";

/** A mapping file as it stands in the editor, unsaved changes included. */
export interface MappingDocument {
  readonly uri: Uri;
  readonly mapping: OpenedMapping;
}

/** Opens the file a command was called on, or the one in front of the person; undefined when there is none. */
export async function openMappingDocument(uri: Uri | undefined): Promise<MappingDocument | undefined> {
  const document = uri === undefined ? frontmostMapping() : await workspace.openTextDocument(uri);
  if (document === undefined) return undefined;
  return { uri: document.uri, mapping: openMapping(workspace.asRelativePath(document.uri), document.getText()) };
}

/** The active editor may show a preview of the mapping beside it, so visible editors count too. */
function frontmostMapping(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  const visible = window.visibleTextEditors.map(({ document }) => document);
  return [active, ...visible, ...workspace.textDocuments].find((document) => document?.languageId === "scimmap");
}
