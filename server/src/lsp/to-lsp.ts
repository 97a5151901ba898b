import { DiagnosticSeverity } from "vscode-languageserver";
import type { Diagnostic as LspDiagnostic, DiagnosticRelatedInformation } from "vscode-languageserver";
import type { Diagnostic, Related, Severity } from "#analysis/diagnostic";
import { positionOf } from "#syntax/parse";
import type { DocumentTree } from "#syntax/parse";
import type { Voice } from "./voice.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as editors take it, in the editor's language. */
export function toDiagnostic(uri: string, tree: DocumentTree | undefined, diagnostic: Diagnostic, voice: Voice): LspDiagnostic {
  const { place, endLine, endColumn, related } = diagnostic;
  return {
    range: { start: { line: place.line, character: place.column }, end: { line: endLine, character: endColumn } },
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    source: "scimmap",
    message: voice.plain(diagnostic.message),
    ...(related === undefined ? {} : { relatedInformation: related.map((other) => toRelated(uri, tree, other, voice)) }),
  };
}

function toRelated(uri: string, tree: DocumentTree | undefined, { message, place }: Related, voice: Voice): DiagnosticRelatedInformation {
  const start = { line: place.line, character: place.column };
  const statement = place.file.name === uri ? tree?.statements.at(place.statement) : undefined;
  const end = tree === undefined || statement === undefined ? start : positionOf(tree, statement, place.range.end);
  return { message: voice.plain(message), location: { uri: place.file.name, range: { start, end } } };
}
