import type { Place } from "#model/place";
import type { DocumentTree } from "#syntax/parse";
import type { LexedLine } from "#syntax/lex-line";

/** `// scimmap: allow code, code` in the lines right above a statement silences those codes in it (language page §4). */
export function allowedBy(tree: DocumentTree): (code: string, place: Place) => boolean {
  const known = new Map<number, ReadonlySet<string>>();
  return (code, { statement }) => {
    let codes = known.get(statement);
    if (codes === undefined) known.set(statement, (codes = codesAbove(statement, tree)));
    return codes.has(code);
  };
}

function codesAbove(index: number, { lexed, statements }: DocumentTree): ReadonlySet<string> {
  const codes = new Set<string>();
  for (let line = (statements.at(index)?.firstLine ?? 0) - 1; line >= 0; line--) {
    const above = lexed.at(line);
    if (above === undefined || above.tokens.length > 0 || above.comments.length === 0) break;
    for (const code of codesAllowedIn(above)) codes.add(code);
  }
  return codes;
}

function codesAllowedIn({ comments }: LexedLine): readonly string[] {
  return comments
    .flatMap(({ image }) => /^\/\/\s*scimmap:\s*allow\s+(.+)$/.exec(image)?.[1]?.split(/[\s,]+/) ?? [])
    .filter((code) => code !== "");
}
