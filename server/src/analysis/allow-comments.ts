import { perChunk } from "#base/chunked-list";
import type { Place } from "#model/place";
import type { DocumentTree } from "#syntax/parse";
import type { LexedLine } from "#syntax/lex-line";

/** `// scimmap: allow code, code` in the lines right above a statement silences those codes in it (language page §4). */
export function allowedBy({ lexed, statements }: DocumentTree): (code: string, place: Place) => boolean {
  if (!mentionsIn(lexed).includes(true)) return () => false;
  return (code, place) => {
    const statement = statements.at(place.statement);
    if (statement === undefined) return false;
    for (let line = statement.firstLine - 1; line >= 0; line--) {
      const above = lexed.at(line);
      if (above === undefined || above.tokens.length > 0 || above.comments.length === 0) return false;
      if (codesAllowedIn(above).has(code)) return true;
    }
    return false;
  };
}

const mentionsIn = perChunk((lines: readonly LexedLine[]) => lines.some((line) => codesAllowedIn(line).size > 0));

const none: ReadonlySet<string> = new Set();

function codesAllowedIn({ comments }: LexedLine): ReadonlySet<string> {
  if (comments.length === 0) return none;
  const codes = comments.map(({ image }) => /^\/\/\s*scimmap:\s*allow\s+(.+)$/.exec(image)?.[1] ?? "");
  return new Set(codes.flatMap((listed) => listed.split(/[\s,]+/)).filter((code) => code !== ""));
}
