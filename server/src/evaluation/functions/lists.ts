import { personal, say } from "#base/sentence";
import type { Evaluation, Run } from "../run.ts";
import { isStop, numberOf, problem, texts } from "../value.ts";
import type { Stop } from "../value.ts";
import { givenValue, integerArgument, nullForNull } from "./builder.ts";
import type { Builders, PreparedCall } from "./builder.ts";

/** Functions over multi-valued attributes. A single value counts as a list of one, which is our decision. */
export const listFunctions = {
  Count: count,
  Item: item,
  RemoveDuplicates: removeDuplicates,
} satisfies Partial<Builders>;

function count(call: PreparedCall<1>): Evaluation {
  const source = listArgument(call);
  return (run) => {
    const list = source(run);
    return "kind" in list ? list : numberOf(list.length);
  };
}

function item(call: PreparedCall<2>): Evaluation {
  const source = listArgument(call);
  const position = integerArgument(call, 1);
  return (run) => {
    const list = source(run);
    if ("kind" in list) return list;
    const index = position(run);
    if (typeof index !== "number") return index;
    return list[index - 1] ?? problem(call.range, say`Item counts from 1, and there is no value ${personal(index)} among ${list.length}.`);
  };
}

/** First occurrences stay in their order. */
function removeDuplicates(call: PreparedCall<1>): Evaluation {
  const source = listArgument(call);
  return (run) => {
    const list = source(run);
    if ("kind" in list) return list;
    if (list.length === 0) return nullForNull(run);
    const different = [...new Set(list)];
    // Whether case tells values apart is not documented.
    if (new Set(different.map((text) => text.toLowerCase())).size < different.length) run.inferred = true;
    return different;
  };
}

function listArgument(call: PreparedCall<1> | PreparedCall<2>): (run: Run) => readonly string[] | Stop {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    if (isStop(value)) return value;
    const given = texts(value);
    if (typeof given === "object" && given !== null) return given;
    run.inferred = true;
    return given === null ? [] : [given];
  };
}
