import { say } from "#base/sentence";
import type { Evaluation } from "../run.ts";
import { isStop, singleText, texts, truth, unknown } from "../value.ts";
import { isTrue } from "./choice.ts";
import { givenValue, severalValues, textArgument } from "./builder.ts";
import type { Builders, PreparedCall } from "./builder.ts";

/** Functions that ask what kind of value there is, or let it pass. */
export const presenceFunctions = {
  CBool: toBoolean,
  CStr: (call) => textArgument(call, 0),
  IgnoreFlowIfNullOrEmpty: ignoreEmpty,
  IsNothing: isNull,
  IsNull: isNull,
  IsString: isString,
  // The value flows unchanged; only Entra's logs hide it.
  Redact: (call) => givenValue(call, 0),
} satisfies Partial<Builders>;

function isNull(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    return isStop(value) ? value : truth(value === null);
  };
}

/** Only for a text do documents show an answer. */
function isString(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    if (isStop(value)) return value;
    return typeof value === "string" ? truth(true) : unknown("several-values", say`Entra documents IsString for a single text only.`);
  };
}

function toBoolean(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    if (isStop(value)) return value;
    const text = singleText(value);
    return text === undefined ? severalValues("CBool") : truth(isTrue(run, text));
  };
}

function ignoreEmpty(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    if (isStop(value)) return value;
    return texts(value) === null || singleText(value) === "" ? { kind: "flow", flow: "ignored" } : value;
  };
}
