import { own, say } from "#base/sentence";
import { connectors } from "#model/connectors/index";
import { findSetting, settings } from "#model/settings";
import type { SettingDefinition } from "#model/settings";
import { wordOf } from "#syntax/tokens";
import type { Token } from "#syntax/cursor";
import { describeWord } from "#describe/keyword";
import { paragraph } from "#describe/block";
import { describeConnector, describeSetting } from "#describe/setting";
import { itemAt, textItem } from "./item.ts";
import type { CompletionItem } from "./item.ts";
import type { Scope } from "./scope.ts";
import { siblings } from "./scope.ts";

/** In a provision or an environment: settings that are not set yet, and the words each takes. */
export function settingItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  if (tokens.length === 0) return scope.cursor.quotes === "none" ? nameItems(scope) : [];
  const setting = tokens.length === 1 ? findSetting(wordOf(tokens[0]) ?? "") : undefined;
  return setting === undefined ? [] : valueItems(setting, scope);
}

function nameItems(scope: Scope): readonly CompletionItem[] {
  const { cursor } = scope;
  const used = new Set(siblings(scope).map(({ parsed: { node } }) => (node.kind === "Setting" ? node.name?.text : undefined)));
  const open = settings.filter(({ name, inEnvironment }) => !used.has(name) && (cursor.block === "provision" || inEnvironment));
  const items = open.map((setting) =>
    itemAt(cursor, {
      label: setting.name,
      kind: "setting",
      detail: setting.entraName,
      insert: setting.value.kind === "text" ? `${setting.name}  "$1"` : `${setting.name}  `,
      snippet: setting.value.kind === "text",
      documentation: () => describeSetting(setting),
    }),
  );
  return cursor.block === "provision" ? [...items, environmentItem(scope)] : items;
}

function environmentItem({ cursor }: Scope): CompletionItem {
  return itemAt(cursor, {
    label: "environment",
    kind: "block",
    detail: say`the same application elsewhere`,
    insert: 'environment ${1:test} {\n  tenantUrl  "$2"\n}',
    snippet: true,
    documentation: () => describeWord("keyword", "environment"),
  });
}

function valueItems(setting: SettingDefinition, scope: Scope): readonly CompletionItem[] {
  const { cursor, model } = scope;
  const { value } = setting;
  if (value.kind === "text") {
    const pattern = setting.name === "tenantUrl" ? model.connector.tenantUrl?.pattern : undefined;
    return pattern === undefined ? [] : [textItem(cursor, pattern, { kind: "value", detail: own(model.connector.displayName) })];
  }
  if (cursor.quotes !== "none") return [];
  switch (value.kind) {
    case "number":
      return [];
    case "word":
      return value.words.map(({ word, description }) =>
        itemAt(cursor, { label: word, kind: "value", detail: description, documentation: () => paragraph(description) }),
      );
    case "connector":
      return connectors.map((connector) =>
        itemAt(cursor, {
          label: connector.id,
          kind: "value",
          detail: own(connector.displayName),
          documentation: () => describeConnector(connector),
        }),
      );
  }
}
