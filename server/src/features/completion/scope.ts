import type { MappingModel, ObjectMapping } from "#model/mapping-model";
import { predeclaredAliases } from "#model/aliases";
import { mapOfTest } from "#model/map-of-test";
import { resolvePath } from "#model/bind-path";
import type { ResolvedPath } from "#model/binding";
import type { AttributePathNode, NameText } from "#scim/filter/ast";
import type { ResourceType } from "#scim/schema";
import type { Statement } from "#syntax/parse";
import type { Cursor } from "#syntax/cursor";
import type { DocumentSnapshot } from "#workspace/snapshot";

/** What a completion is made from: the position, and what the document means around it. */
export interface Scope {
  readonly snapshot: DocumentSnapshot;
  readonly cursor: Cursor;
  readonly model: MappingModel;
  /** The object mapping the position belongs to, or that its test is about. */
  readonly mapping: ObjectMapping | undefined;
  readonly resourceType: ResourceType | undefined;
  /** The kind of source object whose attributes can be named. */
  readonly sourceType: string | undefined;
}

/** What a completion at a cursor is made from. */
export function scopeOf(snapshot: DocumentSnapshot, cursor: Cursor): Scope {
  const { model, file, statements } = snapshot.binding();
  const opener = outermost(snapshot, cursor.opener);
  const node = opener?.parsed.node;
  if (node?.kind === "Test" || node?.kind === "Unknown") {
    const resourceType = opener && statements.get(opener.index)?.resourceType;
    const mapping = mapOfTest(model.maps, resourceType);
    return { snapshot, cursor, model, mapping, resourceType, sourceType: mapping?.source ?? resourceType?.name };
  }
  const mapping = model.maps.find(({ place }) => place.statement === opener?.index && place.file === file);
  return { snapshot, cursor, model, mapping, resourceType: mapping?.resourceType, sourceType: mapping?.source };
}

/** The block of the document that a position is in, however deep. */
function outermost({ tree }: DocumentSnapshot, opener: Statement | undefined): Statement | undefined {
  let found = opener;
  while (found !== undefined && found.opener >= 0) found = tree.statements.at(found.opener);
  return found;
}

/** Other statements of the block a position is in. */
export function siblings({ snapshot, cursor }: Scope): readonly Statement[] {
  const opener = cursor.opener?.index ?? -1;
  return snapshot.tree.statements.filter((statement) => statement.opener === opener && statement.index !== cursor.statement?.index);
}

/** URN by short name, the predeclared one included. */
export function aliasesOf({ aliases }: MappingModel): ReadonlyMap<string, string | undefined> {
  return new Map<string, string | undefined>([...predeclaredAliases, ...aliases.map(({ name, urn }) => [name, urn] as const)]);
}

/** Looks up the attribute that a path begins with: `emails`, `gt:label1`, `urn:…:User:department`. */
export function resolveHead(text: string, { model, resourceType }: Scope): ResolvedPath {
  const name: NameText = { text, range: { start: 0, end: text.length } };
  const isUri = /[:：]/.test(text);
  const node: AttributePathNode = {
    kind: "AttributePath",
    range: name.range,
    uri: isUri ? name : undefined,
    attribute: isUri ? undefined : name,
    outerSubAttribute: undefined,
    valueFilter: undefined,
    subAttribute: undefined,
  };
  return resolvePath(node, resourceType, { catalog: model.catalog, aliases: aliasesOf(model) });
}
