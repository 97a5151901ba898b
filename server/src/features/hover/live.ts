import type { Description } from "#describe/block";
import { covers } from "#base/text-range";
import type { TextRange } from "#base/text-range";
import { walkExpression } from "#model/bind-expression";
import type { Expression } from "#model/expression";
import { walkFilter } from "#scim/filter/walk";
import { describeShown, showAttribute, showLive, showOutcome, showTruth } from "#describe/live-value";
import type { ShownValue } from "#describe/live-value";
import { liveValues } from "#testing/live-values";
import type { LiveValues } from "#testing/live-values";
import type { SamplePerson } from "#testing/sample-person";
import type { PieceScope } from "./piece.ts";

/** The part of a statement under an offset, and what the sample person gets of it. */
export interface LivePart {
  readonly range: TextRange;
  /** The whole statement: said only beside something else that is said there. */
  readonly whole: boolean;
  readonly description: Description;
}

/** The innermost part under an offset that has a value, else the whole statement; undefined where the person gets nothing of it. */
export function livePart(scope: PieceScope, offset: number, person: SamplePerson): LivePart | undefined {
  const values = liveValues(scope.snapshot, person);
  const part = partOf(scope, offset, values);
  if (part !== undefined) return part.shown && { range: part.range, whole: false, description: describeShown(person.name, part.shown) };
  const live = values.ofStatement(scope.statement);
  return live && { range: scope.statement.parsed.node.range, whole: true, description: describeShown(person.name, showLive(live)) };
}

interface Part {
  readonly range: TextRange;
  readonly shown: ShownValue | undefined;
}

/** Undefined when the offset is in none. */
function partOf({ snapshot, statement }: PieceScope, offset: number, values: LiveValues): Part | undefined {
  const { node } = statement.parsed;
  const bound = snapshot.binding().statements.get(statement.index);
  if (node.kind === "Where") {
    const name = innermost(bound?.sourceNames ?? [], offset);
    if (name !== undefined) {
      const value = values.ofAttribute(statement, name.text);
      return { range: name.range, shown: value === undefined ? undefined : showAttribute(value) };
    }
    const filter = node.filter === undefined ? undefined : innermost([...walkFilter(node.filter)], offset);
    const result = filter && values.ofFilter(statement, filter);
    return filter && { range: filter.range, shown: result && showTruth(result) };
  }
  const expression = bound?.expression && innermost(walkExpression(bound.expression).filter(hasValue), offset);
  const outcome = expression && values.ofExpression(statement, expression);
  return expression && { range: expression.range, shown: outcome && showOutcome(outcome) };
}

/** Bare words only mean something to the call around them. */
function hasValue({ kind }: Expression): boolean {
  return kind !== "word" && kind !== "missing";
}

/** The last of several is the deepest; one that only ends at the offset counts if no other is there. */
function innermost<Part extends { readonly range: TextRange }>(parts: readonly Part[], offset: number): Part | undefined {
  const touching = parts.filter(({ range }) => covers(range, offset));
  return touching.findLast(({ range }) => offset < range.end) ?? touching.at(-1);
}
