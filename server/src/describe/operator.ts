import { code, paragraphs, prose } from "./markdown.ts";

/** A comparison of SCIM filters (RFC 7644 §3.4.2.2), and of scoping filters. */
export interface OperatorDescription {
  readonly name: string;
  readonly meaning: string;
  /** What Entra calls it in a scoping filter; undefined where it cannot be said there. */
  readonly scoping: string | undefined;
}

/** In the order people need them. */
export const operators: readonly OperatorDescription[] = [
  { name: "eq", meaning: "Equal to the value.", scoping: "EQUALS, and IS TRUE or IS FALSE for a Boolean" },
  { name: "ne", meaning: "Different from the value.", scoping: "NOT EQUALS" },
  { name: "co", meaning: "Contains the text.", scoping: "Includes" },
  { name: "sw", meaning: "Begins with the text.", scoping: "REGEX MATCH with a pattern that begins with ^" },
  { name: "ew", meaning: "Ends with the text.", scoping: "ENDS_WITH" },
  { name: "pr", meaning: "Has a value at all. Nothing follows it.", scoping: "IS NOT NULL" },
  { name: "gt", meaning: "Greater than the value, or later.", scoping: "Greater_Than, for whole numbers" },
  { name: "ge", meaning: "Greater than the value or equal to it.", scoping: "Greater_Than_OR_EQUALS, for whole numbers" },
  { name: "lt", meaning: "Less than the value, or earlier.", scoping: undefined },
  { name: "le", meaning: "Less than the value or equal to it.", scoping: undefined },
];

/** Only scoping filters have it. */
export const matchesOperator: OperatorDescription = {
  name: "matches",
  meaning: "Fits a regular expression. Whether the whole value has to fit is not documented: write ^ and $.",
  scoping: "REGEX MATCH",
};

export function describeOperator(name: string, scoping: boolean): string | undefined {
  const wanted = name.toLowerCase();
  const found = [...operators, matchesOperator].find((operator) => operator.name === wanted);
  if (found === undefined) return undefined;
  return paragraphs([
    `**${code(found.name)}** operator`,
    prose(found.meaning),
    scoping
      ? prose(
          found.scoping === undefined ? "Entra's scoping filters cannot say it." : `Entra's name in a scoping filter: ${found.scoping}.`,
        )
      : undefined,
  ]);
}
