import { asCode, foreign, own, say } from "#base/sentence";
import { walkExpression } from "#model/bind-expression";
import type { Expression } from "#model/expression";
import { bareWords } from "#model/functions";
import { letsByName } from "#model/lets-by-name";
import type { LetDeclaration } from "#model/mapping-model";
import type { DocumentSnapshot } from "#workspace/snapshot";
import { describeFunction } from "#describe/function";
import { describeWord } from "#describe/keyword";
import { example, paragraph, title } from "#describe/block";
import type { Description } from "#describe/block";
import { describeSourceAttribute } from "#describe/source-attribute";
import { letText } from "#describe/let-text";
import type { Piece, PieceScope } from "./piece.ts";

/** Functions, source attributes, lets and bare words of an expression. */
export function* expressionPieces(scope: PieceScope, expression: Expression, sourceType: string | undefined): Generator<Piece> {
  for (const part of walkExpression(expression)) {
    const piece = pieceOf(scope, part, sourceType);
    if (piece !== undefined) yield piece;
  }
}

function pieceOf({ snapshot }: PieceScope, part: Expression, sourceType: string | undefined): Piece | undefined {
  switch (part.kind) {
    case "call": {
      const { signature, name } = part;
      const range = { start: part.range.start, end: part.range.start + name.length };
      return { range, describe: () => (signature === undefined ? undefined : describeFunction(signature)) };
    }
    case "attribute":
      return { range: part.range, describe: () => describeReference(part.name, sourceType, snapshot) };
    case "word":
      return { range: part.range, describe: () => describeBareWord(part.name) };
    case "text":
    case "number":
    case "comparison":
    case "concatenation":
    case "missing":
      return undefined;
  }
}

/** A let wins over a source attribute of the same name. */
function describeReference(name: string, sourceType: string | undefined, snapshot: DocumentSnapshot): Description | undefined {
  const { model } = snapshot.binding();
  const declared = letsByName(model.lets).get(name.toLowerCase());
  if (declared !== undefined) return describeLet(declared, snapshot);
  // In a let nobody says for which objects it will be used; people are the rule.
  return (
    describeSourceAttribute(name, sourceType ?? "User", model) ??
    (sourceType === undefined ? describeSourceAttribute(name, "Group", model) : undefined)
  );
}

/** A let by its name: its expression, or the file that holds it. */
export function describeLet({ name, ...declaration }: LetDeclaration, snapshot: DocumentSnapshot): Description {
  const text = letText({ name, ...declaration }, snapshot);
  const { file } = declaration.place;
  return [
    title(asCode(own(name)), own("let")),
    ...(text === undefined ? [] : [example(own(`let ${name} = ${text}`))]),
    ...(file.name === snapshot.binding().file.name ? [] : paragraph(say`Declared in ${asCode(foreign(file.name))}.`)),
  ];
}

function describeBareWord(name: string): Description | undefined {
  if (name === "none") return describeWord("keyword", "none");
  const meaning = bareWords.get(name);
  return meaning === undefined ? undefined : [title(asCode(own(name))), ...paragraph(meaning)];
}
