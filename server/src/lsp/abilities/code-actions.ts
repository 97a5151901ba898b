import { CodeActionKind, Range } from "vscode-languageserver";
import type { CodeAction as LspCodeAction, CodeActionParams, WorkspaceEdit } from "vscode-languageserver";
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

/** What finds an action again when its edits are asked for. */
interface Offer {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly person: string | undefined;
  readonly index: number;
}

/** An editor may ask for an action that is not ours, or that it has put together itself. */
function isOffer(data: unknown): data is Offer {
  if (typeof data !== "object" || data === null) return false;
  const { uri, version, range, index } = data as Partial<Record<keyof Offer, unknown>>;
  return typeof uri === "string" && typeof version === "number" && Range.is(range) && typeof index === "number";
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

/**
 * Nothing is done to a text that has changed since, nor for somebody else than was shown. Also without an edit there may be other actions
 * now, since a target or a used file is known better or tests have run: what is done is what was offered by that name, or nothing.
 */
function resolve(session: Session, action: LspCodeAction): LspCodeAction {
  const data: unknown = action.data;
  if (!isOffer(data)) return action;
  const { uri, version, range, person, index } = data;
  const asked = askedWithin(session, { textDocument: { uri }, range });
  if (asked?.document.version !== version || session.person?.name !== person) return action;
  const found = actionsFor(asked.document, asked.start, asked.end, session.person)[index];
  if (found === undefined || found.kind !== action.kind || session.voice.plain(found.title) !== action.title) return action;
  return { ...action, edit: toEdit(asked.document, found) };
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
