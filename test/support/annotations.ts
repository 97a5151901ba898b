/** An expectation written under the line it is about: `//^^^^ error code words of the message`. */
export interface Annotation {
  /** From 0, like the columns. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly code: string;
  /** The message has to contain this. */
  readonly words: string;
}

const pattern = /^(\/\/ *)(\^+) (error|warning|hint) ([\w-]+) ?(.*)$/;

/** Takes annotation lines out of a fixture: the text without them, and what they expect. Lines are those of the text given back. */
export function readAnnotations(fixture: string): { readonly text: string; readonly annotations: readonly Annotation[] } {
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  for (const line of fixture.split("\n")) {
    const match = pattern.exec(line);
    if (match === null) {
      lines.push(line);
      continue;
    }
    const [, before = "", carets = "", severity = "", code = "", words = ""] = match;
    // The first caret of a range at column 0 or 1 cannot stand under it because of the slashes: `//^` means column 2 upwards.
    annotations.push({ line: lines.length - 1, column: before.length, endColumn: before.length + carets.length, severity, code, words });
  }
  return { text: lines.join("\n"), annotations };
}
