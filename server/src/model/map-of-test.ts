import type { MappingModel, ObjectMapping, TestDeclaration } from "./mapping-model.ts";

/** The map that leads to what a test is `for`; one that is in use before one that is disabled. */
export function mapOfTest({ maps }: MappingModel, { resourceType }: Pick<TestDeclaration, "resourceType">): ObjectMapping | undefined {
  const leading = maps.filter((map) => resourceType !== undefined && map.resourceType === resourceType);
  return leading.find(({ disabled }) => !disabled) ?? leading[0];
}
