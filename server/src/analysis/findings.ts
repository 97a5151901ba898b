import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { BoundStatement } from "#model/binding";
import { byKind } from "./rule.ts";
import type { Details, Report, Rule } from "./rule.ts";
import { lineRules, statementRules } from "./rules/index.ts";

/** Something that a rule found, in a statement or a line; where that stands is said when findings are collected. */
export interface Finding extends Details {
  readonly rule: Rule;
  readonly range: TextRange;
  readonly message: Sentence;
}

const rulesFor = byKind(statementRules);

const none: readonly Finding[] = [];

/** What the rules about statements find in one. */
export function checkStatement(statement: BoundStatement): readonly Finding[] {
  const rules = rulesFor(statement.node.kind);
  let found: Finding[] | undefined;
  let at = 0;
  // One function for all rules: most of them find nothing.
  const report: Report = (range, message, details) => {
    const rule = rules[at];
    if (rule !== undefined) (found ??= []).push({ rule, range, message, ...details });
  };
  for (; at < rules.length; at++) rules[at]?.check(statement, report);
  return found ?? none;
}

/** What the rules about lines find in one. */
export function checkLine(line: string): readonly Finding[] {
  let found: Finding[] | undefined;
  for (const rule of lineRules) rule.check(line, (range, message) => (found ??= []).push({ rule, range, message }));
  return found ?? none;
}
