import { connectors } from "#model/connectors/index";
import { findSetting } from "#model/settings";
import type { NameText } from "#scim/filter/ast";
import type { AttributeDeclarationNode, MapNode, SchemaNode, SettingNode, TestNode } from "#syntax/ast";
import { describeWord } from "#describe/keyword";
import type { WordKind } from "#describe/keyword";
import { code, paragraphs, prose } from "#describe/markdown";
import { describeAlias, describeResourceType, describeSchema } from "#describe/schema";
import { describeConnector, describeSetting } from "#describe/setting";
import type { Piece, PieceScope } from "./piece.ts";

export function* settingPieces(node: SettingNode): Generator<Piece> {
  const { name, value } = node;
  const setting = name === undefined ? undefined : findSetting(name.text);
  if (name === undefined || setting === undefined) return;
  yield { range: name.range, markdown: () => describeSetting(setting) };
  if (value?.kind !== "Word") return;
  yield {
    range: value.range,
    markdown: () => {
      const connector = setting.value.kind === "connector" ? connectors.find(({ id }) => id === value.name) : undefined;
      if (connector !== undefined) return describeConnector(connector);
      const word = setting.value.kind === "word" ? setting.value.words.find((candidate) => candidate.word === value.name) : undefined;
      return word === undefined ? undefined : paragraphs([`**${code(setting.name)} ${code(word.word)}**`, prose(word.description)]);
    },
  };
}

export function* schemaPieces({ snapshot }: PieceScope, { name, urn }: SchemaNode): Generator<Piece> {
  const { model } = snapshot.binding();
  if (name !== undefined) yield { range: name.range, markdown: () => describeAlias(name.text, urn?.text, model) };
  if (urn !== undefined) yield { range: urn.range, markdown: () => describeSchema(urn.text, model) };
}

export function* mapPieces({ snapshot, statement }: PieceScope, node: MapNode): Generator<Piece> {
  const { model } = snapshot.binding();
  const mapping = model.maps.find(({ place }) => place.statement === statement.index && place.file === snapshot.binding().file);
  const { source, target } = node;
  if (source !== undefined && !node.sourceQuoted) yield { range: source.range, markdown: () => describeObjectType(source.text) };
  const type = mapping?.resourceType;
  if (target !== undefined && type !== undefined) yield { range: target.range, markdown: () => describeResourceType(type, model) };
}

export function* testPieces({ snapshot }: PieceScope, { target }: TestNode): Generator<Piece> {
  const { model } = snapshot.binding();
  const type = target === undefined ? undefined : model.catalog.resourceType(target.text);
  if (target !== undefined && type !== undefined) yield { range: target.range, markdown: () => describeResourceType(type, model) };
}

export function* attributePieces(node: AttributeDeclarationNode): Generator<Piece> {
  for (const characteristic of node.characteristics) yield wordPiece("characteristic", characteristic);
}

export function wordPiece(kind: WordKind, { text, range }: NameText): Piece {
  return { range, markdown: () => describeWord(kind, text) };
}

function describeObjectType(name: string): string | undefined {
  if (name !== "User" && name !== "Group") return undefined;
  const what = name === "User" ? "People" : "Groups";
  return paragraphs([
    `**${code(name)}** source object type`,
    `${what} of Microsoft Entra ID, with the attributes its provisioning offers.`,
  ]);
}
