import type { FunctionSignature } from "./function-signature.ts";
import { conditionFunctions } from "./function-tables/conditions.ts";
import { conversionFunctions } from "./function-tables/conversions.ts";
import { dateFunctions } from "./function-tables/dates.ts";
import { listFunctions } from "./function-tables/lists.ts";
import { otherEngineFunctions } from "./function-tables/other-engines.ts";
import { roleFunctions } from "./function-tables/roles.ts";
import { textFunctions } from "./function-tables/text.ts";

export type { FunctionExample, FunctionSignature, Parameter } from "./function-signature.ts";

/** Every mapping function that is documented anywhere, those of the app provisioning page first. */
export const functions: readonly FunctionSignature[] = [
  ...textFunctions,
  ...conditionFunctions,
  ...dateFunctions,
  ...listFunctions,
  ...conversionFunctions,
  ...roleFunctions,
  ...otherEngineFunctions,
];

const byName: ReadonlyMap<string, FunctionSignature> = new Map(functions.map((signature) => [signature.name.toLowerCase(), signature]));

/** The function of that name. Names are case-sensitive: one that differs in case is found with `exactCase` false. */
export function findFunction(name: string): { readonly signature: FunctionSignature; readonly exactCase: boolean } | undefined {
  const signature = byName.get(name.toLowerCase());
  return signature === undefined ? undefined : { signature, exactCase: signature.name === name };
}

/** Words an expression may use without quotes, and what each means. */
export const bareWords: ReadonlyMap<string, string> = new Map([
  ["IgnoreAttributeFlow", "Leaves the target attribute out of this request, so the target keeps what it has."],
  ["IgnoreObjectFlow", "Leaves the whole object out of this cycle; documented for inbound provisioning to Active Directory only."],
  ["vbTextCompare", "Makes InStr ignore upper and lower case."],
  ["vbBinaryCompare", "Makes InStr tell upper from lower case."],
  ["UTF8", "Makes ConvertFromBase64 read the bytes as UTF-8."],
  ["ASCII", "Makes ConvertFromBase64 read the bytes as ASCII."],
  ["Unicode", "Makes ConvertFromBase64 read the bytes as UTF-16, as it does without being told."],
]);
