import { withoutCredentials } from "#base/credentials";

/** The beginning of what a service says, on one line and without secrets of URLs that it repeats. Characters that could draw or hide are left to whoever shows it. */
export function excerptOf(text: string, length = 160): string {
  const line = withoutCredentials(text.slice(0, length * 4))
    .replace(/\s+/gu, " ")
    .trim();
  if (line.length <= length && text.length <= length * 4) return line;
  return `${line
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}
