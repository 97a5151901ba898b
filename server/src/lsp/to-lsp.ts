import { CompletionItemKind, DiagnosticSeverity, InsertTextFormat, SymbolKind as LspSymbolKind } from "vscode-languageserver";
import type {
  CompletionItem as LspCompletionItem,
  Diagnostic as LspDiagnostic,
  DiagnosticRelatedInformation,
  DocumentSymbol,
  Hover as LspHover,
  Range,
} from "vscode-languageserver";
import type { Diagnostic, Related, Severity } from "#analysis/diagnostic";
import { render } from "#base/render-sentence";
import { plainText } from "#base/surfaces";
import type { TextRange } from "#base/text-range";
import type { CompletionItem, CompletionKind } from "#features/completion";
import type { OutlineEntry, SymbolKind } from "#features/document-symbols";
import type { Hover } from "#features/hover";
import { positionOf } from "#syntax/parse";
import type { DocumentTree, Statement } from "#syntax/parse";

function toRange(tree: DocumentTree, statement: Statement, { start, end }: TextRange): Range {
  return { start: positionOf(tree, statement, start), end: positionOf(tree, statement, end) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(uri: string, tree: DocumentTree | undefined, diagnostic: Diagnostic): LspDiagnostic {
  const { place, endLine, endColumn, related } = diagnostic;
  return {
    range: { start: { line: place.line, character: place.column }, end: { line: endLine, character: endColumn } },
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    source: "scimmap",
    message: render(diagnostic.message, { surface: plainText }),
    ...(related === undefined ? {} : { relatedInformation: related.map((other) => toRelated(uri, tree, other)) }),
  };
}

function toRelated(uri: string, tree: DocumentTree | undefined, { message, place }: Related): DiagnosticRelatedInformation {
  const start = { line: place.line, character: place.column };
  const statement = place.file.name === uri ? tree?.statements.at(place.statement) : undefined;
  const end = tree === undefined || statement === undefined ? start : positionOf(tree, statement, place.range.end);
  return { message: render(message, { surface: plainText }), location: { uri: place.file.name, range: { start, end } } };
}

export function toHover(tree: DocumentTree, { statement, range, markdown }: Hover): LspHover {
  return { contents: { kind: "markdown", value: markdown }, range: toRange(tree, statement, range) };
}

const symbolKinds: Readonly<Record<SymbolKind, LspSymbolKind>> = {
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

export function toDocumentSymbol(entry: OutlineEntry): DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail,
    kind: symbolKinds[entry.kind],
    range: { start: entry.start, end: entry.end },
    selectionRange: { start: entry.selectionStart, end: entry.selectionEnd },
    children: entry.children.map(toDocumentSymbol),
  };
}

const completionKinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  attribute: CompletionItemKind.Field,
  schema: CompletionItemKind.Module,
  source: CompletionItemKind.Property,
  let: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  word: CompletionItemKind.Constant,
  operator: CompletionItemKind.Operator,
  value: CompletionItemKind.Value,
  setting: CompletionItemKind.Property,
  type: CompletionItemKind.Class,
  keyword: CompletionItemKind.Keyword,
  block: CompletionItemKind.Snippet,
};

/** `index` is the place in the list: editors show items in that order, and name it when they ask for the documentation. */
export function toCompletionItem(item: CompletionItem, index: number): LspCompletionItem {
  const { line, start, end } = item.range;
  return {
    label: item.label,
    kind: completionKinds[item.kind],
    detail: item.detail,
    sortText: String(index).padStart(4, "0"),
    filterText: item.filter,
    insertTextFormat: item.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: { start: { line, character: start }, end: { line, character: end } }, newText: item.insert },
    data: index,
  };
}

export function withDocumentation(item: LspCompletionItem, documentation: string | undefined): LspCompletionItem {
  return documentation === undefined || documentation === ""
    ? item
    : { ...item, documentation: { kind: "markdown", value: documentation } };
}
