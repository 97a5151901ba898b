import type { Diagnostic, Severity } from "#analysis/diagnostic";
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
export function asText(files: readonly CheckedFile[]): string {
  const lines = files.flatMap(({ file, diagnostics }) => {
    return diagnostics
      .map(report)
      .map(({ line, column, severity, code, message }) => `${file}:${line}:${column} ${severity} ${code} ${message}`);
  });
  const subject = files.length === 1 ? (files[0]?.file ?? "") : `${files.length} files`;
  return `${[...lines, `${subject}: ${counts(files)}`].join("\n")}\n`;
}

/** `1 error, 2 warnings`; hints only when there are any. */
export function counts(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity): number => all.filter((diagnostic) => diagnostic.severity === severity).length;
  const hints = count("hint") === 0 ? [] : [plural(count("hint"), "hint")];
  return [plural(count("error"), "error"), plural(count("warning"), "warning"), ...hints].join(", ");
}

export function asJson(files: readonly CheckedFile[]): string {
  return `${JSON.stringify({ files: files.map(({ file, diagnostics }) => ({ file, diagnostics: diagnostics.map(report) })) }, null, 2)}\n`;
}

/** SARIF 2.1.0 (OASIS), as code scanning services read it. */
export function asSarif(files: readonly CheckedFile[]): string {
  const codes = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  const levels = { error: "error", warning: "warning", hint: "note" } as const;
  const results = files.flatMap(({ file, diagnostics }) => {
    return diagnostics.map(report).map(({ code, severity, message, line, column, endLine, endColumn }) => ({
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: levels[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(file.replaceAll("\\", "/")) },
            region: { startLine: line, startColumn: column, endLine, endColumn },
          },
        },
      ],
    }));
  });
  const driver = { name: "scimmap", version, rules: codes.map((id) => ({ id })) };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Workflow commands of GitHub Actions: annotations beside the changed lines. */
export function asGitHub(files: readonly CheckedFile[]): string {
  const commands = { error: "error", warning: "warning", hint: "notice" } as const;
  const lines = files.flatMap(({ file, diagnostics }) => {
    return diagnostics.map(report).map(({ code, severity, message, line, column, endLine, endColumn }) => {
      const place = `file=${escapeProperty(file)},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${escapeProperty(code)}`;
      return `::${commands[severity]} ${place}::${escapeData(message)}\n`;
    });
  });
  return lines.join("");
}

function report({ code, severity, message, place, endLine, endColumn }: Diagnostic): ReportedDiagnostic {
  return { code, severity, message, line: place.line + 1, column: place.column + 1, endLine: endLine + 1, endColumn: endColumn + 1 };
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
