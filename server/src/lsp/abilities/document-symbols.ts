import { SymbolKind as LspSymbolKind } from "vscode-languageserver";
import type { DocumentSymbol } from "vscode-languageserver";
import { documentSymbols as outlineOf } from "#features/document-symbols";
import type { OutlineEntry, SymbolKind } from "#features/document-symbols";
import type { Ability } from "../ability.ts";
import { askedAbout } from "../asked.ts";
import type { Voice } from "../voice.ts";

/** The outline. */
export const documentSymbols: Ability = {
  capabilities: { documentSymbolProvider: true },
  register(session) {
    session.connection.onDocumentSymbol(
      session.answer("documentSymbol", (params) => {
        const snapshot = askedAbout(session, params);
        return snapshot === undefined ? null : outlineOf(snapshot).map((entry) => toSymbol(entry, session.voice));
      }),
    );
  },
};

const kinds: Readonly<Record<SymbolKind, LspSymbolKind>> = {
  provision: LspSymbolKind.Package,
  environment: LspSymbolKind.Namespace,
  schema: LspSymbolKind.Module,
  source: LspSymbolKind.Struct,
  attribute: LspSymbolKind.Property,
  let: LspSymbolKind.Variable,
  map: LspSymbolKind.Class,
  filter: LspSymbolKind.Boolean,
  mapping: LspSymbolKind.Field,
  test: LspSymbolKind.Method,
};

function toSymbol(entry: OutlineEntry, voice: Voice): DocumentSymbol {
  return {
    name: voice.plain(entry.name),
    detail: voice.plain(entry.detail),
    kind: kinds[entry.kind],
    range: { start: entry.start, end: entry.end },
    selectionRange: { start: entry.selectionStart, end: entry.selectionEnd },
    children: entry.children.map((child) => toSymbol(child, voice)),
  };
}
