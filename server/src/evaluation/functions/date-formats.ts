import { personal, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { asItIs, ofRecord } from "../of-record.ts";
import { readDateFormat } from "../dot-net-date-format.ts";
import type { DateFormat, FormatPart } from "../dot-net-date-format.ts";
import { parseMoment, unparsable } from "../dot-net-date-parse.ts";
import { printMoment } from "../dot-net-date-print.ts";
import type { Evaluation, Run } from "../run.ts";
import { isStop, problem, unknown } from "../value.ts";
import type { Stop, Value } from "../value.ts";
import { expressionAt, nullForNull, textArgument } from "./builder.ts";
import type { Builders, Position, PreparedCall } from "./builder.ts";

/** The one function over .NET date formats. */
export const dateFormatFunctions = { FormatDateTime: formatDateTime } satisfies Partial<Builders>;

function formatDateTime(call: PreparedCall<4>): Evaluation {
  const source = textArgument(call, 0);
  const styles = textArgument(call, 1);
  const inputOf = formatArgument(call, 2);
  const outputOf = formatArgument(call, 3);
  return (run) => {
    const text = source(run);
    if (isStop(text)) return text;
    const style = styles(run);
    if (isStop(style)) return style;
    if (style !== null && style !== "")
      return unknown("undocumented", say`FormatDateTime cannot be computed here with the styles "${personal(style)}".`);
    const input = inputOf(run);
    if ("kind" in input) return input;
    const output = outputOf(run);
    if ("kind" in output) return output;
    return text === null ? nullForNull(run) : reformat(run, call, text, input, output);
  };
}

function reformat(run: Run, call: PreparedCall, text: string, input: readonly FormatPart[], output: readonly FormatPart[]): Value {
  const construct = unparsable(input);
  if (construct !== undefined) return notExact(construct);
  const moment = parseMoment(input, text);
  if (moment === undefined)
    return problem(call.range, say`FormatDateTime cannot read "${personal(text)}", because it does not fit the input format.`);
  // What an offset does to the printed time depends on the service's time zone, which is taken to be UTC.
  if (hasZone(input) || hasZone(output)) run.inferred = true;
  return printMoment(output, moment);
}

function hasZone(parts: readonly FormatPart[]): boolean {
  return parts.some((part) => part.kind === "field" && (part.letter === "z" || part.letter === "K"));
}

/** A format written as a text is read while the expression is prepared. */
function formatArgument(call: PreparedCall<4>, index: Position<4>): (run: Run) => readonly FormatPart[] | Stop {
  const expression = expressionAt(call, index);
  const range = expression?.range ?? call.range;
  if (expression?.kind === "text") {
    const format = orStop(readDateFormat(expression.value), asItIs);
    return () => format;
  }
  const source = textArgument(call, index);
  return (run) => {
    const text = source(run);
    return isStop(text) ? text : orStop(readDateFormat(text ?? ""), ofRecord);
  };

  function orStop(format: DateFormat, whose: (part: Sentence) => Sentence): readonly FormatPart[] | Stop {
    if (format.kind === "invalid") return problem(range, say`This is not a .NET date format: ${whose(format.reason)}.`);
    return format.kind === "unsupported" ? notExact(whose(format.construct)) : format.parts;
  }
}

function notExact(construct: Sentence): Stop {
  return unknown("date-format-not-run", say`FormatDateTime cannot compute ${construct} exactly as .NET does.`);
}
