import { CodeActionKind } from "vscode-languageserver";
import type { CodeAction as LspCodeAction, CodeActionParams, Range, WorkspaceEdit } from "vscode-languageserver";
import { codeActions as actionsFor } from "#features/code-actions";
import type { CodeAction } from "#features/code-actions";
import type { OpenDocument } from "#workspace/documents";
import type { Ability } from "../ability.ts";
import { askedWithin } from "../asked.ts";
import type { Session } from "../session.ts";
import { toDiagnostic } from "../to-lsp.ts";

/** Offers changes. An editor asks at every move of the cursor, and for the edits only of the one that somebody chooses, if it can. */
export const codeActions: Ability = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorExtract,
        CodeActionKind.RefactorInline,
        CodeActionKind.RefactorRewrite,
      ],
      resolveProvider: true,
    },
  },
  register(session) {
    const { connection } = session;
    connection.onCodeAction(session.answer("codeAction", (params) => offer(session, params)));
    connection.onCodeActionResolve((action) => session.answer("codeAction/resolve", () => resolve(session, action))(undefined) ?? action);
  },
};

/** What finds an action again when its edits are asked for: the same text, place and person have the same actions in the same order. */
interface Offer {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly person: string | undefined;
  readonly index: number;
}

function offer(session: Session, params: CodeActionParams): LspCodeAction[] | null {
  const asked = askedWithin(session, params);
  if (asked === undefined) return null;
  const { document } = asked;
  const { only } = params.context;
  const asksForEdits = session.client.textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true;
  const { uri, version } = document;
  return actionsFor(document, asked.start, asked.end, session.person).flatMap((action, index) => {
    if (only?.some((one) => action.kind === one || action.kind.startsWith(`${one}.`)) === false) return [];
    const data = { uri, version, range: params.range, person: session.person?.name, index } satisfies Offer;
    return [{ ...toCodeAction(session, document, action), ...(asksForEdits ? { data } : { edit: toEdit(document, action) }) }];
  });
}

/** Nothing is done to a text that has changed since, nor for somebody else than was shown. */
function resolve(session: Session, action: LspCodeAction): LspCodeAction {
  const { uri, version, range, person, index } = action.data as Offer;
  const asked = askedWithin(session, { textDocument: { uri }, range });
  if (asked?.document.version !== version || session.person?.name !== person) return action;
  const found = actionsFor(asked.document, asked.start, asked.end, session.person)[index];
  return found === undefined ? action : { ...action, edit: toEdit(asked.document, found) };
}

function toCodeAction({ voice }: Session, { uri, snapshot }: OpenDocument, { title, kind, mends }: CodeAction): LspCodeAction {
  return {
    title: voice.plain(title),
    kind,
    ...(mends === undefined ? {} : { diagnostics: [toDiagnostic(uri, snapshot?.tree, mends, voice)], isPreferred: true }),
  };
}

function toEdit({ uri, version }: OpenDocument, { edits }: CodeAction): WorkspaceEdit {
  const textEdits = edits().map(({ start, end, text }) => ({ range: { start, end }, newText: text }));
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}
