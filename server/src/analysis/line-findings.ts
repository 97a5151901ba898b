import { perChunk } from "#base/chunked-list";
import type { DocumentTree } from "#syntax/parse";
import { lineRules } from "./rules/index.ts";
import type { Finding } from "./check-statement.ts";

/** What the rules about lines find, line by line. */
export function* lineFindings({ lines }: DocumentTree): Generator<readonly [line: number, finding: Finding]> {
  for (const [at, found] of inChunks(lines).entries()) for (const [offset, finding] of found) yield [lines.startOf(at) + offset, finding];
}

const inChunks = perChunk((lines: readonly string[]) => {
  const found: (readonly [offset: number, Finding])[] = [];
  for (const [offset, line] of lines.entries())
    for (const rule of lineRules) rule.check(line, (range, message) => found.push([offset, { rule, range, message }]));
  return found;
});
