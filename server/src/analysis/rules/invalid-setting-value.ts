import { foreign, names, own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { settingText } from "#model/bind-settings";
import { findSetting, type SettingValue } from "#model/settings";
import type { SettingNode } from "#syntax/ast";
import type { StatementRule } from "../rule.ts";

/** A value of the wrong kind would be ignored without a word. */
export const invalidSettingValue: StatementRule<"Setting"> = {
  code: "invalid-setting-value",
  severity: "error",
  of: ["Setting"],
  check({ node }, report) {
    if (node.name === undefined || node.value === undefined) return;
    const expected = findSetting(node.name.text)?.value;
    const message = expected === undefined ? undefined : explain(node.name.text, node, expected);
    if (message !== undefined) report(node.value.range, message);
  },
};

function explain(name: string, node: SettingNode, expected: SettingValue): Sentence | undefined {
  const text = settingText(node) ?? "";
  switch (expected.kind) {
    case "text":
      if (node.value?.kind !== "Text") return say`'${own(name)}' takes a text in double quotes: ${own(name)} "${own(text)}".`;
      return name === "tenantUrl" && !URL.canParse(text)
        ? say`'${foreign(text)}' is no URL. Write the base address of the SCIM service, such as "https://api.example.com/scim/v2".`
        : undefined;
    case "number":
      return node.value?.kind === "Number" && /^\d+$/.test(text) ? undefined : say`'${own(name)}' takes a whole number, 0 or more.`;
    case "word": {
      const words = expected.words.map(({ word }) => word);
      return node.value?.kind === "Word" && words.includes(text)
        ? undefined
        : say`'${own(name)}' is one of ${names(words)}, without quotes.`;
    }
    case "connector":
      return undefined;
  }
}
