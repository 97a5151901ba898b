import { inEnglish } from "#base/render-sentence";
import { walkExpression } from "#model/bind-expression";
import type { Expression } from "#model/expression";
import { bareWords } from "#model/functions";
import type { LetDeclaration } from "#model/mapping-model";
import type { DocumentSnapshot } from "#workspace/snapshot";
import { describeFunction } from "#describe/function";
import { describeWord } from "#describe/keyword";
import { code, example, paragraphs } from "#describe/markdown";
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
      return { range, markdown: () => (signature === undefined ? undefined : describeFunction(signature)) };
    }
    case "attribute":
      return { range: part.range, markdown: () => describeReference(part.name, sourceType, snapshot) };
    case "word":
      return { range: part.range, markdown: () => describeBareWord(part.name) };
    case "text":
    case "number":
    case "comparison":
    case "concatenation":
    case "missing":
      return undefined;
  }
}

/** A let wins over a source attribute of the same name. */
function describeReference(name: string, sourceType: string | undefined, snapshot: DocumentSnapshot): string | undefined {
  const { model } = snapshot.binding();
  const declared = model.lets.findLast((declaration) => declaration.name.toLowerCase() === name.toLowerCase());
  if (declared !== undefined) return describeLet(declared, snapshot);
  // In a let nobody says for which objects it will be used; people are the rule.
  return (
    describeSourceAttribute(name, sourceType ?? "User", model) ??
    (sourceType === undefined ? describeSourceAttribute(name, "Group", model) : undefined)
  );
}

export function describeLet(declaration: LetDeclaration, snapshot: DocumentSnapshot): string {
  const text = letText(declaration, snapshot);
  return paragraphs([
    `**${code(declaration.name)}** let`,
    text === undefined ? undefined : example(`let ${declaration.name} = ${text}`),
    declaration.place.file.name === snapshot.binding().file.name ? undefined : `Declared in ${code(declaration.place.file.name)}.`,
  ]);
}

function describeBareWord(name: string): string | undefined {
  if (name === "none") return describeWord("keyword", "none");
  const meaning = bareWords.get(name);
  return meaning === undefined ? undefined : paragraphs([`**${code(name)}**`, inEnglish(meaning)]);
}
