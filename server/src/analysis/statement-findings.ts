import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { BoundStatement } from "#model/binding";
import type { Details, Rule, StatementKind, StatementRule } from "./rule.ts";
import { statementRules } from "./rules/index.ts";

/** Something that a rule found, in a statement or a line; where that stands is said when findings are collected. */
export interface Finding extends Details {
  readonly rule: Rule;
  readonly range: TextRange;
  readonly message: Sentence;
}

/** What the rules about statements find in one. It is looked for once, and kept as long as the statement is. */
export function findingsIn(statement: BoundStatement): readonly Finding[] {
  let found = known.get(statement);
  if (found === undefined) known.set(statement, (found = check(statement)));
  return found;
}

const known = new WeakMap<BoundStatement, readonly Finding[]>();

const none: readonly Finding[] = [];

function check(statement: BoundStatement): readonly Finding[] {
  let found: Finding[] | undefined;
  for (const rule of rulesFor(statement.node.kind))
    rule.check(statement, (range, message, details) => (found ??= []).push({ rule, range, message, ...details }));
  return found ?? none;
}

/** Most rules look at few kinds of statements. */
function rulesFor(kind: StatementKind): readonly StatementRule[] {
  let rules = byKind.get(kind);
  if (rules === undefined) byKind.set(kind, (rules = statementRules.filter(({ of }) => of?.includes(kind) ?? true)));
  return rules;
}

const byKind = new Map<StatementKind, readonly StatementRule[]>();
