import { settingText } from "#model/bind-settings";
import type { Rule } from "../rule.ts";

/** Over plain http the secret token and everybody's data travel readable; Entra accepts https only. This machine itself is no network. */
export const insecureTenantUrl: Rule = {
  code: "insecure-tenant-url",
  severity: "error",
  check({ tree }, report) {
    for (const { index, parsed } of tree.statements) {
      const { node } = parsed;
      if (node.kind !== "Setting" || node.name?.text !== "tenantUrl" || node.value === undefined) continue;
      const text = settingText(node) ?? "";
      if (!URL.canParse(text)) continue;
      const url = new URL(text);
      if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) continue;
      report.at(index, node.value.range, `The token and everybody's data would travel unprotected to ${url.host}. Use https.`);
    }
  },
};

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
