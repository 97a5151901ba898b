import { adviseOnFilter, excerpt, filterWording, type Mistake, type Wording } from "#scim/filter/vocabulary";
import type { ExpressionNode } from "./ast.ts";
import {
  Ampersand,
  Arrow,
  Comma,
  Compare,
  End,
  Equals,
  HexNumber,
  LeftBrace,
  LeftBracket,
  LeftParenthesis,
  Name,
  NumberText,
  RightBrace,
  RightBracket,
  RightParenthesis,
  Text,
} from "./tokens.ts";

const value = "a value ([attribute], a function call, a text in double quotes or a number)";

/** How statements speak of their mistakes. */
export const statementWording: Wording = {
  names: new Map([
    ...filterWording.names,
    [Arrow, "'->'"],
    [HexNumber, "a number"],
    [Ampersand, "'&'"],
    [LeftBrace, "'{'"],
    [RightBrace, "'}'"],
    [Comma, "','"],
    [Equals, "'='"],
    [Compare, "a comparison"],
    [End, "the end of the statement"],
  ]),
  expectations: {
    ...filterWording.expectations,
    operandExpression: value,
    expressionEntry: "the end of the expression",
    pathEntry: "'='",
    filterEntry: "'and', 'or' or the end of the filter",
    valueEntry: "the end of the value",
    value: "a value (a text in double quotes, a number, true, false, null or a list in [ ])",
    "call:RightParenthesis": "',' or ')'",
    "reference:Name": "the name of a source attribute",
  },
  advise: (mistake) => adviseOnReference(mistake) ?? adviseOnModifier(mistake) ?? adviseOnCall(mistake) ?? adviseOnFilter(mistake),
};

function adviseOnReference({ rule, expected, found }: Mistake): string | undefined {
  if (rule !== "reference") return undefined;
  if (expected === RightBracket.name && found?.tokenType === Name)
    return `A source attribute has no space in its name. Remove '${found.image}', or the space before it.`;
  if (expected === Name.name && found?.tokenType === Text) return "A source attribute stands in [ ] without quotes.";
  return undefined;
}

/** What each modifier demands. */
const demands: ReadonlyMap<string, string> = new Map([
  ["match", "The precedence, a number from 1 up,"],
  ["default", "The default value, in double quotes,"],
  ["on", "'create'"],
]);

function adviseOnModifier({ rule, found, previous }: Mistake): string | undefined {
  const demand = rule === "modifier" ? demands.get(previous?.image ?? "") : undefined;
  if (demand === undefined) return undefined;
  return found === undefined ? `${demand} is missing here.` : `${demand} is expected here, not '${excerpt(found.image)}'.`;
}

function adviseOnCall({ rule, expected, found }: Mistake): string | undefined {
  const isModifier = found?.tokenType === Name && demands.has(found.image);
  return rule === "call" && expected === RightParenthesis.name && isModifier ? `')' is missing before '${found.image}'.` : undefined;
}

/** Wording for what stands behind a whole expression, by what that expression is. */
export function behindExpression(expression: () => ExpressionNode | undefined, otherwise: (found: string) => string): Wording {
  const advise = (mistake: Mistake): string | undefined => {
    const atEnd = mistake.rule === "mappingSource" || mistake.rule === "expressionEntry";
    if (!atEnd || mistake.found === undefined) return statementWording.advise(mistake);
    return adviseBehind(mistake.found, expression()) ?? otherwise(excerpt(mistake.found.image));
  };
  return { ...statementWording, advise };
}

function adviseBehind(found: NonNullable<Mistake["found"]>, expression: ExpressionNode | undefined): string | undefined {
  if (found.tokenType === RightBracket && expression?.kind === "Word") return `'[' is missing before '${expression.name}'.`;
  if (found.tokenType === RightBracket || found.tokenType === RightParenthesis) return `There is a '${found.image}' too many. Remove it.`;
  if (!operandStarts.has(found.tokenType)) return undefined;
  if (expression?.kind === "Word") return `'(' is missing behind '${expression.name}': ${expression.name}(…).`;
  return 'There is one value too many. Put several together with a function, such as Join(" ", [a], [b]).';
}

const operandStarts: ReadonlySet<unknown> = new Set([Text, NumberText, HexNumber, LeftBracket, LeftParenthesis]);
