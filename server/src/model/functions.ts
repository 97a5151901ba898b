import { phrase } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { FunctionSignature } from "./function-signature.ts";
import { conditionFunctions } from "./function-tables/conditions.ts";
import { conversionFunctions } from "./function-tables/conversions.ts";
import { dateFunctions } from "./function-tables/dates.ts";
import { listFunctions } from "./function-tables/lists.ts";
import { otherEngineFunctions } from "./function-tables/other-engines.ts";
import { roleFunctions } from "./function-tables/roles.ts";
import { textFunctions } from "./function-tables/text.ts";

export type { Arm, FunctionExample, FunctionSignature, Parameter, Yield } from "./function-signature.ts";

/** One row for each function; its type knows their names. */
const table = [
  ...textFunctions,
  ...conditionFunctions,
  ...dateFunctions,
  ...listFunctions,
  ...conversionFunctions,
  ...roleFunctions,
  ...otherEngineFunctions,
];

/** Every mapping function that is documented anywhere, those of the app provisioning page first. */
export const functions: readonly FunctionSignature[] = table;

type Row = (typeof table)[number];

/** Names of the functions whose value depends on the record alone: `evaluation` has to compute every one of them. */
export type ComputedFunction = Extract<Row, { readonly unknownBecause?: never }>["name"];

/** How many arguments a function takes at most; `number` where there is no limit. */
export type FunctionArity<Name extends Row["name"]> = Exclude<Extract<Row, { readonly name: Name }>["maxArguments"], undefined>;

const byName: ReadonlyMap<string, FunctionSignature> = new Map(functions.map((signature) => [signature.name.toLowerCase(), signature]));

/** The function of that name. Names are case-sensitive: one that differs in case is found with `exactCase` false. */
export function findFunction(name: string): { readonly signature: FunctionSignature; readonly exactCase: boolean } | undefined {
  const signature = byName.get(name.toLowerCase());
  return signature === undefined ? undefined : { signature, exactCase: signature.name === name };
}

/** Words an expression may use without quotes, and what each means. */
export const bareWords: ReadonlyMap<string, Sentence> = new Map([
  ["IgnoreAttributeFlow", phrase("Leaves the target attribute out of this request, so the target keeps what it has.")],
  ["IgnoreObjectFlow", phrase("Leaves the whole object out of this cycle; documented for inbound provisioning to Active Directory only.")],
  ["vbTextCompare", phrase("Makes InStr ignore upper and lower case.")],
  ["vbBinaryCompare", phrase("Makes InStr tell upper from lower case.")],
  ["UTF8", phrase("Makes ConvertFromBase64 read the bytes as UTF-8.")],
  ["ASCII", phrase("Makes ConvertFromBase64 read the bytes as ASCII.")],
  ["Unicode", phrase("Makes ConvertFromBase64 read the bytes as UTF-16, as it does without being told.")],
]);
