import { readFileSync } from "node:fs";
import type { SourceValue } from "#model/source-record";

/** One function of the reference collection, as far as tests and the function page read it. */
export interface ReferenceFunction {
  readonly name: string;
  readonly examples: readonly ReferenceExample[];
}

export interface ReferenceExample {
  readonly expression: string;
  readonly inputs: Readonly<Record<string, SourceValue>>;
  readonly output: SourceValue | { readonly $flow: string };
  /** `derived`: worked out from documented rules. `documented-conflict`: the document prints another result than its own rules give. */
  readonly status: "documented" | "derived" | "documented-conflict" | "nondeterministic";
  readonly documentedOutput?: string;
  readonly now?: string;
}

export const referenceFunctions = JSON.parse(
  readFileSync(new URL("../fixtures/reference/entra-expression-functions.json", import.meta.url), "utf8"),
) as readonly ReferenceFunction[];

export const referenceExamples: readonly ReferenceExample[] = referenceFunctions.flatMap(({ examples }) => examples);

/** Why our result differs from the one that a document prints, by that printed result; each was looked into by hand. */
export const conflicts: ReadonlyMap<string, string> = new Map([
  ["(ignored)", "The guide has the two branches swapped: one day's difference is not unequal to 1."],
  ["user@company.com", "The guide has the two branches swapped: two days' difference is unequal to 1."],
  ["True", "The guide reads the sign of DateDiff the wrong way round: it is the first date minus the second."],
  ["Engineering", "The guide reads the sign of DateDiff the wrong way round: it is the first date minus the second."],
  [
    "100064303565343762312333930392343435612626135652636136306362633065346234",
    "The printed result belongs to another object id; the one in the example was made anonymous later.",
  ],
  ["maria.josegonzalez@contoso.com", "The guide prints lower case, although no ToLower is applied."],
  ["OU=Users,DC=contoso,DC=com", "UK is one of the keys of the expression, so its value is joined too."],
  ["133877247990000000", "The printed number stands for 2025-03-29 12:26:39 UTC and not for the date in the example."],
  ["441481535990000000", "The printed number stands for the year 2999 and not for 2099."],
  ["133835135990000000", "The printed number stands for 2025-02-08 18:39:59 UTC and not for the date in the example."],
  ["19998887777", "The pattern does not match the plus sign; another guide shows it kept for the same pattern."],
  ["jgarcialopez", "Nothing in the expression makes letters lower case, and the class does not contain the hyphen."],
  ["johnsmith", "The class in the pattern does not contain the dot."],
  ["GBR", "The group that is kept ends with a space, so no key is equal to it."],
]);
