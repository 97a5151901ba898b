import type { Place } from "#model/place";
import type { DocumentTree } from "#syntax/parse";

/** `// scimmap: allow code, code` in the lines right above a statement silences those codes in it (language page §4). */
export function allowedBy(tree: DocumentTree): (code: string, place: Place) => boolean {
  const allowed = new Map<number, ReadonlySet<string>>();
  tree.lexed.forEach(({ comments }, line) => {
    for (const { image } of comments) {
      const codes = /^\/\/\s*scimmap:\s*allow\s+(.+)$/.exec(image)?.[1];
      if (codes !== undefined) allowed.set(line, new Set(codes.split(/[\s,]+/)));
    }
  });
  if (allowed.size === 0) return () => false;
  return (code, place) => {
    const statement = tree.statements[place.statement];
    if (statement === undefined) return false;
    for (
      let line = statement.firstLine - 1;
      line >= 0 && tree.lexed[line]!.tokens.length === 0 && tree.lexed[line]!.comments.length > 0;
      line--
    ) {
      if (allowed.get(line)?.has(code) === true) return true;
    }
    return false;
  };
}
