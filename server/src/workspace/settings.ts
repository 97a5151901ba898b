import type { RuleSettings } from "#analysis/diagnose";
import type { Severity } from "#analysis/diagnostic";

const severities: ReadonlyMap<string, Severity | "off"> = new Map([
  ["error", "error"],
  ["warning", "warning"],
  ["hint", "hint"],
  ["off", "off"],
]);

/** The setting `scimmap.rules`, whatever an editor sends for it: entries that say nothing we know are left out. */
export function readRules(value: unknown): RuleSettings {
  if (typeof value !== "object" || value === null) return {};
  const entries = Object.entries(value).flatMap(([code, severity]: [string, unknown]) => {
    const known = typeof severity === "string" ? severities.get(severity) : undefined;
    return known === undefined ? [] : [[code, known] as const];
  });
  return Object.fromEntries(entries);
}
