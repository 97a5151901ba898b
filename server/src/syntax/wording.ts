import { own, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import {
  adviseOnFilter,
  asAdvice,
  excerpt,
  filterWording,
  missing,
  notExpected,
  tooMany,
  type Advice,
  type Mistake,
  type Wording,
} from "#scim/filter/vocabulary";
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

const value = say`A value ([attribute], a function call, a text in double quotes or a number)`;

/** How statements speak of their mistakes. */
export const statementWording: Wording = {
  names: new Map([
    ...filterWording.names,
    [Arrow, say`'->'`],
    [HexNumber, say`A number`],
    [Ampersand, say`'&'`],
    [LeftBrace, say`'{'`],
    [RightBrace, say`'}'`],
    [Comma, say`','`],
    [Equals, say`'='`],
    [Compare, say`A comparison`],
    [End, say`The end of the statement`],
  ]),
  expectations: {
    ...filterWording.expectations,
    operandExpression: value,
    expressionEntry: say`The end of the expression`,
    pathEntry: say`'='`,
    filterEntry: say`'and', 'or' or the end of the filter`,
    valueEntry: say`The end of the value`,
    value: say`A value (a text in double quotes, a number, true, false, null or a list in [ ])`,
    "call:RightParenthesis": say`',' or ')'`,
    "reference:Name": say`The name of a source attribute`,
  },
  advise: (mistake) => asAdvice(adviseOnStatement(mistake)) ?? adviseOnFilter(mistake),
};

function adviseOnStatement(mistake: Mistake): Sentence | undefined {
  return adviseOnReference(mistake) ?? adviseOnModifier(mistake) ?? adviseOnCall(mistake);
}

function adviseOnReference({ rule, expected, found }: Mistake): Sentence | undefined {
  if (rule !== "reference") return undefined;
  if (expected === RightBracket.name && found?.tokenType === Name)
    return say`A source attribute has no space in its name. Remove '${own(found.image)}', or the space before it.`;
  if (expected === Name.name && found?.tokenType === Text) return say`A source attribute stands in [ ] without quotes.`;
  return undefined;
}

/** What each modifier demands. */
const demands: ReadonlyMap<string, Sentence> = new Map([
  ["match", say`The precedence, a number from 1 up,`],
  ["default", say`The default value, in double quotes,`],
  ["on", say`'create'`],
]);

function adviseOnModifier({ rule, found, previous }: Mistake): Sentence | undefined {
  const demand = rule === "modifier" ? demands.get(previous?.image ?? "") : undefined;
  if (demand === undefined) return undefined;
  return found === undefined ? missing(demand) : notExpected(demand, found.image);
}

function adviseOnCall({ rule, expected, found }: Mistake): Sentence | undefined {
  const isModifier = found?.tokenType === Name && demands.has(found.image);
  return rule === "call" && expected === RightParenthesis.name && isModifier
    ? say`')' is missing before '${own(found.image)}'.`
    : undefined;
}

/** Wording for what stands behind a whole expression, by what that expression is. */
export function behindExpression(expression: () => ExpressionNode | undefined, otherwise: (found: Part) => Sentence): Wording {
  const advise = (mistake: Mistake): Advice | undefined => {
    const atEnd = mistake.rule === "mappingSource" || mistake.rule === "expressionEntry";
    if (!atEnd || mistake.found === undefined) return statementWording.advise(mistake);
    return { message: adviseBehind(mistake.found, expression()) ?? otherwise(excerpt(mistake.found.image)) };
  };
  return { ...statementWording, advise };
}

function adviseBehind(found: NonNullable<Mistake["found"]>, expression: ExpressionNode | undefined): Sentence | undefined {
  if (found.tokenType === RightBracket && expression?.kind === "Word") return say`'[' is missing before '${own(expression.name)}'.`;
  if (found.tokenType === RightBracket || found.tokenType === RightParenthesis) return tooMany(found.image);
  if (!operandStarts.has(found.tokenType)) return undefined;
  if (expression?.kind === "Word") {
    const name = own(expression.name);
    return say`'(' is missing behind '${name}': ${name}(…).`;
  }
  return say`There is one value too many. Put several together with a function, such as Join(" ", [a], [b]).`;
}

const operandStarts: ReadonlySet<unknown> = new Set([Text, NumberText, HexNumber, LeftBracket, LeftParenthesis]);
