import { asCode, own, phrase, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { paragraph, title } from "./block.ts";
import type { Description } from "./block.ts";

/** A comparison of SCIM filters (RFC 7644 §3.4.2.2), and of scoping filters. */
export interface OperatorDescription {
  readonly name: string;
  readonly meaning: Sentence;
  /** What Entra calls it in a scoping filter; undefined where it cannot be said there. */
  readonly scoping: Sentence | undefined;
}

/** In the order people need them. */
export const operators: readonly OperatorDescription[] = [
  { name: "eq", meaning: phrase("Equal to the value."), scoping: phrase("EQUALS, and IS TRUE or IS FALSE for a Boolean") },
  { name: "ne", meaning: phrase("Different from the value."), scoping: phrase("NOT EQUALS") },
  { name: "co", meaning: phrase("Contains the text."), scoping: phrase("Includes") },
  { name: "sw", meaning: phrase("Begins with the text."), scoping: phrase("REGEX MATCH with a pattern that begins with ^") },
  { name: "ew", meaning: phrase("Ends with the text."), scoping: phrase("ENDS_WITH") },
  { name: "pr", meaning: phrase("Has a value at all. Nothing follows it."), scoping: phrase("IS NOT NULL") },
  { name: "gt", meaning: phrase("Greater than the value, or later."), scoping: phrase("Greater_Than, for whole numbers") },
  { name: "ge", meaning: phrase("Greater than the value or equal to it."), scoping: phrase("Greater_Than_OR_EQUALS, for whole numbers") },
  { name: "lt", meaning: phrase("Less than the value, or earlier."), scoping: undefined },
  { name: "le", meaning: phrase("Less than the value or equal to it."), scoping: undefined },
];

/** Only scoping filters have it. */
export const matchesOperator: OperatorDescription = {
  name: "matches",
  meaning: phrase("Fits a regular expression. Whether the whole value has to fit is not documented: write ^ and $."),
  scoping: phrase("REGEX MATCH"),
};

/** What an operator means, and in a scoping filter what Entra calls it; undefined for what is none. */
export function describeOperator(name: string, scoping: boolean): Description | undefined {
  const wanted = name.toLowerCase();
  const found = [...operators, matchesOperator].find((operator) => operator.name === wanted);
  if (found === undefined) return undefined;
  return [title(asCode(own(found.name)), say`operator`), ...paragraph(found.meaning), ...(scoping ? paragraph(entraName(found)) : [])];
}

function entraName({ scoping }: OperatorDescription): Sentence {
  return scoping === undefined ? say`Entra's scoping filters cannot say it.` : say`Entra's name in a scoping filter: ${scoping}.`;
}
