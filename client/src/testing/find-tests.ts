/** A `test` declaration as it stands in a text. Lines count from 0. */
export interface FoundTest {
  readonly name: string;
  readonly line: number;
  /** Where its block closes; its own line while the block is open. */
  readonly endLine: number;
}

/** A comment, a string (a missing quote ends with its line), a brace or comma, a word, any other character. */
const piece = /\/\/.*|"(?:\\.|[^"\\])*"?|[{}｛｝,，]|[\p{L}\p{N}_$:.-]+|[^\s]/gu;

/**
 * Finds the tests of a mapping without parsing it: opening a file must not load the language's grammar into the extension host.
 * That can be exact, because a test's head counts in every block and a statement ends with its line (language page §1).
 */
export function findTests(text: string): readonly FoundTest[] {
  const found: (FoundTest & { endLine: number })[] = [];
  /** The test whose block is open, and the depth it stands at. */
  let open: { test: { endLine: number }; depth: number } | undefined;
  let depth = 0;
  for (const [line, content] of text.split(/\r\n|\r|\n/).entries()) {
    let beginning = true;
    const pieces = [...content.matchAll(piece)].map(([image]) => image);
    for (const [at, image] of pieces.entries()) {
      const next = pieces[at + 1];
      if (beginning && image === "test" && next?.startsWith('"') === true) {
        const test = { name: unquote(next), line, endLine: line };
        found.push(test);
        open = { test, depth };
      }
      if (image === "{" || image === "｛") depth++;
      if (image === "}" || image === "｝") {
        depth--;
        if (open?.depth === depth) {
          open.test.endLine = line;
          open = undefined;
        }
      }
      beginning = /^[{}｛｝,，]$/.test(image);
    }
  }
  return found;
}

/** `\"` and `\\` are escapes, any other backslash stands for itself. */
function unquote(image: string): string {
  const closed = /^"(?:\\.|[^"\\])*"$/.test(image);
  return image.slice(1, closed ? -1 : undefined).replace(/\\(["\\])/g, "$1");
}
