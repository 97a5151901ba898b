import type { ObjectMapping } from "#model/mapping-model";
import type { AttributeDefinition } from "#scim/schema-catalog";
import { headOf } from "../head-of.ts";
import type { Rule } from "../rule.ts";

/** The target refuses to create a resource that lacks a required attribute (RFC 7643 §7). */
export const requiredNotMapped: Rule = {
  code: "required-not-mapped",
  severity: "error",
  check(binding, report) {
    for (const map of binding.model.maps) {
      if (map.resourceType === undefined || !map.actions.includes("create")) continue;
      const required = binding.model.catalog.schema(map.resourceType.schema)?.attributes.filter(isRequired) ?? [];
      for (const attribute of required) {
        if (isMapped(map, attribute)) continue;
        report.at(
          map.place.statement,
          headOf(binding, map.place.statement),
          `'${attribute.name}' is required by the target (${attribute.statedBy.join(", ")}) and nothing maps to it. Add a mapping: ${attribute.name} = ….`,
        );
      }
    }
  },
};

/** `schemas` and other read-only attributes are the service's own business. */
function isRequired({ required, mutability }: AttributeDefinition): boolean {
  return required === true && mutability !== "readOnly";
}

function isMapped(map: ObjectMapping, attribute: AttributeDefinition): boolean {
  return map.attributes.some(({ target }) => target.kind === "quoted" || (target.kind === "path" && target.attribute === attribute));
}
