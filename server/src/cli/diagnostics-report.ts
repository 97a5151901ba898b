import type { Diagnostic, Severity } from "#analysis/diagnostic";
import { jsonText } from "#base/json-text";
import { render } from "#base/render-sentence";
import type { Rendering } from "#base/render-sentence";
import { foreign, joined, own, plural, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import { version } from "../../../package.json";

/** A checked file. */
export interface CheckedFile {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A diagnostic as scripts see it; lines and columns from 1, the end exclusive. */
interface ReportedDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** `file:line:column severity code message`, then one line that counts. */
export function asText(files: readonly CheckedFile[], rendering: Rendering): string {
  const lines = files.flatMap(({ file, diagnostics }) => diagnostics.map((diagnostic) => findingLine(file, diagnostic)));
  const subject = files.length === 1 ? foreign(files[0]?.file ?? "") : say`${files.length} files`;
  return [...lines, say`${subject}: ${counts(files)}`].map((line) => `${render(line, rendering)}\n`).join("");
}

function findingLine(file: string, { place, severity, code, message }: Diagnostic): Part {
  return joined([foreign(`${file}:${place.line + 1}:${place.column + 1}`), own(severity), own(code), message], " ");
}

/** `1 error, 2 warnings`; hints only when there are any. */
export function counts(files: readonly CheckedFile[]): Part {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity): number => all.filter((diagnostic) => diagnostic.severity === severity).length;
  const hints = count("hint");
  return joined(
    [
      plural(count("error"), say`1 error`, say`${count("error")} errors`),
      plural(count("warning"), say`1 warning`, say`${count("warning")} warnings`),
      ...(hints === 0 ? [] : [plural(hints, say`1 hint`, say`${hints} hints`)]),
    ],
    ", ",
  );
}

/** What scripts read. */
export function asJson(files: readonly CheckedFile[], rendering: Rendering): string {
  const reported = files.map(({ file, diagnostics }) => ({ file, diagnostics: diagnostics.map((each) => report(each, rendering)) }));
  return `${jsonText({ files: reported }, 2)}\n`;
}

/** SARIF 2.1.0 (OASIS), as code scanning services read it. */
export function asSarif(files: readonly CheckedFile[], rendering: Rendering): string {
  const codes = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  const results = files.flatMap(({ file, diagnostics }) => {
    const uri = encodeURI(file.toWellFormed().replaceAll("\\", "/"));
    return diagnostics.map((each) => sarifResult(uri, codes, report(each, rendering)));
  });
  const driver = { name: "scimmap", version, rules: codes.map((id) => ({ id })) };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${jsonText(log, 2)}\n`;
}

function sarifResult(uri: string, codes: readonly string[], diagnostic: ReportedDiagnostic): object {
  const { code, severity, message, line, column, endLine, endColumn } = diagnostic;
  const levels = { error: "error", warning: "warning", hint: "note" } as const;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
  };
}

/** Workflow commands of GitHub Actions: annotations beside the changed lines. */
export function asGitHub(files: readonly CheckedFile[], rendering: Rendering): string {
  const commands = { error: "error", warning: "warning", hint: "notice" } as const;
  const lines = files.flatMap(({ file, diagnostics }) => {
    const named = escapeProperty(render(foreign(file), rendering));
    return diagnostics.map((each) => {
      const { code, severity, message, line, column, endLine, endColumn } = report(each, rendering);
      return `::${commands[severity]} file=${named},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${code}::${message}\n`;
    });
  });
  return lines.join("");
}

function report({ code, severity, message, place, endLine, endColumn }: Diagnostic, rendering: Rendering): ReportedDiagnostic {
  const position = { line: place.line + 1, column: place.column + 1, endLine: endLine + 1, endColumn: endColumn + 1 };
  return { code, severity, message: render(message, rendering), ...position };
}

/** A property of a workflow command ends at a comma, and its name at a colon; the rest is escaped like data. */
function escapeProperty(text: string): string {
  return text.replaceAll(":", "%3A").replaceAll(",", "%2C");
}
