import type { IToken } from "chevrotain";
import { names, own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { NameText } from "#scim/filter/ast";
import { endOf, excerpt, missing, placeOf, type ParseProblem } from "#scim/filter/vocabulary";
import type { AttributeDeclarationNode } from "./ast.ts";
import { attributeTypes } from "./head-slots.ts";
import { missingAt } from "./run-grammar.ts";
import { withoutColon } from "./split-at-equals.ts";
import { Dot, LeftBracket, Name, RightBracket } from "./tokens.ts";

const characteristicWords: ReadonlySet<string> = new Set(["required", "caseExact", "readOnly", "immutable", "writeOnly"]);
const types = oneOf(attributeTypes);
const characteristicNames = oneOf(characteristicWords);

/** Words of the language to choose from. */
function oneOf(words: ReadonlySet<string>): Sentence {
  const all = [...words];
  return say`${names(all.slice(0, -1))}, or ${own(all.at(-1) ?? "")}`;
}

/** `externalIds.value string[] required`. */
export function parseAttributeDeclaration(
  written: readonly IToken[],
  range: TextRange,
): { node: AttributeDeclarationNode; problems: readonly ParseProblem[] } {
  const { tokens, problems: colons } = withoutColon(written);
  const { name, rest } = readName(tokens);
  const multiValued = rest.some((token, at) => token.tokenType === LeftBracket && rest[at + 1]?.tokenType === RightBracket);
  const words = rest.filter((token) => token.tokenType === Name);
  const [type, ...characteristics] = words.map((word): NameText => ({ text: word.image, range: placeOf(word) }));
  const problems: ParseProblem[] = [...colons];
  if (name === undefined) problems.push(missingAt(range.start, missing(say`The name of the attribute`)));
  else if (type === undefined) problems.push(missingAt(name.range.end, say`The type of '${own(name.text)}' is missing here: ${types}.`));
  for (const token of rest) {
    const problem = restProblem(token, token === words[0], multiValued);
    if (problem !== undefined) problems.push(problem);
  }
  return { node: { kind: "AttributeDeclaration", range, name, type, multiValued, characteristics }, problems };
}

/** A name with dots in it, and what stands behind. */
function readName(tokens: readonly IToken[]): { name: NameText | undefined; rest: readonly IToken[] } {
  const first = tokens[0];
  if (first?.tokenType !== Name) return { name: undefined, rest: tokens };
  let [at, text, last] = [1, first.image, first];
  for (let part = tokens[at + 1]; tokens[at]?.tokenType === Dot && part?.tokenType === Name; part = tokens[at + 1]) {
    text += `.${part.image}`;
    last = part;
    at += 2;
  }
  return { name: { text, range: { start: first.startOffset, end: endOf(last) } }, rest: tokens.slice(at) };
}

function restProblem(token: IToken, isType: boolean, multiValued: boolean): ParseProblem | undefined {
  const { tokenType, image } = token;
  if (tokenType === Name && (isType ? attributeTypes : characteristicWords).has(image)) return undefined;
  if (multiValued && (tokenType === LeftBracket || tokenType === RightBracket)) return undefined;
  const range = placeOf(token);
  const text = excerpt(image);
  if (tokenType !== Name) return { range, message: say`'${text}' cannot stand here. An attribute is declared by its name and its type.` };
  return isType
    ? { range, message: say`'${text}' is no type. Use ${types}.` }
    : { range, message: say`'${text}' is no characteristic. Use ${characteristicNames}.` };
}
