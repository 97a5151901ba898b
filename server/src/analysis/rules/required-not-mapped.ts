import { foreign, joined, own, say } from "#base/sentence";
import { actionsIn } from "#model/actions";
import type { BoundStatement } from "#model/binding";
import type { AttributeDefinition } from "#scim/schema-catalog";
import type { ActionsNode, AttributeMappingNode, MapNode } from "#syntax/ast";
import { headOf } from "../head-of.ts";
import type { FactRule, Subject } from "../rule.ts";

/** The target refuses to create a resource that lacks a required attribute (RFC 7643 §7). */
export const requiredNotMapped: FactRule<"Map" | "Actions" | "AttributeMapping"> = {
  code: "required-not-mapped",
  severity: "error",
  within: "block",
  of: ["Map", "Actions", "AttributeMapping"],
  facts(statement, state) {
    const fact = saying(statement);
    if (fact !== undefined) state("", fact);
  },
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

function saying({ node, path }: BoundStatement<MapNode | ActionsNode | AttributeMappingNode>): string | undefined {
  if (node.kind === "Map") return "map";
  if (node.kind === "Actions") return "actions";
  if (node.target?.kind === "Text") return "quoted target";
  // Nobody asks for any other.
  const wanted = path?.canonical !== undefined && path.attribute !== undefined && isRequired(path.attribute);
  return wanted ? mapped(path.attribute) : undefined;
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
