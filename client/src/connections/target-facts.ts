import type { OpenedMapping } from "#engine/open-mapping";
import type { TargetFacts as LearnedFacts } from "#engine/test-connection";
import type { FilterableFact, TargetFacts } from "#protocol/messages";

/** What a connection test learnt, as the language server wants it: per tenant URL, and filterability per resource type. */
export function toTargetFacts(tenantUrl: string, mapping: OpenedMapping, { source, filterable }: LearnedFacts): TargetFacts {
  const facts = mapping.model.maps.flatMap(({ target: resourceType, attributes }) =>
    attributes.flatMap(({ target, matchingPriority }): FilterableFact[] => {
      const path = target.kind === "path" ? target.canonical : undefined;
      const known = path === undefined || matchingPriority === undefined ? undefined : filterable[path];
      return path === undefined || known === undefined ? [] : [{ resourceType, path, filterable: known }];
    }),
  );
  return { tenantUrl, schemas: source?.schemas ?? [], resourceTypes: source?.resourceTypes ?? [], filterable: facts };
}
