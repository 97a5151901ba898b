import { asCode, own, say } from "#base/sentence";
import { findSourceAttribute, isDirectoryExtension } from "#model/source-attributes";
import type { SourceAttribute } from "#model/source-attributes";
import type { MappingModel } from "#model/mapping-model";
import { typeWords } from "./attribute.ts";
import { list, paragraph, title } from "./block.ts";
import type { Description } from "./block.ts";

/** An attribute of the source directory, by whoever knows it: Entra's table, a `source` block of the file, or the shape of its name. */
export function describeSourceAttribute(name: string, objectType: string | undefined, model: MappingModel): Description | undefined {
  const known = findKnown(name, objectType);
  if (known !== undefined) return describeKnown(known);
  const declared = model.sources
    .filter((source) => source.objectType === objectType)
    .flatMap(({ attributes }) => attributes)
    .find((attribute) => attribute.name === name);
  if (declared !== undefined)
    return [title(asCode(own(name)), say`source attribute, ${typeWords(declared.type)}, declared in a ${asCode(own("source"))} block`)];
  if (isDirectoryExtension(name))
    return [
      title(asCode(own(name)), say`directory extension`),
      ...paragraph(say`An attribute the tenant added itself. Its name is compared letter by letter.`),
    ];
  return undefined;
}

/** An attribute of Entra's table. */
export function describeKnown({ name, type, multiValued, ...attribute }: SourceAttribute): Description {
  const limits = [
    ...(attribute.availableInMappings ? [] : [say`It cannot be mapped to an application.`]),
    ...(attribute.availableInScoping ? [] : [say`It cannot stand in a scoping filter.`]),
  ];
  return [
    title(asCode(own(name)), multiValued ? say`source attribute, ${own(type)}, multi-valued` : say`source attribute, ${own(type)}`),
    ...paragraph(attribute.description),
    ...list([...limits, ...(attribute.notes ?? [])]),
  ];
}

function findKnown(name: string, objectType: string | undefined): SourceAttribute | undefined {
  return objectType === "User" || objectType === "Group" ? findSourceAttribute(objectType, name) : undefined;
}
