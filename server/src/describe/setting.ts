import { asCode, names, own, phrase, say } from "#base/sentence";
import type { Connector } from "#model/connectors/connector";
import type { SettingDefinition } from "#model/settings";
import { link, list, paragraph, title } from "./block.ts";
import type { Description } from "./block.ts";

/** What a setting decides, the words it takes and what Entra calls it. */
export function describeSetting(setting: SettingDefinition): Description {
  const words = setting.value.kind === "word" ? setting.value.words : [];
  return [
    title(asCode(own(setting.name)), valueWords[setting.value.kind]),
    ...paragraph(setting.description),
    ...list([
      ...words.map(({ word, description }) => say`${asCode(own(word))}: ${description}`),
      say`Entra's name: ${setting.entraName}.`,
      ...(setting.inEnvironment ? [] : [say`The same in every environment.`]),
    ]),
  ];
}

const valueWords = {
  text: phrase("text"),
  number: phrase("whole number"),
  word: phrase("one of a few words"),
  connector: phrase("name of an application"),
} as const;

/** What is known of an application, from its public documentation. */
export function describeConnector(connector: Connector): Description {
  const types = Object.entries(connector.resourceTypes ?? {}).map(
    ([name, { actions, attributes }]) => say`${own(name)}: ${names(actions)}; ${attributes.length} attributes.`,
  );
  const { documentation } = connector;
  return [
    title(own(connector.displayName), asCode(own(connector.id))),
    ...list([
      ...types,
      ...(connector.tenantUrl === undefined ? [] : [say`Tenant URL: ${asCode(own(connector.tenantUrl.pattern))}.`]),
      connector.credential.description,
      ...(connector.softDelete ? [] : [say`It deletes people instead of disabling them.`]),
      ...connector.notes,
    ]),
    ...(documentation === undefined ? [] : [link(say`Documentation`, documentation)]),
  ];
}
