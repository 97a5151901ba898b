import { Uri, window, workspace } from "vscode";
import type { TextDocument } from "vscode";
import { openMapping } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";
import type { KnownTargets } from "#model/target-knowledge";
import { readRules } from "#workspace/settings";

/** A mapping file as it stands in the editor, unsaved changes included, with the files it uses. */
export interface MappingDocument {
  readonly uri: Uri;
  readonly mapping: OpenedMapping;
  /** Where the files are, by the names that plans and messages call them. */
  readonly files: ReadonlyMap<string, Uri>;
}

/** Opens the file a command was called on, or the one in front of the person; undefined when there is none. `targets`: what connection tests learnt. */
export async function openMappingDocument(uri: Uri | undefined, targets?: KnownTargets): Promise<MappingDocument | undefined> {
  const document = uri === undefined ? frontmostMapping() : await workspace.openTextDocument(uri);
  return document === undefined ? undefined : openWithUsedFiles(document, targets);
}

/** The active editor may show a preview of the mapping beside it, so visible editors count too. */
function frontmostMapping(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  const visible = window.visibleTextEditors.map(({ document }) => document);
  return [active, ...visible, ...workspace.textDocuments].find((document) => document?.languageId === "scimmap");
}

/** Used files are read asynchronously and opened synchronously: the mapping is opened again until it asks for no file that was not read. */
async function openWithUsedFiles(document: TextDocument, targets: KnownTargets | undefined): Promise<MappingDocument> {
  const name = workspace.asRelativePath(document.uri);
  const rules = readRules(workspace.getConfiguration("scimmap", document.uri).get("rules"));
  const files = new Map([[name, document.uri]]);
  const texts = new Map<string, string | undefined>();
  for (;;) {
    const wanted = new Map<string, Uri>();
    const readUsed = (from: string, used: string): { file: string; text: string } | undefined => {
      const uri = Uri.joinPath(files.get(from) ?? document.uri, "..", used);
      const file = workspace.asRelativePath(uri);
      if (!texts.has(file)) wanted.set(file, uri);
      const text = texts.get(file);
      return text === undefined ? undefined : { file, text };
    };
    const mapping = openMapping(name, document.getText(), { rules, readUsed, targets, now: new Date() });
    if (wanted.size === 0) return { uri: document.uri, mapping, files };
    for (const [file, uri] of wanted) {
      files.set(file, uri);
      texts.set(file, await textOf(uri));
    }
  }
}

/** Undefined when there is no such file; the mapping's diagnostics say so at the statement that names it. */
async function textOf(uri: Uri): Promise<string | undefined> {
  return workspace.openTextDocument(uri).then(
    (document) => document.getText(),
    () => undefined,
  );
}
