import { own, say } from "#base/sentence";
import { settingText } from "#model/bind-settings";
import type { StatementRule } from "../rule.ts";

/** Over plain http the secret token and everybody's data travel readable; Entra accepts https only. This machine itself is no network. */
export const insecureTenantUrl: StatementRule<"Setting"> = {
  code: "insecure-tenant-url",
  severity: "error",
  of: ["Setting"],
  check({ node }, report) {
    if (node.name?.text !== "tenantUrl" || node.value === undefined) return;
    const url = URL.parse(settingText(node) ?? "");
    if (url === null || url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return;
    report(node.value.range, say`The token and everybody's data would travel unprotected to ${own(url.host)}. Use https.`);
  },
};

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
