import { resourceTypeOf } from "#model/connectors/connector";
import { foreign, joined, own, say } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { actionsIn, allActions } from "#model/actions";
import type { BoundStatement } from "#model/binding";
import { headOf } from "../head-of.ts";
import type { FactRule, PlacedStatement } from "../rule.ts";

/** An action that the application does not offer fails for every object, cycle after cycle. */
export const actionNotSupported: FactRule<"Map" | "Actions"> = {
  code: "action-not-supported",
  severity: "error",
  within: "block",
  of: ["Map", "Actions"],
  facts: ({ node }, state) => state("", node.kind),
  concerns: (count) => count("Map") > 0,
  check(map, report) {
    const head = map.saying("Map")[0];
    if (head === undefined || !isProvisioned(head.statement)) return;
    const { scope, resourceType } = head.statement;
    const { connector } = scope;
    if (connector.resourceTypes === undefined || resourceType === undefined) return;
    const supported = resourceTypeOf(connector, resourceType.name)?.actions;
    const [application, objects] = [own(connector.displayName), foreign(resourceType.name)];
    if (supported === undefined) {
      const message = say`${application} does not provision ${objects} objects. Remove this map, or write 'disabled' behind it.`;
      report(head, headOf(head.statement), message);
      return;
    }
    const said = map.saying("Actions");
    const unsupported = actionsOf(said.at(-1)).filter((action) => !supported.includes(action));
    if (unsupported.length === 0) return;
    const message = say`${application} does not support ${joined(unsupported.map(own), "or")} for ${objects} objects. Write: actions ${joined(supported.map(own), " ")}.`;
    const at = said[0] ?? head;
    report(at, rangeOf(at), message);
  },
};

function isProvisioned({ node }: BoundStatement): boolean {
  return node.kind === "Map" && !node.disabled;
}

function actionsOf(said: PlacedStatement | undefined): ReturnType<typeof actionsIn> {
  return said?.statement.node.kind === "Actions" ? actionsIn(said.statement.node) : allActions;
}

/** The `actions` statement, or the map's head where all three are meant because nothing is said. */
function rangeOf({ statement }: PlacedStatement): TextRange {
  return statement.node.kind === "Actions" ? statement.node.range : headOf(statement);
}
