import type { Connector } from "#model/connectors/connector";
import type { SettingDefinition } from "#model/settings";
import { code, list, paragraphs, prose } from "./markdown.ts";

export function describeSetting(setting: SettingDefinition): string {
  const words = setting.value.kind === "word" ? setting.value.words : [];
  return paragraphs([
    `**${code(setting.name)}** ${valueWords[setting.value.kind]}`,
    prose(setting.description),
    list([
      ...words.map(({ word, description }) => `${code(word)}: ${prose(description)}`),
      `Entra's name: ${prose(setting.entraName)}.`,
      ...(setting.inEnvironment ? [] : ["The same in every environment."]),
    ]),
  ]);
}

const valueWords = { text: "text", number: "whole number", word: "one of a few words", connector: "name of an application" } as const;

/** What is known of an application, from its public documentation. */
export function describeConnector(connector: Connector): string {
  const types = Object.entries(connector.resourceTypes ?? {}).map(([name, { actions, attributes }]) => {
    return `${name}: ${actions.join(", ")}; ${attributes.length} attributes.`;
  });
  return paragraphs([
    `**${prose(connector.displayName)}** ${code(connector.id)}`,
    list([
      ...types,
      ...(connector.tenantUrl === undefined ? [] : [`Tenant URL: ${code(connector.tenantUrl.pattern)}.`]),
      prose(connector.credential.description),
      ...(connector.softDelete ? [] : ["It deletes people instead of disabling them."]),
      ...connector.notes.map(prose),
    ]),
    connector.documentation === undefined ? undefined : `[Documentation](${connector.documentation})`,
  ]);
}
