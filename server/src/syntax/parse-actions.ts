import type { IToken } from "chevrotain";
import { say } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { excerpt, missing, nameText, notExpected, placeOf, type ParseProblem } from "#scim/filter/vocabulary";
import type { ActionsNode } from "./ast.ts";
import { isAction } from "./head-slots.ts";
import { missingAt } from "./run-grammar.ts";
import { Name, wordOf } from "./tokens.ts";

/** `actions create update delete`. */
export function parseActions(tokens: readonly IToken[], range: TextRange): { node: ActionsNode; problems: readonly ParseProblem[] } {
  const head = tokens.findIndex((token) => wordOf(token) === "actions");
  // Without the word, the first token stands in its place, unless it is an action itself.
  const length = head < 0 && isAction(tokens[0]) ? 0 : Math.max(0, head) + 1;
  const behind = tokens.slice(length);
  const actions = behind.map((token) => (token.tokenType === Name ? nameText(token) : undefined)).filter((name) => name !== undefined);
  const problems = [
    ...headProblems(tokens.slice(0, length), head, range.start),
    ...behind.flatMap((token) => actionProblem(token, actions.length)),
  ];
  if (actions.length === 0 && problems.length === 0)
    problems.push(missingAt(range.end, say`The actions are missing here: create, update and delete, or none.`));
  return { node: { kind: "Actions", range, actions }, problems };
}

function headProblems(tokens: readonly IToken[], head: number, start: number): ParseProblem[] {
  if (tokens.length === 0) return [missingAt(start, missing(say`'actions'`))];
  if (head >= 0)
    return tokens
      .slice(0, head)
      .map((token) => ({ range: placeOf(token), message: say`'${excerpt(token.image)}' cannot stand here. Remove it.` }));
  return tokens.map((token) => ({ range: placeOf(token), message: notExpected(say`'actions'`, token.image) }));
}

function actionProblem(token: IToken, count: number): ParseProblem[] {
  const range = placeOf(token);
  if (token.tokenType !== Name)
    return [{ range, message: say`'${excerpt(token.image)}' cannot stand here. Actions are separated by spaces.` }];
  if (!isAction(token)) return [{ range, message: say`'${excerpt(token.image)}' is no action. Use create, update and delete, or none.` }];
  if (token.image === "none" && count > 1) return [{ range, message: say`'none' stands alone. Remove it, or the other actions.` }];
  return [];
}
