import { CodeActionKind } from "vscode-languageserver";
import type { CodeAction as LspCodeAction, Connection } from "vscode-languageserver";
import { codeActions } from "#features/code-actions";
import type { CodeAction } from "#features/code-actions";
import type { DocumentStore, OpenDocument } from "#workspace/documents";
import { clampPosition } from "#workspace/edit-lines";
import type { SamplePersonStore } from "#workspace/sample-person";
import { guard } from "./guard.ts";
import { toDiagnostic } from "./to-lsp.ts";

/** Kinds of changes that are offered, for editors that show them in menus. */
export const codeActionKinds: CodeActionKind[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
];

export function answerCodeActions(connection: Connection, documents: DocumentStore, people: SamplePersonStore): void {
  connection.onCodeAction(
    guard(connection.console, "codeAction", ({ textDocument, range, context }) => {
      const document = documents.get(textDocument.uri);
      if (document === undefined) return null;
      const [start, end] = [range.start, range.end].map((position) => clampPosition(document.lines, position));
      const offered = codeActions(document, start!, end!, people.current(new Date()));
      const wanted = ({ kind }: CodeAction): boolean => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
      return offered.filter(wanted).map((action) => toCodeAction(document, action));
    }),
  );
}

function toCodeAction({ uri, version, snapshot }: OpenDocument, { title, kind, edits, mends }: CodeAction): LspCodeAction {
  const textEdits = edits.map(({ start, end, text }) => ({ range: { start, end }, newText: text }));
  return {
    title,
    kind,
    edit: { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] },
    ...(mends === undefined ? {} : { diagnostics: [toDiagnostic(uri, snapshot?.tree, mends)], isPreferred: true }),
  };
}
