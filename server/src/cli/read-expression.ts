import { say } from "#base/sentence";
import type { Part } from "#base/sentence";
import { bindExpression } from "#model/bind-expression";
import type { Expression } from "#model/expression";
import { parse } from "#syntax/parse";

/** A finding about a text on its own; offsets in UTF-16 units, `end` exclusive. */
export interface TextProblem {
  readonly code: string;
  readonly message: Part;
  readonly start: number;
  readonly end: number;
}

/** What was read of an expression, and what is wrong with it. */
export interface ExpressionReading {
  /** Undefined when nothing could be read. */
  readonly expression: Expression | undefined;
  readonly problems: readonly TextProblem[];
}

/** A mapping expression is what stands behind the `=` of a `let`, so it is read as one and means the same. */
const head = "let expression = ";

/** Reads one mapping expression. Line breaks count as spaces. Never throws. */
export function readExpression(text: string): ExpressionReading {
  const tree = parse(head + text.replace(/[\r\n]/g, " "));
  const [statement, ...others] = tree.statements;
  const problems = (statement?.parsed.problems ?? []).map(({ code, message, range }) => at(range.start, range.end, code, message));
  if (others.length > 0 || tree.problems.length > 0) {
    problems.push(
      at(
        head.length,
        head.length + text.length,
        "syntax",
        say`This is more than one expression. Leave out '{', '}' and what follows the expression.`,
      ),
    );
  }
  const node = statement?.parsed.node;
  const written = node?.kind === "Let" ? node.expression : undefined;
  // No let is known: `[expression]` is an attribute like any other.
  return { expression: written && bindExpression(written, new Map()), problems };
}

/** Turns an offset of the statement into one of the expression. */
export function inExpression(offset: number): number {
  return Math.max(0, offset - head.length);
}

function at(start: number, end: number, code: string, message: Part): TextProblem {
  return { code, message, start: inExpression(start), end: inExpression(end) };
}
