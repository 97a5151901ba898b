import { CodeActionKind } from "vscode-languageserver";
import type { ClientCapabilities, CodeAction as LspCodeAction, Connection, Range, WorkspaceEdit } from "vscode-languageserver";
import { codeActions } from "#features/code-actions";
import type { CodeAction } from "#features/code-actions";
import type { DocumentStore, OpenDocument } from "#workspace/documents";
import { clampPosition } from "#workspace/edit-lines";
import type { SamplePersonStore } from "#testing/sample-person";
import { guard } from "./guard.ts";
import { toDiagnostic } from "./to-lsp.ts";

/** Kinds of changes that are offered, for editors that show them in menus. */
export const codeActionKinds: CodeActionKind[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
];

/** What finds an action again when its edits are asked for. */
interface Offer {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
}

/** Offers changes. An editor asks at every move of the cursor, and for the edits only of the one that somebody chooses, if it can. */
export class CodeActions {
  readonly #documents: DocumentStore;
  readonly #people: SamplePersonStore;
  #asksForEdits = false;

  constructor(connection: Connection, documents: DocumentStore, people: SamplePersonStore) {
    this.#documents = documents;
    this.#people = people;
    const log = connection.console;
    connection.onCodeAction(
      guard(log, "codeAction", ({ textDocument: { uri }, range, context: { only } }) => this.#offer(uri, range, only)),
    );
    connection.onCodeActionResolve((action) => guard(log, "codeAction/resolve", () => this.#resolve(action))(undefined) ?? action);
  }

  initialize({ textDocument }: ClientCapabilities): void {
    this.#asksForEdits = textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true;
  }

  #offer(uri: string, range: Range, only: readonly string[] | undefined): LspCodeAction[] | null {
    const document = this.#documents.get(uri);
    if (document === undefined) return null;
    const { version } = document;
    const wanted = ({ kind }: CodeAction): boolean => only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? true;
    return this.#actions(document, range)
      .filter(wanted)
      .map((action) => ({
        ...toCodeAction(document, action),
        ...(this.#asksForEdits ? { data: { uri, version, range } satisfies Offer } : { edit: toEdit(document, action) }),
      }));
  }

  /** Nothing is done to a text that has changed since. */
  #resolve(action: LspCodeAction): LspCodeAction {
    const { uri, version, range } = action.data as Offer;
    const document = this.#documents.get(uri);
    if (document?.version !== version) return action;
    const found = this.#actions(document, range).find(({ title, kind }) => title === action.title && kind === action.kind);
    return found === undefined ? action : { ...action, edit: toEdit(document, found) };
  }

  #actions(document: OpenDocument, { start, end }: Range): readonly CodeAction[] {
    const { lines } = document;
    return codeActions(document, clampPosition(lines, start), clampPosition(lines, end), this.#people.current(new Date()));
  }
}

function toCodeAction({ uri, snapshot }: OpenDocument, { title, kind, mends }: CodeAction): LspCodeAction {
  return {
    title,
    kind,
    ...(mends === undefined ? {} : { diagnostics: [toDiagnostic(uri, snapshot?.tree, mends)], isPreferred: true }),
  };
}

function toEdit({ uri, version }: OpenDocument, { edits }: CodeAction): WorkspaceEdit {
  const textEdits = edits().map(({ start, end, text }) => ({ range: { start, end }, newText: text }));
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}
