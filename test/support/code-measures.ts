import ts from "typescript";

/** A function and how many lines it has, from its name to its last brace. */
export interface MeasuredFunction {
  readonly file: string;
  readonly name: string;
  readonly lines: number;
}

/** Every function with a body of its own: declarations, methods and accessors, and what a `const` is named after. Callbacks count as part of the function around them. */
export function functionsOf(file: ts.SourceFile): readonly MeasuredFunction[] {
  return nodesIn(file).flatMap((node) => {
    const name = functionName(node);
    if (name === undefined) return [];
    const line = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
    return [{ file: file.fileName, name, lines: line(node.getEnd()) - line(node.getStart()) + 1 }];
  });
}

function functionName(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isAccessor(node))
    return node.body === undefined ? undefined : (node.name?.getText() ?? "default");
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const isNamed = ts.isVariableDeclaration(node) && node.initializer !== undefined && ts.isFunctionLike(node.initializer);
  return isNamed ? node.name.getText() : undefined;
}

/** The type `any`, wherever it is written. */
export function anysOf(file: ts.SourceFile): number {
  return nodesIn(file).filter((node) => node.kind === ts.SyntaxKind.AnyKeyword).length;
}

/** `x!`, which says that somebody knows better than the types. */
export function nonNullAssertionsOf(file: ts.SourceFile): number {
  return nodesIn(file).filter(ts.isNonNullExpression).length;
}

/** Lines of a file, its last line break counted with the line that it ends. */
export function lineCountOf({ text }: ts.SourceFile): number {
  return text.trimEnd().split("\n").length;
}

function nodesIn(file: ts.SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}
