import { positionOf, type DocumentTree, type Statement } from "#syntax/parse";

/** One token deleted, doubled or inserted. */
export interface Mutation {
  readonly description: string;
  readonly line: number;
  readonly start: number;
  /** Exclusive; equals `start` for an insertion. */
  readonly end: number;
  readonly replacement: string;
  /** Index of the token that is deleted or doubled, or before which one is inserted. */
  readonly token: number;
  readonly change: "delete" | "double" | "insert";
}

/** Every deletion and doubling of a token of `statement` that is no brace, and every insertion of one of `palette` between its tokens. */
export function* mutationsOf(tree: DocumentTree, statement: Statement, palette: readonly string[]): Generator<Mutation> {
  for (const [token, { image, startOffset }] of statement.tokens.entries()) {
    const { line, character: start } = positionOf(tree, statement, startOffset);
    const end = start + image.length;
    // What stands before '}' belongs to the statement that ends there, what stands behind ',' to the next one.
    if (image !== "}")
      for (const text of palette)
        yield { change: "insert", description: `insert ${text} before ${image}`, line, start, end: start, replacement: `${text} `, token };
    if (isBrace(image)) continue;
    yield { change: "delete", description: `delete ${image}`, line, start, end, replacement: "", token };
    yield { change: "double", description: `double ${image}`, line, start, end: start, replacement: `${image} `, token };
    if (token < statement.tokens.length - 1 || image === ",") continue;
    for (const text of palette)
      yield {
        change: "insert",
        description: `insert ${text} behind ${image}`,
        line,
        start: end,
        end,
        replacement: ` ${text}`,
        token: token + 1,
      };
  }
}

export function isBrace(image: string): boolean {
  return image === "{" || image === "}";
}

export function applyTo(lines: readonly string[], mutation: Pick<Mutation, "line" | "start" | "end" | "replacement">): string[] {
  const line = lines[mutation.line] ?? "";
  return lines.with(mutation.line, line.slice(0, mutation.start) + mutation.replacement + line.slice(mutation.end));
}
