import { sourceAttributes } from "#model/source-attributes";
import type { SourceAttribute } from "#model/source-attributes";
import { own, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import { typeWords } from "#describe/attribute";
import { example } from "#describe/block";
import type { Description } from "#describe/block";
import { describeKnown, describeSourceAttribute } from "#describe/source-attribute";
import { letText } from "#describe/let-text";
import type { CompletionKind } from "./item.ts";
import type { Scope } from "./scope.ts";

/** Something that can stand between `[` and `]`. */
export interface SourceName {
  readonly name: string;
  readonly kind: Extract<CompletionKind, "source" | "let">;
  readonly detail: Part;
  readonly documentation: () => Description | undefined;
}

/** Lets, then the attributes of the source object: declared ones first, as somebody took the trouble. */
export function sourceNames(scope: Scope): readonly SourceName[] {
  const known = knownAttributes(scope).filter(({ availableInMappings }) => availableInMappings);
  return [...lets(scope), ...declared(scope), ...known.map(toName)];
}

/** Names that a scoping filter can compare: no lets. */
export function scopingNames(scope: Scope): readonly SourceName[] {
  const known = knownAttributes(scope).filter(({ availableInScoping }) => availableInScoping);
  return [...declared(scope), ...known.map(toName)];
}

/** Names of which a test can give the value. */
export function givenNames(scope: Scope): readonly SourceName[] {
  return [...declared(scope), ...knownAttributes(scope).map(toName)];
}

/** In a let nobody says for which objects it will be used; people are the rule. */
export function knownAttributes({ sourceType }: Scope): readonly SourceAttribute[] {
  return sourceAttributes(sourceType === "Group" ? "Group" : "User");
}

/** Not the one whose expression is being written. */
function lets({ model, snapshot, cursor }: Scope): readonly SourceName[] {
  const others = model.lets.filter(({ place }) => place.statement !== cursor.statement?.index || place.file !== snapshot.binding().file);
  return others.map((declaration) => {
    const text = letText(declaration, snapshot);
    return {
      name: declaration.name,
      kind: "let",
      detail: own(text === undefined ? "let" : `let = ${text}`),
      documentation: () => (text === undefined ? undefined : [example(own(`let ${declaration.name} = ${text}`))]),
    };
  });
}

function declared({ model, sourceType = "User" }: Scope): readonly SourceName[] {
  return model.sources
    .filter(({ objectType }) => objectType === sourceType)
    .flatMap(({ attributes }) => attributes)
    .map(({ name, type }) => ({
      name,
      kind: "source",
      detail: say`${typeWords(type)} · declared in this mapping`,
      documentation: () => describeSourceAttribute(name, sourceType, model),
    }));
}

function toName(attribute: SourceAttribute): SourceName {
  const { name, type, multiValued } = attribute;
  return {
    name,
    kind: "source",
    detail: multiValued ? say`${own(type)}, multi-valued` : own(type),
    documentation: () => describeKnown(attribute),
  };
}
