import type { FunctionBuilder } from "./builder.ts";
import { choiceFunctions } from "./choice.ts";
import { replaceFunctions } from "./replace.ts";
import { roleFunctions } from "./roles.ts";
import { substringFunctions } from "./substrings.ts";
import { textFunctions } from "./texts.ts";

/** What each function does, by its name on the reference page. */
export const builders: ReadonlyMap<string, FunctionBuilder> = new Map(
  [textFunctions, substringFunctions, choiceFunctions, replaceFunctions, roleFunctions].flatMap((family) => Object.entries(family)),
);

/** Names of the functions that yield values; every other one yields an unknown that names it. */
export const builtFunctions: ReadonlySet<string> = new Set(builders.keys());
