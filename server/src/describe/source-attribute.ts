import { findSourceAttribute, isDirectoryExtension } from "#model/source-attributes";
import type { SourceAttribute } from "#model/source-attributes";
import type { MappingModel } from "#model/mapping-model";
import { code, list, paragraphs, prose } from "./markdown.ts";

/** An attribute of the source directory, by whoever knows it: Entra's table, a `source` block of the file, or the shape of its name. */
export function describeSourceAttribute(name: string, objectType: string | undefined, model: MappingModel): string | undefined {
  const known = findKnown(name, objectType);
  if (known !== undefined) return describeKnown(known);
  const declared = model.sources
    .filter((source) => source.objectType === objectType)
    .flatMap(({ attributes }) => attributes)
    .find((attribute) => attribute.name === name);
  if (declared !== undefined)
    return `**${code(name)}** source attribute, ${declared.type ?? "type not stated"}, declared in a ${code("source")} block`;
  if (isDirectoryExtension(name))
    return paragraphs([
      `**${code(name)}** directory extension`,
      "An attribute the tenant added itself. Its name is compared letter by letter.",
    ]);
  return undefined;
}

export function describeKnown(attribute: SourceAttribute): string {
  const type = `${attribute.type}${attribute.multiValued ? ", multi-valued" : ""}`;
  const limits = [
    ...(attribute.availableInMappings ? [] : ["It cannot be mapped to an application."]),
    ...(attribute.availableInScoping ? [] : ["It cannot stand in a scoping filter."]),
  ];
  return paragraphs([
    `**${code(attribute.name)}** source attribute, ${type}`,
    prose(attribute.description),
    list([...limits, ...(attribute.notes ?? []).map(prose)]),
  ]);
}

function findKnown(name: string, objectType: string | undefined): SourceAttribute | undefined {
  return objectType === "User" || objectType === "Group" ? findSourceAttribute(objectType, name) : undefined;
}
