import type { MapHead } from "./binding.ts";

type Leading = Pick<MapHead, "resourceType" | "disabled">;

/** The map that leads to what a test is `for`; one that is in use before one that is disabled. */
export function mapOfTest<M extends Leading>(maps: readonly M[], resourceType: MapHead["resourceType"]): M | undefined {
  const leading = maps.filter((map) => resourceType !== undefined && map.resourceType === resourceType);
  return leading.find(({ disabled }) => !disabled) ?? leading[0];
}
