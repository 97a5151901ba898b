import type { Binding } from "#model/binding";
import type { ObjectMapping } from "#model/mapping-model";
import { headOf } from "../head-of.ts";
import type { Report, Rule } from "../rule.ts";

/** An action that the application does not offer fails for every object, cycle after cycle. */
export const actionNotSupported: Rule = {
  code: "action-not-supported",
  severity: "error",
  check(binding, report) {
    const { connector, maps } = binding.model;
    for (const map of maps) {
      if (connector.resourceTypes === undefined || map.resourceType === undefined || map.disabled) continue;
      const supported = connector.resourceTypes[map.resourceType.name]?.actions;
      if (supported === undefined) {
        report.at(
          map.place.statement,
          headOf(binding, map.place.statement),
          `${connector.displayName} does not provision ${map.resourceType.name} objects. Remove this map, or write 'disabled' behind it.`,
        );
        continue;
      }
      const unsupported = map.actions.filter((action) => !supported.includes(action));
      if (unsupported.length > 0) reportActions(binding, map, unsupported, supported, report);
    }
  },
};

/** At the `actions` statement, or at the map's head where all three are meant because nothing is said. */
function reportActions(
  binding: Binding,
  map: ObjectMapping,
  unsupported: readonly string[],
  supported: readonly string[],
  report: Report,
): void {
  const { tree, model } = binding;
  const statement = tree.statements.find(({ opener, parsed }) => opener === map.place.statement && parsed.node.kind === "Actions");
  const range = statement?.parsed.node.range ?? headOf(binding, map.place.statement);
  const message = `${model.connector.displayName} does not support ${unsupported.join(" or ")} for ${map.resourceType?.name ?? ""} objects. Write: actions ${supported.join(" ")}.`;
  report.at(statement?.index ?? map.place.statement, range, message);
}
