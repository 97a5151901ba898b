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

export function applyTo(written: Iterable<string>, mutation: Pick<Mutation, "line" | "start" | "end" | "replacement">): string[] {
  const lines = [...written];
  const line = lines[mutation.line] ?? "";
  return lines.with(mutation.line, line.slice(0, mutation.start) + mutation.replacement + line.slice(mutation.end));
}

/** From one position to another. */
export interface Region {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly start: number;
  readonly end: number;
}

/** Where the mutated statement stands now. */
export function regionOf(tree: DocumentTree, statement: Statement, mutation: Mutation): Region {
  const start = positionOf(tree, statement, statement.parsed.node.range.start);
  const end = positionOf(tree, statement, statement.parsed.node.range.end);
  return {
    firstLine: start.line,
    lastLine: end.line,
    start: start.character,
    end: end.character + (end.line === mutation.line ? shiftOf(mutation) : 0),
  };
}

function shiftOf(mutation: Mutation): number {
  return mutation.replacement.length - (mutation.end - mutation.start);
}

export function holds(region: Region, tree: DocumentTree, statement: Statement, offset: number): boolean {
  const { line, character } = positionOf(tree, statement, offset);
  if (line < region.firstLine || line > region.lastLine) return false;
  return (line > region.firstLine || character >= region.start) && (line < region.lastLine || character <= region.end);
}

/** Whether a statement is what a mutation made of the one it hit, or a part of it. */
export function isWithin(region: Region, tree: DocumentTree, statement: Statement): boolean {
  return (
    holds(region, tree, statement, statement.tokens[0]!.startOffset) && holds(region, tree, statement, statement.parsed.node.range.end)
  );
}
