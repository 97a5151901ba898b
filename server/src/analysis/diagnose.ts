import type { Binding } from "#model/binding";
import { positionOf, type DocumentTree, type LinePosition } from "#syntax/parse";
import type { Diagnostic, Fix, Severity } from "./diagnostic.ts";
import { allowedBy } from "./allow-comments.ts";
import type { Details, Report, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** Severity by code, or `off`; codes that are not named keep their own. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/** Everything the rules say about a file, in the order of its text. `asked` are other rules than those that only read, or more of them. */
export function diagnose(binding: Binding, settings: RuleSettings = {}, asked: readonly Rule[] = rules): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of asked) {
    if (settings[rule.code] === "off") continue;
    rule.check(binding, collector(binding, rule, settings, found));
  }
  const allowed = allowedBy(binding.tree);
  return found.filter((diagnostic) => !allowed(diagnostic.code, diagnostic.place)).sort(inTextOrder);
}

function collector(binding: Binding, rule: Rule, settings: RuleSettings, found: Diagnostic[]): Report {
  const { tree, file } = binding;
  const chosen = settings[rule.code];
  const add = (
    statement: number,
    range: { start: number; end: number },
    start: LinePosition,
    end: LinePosition,
    message: string,
    { related, severity = rule.severity, fix }: Details,
  ): void => {
    found.push({
      code: rule.code,
      severity: chosen === undefined || chosen === "off" ? severity : chosen,
      message,
      place: { file, statement, range, line: start.line, column: start.character },
      endLine: end.line,
      endColumn: end.character,
      related: related === undefined ? undefined : [related],
      fix: fix === undefined ? undefined : placeFix(tree, statement, fix),
    });
  };
  return {
    at(index, range, message, details = {}) {
      const statement = tree.statements[index]!;
      add(index, range, positionOf(tree, statement, range.start), positionOf(tree, statement, range.end), message, details);
    },
    inLine(line, start, end, message) {
      add(-1, { start, end }, { line, character: start }, { line, character: end }, message, {});
    },
  };
}

function placeFix(tree: DocumentTree, index: number, { range, text }: NonNullable<Details["fix"]>): Fix {
  const statement = tree.statements[index]!;
  return { start: positionOf(tree, statement, range.start), end: positionOf(tree, statement, range.end), text };
}

function inTextOrder(a: Diagnostic, b: Diagnostic): number {
  return a.place.line - b.place.line || a.place.column - b.place.column || compareText(a.code, b.code) || compareText(a.message, b.message);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
