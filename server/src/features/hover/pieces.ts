import type { ModifierNode } from "#syntax/ast";
import type { NameText } from "#scim/filter/ast";
import { describeSourceAttribute } from "#describe/source-attribute";
import { attributePieces, mapPieces, schemaPieces, settingPieces, testPieces, wordPiece } from "./declarations.ts";
import { describeLet, expressionPieces } from "./expressions.ts";
import { operatorPieces, pathPieces } from "./paths.ts";
import type { Piece, PieceScope } from "./piece.ts";
import { headPieces } from "./words.ts";
import type { DocumentSnapshot } from "#workspace/snapshot";
import type { Statement } from "#syntax/parse";

/** The parts of a statement that have a meaning of their own. Lazily: only what is asked for is described. */
export function* piecesOf(snapshot: DocumentSnapshot, statement: Statement): Generator<Piece> {
  const scope = { snapshot, statement };
  yield* headPieces(scope);
  yield* partsOf(scope);
}

function* partsOf(scope: PieceScope): Generator<Piece> {
  const { snapshot, statement } = scope;
  const { node } = statement.parsed;
  const bound = snapshot.binding().statements.get(statement.index);
  switch (node.kind) {
    case "AttributeMapping":
      if (bound?.path !== undefined) yield* pathPieces(scope, bound.path);
      if (bound?.expression !== undefined) yield* expressionPieces(scope, bound.expression, bound.sourceType);
      for (const modifier of node.modifiers) yield modifierPiece(modifier);
      return;
    case "Let": {
      const declaration = snapshot
        .binding()
        .model.lets.find(({ place }) => place.statement === statement.index && place.file === snapshot.binding().file);
      if (node.name !== undefined && declaration !== undefined)
        yield { range: node.name.range, describe: () => describeLet(declaration, snapshot) };
      if (bound?.expression !== undefined) yield* expressionPieces(scope, bound.expression, undefined);
      return;
    }
    case "Where":
      if (node.filter !== undefined) yield* operatorPieces(node.filter, true);
      for (const name of bound?.sourceNames ?? []) yield sourcePiece(scope, name, bound?.sourceType);
      return;
    case "ValueAssignment":
      if (bound?.path !== undefined) yield* pathPieces(scope, bound.path);
      for (const name of bound?.sourceNames ?? []) yield sourcePiece(scope, name, bound?.sourceType);
      return;
    case "Setting":
      yield* settingPieces(node);
      return;
    case "Schema":
      yield* schemaPieces(scope, node);
      return;
    case "AttributeDeclaration":
      yield* attributePieces(node);
      return;
    case "Map":
      yield* mapPieces(scope, node);
      return;
    case "Actions":
      for (const action of node.actions) yield wordPiece("action", action);
      return;
    case "Test":
      yield* testPieces(scope, node);
      return;
    case "Expect":
      if (node.expectation !== undefined) yield wordPiece("expectation", node.expectation);
      return;
    case "Use":
    case "Provision":
    case "Environment":
    case "Source":
    case "Given":
    case "Close":
    case "Unknown":
      return;
  }
}

function sourcePiece({ snapshot, statement }: PieceScope, { text, range }: NameText, sourceType: string | undefined): Piece {
  if (statement.block === "given" && text === "now") return wordPiece("keyword", { text, range });
  return { range, describe: () => describeSourceAttribute(text, sourceType, snapshot.binding().model) };
}

const modifierWords = { Match: "match", Default: "default", On: "on" } as const;

function modifierPiece({ kind, range }: ModifierNode): Piece {
  return wordPiece("keyword", { text: modifierWords[kind], range });
}
