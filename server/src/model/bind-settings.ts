import type { SettingNode } from "#syntax/ast";
import type { Connector } from "./connectors/connector.ts";
import { findConnector, generic } from "./connectors/index.ts";
import type { Settings } from "./mapping-model.ts";

/** What a setting's value says, whatever it was written as. */
export function settingText(node: SettingNode): string | undefined {
  switch (node.value?.kind) {
    case "Text":
      return node.value.value;
    case "Number":
      return node.value.text;
    case "Word":
      return node.value.name;
    case undefined:
      return undefined;
  }
}

/** The connector that the provision names, the last one where it names several; the generic one without a name or with one we do not know. */
export function connectorOf(settings: readonly SettingNode[]): Connector {
  const name = last(settings, "connector");
  return (name === undefined ? undefined : findConnector(name)) ?? generic;
}

/** Later settings win over earlier ones, so an environment's are laid over the provision's by appending them. */
export function bindSettings(settings: readonly SettingNode[], connector: Connector): Settings {
  const scope = last(settings, "scope");
  const stated = last(settings, "defaultAccess");
  const threshold = Number(last(settings, "deletionThreshold") ?? Number.NaN);
  return {
    tenantUrl: last(settings, "tenantUrl"),
    scope: scope === "all" ? "all" : "assigned",
    defaultAccess: stated === "skip" || stated === "provision" ? stated : (connector.defaultAccess ?? "provision"),
    defaultAccessStated: stated === "skip" || stated === "provision",
    deletionThreshold: Number.isInteger(threshold) && threshold >= 0 ? threshold : undefined,
    skipOutOfScopeDeletions: last(settings, "skipOutOfScopeDeletions") === "true",
  };
}

function last(settings: readonly SettingNode[], name: string): string | undefined {
  const found = settings.findLast((setting) => setting.name?.text === name);
  return found === undefined ? undefined : settingText(found);
}
