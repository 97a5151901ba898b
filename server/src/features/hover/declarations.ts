import { asCode, own, say } from "#base/sentence";
import { connectors } from "#model/connectors/index";
import { findSetting } from "#model/settings";
import type { NameText } from "#scim/filter/ast";
import type { AttributeDeclarationNode, MapNode, SchemaNode, SettingNode, TestNode } from "#syntax/ast";
import { describeWord } from "#describe/keyword";
import type { WordKind } from "#describe/keyword";
import { paragraph, title } from "#describe/block";
import type { Description } from "#describe/block";
import { describeAlias, describeResourceType, describeSchema } from "#describe/schema";
import { describeConnector, describeSetting } from "#describe/setting";
import type { Piece, PieceScope } from "./piece.ts";

/** A setting and the word it is set to. */
export function* settingPieces(node: SettingNode): Generator<Piece> {
  const { name, value } = node;
  const setting = name === undefined ? undefined : findSetting(name.text);
  if (name === undefined || setting === undefined) return;
  yield { range: name.range, describe: () => describeSetting(setting) };
  if (value?.kind !== "Word") return;
  yield {
    range: value.range,
    describe: () => {
      const connector = setting.value.kind === "connector" ? connectors.find(({ id }) => id === value.name) : undefined;
      if (connector !== undefined) return describeConnector(connector);
      const word = setting.value.kind === "word" ? setting.value.words.find((candidate) => candidate.word === value.name) : undefined;
      return word && [title(say`${asCode(own(setting.name))} ${asCode(own(word.word))}`), ...paragraph(word.description)];
    },
  };
}

/** A short name and the URN it stands for. */
export function* schemaPieces({ snapshot }: PieceScope, { name, urn }: SchemaNode): Generator<Piece> {
  const { model } = snapshot.binding();
  if (name !== undefined) yield { range: name.range, describe: () => describeAlias(name.text, urn?.text, model) };
  if (urn !== undefined) yield { range: urn.range, describe: () => describeSchema(urn.text, model) };
}

/** The two object types of a map. */
export function* mapPieces({ snapshot, statement }: PieceScope, node: MapNode): Generator<Piece> {
  const { model } = snapshot.binding();
  const mapping = model.maps.find(({ place }) => place.statement === statement.index && place.file === snapshot.binding().file);
  const { source, target } = node;
  if (source !== undefined && !node.sourceQuoted) yield { range: source.range, describe: () => describeObjectType(source.text) };
  const type = mapping?.resourceType;
  if (target !== undefined && type !== undefined) yield { range: target.range, describe: () => describeResourceType(type, model) };
}

/** The resource type that a test is about. */
export function* testPieces({ snapshot, statement }: PieceScope, { target }: TestNode): Generator<Piece> {
  const { model, statements } = snapshot.binding();
  const type = statements.get(statement.index)?.resourceType;
  if (target !== undefined && type !== undefined) yield { range: target.range, describe: () => describeResourceType(type, model) };
}

/** The characteristics of a declared attribute. */
export function* attributePieces(node: AttributeDeclarationNode): Generator<Piece> {
  for (const characteristic of node.characteristics) yield wordPiece("characteristic", characteristic);
}

/** A word of the language. */
export function wordPiece(kind: WordKind, { text, range }: NameText): Piece {
  return { range, describe: () => describeWord(kind, text) };
}

function describeObjectType(name: string): Description | undefined {
  if (name !== "User" && name !== "Group") return undefined;
  const what =
    name === "User"
      ? say`People of Microsoft Entra ID, with the attributes its provisioning offers.`
      : say`Groups of Microsoft Entra ID, with the attributes its provisioning offers.`;
  return [title(asCode(own(name)), say`source object type`), ...paragraph(what)];
}
