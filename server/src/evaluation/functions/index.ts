import type { Builders, FunctionBuilder } from "./builder.ts";
import { choiceFunctions } from "./choice.ts";
import { dateFormatFunctions } from "./date-formats.ts";
import { dateFunctions } from "./dates.ts";
import { encodingFunctions } from "./encodings.ts";
import { listFunctions } from "./lists.ts";
import { otherEngineFunctions } from "./other-engines.ts";
import { presenceFunctions } from "./presence.ts";
import { replaceFunctions } from "./replace.ts";
import { roleFunctions } from "./roles.ts";
import { substringFunctions } from "./substrings.ts";
import { textFunctions } from "./texts.ts";

/** Together they are all that the table promises: a function without an implementation does not compile. */
const families: Builders = {
  ...textFunctions,
  ...substringFunctions,
  ...choiceFunctions,
  ...presenceFunctions,
  ...listFunctions,
  ...encodingFunctions,
  ...dateFunctions,
  ...dateFormatFunctions,
  ...replaceFunctions,
  ...roleFunctions,
  ...otherEngineFunctions,
};

/** What each function does, by its name on the reference page. Whoever calls one has checked the number of arguments against the table. */
export const builders: ReadonlyMap<string, FunctionBuilder> = new Map(Object.entries(families) as [string, FunctionBuilder][]);

/** Functions that choose or cut: what they yield is never longer than the longest of their arguments. */
export const neverLonger: ReadonlySet<string> = new Set([choiceFunctions, presenceFunctions, substringFunctions].flatMap(Object.keys));
