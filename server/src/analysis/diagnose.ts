import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { Binding } from "#model/binding";
import { positionOf, type LinePosition } from "#syntax/parse";
import { allowedBy } from "./allow-comments.ts";
import type { Diagnostic, Fix, Related, Severity } from "./diagnostic.ts";
import type { Details, FactDetails, FileRule, PlacedStatement, Rule } from "./rule.ts";
import { fileRules } from "./rules/index.ts";
import { DocumentIndex } from "./document-index.ts";

/** Severity by code, or `off`; codes that are not named keep their own. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/**
 * Everything the rules say about a file, in the order of its text. `more` are rules that another layer knows,
 * `known` what is known of an earlier state of it.
 */
export function diagnose(
  binding: Binding,
  settings: RuleSettings = {},
  more: readonly FileRule[] = [],
  known = new DocumentIndex(),
): readonly Diagnostic[] {
  const collector = new Collector(binding, settings);
  collector.readStatements(known);
  collector.readLines(known);
  collector.readFile([...fileRules, ...more]);
  return collector.diagnostics();
}

/** What some rules say about a whole file. */
export function diagnoseFile(binding: Binding, settings: RuleSettings, rules: readonly FileRule[]): readonly Diagnostic[] {
  const collector = new Collector(binding, settings);
  collector.readFile(rules);
  return collector.diagnostics();
}

/** Turns what rules found into diagnostics: only here do they get lines and columns. */
class Collector {
  readonly #binding: Binding;
  readonly #settings: RuleSettings;
  readonly #found: Diagnostic[] = [];

  constructor(binding: Binding, settings: RuleSettings) {
    this.#binding = binding;
    this.#settings = settings;
  }

  readStatements(known: DocumentIndex): void {
    for (const [index, findings] of known.inStatements(this.#binding))
      for (const { rule, range, message, ...details } of findings) this.#add(rule, index, range, message, details);
    for (const [rule, subject] of known.subjects(this.#binding))
      rule.check(subject, (at, range, message, details) => this.#add(rule, at.index, range, message, details));
  }

  readLines(known: DocumentIndex): void {
    for (const [line, findings] of known.inLines(this.#binding.tree))
      for (const { rule, range, message } of findings)
        this.#push(rule, -1, range, positionIn(line, range.start), positionIn(line, range.end), message);
  }

  readFile(rules: readonly FileRule[]): void {
    for (const rule of rules)
      if (!this.#isOff(rule))
        rule.check(this.#binding, (index, range, message, details) => this.#add(rule, index, range, message, details));
  }

  diagnostics(): readonly Diagnostic[] {
    const allowed = allowedBy(this.#binding.tree);
    return this.#found.filter(({ code, place }) => !allowed(code, place)).sort(inTextOrder);
  }

  #isOff({ code }: Rule): boolean {
    return this.#settings[code] === "off";
  }

  #add(rule: Rule, index: number, range: TextRange, message: Sentence, details: FactDetails = {}): void {
    this.#push(rule, index, range, this.#position(index, range.start), this.#position(index, range.end), message, details);
  }

  #push(
    rule: Rule,
    statement: number,
    range: TextRange,
    start: LinePosition,
    end: LinePosition,
    message: Sentence,
    { severity = rule.severity, related, fix }: FactDetails = {},
  ): void {
    const chosen = this.#settings[rule.code];
    if (chosen === "off") return;
    this.#found.push({
      code: rule.code,
      severity: chosen ?? severity,
      message,
      place: { file: this.#binding.file, statement, range, line: start.line, column: start.character },
      endLine: end.line,
      endColumn: end.character,
      related: related === undefined ? undefined : [this.#related(related)],
      fix: fix === undefined ? undefined : this.#fix(statement, fix),
    });
  }

  #related({ message, at, range }: NonNullable<FactDetails["related"]>): Related {
    const { line, character } = this.#position(at.index, range.start);
    return { message, place: { file: this.#binding.file, statement: at.index, range, line, column: character } };
  }

  #fix(statement: number, { range, text }: NonNullable<Details["fix"]>): Fix {
    return { start: this.#position(statement, range.start), end: this.#position(statement, range.end), text };
  }

  #position(index: PlacedStatement["index"], offset: number): LinePosition {
    const { tree } = this.#binding;
    const statement = tree.statements.at(index);
    return statement === undefined ? { line: 0, character: 0 } : positionOf(tree, statement, offset);
  }
}

function positionIn(line: number, character: number): LinePosition {
  return { line, character };
}

function inTextOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.code, b.code) ||
    compareText(keyOf(a.message), keyOf(b.message))
  );
}

/** Two findings of one code at one place stand in an order that does not depend on the rules'. */
function keyOf({ pattern, parts }: Sentence): string {
  return pattern + JSON.stringify(parts);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
