import type { FunctionBuilder } from "./builder.ts";
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

const families = [
  textFunctions,
  substringFunctions,
  choiceFunctions,
  presenceFunctions,
  listFunctions,
  encodingFunctions,
  dateFunctions,
  dateFormatFunctions,
  replaceFunctions,
  roleFunctions,
  otherEngineFunctions,
];

/** What each function does, by its name on the reference page. */
export const builders: ReadonlyMap<string, FunctionBuilder> = new Map(families.flatMap((family) => Object.entries(family)));

/** Functions that choose or cut: what they yield is never longer than the longest of their arguments. */
export const neverLonger: ReadonlySet<string> = new Set([choiceFunctions, presenceFunctions, substringFunctions].flatMap(Object.keys));

/** Names of the functions that yield values; every other one yields an unknown that names it. */
export const builtFunctions: ReadonlySet<string> = new Set(builders.keys());

const reasons: Readonly<Record<string, string>> = {
  DefaultDomain: "DefaultDomain() depends on the tenant, which the preview does not ask.",
  Guid: "Guid() gives another value in every run.",
  RandomString: "RandomString() gives another value in every run.",
  SelectUniqueValue: "SelectUniqueValue() depends on what the target already uses, and Entra does not support it for SCIM applications.",
};

/** Why a function that is not built yields no value: a sentence that names it. */
export function whyNotBuilt(name: string): string {
  return reasons[name] ?? `This preview cannot compute ${name}().`;
}
