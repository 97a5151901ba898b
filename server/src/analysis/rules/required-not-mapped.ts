import { foreign, joined, own, say } from "#base/sentence";
import { actionsIn } from "#model/actions";
import type { BoundStatement } from "#model/binding";
import type { AttributeDefinition } from "#scim/schema-catalog";
import { headOf } from "../head-of.ts";
import type { Fact, FactRule, Subject } from "../rule.ts";

/** The target refuses to create a resource that lacks a required attribute (RFC 7643 §7). */
export const requiredNotMapped: FactRule = {
  code: "required-not-mapped",
  severity: "error",
  within: "block",
  facts: (statement) => sayings(statement).map((fact): Fact => ({ about: "", fact })),
  // Entra's own words for a target may mean any attribute.
  concerns: (count) => count("map") > 0 && count("quoted target") === 0,
  check(map, report) {
    if (!creates(map)) return;
    for (const head of map.saying("map")) {
      const { resourceType, scope } = head.statement;
      const attributes = resourceType === undefined ? [] : (scope.catalog.schema(resourceType.schema)?.attributes ?? []);
      for (const attribute of attributes.filter(isRequired)) {
        if (map.count(mapped(attribute)) > 0) continue;
        const name = foreign(attribute.name);
        const by = joined(attribute.statedBy.map(own), ", ");
        report(
          head,
          headOf(head.statement),
          say`'${name}' is required by the target (${by}) and nothing maps to it. Add a mapping: ${name} = ….`,
        );
      }
    }
  },
};

function sayings({ node, path }: BoundStatement): readonly string[] {
  if (node.kind === "Map") return ["map"];
  if (node.kind === "Actions") return ["actions"];
  if (node.kind !== "AttributeMapping") return [];
  if (node.target?.kind === "Text") return ["quoted target"];
  return path?.canonical === undefined || path.attribute === undefined ? [] : [mapped(path.attribute)];
}

function mapped({ schema, name }: AttributeDefinition): string {
  return `${schema}:${name}`;
}

/** The last `actions` of a map counts; without one, it creates. */
function creates(map: Subject): boolean {
  const node = map.saying("actions").at(-1)?.statement.node;
  return node?.kind !== "Actions" || actionsIn(node).includes("create");
}

/** `schemas` and other read-only attributes are the service's own business. */
function isRequired({ required, mutability }: AttributeDefinition): boolean {
  return required === true && mutability !== "readOnly";
}
