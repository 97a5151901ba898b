import { settingText } from "#model/bind-settings";
import { findSetting, type SettingValue } from "#model/settings";
import type { SettingNode } from "#syntax/ast";
import type { Rule } from "../rule.ts";

/** A value of the wrong kind would be ignored without a word. */
export const invalidSettingValue: Rule = {
  code: "invalid-setting-value",
  severity: "error",
  check({ tree }, report) {
    for (const { index, parsed } of tree.statements) {
      const { node } = parsed;
      if (node.kind !== "Setting" || node.name === undefined || node.value === undefined) continue;
      const expected = findSetting(node.name.text)?.value;
      const message = expected === undefined ? undefined : explain(node.name.text, node, expected);
      if (message !== undefined) report.at(index, node.value.range, message);
    }
  },
};

function explain(name: string, node: SettingNode, expected: SettingValue): string | undefined {
  const text = settingText(node) ?? "";
  switch (expected.kind) {
    case "text":
      if (node.value?.kind !== "Text") return `'${name}' takes a text in double quotes: ${name} "${text}".`;
      return name === "tenantUrl" && !URL.canParse(text)
        ? `'${text}' is no URL. Write the base address of the SCIM service, such as "https://api.example.com/scim/v2".`
        : undefined;
    case "number":
      return node.value?.kind === "Number" && /^\d+$/.test(text) ? undefined : `'${name}' takes a whole number, 0 or more.`;
    case "word": {
      const words = expected.words.map(({ word }) => word);
      return node.value?.kind === "Word" && words.includes(text) ? undefined : `'${name}' is one of ${words.join(", ")}, without quotes.`;
    }
    case "connector":
      return undefined;
  }
}
